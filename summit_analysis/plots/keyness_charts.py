"""Key terms: effect against frequency."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.arguments import check_frame, check_whole
from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.labelling import place_labels
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import LINE, MUTED, SIDES, SOFT, new_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# More dots than this are drawn smaller, and as a picture inside the drawing.
MANY_DOTS = 1500
# So many terms are named at least, in grey those whose difference may be chance.
NAMED_AT_LEAST = 12
LONGEST_PAIR = 26


def key_terms(terms: pd.DataFrame, *, labels: int = 24) -> Figure:
    """Draw each term by how often it occurs and how much the sides differ in it.

    Args:
        terms: from `keyness`.
        labels: how many terms to name at most: those of the largest LRC, and if they are few some
            of the largest G2.

    Returns:
        The figure: to the right the frequent terms, up what the target leans on, down what the
        reference does; in colour those whose LRC is not 0.

    Example:
        >>> import summit_analysis as sa
        >>> figure = key_terms(sa.keyness(sa.load(), "english", stopwords="english"))
        >>> "bundled corpus leans on “kishida”" in figure.alt
        True
    """
    check_frame(
        terms,
        ("term", "rate_target", "rate_reference", "log_ratio", "lrc", "g2"),
        call="key_terms",
        maker="keyness",
    )
    check_whole("labels", labels, least=0)
    if terms.empty:
        return nothing_to_draw(terms, why=findings.leaning(terms))
    target, reference = terms.attrs.get("sides", ("the target", "the reference"))
    rate = terms[["rate_target", "rate_reference"]].max(axis=1).to_numpy()
    effect = terms["log_ratio"].to_numpy()
    certain = terms["lrc"].to_numpy() != 0
    named = _to_name(terms, labels)
    from matplotlib.ticker import LogLocator, MaxNLocator

    with new_figure(7.4, 5.2) as (mpl, axes):
        _dots(axes, rate, effect, certain)
        axes.set_xscale("log")
        axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
        axes.minorticks_off()
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=7))
        axes.margins(x=0.08, y=0.1)
        axes.axhline(0, color=LINE, linewidth=0.8, zorder=0)
        axes.set_xlabel("rate per 1,000 tokens on the side that uses the term more")
        axes.set_ylabel("log ratio (each unit doubles)")
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:+.0f}" if value else "0")
        for level, side, name in ((1.0, 0, target), (0.0, 1, reference)):
            axes.annotate(
                f"{'↑' if not side else '↓'} more in {name[:60]}",
                (0, level),
                xytext=(0, 12 if not side else 4),
                xycoords="axes fraction",
                textcoords="offset points",
                color=SIDES[side],
                fontweight="bold",
                fontsize=9,
                va="center" if not side else "bottom",
            )
        places, names = _grouped(terms, rate, effect, named)
        first = [group[0] for group in places]
        place_labels(
            axes,
            rate[first].tolist(),
            effect[first].tolist(),
            names,
            [_colour(effect[i]) if certain[i] else SOFT for i in first],
            points=np.unique(np.column_stack([rate, effect]), axis=0),
        )
    caption = (
        "Each dot is a term: the further right the commoner, the further from the middle the more "
        "the sides differ. Those in colour differ beyond chance (LRC is not 0)"
    )
    caption += "." if certain.any() else "; here none does."
    return Figure(
        mpl, caption=caption, alt=findings.leaning(terms, most=8), notes=tuple(notes_of(terms)[:2])
    )


def _to_name(terms: pd.DataFrame, labels: int) -> list[int]:
    """Choose the terms worth naming, the strongest first."""
    strength = terms["lrc"].abs().to_numpy()
    certain = [i for i in np.argsort(-strength, kind="stable").tolist() if strength[i] > 0]
    # Some of either side first, so that a side whose terms are weaker is named too.
    leads = terms["lrc"].to_numpy() > 0
    quarter = labels // 4
    first = [i for i in certain if leads[i]][:quarter] + [i for i in certain if not leads[i]][
        :quarter
    ]
    certain = first + [i for i in certain if i not in set(first)]
    by_g2 = np.argsort(-terms["g2"].abs().to_numpy(), kind="stable").tolist()
    others = [i for i in by_g2 if strength[i] == 0]
    return (certain[:labels] + others[: max(NAMED_AT_LEAST - len(certain), 0)])[:labels]


def _grouped(
    terms: pd.DataFrame, rate: np.ndarray, effect: np.ndarray, named: list[int]
) -> tuple[list[list[int]], list[str]]:
    """Name terms that fall on one dot together."""
    groups: dict[tuple[float, float], list[int]] = {}
    for i in named:
        groups.setdefault((float(rate[i]), float(effect[i])), []).append(i)
    names = []
    for place, group in groups.items():
        there = int(((rate == place[0]) & (effect == place[1])).sum())
        pair = terms["term"].iloc[group[:2]].tolist()
        shown = pair if len("".join(pair)) <= LONGEST_PAIR else pair[:1]
        more = there - len(shown)
        names.append(", ".join(shown) + (f" +{more:,}" if more else ""))
    return list(groups.values()), names


def _dots(axes: "Axes", rate: np.ndarray, effect: np.ndarray, certain: np.ndarray) -> None:
    many = len(rate) > MANY_DOTS
    places = np.unique(np.column_stack([rate, effect])[~certain], axis=0)
    axes.scatter(
        places[:, 0], places[:, 1], s=9, color=MUTED, alpha=0.7, linewidth=0, rasterized=many
    )
    for side, leads in enumerate((effect > 0, effect <= 0)):
        mine = certain & leads
        size, alpha = (9, 0.6) if certain.sum() > MANY_DOTS / 10 else (22, 1)
        axes.scatter(
            rate[mine],
            effect[mine],
            s=size,
            color=SIDES[side],
            alpha=alpha,
            linewidth=0,
            zorder=3,
            rasterized=many,
        )


def _colour(effect: float) -> str:
    return SIDES[0] if effect > 0 else SIDES[1]
