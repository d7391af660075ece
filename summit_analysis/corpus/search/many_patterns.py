"""Find many patterns: what `patterns.find` does for one, for a whole lexicon."""

from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.search.patterns import find_runs, parse_pattern
from summit_analysis.corpus.search.token_places import KnownPlaces
from summit_analysis.corpus.tokenising.token_index import TokenIndex


def find_many(
    index: TokenIndex, patterns: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find many patterns at once: `patterns.find` for each, from where each word stands.

    Args:
        index: where to look.
        patterns: as `parse_pattern` reads them.

    Returns:
        Pattern number, first token and last token of each match, ordered by pattern, then place.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> index = Corpus([Document("a", "We met. They met us.")]).index
        >>> [column.tolist() for column in find_many(index, ["met", "th* met"])]
        [[0, 0, 1], [1, 3, 2], [1, 3, 3]]
    """
    parsed = [parse_pattern(pattern) for pattern in patterns]
    places = KnownPlaces(index)
    found = [find_runs(index, runs, places=places) for runs in parsed]
    numbers = np.repeat(np.arange(len(found)), [len(firsts) for firsts, _ in found])
    empty = [np.empty(0, dtype=np.int64)]
    return (
        numbers,
        np.concatenate([firsts for firsts, _ in found] or empty),
        np.concatenate([lasts for _, lasts in found] or empty),
    )
