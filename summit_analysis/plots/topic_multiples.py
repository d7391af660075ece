"""Topics over time, a small panel each."""

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.frames import notes_of
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import ACCENT, SOFT, new_figure
from summit_analysis.plurals import counted
from summit_analysis.topics import Lexicon, topic_trend

COLUMNS = 3
FLATTENED = 3


def topic_multiples(
    corpus: Corpus, lexicon: Lexicon = None, *, by: str = "year", most: int = 12
) -> Figure:
    """Draw each topic's share of sentences over time, a panel a topic.

    Args:
        corpus: the texts; those without a date are left out.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: `decade`, `year`, `quarter`, `month` of the date, or a column whose values have an
            order.
        most: how many topics, those with most sentences first.

    Returns:
        The figure; the band is the 95 % interval that `topic_trend` states. Texts of one group make
        a figure that says so.

    Raises:
        LexiconError: the lexicon is malformed.
        CorpusError: no text has a known date or value to group by.

    Example:
        >>> import summit_analysis as sa
        >>> topic_multiples(sa.load()).alt
        'All texts fall into one year: no change to draw.'
    """
    table = topic_trend(corpus, lexicon, by=by)
    groups = list(dict.fromkeys(table[by].sort_values()))
    if len(groups) < 2:
        return nothing_to_draw(table, why=f"All texts fall into one {by}: no change to draw.")
    rooms = table.groupby("topic", sort=False)["sentences"].sum()
    rooms = rooms[rooms > 0].sort_values(ascending=False, kind="stable").head(most)
    lines = -(-len(rooms) // COLUMNS)
    tops = table.groupby("topic")[["share", "share_high"]].max().max(axis=1)[rooms.index]
    own_scales = float(tops.max()) > FLATTENED * float(tops.median())
    x = np.arange(len(groups))
    with new_figure(7.4, 0.5 + 1.25 * lines, rows=lines, columns=COLUMNS) as (mpl, grid):
        panels = np.atleast_1d(np.asarray(grid)).ravel()
        for axes, topic in zip(panels, rooms.index, strict=False):
            own = table[table["topic"] == topic].set_index(by).reindex(groups)
            axes.fill_between(
                x,
                own["share_low"].to_numpy(float),
                own["share_high"].to_numpy(float),
                color=ACCENT,
                alpha=0.16,
                linewidth=0,
            )
            axes.plot(x, own["share"], color=ACCENT, marker="o", markersize=2.8, linewidth=1.4)
            axes.set_title(topic_label(str(topic)), fontsize=9, pad=3, fontweight="normal")
            axes.set_ylim(0, float(tops[topic] if own_scales else tops.max()) * 1.08)
            axes.set_xlim(-0.3, len(groups) - 0.7)
            axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
            axes.locator_params(axis="y", nbins=3)
            axes.grid(axis="y")
            axes.tick_params(labelsize=8, labelcolor=SOFT)
            shown = x if len(x) <= 5 else np.array([0, len(x) // 2, len(x) - 1])
            axes.set_xticks(shown, [groups[place] for place in shown])
            axes.spines["left"].set_visible(False)
        for axes in panels[len(rooms) :]:
            axes.set_visible(False)
    scale = "each on its own scale" if own_scales else "all on one scale"
    return Figure(
        mpl,
        caption=f"Share of sentences that speak of a topic, by {by}: the "
        f"{counted(len(rooms), 'topic')} with most sentences, {scale}. The "
        "band is where the share may lie, had other documents of the same kind been chosen (95 %).",
        alt=_alt(table, by, groups, [str(topic) for topic in rooms.index]),
        notes=tuple(notes_of(table)),
    )


def _alt(table: pd.DataFrame, by: str, groups: list[str], topics: list[str]) -> str:
    """Say which topics grew and shrank most between the first group and the last."""
    wide = table.pivot(index="topic", columns=by, values="share").loc[topics]
    change = (wide[groups[-1]] - wide[groups[0]]).sort_values(kind="stable")
    parts = [
        f"{topic_label(str(topic))} went from {wide.loc[topic, groups[0]]:.0%} to "
        f"{wide.loc[topic, groups[-1]]:.0%}"
        for topic in (change.index[-1], change.index[0])
    ]
    return f"From {groups[0]} to {groups[-1]}, {parts[0]}, the largest rise, and {parts[1]}."
