"""Folded words sorted and numbered: most of them early, what comes later put between them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import numpy as np


def sort_words(words: Sequence[Any]) -> tuple[list[str], np.ndarray]:
    """Sort words.

    Args:
        words: Arrow arrays of words, of which several may be equal.

    Returns:
        The distinct words, sorted; and per word as given, array by array, which of them it is.

    Example:
        >>> import pyarrow as pa
        >>> distinct, numbers = sort_words([pa.array(["we", "met"]), pa.array(["we"])])
        >>> distinct, numbers.tolist()
        (['met', 'we'], [1, 0, 1])
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    found = pa.concat_arrays([pa.array([], pa.string()), *words]).dictionary_encode()
    order = pc.sort_indices(found.dictionary).to_numpy()
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order))
    return found.dictionary.take(order).to_pylist(), rank[found.indices.to_numpy()]


def with_words(
    distinct: list[str], numbers: np.ndarray, more: Sequence[str]
) -> tuple[list[str], np.ndarray]:
    """Put a few words between sorted ones.

    Args:
        distinct, numbers: what `sort_words` returns.
        more: further words.

    Returns:
        The same for all words, the further ones at the end.

    Example:
        >>> distinct, numbers = with_words(["met", "we"], np.array([1, 0, 1]), ["so", "we"])
        >>> distinct, numbers.tolist()
        (['met', 'so', 'we'], [2, 0, 2, 1, 2])
    """
    places = {word: bisect_left(distinct, word) for word in sorted(set(more))}
    new = [word for word, place in places.items() if distinct[place : place + 1] != [word]]
    before = np.array([places[word] for word in new], dtype=np.int64)
    moved = numbers + np.searchsorted(before, numbers, side="right").astype(np.int32)
    distinct = list(distinct)
    for word in reversed(new):
        distinct.insert(places[word], word)
    last = np.array([bisect_left(distinct, word) for word in more], dtype=np.int32)
    return distinct, np.concatenate((moved, last))
