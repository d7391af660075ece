"""Term frequency: how often, and in how many documents, or group against group."""

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.arguments import check_frame, check_whole
from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import (
    ACCENT,
    FAINT,
    LINE,
    MUTED,
    SERIES,
    SOFT,
    horizontal_bars,
    new_figure,
)
from summit_analysis.plurals import counted
from summit_analysis.shortening import shortened

MOST_GROUPS = len(SERIES)
LONGEST_NAME = 40
SPREAD = 0.16


def term_frequencies(words: pd.DataFrame, *, most: int = 20) -> Figure:
    """Draw the commonest terms.

    Args:
        words: from `frequency`, with or without groups.
        most: how many terms to draw.

    Returns:
        The figure. Without groups: a stem a term, as long as its count, filled if it stands in at
        least half of the documents. With groups: a row a term, a dot a group at its rate.

    Example:
        >>> import summit_analysis as sa
        >>> term_frequencies(sa.frequency(sa.load(), stopwords="english")).alt[-42:]
        'first makes up 22.2 of every 1,000 tokens.'
    """
    check_frame(
        words, ("term", "count", "rate", "documents"), call="term_frequencies", maker="frequency"
    )
    check_whole("most", most, least=1)
    if words.empty:
        return nothing_to_draw(words, why=findings.commonest_words(words))
    return _stems(words, most) if words.columns[0] == "term" else _groups(words, most)


def _stems(words: pd.DataFrame, most: int) -> Figure:
    rows = words.head(most)
    count, documents = rows["count"].to_numpy(), rows["documents"].to_numpy()
    total = int(words.attrs.get("documents", documents.max()))
    wide = documents * 2 >= total
    from matplotlib.ticker import MaxNLocator

    with new_figure(7.4, 0.9 + 0.24 * len(rows)) as (mpl, axes):
        y = range(len(rows))
        axes.hlines(y, 0, count, color=[ACCENT if each else MUTED for each in wide], linewidth=1.6)
        axes.scatter(
            count,
            y,
            s=34,
            facecolor=[ACCENT if each else "white" for each in wide],
            edgecolor=[ACCENT if each else MUTED for each in wide],
            linewidth=1.4,
            zorder=3,
        )
        for place, (number, there) in enumerate(zip(count, documents, strict=True)):
            share = f"  in {there:,} of {total:,}" if total > 1 else ""
            axes.annotate(
                f"{number:,}{share}",
                (number, place),
                xytext=(8, 0),
                textcoords="offset points",
                va="center",
                fontsize=8.5,
                color=SOFT,
            )
        horizontal_bars(axes)
        axes.set_yticks(list(y), [shortened(term, LONGEST_NAME) for term in rows["term"]])
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(0, float(count.max()) * (1.2 if total > 1 else 1.08))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel("count")
    caption = (
        f"The {len(rows):,} commonest terms by count" if len(rows) > 1 else "One term by count"
    )
    if total > 1:
        caption += ", and in how many documents each stands; a hollow dot: in fewer than half"
    return Figure(
        mpl,
        caption=f"{caption}.",
        alt=findings.commonest_words(words),
        notes=tuple(notes_of(words)),
    )


def _groups(words: pd.DataFrame, most: int) -> Figure:
    by = str(words.columns[0])
    tokens = words.groupby(by)["count"].sum().sort_values(ascending=False, kind="stable")
    groups = sorted(tokens.index[:MOST_GROUPS])
    totals = words.groupby("term")["count"].sum().reset_index()
    order = totals.sort_values(["count", "term"], ascending=[False, True])["term"].head(most)
    rates = words.pivot(index="term", columns=by, values="rate").loc[order.tolist(), groups]
    with new_figure(7.4, 1.15 + 0.26 * len(rates)) as (mpl, axes):
        y = range(len(rates))
        axes.hlines(y, rates.min(axis=1), rates.max(axis=1), color=LINE, linewidth=1.6, zorder=1)
        # Dots of one rate would hide each other.
        shifts = np.linspace(-SPREAD, SPREAD, len(groups)) if len(groups) > 1 else [0.0]
        for group, shift, colour in zip(groups, shifts, SERIES, strict=False):
            axes.scatter(
                rates[group],
                [place + shift for place in y],
                s=32,
                color=colour,
                linewidth=0,
                label=shortened(group, LONGEST_NAME),
                zorder=3,
            )
        horizontal_bars(axes)
        axes.hlines(y, 0, rates.min(axis=1), color=FAINT, linewidth=0.8, zorder=0)
        axes.set_yticks(list(y), [shortened(str(term), LONGEST_NAME) for term in rates.index])
        axes.set_ylim(len(rates) - 0.4, -0.6)
        axes.set_xlim(left=-0.01 * float(rates.to_numpy().max()))
        axes.set_xlabel("rate per 1,000 tokens of the group")
        mpl.legend(
            *axes.get_legend_handles_labels(), loc="outside upper left", ncols=3, handletextpad=0.1
        )
    left_out = len(tokens) - len(groups)
    notes = [*notes_of(words)]
    if left_out:
        notes.append(f"Not drawn: the {counted(left_out, 'group')} with the fewest counts.")
    return Figure(
        mpl,
        caption=f"The commonest terms by their rate in each {by}; the line joins the lowest and "
        "the highest.",
        alt=findings.rates_apart(rates),
        notes=tuple(notes),
    )
