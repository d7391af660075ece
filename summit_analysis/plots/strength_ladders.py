"""The ladder of strength: where each concern, condemnation or request stands on a scale."""

import pandas as pd

from summit_analysis import findings
from summit_analysis.frames import notes_of
from summit_analysis.phrases.strengths import read_scales
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import ACCENT, FAINT, INK, MUTED, SOFT, new_figure

MOST_NAMES = 3


def strength_ladder(placed: pd.DataFrame) -> Figure:
    """Draw each scale as a ladder, the weakest step at the foot, with the acts on each step.

    Args:
        placed: a frame made by `strengths`, with the bundled scales.

    Returns:
        The figure, one ladder a scale. A step without an act is drawn empty. Steps are an order:
        the distance between two of them means nothing.

    Example:
        >>> import summit_analysis as sa
        >>> strength_ladder(sa.strengths(sa.acts(sa.load()))).caption[:21]
        'Where acts stand on p'
    """
    if placed.empty:
        return nothing_to_draw(placed, why=findings.strongest_words(placed))
    known = read_scales()
    names = [name for name in dict.fromkeys(placed["scale"]) if name in known]
    steps = max(len(known[name]["steps"]) for name in names)
    rows = (len(names) + 1) // 2
    columns = min(2, len(names))
    with new_figure(7.4, rows * (0.8 + 0.26 * steps), rows=rows, columns=columns) as (mpl, grid):
        panels = [grid] if len(names) == 1 else list(getattr(grid, "flat", [grid]))
        for axes, name in zip(panels, names, strict=False):
            labels = [step["name"] for step in known[name]["steps"]]
            own = placed[placed["scale"] == name]
            for number, label in enumerate(labels, start=1):
                here = own[own["step"] == number]
                axes.scatter(
                    0, number, s=18 + 10 * min(len(here), 12) if len(here) else 12,
                    color=ACCENT if len(here) else "none", edgecolor=ACCENT if len(here) else MUTED,
                )  # fmt: skip
                axes.text(
                    0.12, number, label, va="center", fontsize=8.5, color=INK if len(here) else SOFT
                )
                if len(here):
                    axes.text(
                        1.0, number, _who(here), va="center", ha="right", fontsize=8, color=SOFT
                    )
            axes.plot([0, 0], [1, len(labels)], color=FAINT, linewidth=1.4, zorder=0)
            axes.set_title(str(known[name]["title"]), fontsize=9)
            axes.set_xlim(-0.08, 1.02)
            axes.set_ylim(0.4, steps + 0.6)
            axes.set_xticks([])
            axes.set_yticks([])
            axes.spines[["left", "bottom"]].set_visible(False)
        for axes in panels[len(names) :]:
            axes.set_axis_off()
    return Figure(
        mpl,
        caption="Where acts stand on published scales, the weakest step at the foot of each ladder; "
        "on the right who, and how often. Steps are an order: how far apart they stand means "
        "nothing.",
        alt=findings.strongest_words(placed),
        notes=tuple(notes_of(placed)),
    )


def _who(rows: pd.DataFrame) -> str:
    counts = rows["actor"].value_counts()
    order = sorted(counts.index, key=lambda actor: (-counts[actor], actor))
    named = [f"{actor} {counts[actor]}" for actor in order[:MOST_NAMES]]
    return ", ".join(named) + (", …" if len(order) > MOST_NAMES else "")
