"""Trend: a panel a term, its rate by period with intervals."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.arguments import check_frame
from summit_analysis.corpus.grouping import NOT_KNOWN, PERIODS
from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import ACCENT, INK, MUTED, horizontal_bars, new_figure
from summit_analysis.shortening import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PANELS = 12
MOST_TICKS = 6
INCHES_A_LETTER = 0.1
FLAT = 5
LONGEST_NAME = 30


def trend_lines(trend: pd.DataFrame) -> Figure:
    """Draw the rate of terms by period or group, with 95 % intervals.

    Args:
        trend: from `trend`.

    Returns:
        The figure: a panel for each of the first 12 terms, on one scale unless it would hide the
        rarer ones. Periods are joined by lines, broken where there are no documents; other groups
        are not. Of a single period each term has a row.

    Example:
        >>> import summit_analysis as sa
        >>> trend_lines(sa.trend(sa.load(), "leaders")).alt
        'Per 1,000 tokens, “leaders” stands at 22.2 in 2022.'
    """
    check_frame(
        trend,
        ("term", "count", "rate", "rate_low", "rate_high"),
        call="trend_lines",
        maker="trend",
    )
    if trend.empty:
        return nothing_to_draw(trend, why=findings.change(trend))
    by = str(trend.columns[1])
    joined = by in PERIODS
    rows = trend[trend[by] != NOT_KNOWN] if joined else trend
    names = list(dict.fromkeys(rows[by]))
    if len(names) == 1:
        return _one_period(rows, trend, by=by)
    place = dict(zip(names, _positions(names, by), strict=True))
    panels = list(rows.groupby("term", sort=False))[:MOST_PANELS]
    columns = min(len(panels), 3 if len(panels) != 4 else 2)
    lines = -(-len(panels) // columns)
    tops = [_top(mine) for _, mine in panels]
    top = max(tops) or 1
    # One scale for all, unless a term would lie flat on the ground.
    shared = all(mine * FLAT > top for mine in tops if mine)
    with new_figure(7.4, 0.9 + 2.0 * lines, rows=lines, columns=columns) as (mpl, grid):
        every = np.atleast_1d(np.asarray(grid, dtype=object)).ravel()
        for number, axes in enumerate(every):
            if number >= len(panels):
                axes.set_axis_off()
                continue
            term, mine = panels[number]
            _panel(axes, mine, np.array([place[name] for name in mine[by]]), joined=joined)
            axes.set_title(shortened(str(term), LONGEST_NAME), fontsize=9.5)
            axes.set_ylim(0, top if shared else _top(mine) or 1)
            _ticks(axes, place, 6.6 / columns, bottom=number + columns >= len(panels))
            if number % columns and shared:
                axes.tick_params(labelleft=False)
        mpl.supylabel("rate per 1,000 tokens", fontsize=9, color=INK)
    left_out = trend["term"].nunique() - len(panels)
    notes = [*notes_of(trend)]
    if left_out:
        notes.append(f"{left_out} more terms are not drawn.")
    return Figure(
        mpl,
        caption=f"Rate by {by}; the {'band' if joined else 'line'} is the 95 % interval, from "
        "drawing whole documents anew. A hollow dot is a single document, which has none."
        + ("" if shared else " Each panel has its own scale."),
        alt=findings.change(trend),
        notes=tuple(notes),
    )


def _one_period(rows: pd.DataFrame, trend: pd.DataFrame, *, by: str) -> Figure:
    """Draw a row a term where there is nothing to join: one period makes no trend."""
    shown = rows.drop_duplicates("term").head(MOST_PANELS)
    with new_figure(7.4, 0.9 + 0.3 * len(shown)) as (mpl, axes):
        axes.hlines(range(len(shown)), 0, shown["rate"], color=MUTED, linewidth=1.2)
        axes.scatter(shown["rate"], range(len(shown)), s=24, color=ACCENT, linewidth=0, zorder=3)
        axes.set_yticks(
            range(len(shown)), [shortened(str(term), LONGEST_NAME) for term in shown["term"]]
        )
        axes.set_xlim(left=0)
        axes.set_xlabel(f"rate per 1,000 tokens in {shown[by].iloc[0]}")
        horizontal_bars(axes)
    return Figure(
        mpl,
        caption=f"Rates of the one {by} that the dated documents are from; one {by} makes no "
        "trend.",
        alt=findings.change(trend),
        notes=tuple(notes_of(trend)),
    )


def _top(rows: pd.DataFrame) -> float:
    """Find how high a panel must reach; 0 if the term never occurs."""
    return float(np.nanmax(rows[["rate", "rate_high"]].to_numpy(), initial=0)) * 1.12


def _panel(axes: "Axes", rows: pd.DataFrame, x: np.ndarray, *, joined: bool) -> None:
    rate, low, high = (rows[name].to_numpy() for name in ("rate", "rate_low", "rate_high"))
    alone = np.isnan(low)
    if joined:
        # A period without documents breaks the line and leaves a dotted one.
        axes.plot(x, rate, color=MUTED, linewidth=0.8, linestyle=(0, (1, 3)), zorder=1)
        for run in np.split(np.arange(len(x)), np.flatnonzero(np.diff(x) > 1) + 1):
            axes.plot(x[run], rate[run], color=ACCENT, linewidth=1.5, zorder=2)
            axes.fill_between(x[run], low[run], high[run], color=ACCENT, alpha=0.16, linewidth=0)
    axes.vlines(x[~alone], low[~alone], high[~alone], color=MUTED, linewidth=1.2, zorder=1)
    axes.scatter(x[~alone], rate[~alone], s=20, color=ACCENT, linewidth=0, zorder=3)
    axes.scatter(
        x[alone], rate[alone], s=20, facecolor="white", edgecolor=ACCENT, linewidth=1.2, zorder=3
    )
    axes.grid(axis="y")
    axes.spines["left"].set_visible(False)


def _positions(names: list[str], by: str) -> list[float]:
    """Number periods so that a missing one leaves a gap."""
    if by in ("year", "decade"):
        return [float(name.rstrip("s")) / (10 if by == "decade" else 1) for name in names]
    if by in PERIODS:
        parts = [name.replace("Q", "").split("-") for name in names]
        per_year = 4 if by == "quarter" else 12
        return [int(year) * per_year + int(part) for year, part in parts]
    return [float(number) for number in range(len(names))]


def _ticks(axes: "Axes", place: dict[str, float], width: float, *, bottom: bool) -> None:
    names = list(place)
    shown = names[:: -(-len(names) // MOST_TICKS)] if len(names) > MOST_TICKS else names
    axes.set_xticks([place[name] for name in shown], [shortened(name, 16) for name in shown])
    axes.tick_params(axis="x", labelbottom=bottom)
    if sum(map(len, shown)) * INCHES_A_LETTER > width:
        for label in axes.get_xticklabels():
            label.set(rotation=35, ha="right", rotation_mode="anchor")
    low, high = min(place.values()), max(place.values())
    pad = max((high - low) * 0.06, 0.4)
    axes.set_xlim(low - pad, high + pad)
