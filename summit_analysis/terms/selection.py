"""Which terms a table shows, and what the reader is told about the others."""

from dataclasses import replace

import numpy as np

from summit_analysis.terms.counting import TermCounts


def select_terms(
    ids: np.ndarray,
    totals: np.ndarray,
    vocabulary: list[str],
    *,
    stopped: frozenset[str] = frozenset(),
    min_count: int = 1,
) -> tuple[np.ndarray, list[str]]:
    """Find the terms to show, and say what the stop list and the minimum dropped.

    Args:
        ids: per term, the vocabulary ids of its words.
        totals: per term, its count.
        vocabulary: the words.
        stopped: stop words; terms that begin or end with one go.
        min_count: the least count a term needs.

    Returns:
        The places of the terms that stay, and the notes.
    """
    kept = np.ones(len(ids), dtype=bool)
    notes = []
    if stopped:
        stop = np.array([word in stopped for word in vocabulary], dtype=bool)
        edge = stop[ids[:, 0]] | stop[ids[:, -1]]
        kept &= ~edge
        where = "are stop words" if ids.shape[1] == 1 else "begin or end with a stop word"
        notes.append(f"{int(edge.sum()):,} terms that {where} are left out.")
    if min_count > 1:
        rare = kept & (totals < min_count)
        kept &= ~rare
        notes.append(f"{int(rare.sum()):,} terms with a count under {min_count} are left out.")
    if not kept.any():
        notes.append("No term is left to show.")
    return np.flatnonzero(kept), notes


def only(counts: TermCounts, kept: np.ndarray) -> TermCounts:
    """Keep some terms of a count, by their places, and number them anew."""
    place = np.full(len(counts.ids), -1, dtype=np.int64)
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
