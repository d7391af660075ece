"""Which terms a table shows, and what the reader is told about the others."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from summit_analysis.arguments import check_whole
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.lexicons import stop_words
from summit_analysis.plurals import counted, is_are
from summit_analysis.terms.counting import TermCounts, count_terms


def count_selected(
    index: TokenIndex, *, n: int, stopwords: str | Iterable[str] | None, min_count: int
) -> tuple[TermCounts, list[str]]:
    """Count the terms to show, by document; see `count_terms` and `select_terms`."""
    counts = count_terms(index, n=n)
    # Totals are asked for by a minimum above one only.
    totals = counts.totals() if min_count != 1 else np.ones(len(counts.ids), dtype=np.int64)
    kept, notes = select_terms(
        counts.ids, totals, index.vocabulary, stopwords=stopwords, min_count=min_count
    )
    return only(counts, kept), notes


def select_terms(
    ids: np.ndarray,
    totals: np.ndarray,
    vocabulary: list[str],
    *,
    stopwords: str | Iterable[str] | None = None,
    min_count: int = 1,
) -> tuple[np.ndarray, list[str]]:
    """Find the terms to show, and say what the stop list and the minimum dropped.

    Args:
        ids: per term, the vocabulary ids of its words.
        totals: per term, its count.
        vocabulary: the words.
        stopwords: `"english"`, or words of one's own; terms that begin or end with one go.
        min_count: the least count a term needs.

    Returns:
        The places of the terms that stay, and the notes.

    Raises:
        CorpusError: the minimum is no whole number.
        LexiconError: the stop words are neither a known list nor words.
    """
    check_whole("min_count", min_count)
    stopped = stop_words(stopwords)
    kept = np.ones(len(ids), dtype=bool)
    notes = []
    if stopped:
        stop = np.array([word in stopped for word in vocabulary], dtype=bool)
        edge = stop[ids[:, 0]] | stop[ids[:, -1]]
        kept &= ~edge
        where = "for being stop words" if ids.shape[1] == 1 else "for a stop word at either end"
        notes.append(f"Left out {where}: {counted(int(edge.sum()), 'term')}.")
    if min_count > 1:
        rare = kept & (totals < min_count)
        kept &= ~rare
        few = int(rare.sum())
        notes.append(
            f"{counted(few, 'term')} with a count under {min_count} {is_are(few)} left out."
        )
    if not len(ids):
        words = ids.shape[1]
        notes.append(
            "There are no tokens to count." if words == 1 else f"No sentence has {words} words."
        )
    elif not kept.any():
        notes.append("No term is left to show.")
    return np.flatnonzero(kept), notes


def only(counts: TermCounts, kept: np.ndarray) -> TermCounts:
    """Keep some terms of a count, by their places, and number them anew."""
    if len(kept) == len(counts.ids):
        return counts
    place = np.full(len(counts.ids), -1, dtype=np.int32)
    place[kept] = np.arange(len(kept))
    term = place[counts.term]
    there = term >= 0
    return replace(
        counts,
        ids=counts.ids[kept],
        term=term[there],
        document=counts.document[there],
        count=counts.count[there],
    )
