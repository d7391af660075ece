"""Scales of strength as ladders: where the acts of each actor stand."""

from collections.abc import Mapping
from textwrap import fill
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.arguments import check_frame
from summit_analysis.errors import SummitAnalysisError
from summit_analysis.frames import notes_of
from summit_analysis.phrases.grammar.word_lists import Source
from summit_analysis.phrases.speech_acts.strength_scales import Scales, read_scales
from summit_analysis.plots.act_matrices import LONGEST_NAME, in_order
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import ACCENT, INK, LINE, SOFT, new_figure
from summit_analysis.plurals import counted
from summit_analysis.shortening import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NEEDED = ("scale", "step", "of", "label", "act_id", "actor")
MOST_ACTORS = 5
ROOM_FOR_TITLE = 2.6  # steps
SMALLEST, LARGEST = 28.0, 190.0


def strength_ladder(placed: pd.DataFrame, lexicon: Source = "strength") -> Figure:
    """Draw each scale of strength as a ladder, with a dot where an actor's acts stand.

    Args:
        placed: what `strengths` returns, or some rows of it.
        lexicon: the scales with which it was made.

    Returns:
        The figure: a ladder for each scale that covers an act, its weakest step at the bottom, a
        column for each actor (from the sixth on they are summed), and the number of acts.

    Raises:
        SummitAnalysisError: the frame is not what `strengths` returns, or was made with other
            scales.

    Example:
        >>> import summit_analysis as sa
        >>> placed = sa.strengths(sa.acts(sa.load()), scales=["japan"])
        >>> strength_ladder(placed).alt[:42]
        'On the scale “japan” the highest of one ac'
    """
    check_frame(placed, NEEDED, call="strength_ladder", maker="strengths")
    if placed.empty:
        return nothing_to_draw(placed, why=findings.strongest_words(placed))
    known = read_scales(lexicon)
    names = [name for name in known if name in set(placed["scale"])]
    unknown = sorted(set(placed["scale"]) - set(known))
    if unknown:
        raise SummitAnalysisError(
            f"There is no scale called {unknown[0]!r} in the lexicon; give strength_ladder() the "
            "one that strengths() was given."
        )
    order = in_order(placed.drop_duplicates("act_id")["actor"])
    own = order if len(order) <= MOST_ACTORS + 1 else order[:MOST_ACTORS]
    columns = [*own, *([counted(len(order) - len(own), "other")] if len(own) < len(order) else [])]
    drawn = placed.assign(column=placed["actor"].map(dict(zip(own, range(len(own)), strict=True))))
    drawn["column"] = drawn["column"].fillna(len(own)).astype(int)
    most = int(drawn.groupby(["scale", "step", "column"]).size().max())
    tallest = max(len(known[name]["steps"]) for name in names)
    across = 2 if len(names) > 1 else 1
    down = -(-len(names) // across)
    height = down * (0.35 + 0.27 * (tallest + ROOM_FOR_TITLE) + (0 if _fit(columns) else 0.4))
    with new_figure(7.4 if across > 1 else 5.0, height, rows=down, columns=across) as (mpl, grid):
        panels = list(np.atleast_1d(np.asarray(grid)).flat)
        for axes, name in zip(panels, names, strict=False):
            rows = drawn[drawn["scale"] == name]
            _ladder(axes, known[name], rows, columns, tallest=tallest, most=most)
        for axes in panels[len(names) :]:
            axes.set_axis_off()
    return Figure(
        mpl,
        caption="Scales of strength as ladders, the weakest step at the bottom: a dot stands where "
        "an actor's acts stand, with their number. Steps are an order within one scale, never a "
        "number to average or to compare between scales.",
        alt=findings.strongest_words(placed),
        notes=(*notes_of(placed), *_empty_scales(known, names)),
    )


def _ladder(
    axes: "Axes",
    scale: Mapping[str, Any],
    rows: pd.DataFrame,
    columns: list[str],
    *,
    tallest: int,
    most: int,
) -> None:
    from matplotlib.patheffects import withStroke

    steps = [str(step["name"]) for step in scale["steps"]]
    for number in range(1, len(steps) + 1):
        axes.plot([-0.6, len(columns) - 0.4], [number, number], color=LINE, linewidth=0.9, zorder=0)
    for rail in (-0.6, len(columns) - 0.4):
        axes.plot([rail, rail], [0.5, len(steps) + 0.5], color=LINE, linewidth=1.6, zorder=0)
    counts = rows.groupby(["step", "column"], as_index=False).size()
    for step, column, count in counts.itertuples(index=False):
        area = SMALLEST + (LARGEST - SMALLEST) * (count - 1) / max(most - 1, 1)
        axes.scatter([column], [step], s=area, color=ACCENT, linewidth=0, zorder=2)
        axes.annotate(f"{count:,}", (column, step), xytext=(area**0.5 / 2 + 2, 0), va="center",
                      textcoords="offset points", fontsize=8, color=INK,
                      path_effects=[withStroke(linewidth=3, foreground="white")])  # fmt: skip
    taken = set(rows["step"])
    axes.set_yticks(range(1, len(steps) + 1), [f"{step}  {n}" for n, step in enumerate(steps, 1)])
    for number, label in enumerate(axes.get_yticklabels(), 1):
        label.set_color(INK if number in taken else SOFT)
        label.set_fontsize(8.5)
    few = _fit(columns)
    axes.set_xticks(
        range(len(columns)),
        [shortened(column, LONGEST_NAME) for column in columns],
        rotation=0 if few else 35,
        ha="center" if few else "right",
    )
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_parse_math(False)  # a name is text, whatever signs it has
    for label in axes.get_xticklabels():
        label.set_rotation_mode("anchor")
    axes.tick_params(axis="both", length=0, labelsize=8.5)
    axes.set_xlim(-0.7, len(columns) - 0.3)
    axes.set_ylim(0.4, tallest + ROOM_FOR_TITLE)
    axes.text(-0.6, len(steps) + 0.8, fill(str(scale["title"]), 24), fontsize=9, parse_math=False,
              fontweight="bold", va="bottom")  # fmt: skip
    axes.spines[["left", "bottom"]].set_visible(False)


def _fit(columns: list[str]) -> bool:
    """Say whether the names have room beside each other, written level."""
    return max(map(len, columns)) * len(columns) <= 28


def _empty_scales(known: Scales, drawn: list[str]) -> list[str]:
    bare = [str(known[name]["title"]) for name in known if name not in drawn]
    return [f"No act stands on {findings.listed(bare)}."] if bare else []
