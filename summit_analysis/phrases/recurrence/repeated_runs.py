"""Every phrase that recurs in a token index, of any length: the core under formulas."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex


@dataclass(frozen=True, eq=False)
class Repeats:
    """The phrases of n words that recur.

    Attributes:
        n: how many words.
        starts: the tokens at which a recurring phrase begins, in order.
        phrase: per start, the number of the phrase, from 0.
        counts: per phrase, how often it occurs.
    """

    n: int
    starts: np.ndarray
    phrase: np.ndarray
    counts: np.ndarray

    def phrase_at(self, tokens: np.ndarray) -> np.ndarray:
        """Return the number of the phrase that begins at each token; -1 where none does."""
        places = np.searchsorted(self.starts, tokens)
        places[places == len(self.starts)] = 0
        found = self.starts[places] == tokens
        return np.where(found, self.phrase[places], -1)

    def places(self, phrase: int) -> np.ndarray:
        """Return the tokens at which a phrase begins, in order."""
        order, bounds = self._by_phrase
        return self.starts[order[bounds[phrase] : bounds[phrase + 1]]]

    @cached_property
    def _by_phrase(self) -> tuple[np.ndarray, np.ndarray]:
        order = np.argsort(self.phrase, kind="stable")
        return order, np.concatenate(([0], np.cumsum(self.counts)))


def repeats(index: TokenIndex, *, min_count: int = 2) -> Iterator[Repeats]:
    """Yield the recurring phrases of 1, 2, 3 … words, until none recurs.

    A phrase can only recur if the one without its last word and the one without its first do, so
    each length is looked for among the places of the last. No phrase crosses a sentence's end.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> index = Corpus([Document("a", "We met them. We met us.")]).index
        >>> [(level.n, level.counts.tolist()) for level in repeats(index)]
        [(1, [2, 2]), (2, [2])]
    """
    lengths = np.diff(index.sentence_tokens)
    ends = np.repeat(index.sentence_tokens[1:], lengths)
    starts = np.arange(len(index.ids))
    level = _keep_recurring(1, starts, index.ids.astype(np.int64), min_count)
    while len(level.starts):
        yield level
        following = level.phrase_at(level.starts + 1)
        longer = (following >= 0) & (level.starts + level.n < ends[level.starts])
        keys = level.phrase[longer] * len(level.counts) + following[longer]
        level = _keep_recurring(level.n + 1, level.starts[longer], keys, min_count)


def nested(level: Repeats, longer: Repeats | None) -> np.ndarray:
    """Say of each phrase whether one longer by a word holds it at every one of its places."""
    inside = np.zeros(len(level.counts), dtype=bool)
    if longer is None:
        return inside
    for offset in (0, 1):
        shorter = level.phrase_at(longer.starts + offset)
        same = level.counts[shorter] == longer.counts[longer.phrase]
        inside[shorter[same]] = True
    return inside


def _keep_recurring(n: int, starts: np.ndarray, keys: np.ndarray, min_count: int) -> Repeats:
    _, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
    often = counts >= min_count
    stays = often[numbers]
    renumber = np.cumsum(often) - 1
    return Repeats(n, starts[stays], renumber[numbers[stays]], counts[often])
