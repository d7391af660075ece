"""The shape of texts: sentence by sentence for a few, over time for many."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.corpus import Corpus, describe
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import (
    ACCENT,
    FAINT,
    INK,
    MUTED,
    SERIES,
    SOFT,
    new_figure,
)
from summit_analysis.plurals import counted
from summit_analysis.shortening import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_TEXTS = 6
MANY_TEXTS = 200
SKEWED = 20
LONGEST_NAME = 34
MOST_ISSUERS = len(SERIES) - 1


def text_shape(corpus: Corpus) -> Figure:
    """Draw how texts are built: each sentence's length, or each document's length over time.

    Args:
        corpus: up to six documents are drawn sentence by sentence, more as points by date.

    Returns:
        The figure; caption and alt text say what the numbers are.

    Example:
        >>> import summit_analysis as sa
        >>> text_shape(sa.load()).caption[:30]
        'Each bar is a sentence, its he'
    """
    described = describe(corpus)
    if described.empty:
        return nothing_to_draw(described, why="The corpus has no documents.")
    if len(corpus) <= MOST_TEXTS:
        return _sentence_by_sentence(corpus, described)
    return _over_time(described)


def _sentence_by_sentence(corpus: Corpus, described: pd.DataFrame) -> Figure:
    index = corpus.index
    lengths = np.diff(index.sentence_tokens)
    bounds = index.document_sentences
    height = 2.6 if len(corpus) == 1 else 1.1 + 1.35 * len(corpus)
    with new_figure(7.4, height, rows=len(corpus)) as (mpl, grid):
        for place, axes in enumerate(np.atleast_1d(np.asarray(grid, dtype=object))):
            part = slice(int(bounds[place]), int(bounds[place + 1]))
            _bars(axes, lengths[part], index.sentence_paragraphs[part])
            if len(corpus) > 1:
                axes.set_title(str(described["title"].iloc[place])[:90], fontsize=9)
        axes.set_xlabel("sentences, in the order of the text; bands are paragraphs")
        mpl.supylabel("tokens in the sentence", fontsize=9, color=SOFT)
    return Figure(
        mpl,
        caption="Each bar is a sentence, its height the number of tokens in it; the light and dark "
        "bands behind are paragraphs.",
        alt=f"{findings.size_of_corpus(described)} {findings.length_of_sentences(described)}",
    )


def _bars(axes: "Axes", lengths: np.ndarray, paragraphs: np.ndarray) -> None:
    places = np.arange(len(lengths))
    longest = int(lengths.argmax()) if len(lengths) else 0
    for number in np.unique(paragraphs)[::2]:
        inside = places[paragraphs == number]
        axes.axvspan(inside[0] - 0.5, inside[-1] + 0.5, color=FAINT, linewidth=0)
    colours = [ACCENT if place == longest else MUTED for place in places]
    axes.bar(places, lengths, width=0.72, color=colours)
    if len(lengths):
        late = longest > len(lengths) * 0.8
        axes.annotate(
            f"longest: {lengths[longest]}",
            (longest + (0.36 if late else -0.36), lengths[longest]),
            xytext=(0, 3),
            textcoords="offset points",
            ha="right" if late else "left",
            fontsize=8.5,
            color=INK,
        )
    axes.set_xlim(-0.6, len(lengths) - 0.4)
    axes.set_ylim(0, max(int(lengths.max(initial=0)) * 1.15, 1))
    axes.set_xticks([])
    axes.spines["left"].set_visible(False)


def _over_time(described: pd.DataFrame) -> Figure:
    dated = described.dropna(subset=["date"])
    x = dated["date"] if len(dated) else pd.Series(range(len(described)))
    rows = dated if len(dated) else described
    issuers = rows["issuer"].fillna("not known").astype(str)
    leading = issuers.value_counts().index[:MOST_ISSUERS].tolist()
    with new_figure(7.4, 3.4) as (mpl, axes):
        for place, issuer in enumerate([*leading, None]):
            mine = ~issuers.isin(leading) if issuer is None else issuers == issuer
            if not mine.any():
                continue
            axes.scatter(
                x[mine],
                rows["tokens"][mine],
                s=26,
                color=SERIES[place],
                alpha=0.75 if len(rows) < MANY_TEXTS else 0.4,
                linewidth=0,
                label=shortened(issuer, LONGEST_NAME) if issuer else "others",
            )
        _scale(axes, rows["tokens"])
        axes.set_xlabel("" if len(dated) else "documents, in the order of the corpus")
        axes.grid(axis="y")
        axes.legend(loc="upper left", bbox_to_anchor=(0, 1.16), ncols=3, handletextpad=0.1)
    undated = len(described) - len(dated)
    missing = findings.number_of(undated, "document").capitalize()
    notes = (f"{missing} without a date not drawn.",)
    return Figure(
        mpl,
        caption="Each dot is a document: when it was issued, how many tokens it has, and by whom.",
        alt=f"{findings.size_of_corpus(described)} The longest document has "
        f"{counted(int(described['tokens'].max()), 'token')}, the shortest "
        f"{described['tokens'].min():,}.",
        notes=notes if undated and len(dated) else (),
    )


def _scale(axes: "Axes", tokens: pd.Series) -> None:
    """Use a logarithmic scale where a few long documents would flatten all others."""
    if tokens.max() > SKEWED * tokens.median():
        axes.set_yscale("log")
        axes.set_ylabel("tokens in the document (logarithmic)")
    else:
        axes.set_ylim(bottom=0)
        axes.set_ylabel("tokens in the document")
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
