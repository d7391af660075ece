"""Key terms: effect against frequency."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.labelling import place_labels
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import INK, LINE, MUTED, SIDES, new_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_DOTS = 4000


def key_terms(terms: pd.DataFrame, *, labels: int = 24) -> Figure:
    """Draw each term by how often it occurs and how much the sides differ in it.

    Args:
        terms: from `keyness`.
        labels: how many terms to name at most: those of the largest LRC, or where none differs
            beyond chance, of the largest G2.

    Returns:
        The figure: to the right the frequent terms, up what the target leans on, down what the
        reference does; in colour those whose LRC is not 0.

    Example:
        >>> import summit_analysis as sa
        >>> figure = key_terms(sa.keyness(sa.load(), "english", stopwords="english"))
        >>> figure.alt[:40]
        '52 terms of 246 differ beyond chance: bu'
    """
    if terms.empty:
        return nothing_to_draw(terms, why=findings.leaning(terms))
    target, reference = terms.attrs.get("sides", ("the target", "the reference"))
    rate = terms[["rate_target", "rate_reference"]].max(axis=1).to_numpy()
    effect = terms["log_ratio"].to_numpy()
    certain = terms["lrc"].to_numpy() != 0
    named = _to_name(terms)[:labels]
    with new_figure(7.4, 5.2) as (mpl, axes):
        _dots(axes, rate, effect, certain)
        ink = [_colour(effect[i]) if certain[i] else INK for i in named]
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
        axes.minorticks_off()
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
        dots = np.column_stack([rate, effect])[: MOST_DOTS * 5]
        written = place_labels(
            axes,
            rate[named],
            effect[named],
            terms["term"].iloc[named].tolist(),
            ink,
            points=dots[np.union1d(np.flatnonzero(certain[: len(dots)]), named[named < len(dots)])],
        )
    caption = (
        "Each dot is a term: the further right the commoner, the further from the middle the more "
        "the sides differ. Terms in colour differ beyond chance (LRC is not 0)"
    )
    caption += f"; {written:,} are named." if certain.any() else "; here none does."
    return Figure(
        mpl, caption=caption, alt=findings.leaning(terms, most=8), notes=tuple(notes_of(terms))
    )


def _to_name(terms: pd.DataFrame) -> np.ndarray:
    """Order the terms worth naming: those beyond chance from both ends in turn, else by G2."""
    strength = terms["lrc"].abs().to_numpy()
    if not strength.any():
        return np.argsort(-terms["g2"].abs().to_numpy(), kind="stable")
    order = np.argsort(-strength, kind="stable")
    return order[strength[order] > 0]


def _dots(axes: "Axes", rate: np.ndarray, effect: np.ndarray, certain: np.ndarray) -> None:
    places = np.unique(np.column_stack([rate, effect])[~certain], axis=0)
    places = places[:: max(len(places) // MOST_DOTS, 1)]
    axes.scatter(*places.T, s=9, color=MUTED, alpha=0.55, linewidth=0)
    for side, leads in enumerate((effect > 0, effect <= 0)):
        mine = certain & leads
        axes.scatter(rate[mine], effect[mine], s=22, color=SIDES[side], linewidth=0, zorder=3)


def _colour(effect: float) -> str:
    return SIDES[0] if effect > 0 else SIDES[1]
