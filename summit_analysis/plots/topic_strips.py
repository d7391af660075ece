"""The coverage strip: a text from left to right, its topics as lanes."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.corpus import Corpus
from summit_analysis.frames import notes_of
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import ACCENT, FAINT, INK, SEQUENTIAL, SOFT, new_figure
from summit_analysis.topics import Lexicon, coverage, topic_evidence, topic_lexicon

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_TEXTS = 6
BINS = 20
LANE = 0.24


def coverage_strip(corpus: Corpus, lexicon: Lexicon = None) -> Figure:
    """Draw texts from left to right with topics as lanes, so that order and room show at once.

    Args:
        corpus: up to six documents are drawn sentence by sentence, one above the other; more are
            laid over each other, from their beginning to their end.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.

    Returns:
        The figure. Topics without a match have no lane; the alt text names them.

    Raises:
        LexiconError: the lexicon is malformed.

    Example:
        >>> import summit_analysis as sa
        >>> coverage_strip(sa.load()).caption[:38]
        'The text from left to right, its topic'
    """
    table = coverage(corpus, lexicon)
    rows = topic_evidence(corpus, lexicon).drop_duplicates(["doc_id", "sentence", "topic"])
    if len(corpus) <= MOST_TEXTS:
        return _sentence_by_sentence(corpus, table, rows)
    return _laid_over(corpus, table, rows, list(topic_lexicon(lexicon).topics))


def _sentence_by_sentence(corpus: Corpus, table: pd.DataFrame, rows: pd.DataFrame) -> Figure:
    lanes = _lanes(table)
    height = 0.75 + len(corpus) * (0.35 + LANE * max(len(lanes), 1))
    with new_figure(7.4, height, rows=len(corpus)) as (mpl, grid):
        for axes, document in zip(np.atleast_1d(np.asarray(grid)), corpus, strict=True):
            own = rows[rows["doc_id"] == document.doc_id]
            share = table[table["doc_id"] == document.doc_id].set_index("topic")["share"]
            _strip(axes, corpus, document.doc_id, own, lanes, share)
            if len(corpus) > 1:
                title = str(document.metadata.get("title") or document.doc_id)
                axes.set_title(title[:88], fontsize=9, pad=4)
        mpl.supxlabel("the text, from its first word to its last", fontsize=9, color=SOFT)
    single = len(corpus) == 1
    return Figure(
        mpl,
        caption=f"{'The text' if single else 'Each text'} from left to right, its topics as lanes "
        "in the order in which they are taken up; a block is a sentence that speaks of the topic, "
        "as wide as the sentence is long. On the right the share of sentences.",
        alt=_alt(table, single),
        notes=tuple(notes_of(table)),
    )


def _strip(
    axes: "Axes",
    corpus: Corpus,
    doc_id: str,
    rows: pd.DataFrame,
    lanes: list[str],
    share: pd.Series,
) -> None:
    index = corpus.index
    place = corpus.place(doc_id)
    own = slice(int(index.document_sentences[place]), int(index.document_sentences[place + 1]))
    edges = index.sentence_tokens[own.start : own.stop + 1]
    total = max(int(edges[-1] - edges[0]), 1)
    left, width = (edges[:-1] - edges[0]) / total, np.diff(edges) / total
    number = {int(n): at for at, n in enumerate(index.sentence_numbers[own])}
    for lane, topic in enumerate(lanes):
        axes.axhline(lane, color=FAINT, linewidth=0.8, zorder=0)
        at = [number[int(n)] for n in rows.loc[rows["topic"] == topic, "sentence"]]
        blocks = [(left[n], max(width[n] - 0.002, 0.001)) for n in at]
        if blocks:
            axes.broken_barh(blocks, (lane - 0.36, 0.72), color=ACCENT, linewidth=0)
        here = float(share.get(topic, 0.0))
        axes.text(
            1.01,
            lane,
            f"{here:.0%}" if here else "–",
            va="center",
            fontsize=8,
            color=INK if here else SOFT,
        )
    axes.set_yticks(range(len(lanes)), [topic_label(topic) for topic in lanes], fontsize=8.5)
    axes.set_xlim(0, 1)
    axes.set_ylim(max(len(lanes), 1) - 0.4, -0.6)
    axes.set_xticks([])
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)


def _laid_over(
    corpus: Corpus, table: pd.DataFrame, rows: pd.DataFrame, topics: list[str]
) -> Figure:
    """Lay many texts over each other: in which part of them a topic stands, and how often."""
    index = corpus.index
    lengths = np.maximum(np.diff(index.document_sentences), 1)
    first = index.sentence_numbers[
        np.minimum(index.document_sentences[:-1], len(index.sentence_numbers) - 1)
    ]
    places = {document.doc_id: place for place, document in enumerate(corpus)}
    at = rows["doc_id"].map(places).to_numpy()
    part = (rows["sentence"].to_numpy() - first[at] + 0.5) / lengths[at]
    bins = np.clip((part * BINS).astype(int), 0, BINS - 1)
    inside = [(np.arange(n) + 0.5) / n for n in lengths]
    everything = np.clip((np.concatenate(inside) * BINS).astype(int), 0, BINS - 1)
    totals = np.bincount(everything, minlength=BINS)
    number = {topic: place for place, topic in enumerate(topics)}
    cells = rows["topic"].map(number).to_numpy() * BINS + bins
    counts = np.bincount(cells, minlength=len(topics) * BINS).reshape(len(topics), BINS)
    shares = counts / np.maximum(totals, 1)
    there = counts.sum(axis=1) > 0
    middle = (shares * (np.arange(BINS) + 0.5)).sum(axis=1) / np.maximum(shares.sum(axis=1), 1e-12)
    order = [place for place in np.argsort(middle, kind="stable") if there[place]]
    with new_figure(7.4, 1.1 + LANE * max(len(order), 1)) as (mpl, axes):
        from matplotlib.colors import LinearSegmentedColormap

        shades = LinearSegmentedColormap.from_list("sequential", ["#ffffff00", *SEQUENTIAL])
        image = axes.imshow(shares[order], aspect="auto", cmap=shades, extent=(0, 1, len(order), 0))
        axes.set_yticks(
            np.arange(len(order)) + 0.5, [topic_label(topics[place]) for place in order]
        )
        axes.tick_params(axis="y", labelsize=8.5)
        axes.set_xticks([0, 0.5, 1], ["beginning", "middle", "end"])
        axes.spines[["left", "bottom"]].set_visible(False)
        bar = mpl.colorbar(image, ax=axes, shrink=0.5, aspect=18, pad=0.02)
        bar.ax.locator_params(axis="y", nbins=5, steps=[1, 2, 5, 10])
        bar.ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
        bar.outline.set_visible(False)
        bar.set_label("share of sentences there", fontsize=8.5, color=SOFT)
    early, late = (topic_label(topics[order[end]]) for end in (0, -1)) if order else ("", "")
    return Figure(
        mpl,
        caption=f"{len(corpus):,} texts laid over each other, from beginning to end: the darker, "
        "the more of the sentences in that part speak of the topic. Topics that come early stand "
        "on top.",
        alt=_alt(table, False)
        + (f" On the whole {early} comes earliest and {late} latest." if order else ""),
        notes=tuple(notes_of(table)),
    )


def _lanes(table: pd.DataFrame) -> list[str]:
    """Order topics by where they first stand, on average over the texts that have them."""
    there = table[table["sentences"] > 0]
    first = there.groupby("topic", sort=False)["position"].mean()
    return [str(topic) for topic in first.sort_values(kind="stable").index]


def _alt(table: pd.DataFrame, single: bool) -> str:
    said = findings.topics_covered(table)
    return f"{said} {findings.order_of_topics(table)}" if single else said
