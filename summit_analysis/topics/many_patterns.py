"""Find many patterns in one pass: what a concordance does for one, for a whole lexicon."""

from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.corpus.patterns import LONGEST_GAP, Element, matching_ids, parse_pattern


def find_all(
    index: TokenIndex, patterns: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find many patterns at once: `corpus.patterns.find` for each, from one pass over the tokens.

    Returns:
        Pattern number, first token and last token of each match, ordered by pattern, then place.
    """
    parsed = [parse_pattern(pattern) for pattern in patterns]
    counts = np.bincount(index.ids, minlength=len(index.vocabulary))
    before = np.concatenate(([0], np.cumsum(counts)))
    runs = [[_Run(index, run, before) for run in pattern] for pattern in parsed]
    wanted = np.zeros(len(index.vocabulary), dtype=bool)
    for pattern in runs:
        for run in pattern:
            wanted[slice(*run.ranges[run.anchor])] = True
    postings = _Postings(index, wanted, counts)
    found = [_find(index, postings, pattern) for pattern in runs]
    numbers = np.repeat(np.arange(len(found)), [len(firsts) for firsts, _ in found])
    empty = [np.empty(0, dtype=np.int64)]
    return (
        numbers,
        np.concatenate([firsts for firsts, _ in found] or empty),
        np.concatenate([lasts for _, lasts in found] or empty),
    )


class _Run:
    """A run of elements with its vocabulary ranges and its rarest element."""

    def __init__(self, index: TokenIndex, run: list[Element], before: np.ndarray) -> None:
        self.elements = run
        self.ranges = [matching_ids(index, element) for element in run]
        totals = [before[last] - before[first] for first, last in self.ranges]
        self.anchor = int(np.argmin(totals))
        self.impossible = totals[self.anchor] == 0


class _Postings:
    """For the wanted words, where they stand."""

    def __init__(self, index: TokenIndex, wanted: np.ndarray, counts: np.ndarray) -> None:
        places = np.flatnonzero(wanted[index.ids])
        order = np.argsort(index.ids[places], kind="stable")
        self.places = places[order]
        self.before = np.concatenate(([0], np.cumsum(np.where(wanted, counts, 0))))

    def of(self, first: int, last: int) -> np.ndarray:
        """Return the tokens of a range of the vocabulary, in the order of the text."""
        places = self.places[self.before[first] : self.before[last]]
        return places if last == first + 1 else np.sort(places)


def _find(
    index: TokenIndex, postings: _Postings, pattern: list[_Run]
) -> tuple[np.ndarray, np.ndarray]:
    if any(run.impossible for run in pattern):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    firsts, lasts = _find_run(index, postings, pattern[-1])
    for run in reversed(pattern[:-1]):
        starts, ends = _find_run(index, postings, run)
        nearest = np.searchsorted(firsts, ends + 2)
        there = nearest < len(firsts)
        starts, ends, nearest = starts[there], ends[there], nearest[there]
        near = firsts[nearest] <= ends + 1 + LONGEST_GAP
        starts, nearest = starts[near], nearest[near]
        same = index.sentence_of(starts) == index.sentence_of(lasts[nearest])
        firsts, lasts = starts[same], lasts[nearest[same]]
    return firsts, lasts


def _find_run(index: TokenIndex, postings: _Postings, run: _Run) -> tuple[np.ndarray, np.ndarray]:
    starts = postings.of(*run.ranges[run.anchor]) - run.anchor
    length = len(run.elements)
    if length > 1:
        starts = starts[(starts >= 0) & (starts + length <= len(index.ids))]
        for offset, (first, last) in enumerate(run.ranges):
            if offset != run.anchor and not run.elements[offset].any:
                ids = index.ids[starts + offset]
                starts = starts[(ids >= first) & (ids < last)]
        starts = starts[index.sentence_of(starts) == index.sentence_of(starts + length - 1)]
    return starts, starts + length - 1
