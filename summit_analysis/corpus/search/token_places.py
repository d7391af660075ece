"""Where words stand in a token index: by a scan for one pattern, from the postings for many."""

import numpy as np

from summit_analysis.corpus.tokenising.threads import in_threads
from summit_analysis.corpus.tokenising.token_index import TokenIndex

BLOCK = 1 << 20
SAMPLE = 1 << 14  # tokens, evenly spaced, that tell frequent words from rare ones


class Places:
    """Tells where words stand, by looking through all tokens."""

    def __init__(self, index: TokenIndex) -> None:
        self._ids = index.ids

    def count(self, first: int, last: int) -> int:
        """Return 0 for a range without ids, else a number that is mostly less for a rarer one."""
        some = self._ids[:: max(len(self._ids) // SAMPLE, 1)]
        return (last > first) + int(np.count_nonzero((some >= first) & (some < last)))

    def of(self, first: int, last: int) -> np.ndarray:
        """Return the numbers of the tokens with ids from `first` up to before `last`, in order."""

        def look(start: int) -> np.ndarray:
            ids = self._ids[start : start + BLOCK]
            fits = ids == first if last == first + 1 else (ids >= first) & (ids < last)
            return np.flatnonzero(fits) + start

        found = in_threads(look, range(0, len(self._ids), BLOCK))
        return np.concatenate([np.zeros(0, dtype=np.int64), *found])


class KnownPlaces(Places):
    """Tells where words stand, from the postings of the index."""

    def __init__(self, index: TokenIndex) -> None:
        self._order, self._begins = index.postings

    def count(self, first: int, last: int) -> int:
        """Return how many tokens have ids from `first` up to before `last`."""
        return int(self._begins[last] - self._begins[first])

    def of(self, first: int, last: int) -> np.ndarray:
        """Return the numbers of the tokens with ids from `first` up to before `last`, in order."""
        places = self._order[self._begins[first] : self._begins[last]].astype(np.int64)
        return places if last == first + 1 else np.sort(places)


def places_in(index: TokenIndex) -> Places:
    """Choose the quicker way to look for one pattern: postings, but only if they are there."""
    return KnownPlaces(index) if "postings" in vars(index) else Places(index)
