"""Where words stand in a token index: by a scan for one pattern, sorted beforehand for many."""

from collections.abc import Iterable

import numpy as np

from summit_analysis.corpus.indexing import TokenIndex

BLOCK = 1 << 18


class Places:
    """Tells where words stand, by looking through all tokens."""

    def __init__(self, index: TokenIndex) -> None:
        self._ids = index.ids

    def count(self, first: int, last: int) -> int:
        """Return a number that is less for a range of ids that stands in fewer places."""
        return last - first

    def of(self, first: int, last: int) -> np.ndarray:
        """Return the numbers of the tokens with ids from `first` up to before `last`, in order."""
        found = []
        for start in range(0, len(self._ids), BLOCK):  # block by block, within the cache
            ids = self._ids[start : start + BLOCK]
            fits = ids == first if last == first + 1 else (ids >= first) & (ids < last)
            found.append(np.flatnonzero(fits) + start)
        return np.concatenate([np.zeros(0, dtype=np.int64), *found])


class SortedPlaces(Places):
    """Tells where some words stand, after one look through all tokens (`sort`)."""

    def __init__(self, index: TokenIndex) -> None:
        counts = np.bincount(index.ids, minlength=len(index.vocabulary))
        self._before = np.concatenate(([0], np.cumsum(counts)))
        self._index = index

    def count(self, first: int, last: int) -> int:
        """Return how many tokens have ids from `first` up to before `last`."""
        return int(self._before[last] - self._before[first])

    def of(self, first: int, last: int) -> np.ndarray:
        """Return the numbers of the tokens with ids from `first` up to before `last`, in order."""
        left, right = np.searchsorted(self._sorted, (first, last))
        places = self._places[left:right]
        return places if last == first + 1 else np.sort(places)

    def sort(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Look up the words with ids in these ranges, which `of` can tell about afterwards."""
        wanted = np.zeros(len(self._index.vocabulary), dtype=bool)
        for first, last in ranges:
            wanted[first:last] = True
        places = np.flatnonzero(wanted[self._index.ids])
        ids = self._index.ids[places]
        order = np.argsort(ids, kind="stable")
        self._sorted, self._places = ids[order], places[order]
