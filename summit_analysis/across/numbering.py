"""Numbering the phrases of one or two corpora, so that equal wording is an equal number."""

from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex


@dataclass(frozen=True, eq=False)
class Words:
    """The tokens of one or several indexes under one numbering.

    Attributes:
        ids: per token, the number of its word.
        left: per token, how many tokens of its sentence there are from it on.
        bounds: per index the number of its first token, and the total at the end.
    """

    ids: np.ndarray
    left: np.ndarray
    bounds: np.ndarray


def common_words(*indexes: TokenIndex) -> Words:
    """Number the words of several indexes alike.

    Example:
        >>> from summit_analysis.corpus.tokenising.building import build_index
        >>> from summit_analysis.corpus import Document
        >>> both = [build_index([Document("a", text)]) for text in ("We met.", "They met.")]
        >>> common_words(*both).ids.tolist()
        [1, 0, 2, 0]
    """
    number: dict[str, int] = {}
    parts, lefts, bounds = [], [], [0]
    for index in indexes:
        used, places = np.unique(index.ids, return_inverse=True)
        names = [number.setdefault(index.vocabulary[i], len(number)) for i in used.tolist()]
        parts.append(np.array(names, dtype=np.int64)[places])
        lengths = np.diff(index.sentence_tokens)
        lefts.append(np.repeat(index.sentence_tokens[1:], lengths) - np.arange(len(index.ids)))
        bounds.append(bounds[-1] + len(index.ids))
    # Numbered in the order of first appearance, not of the alphabet: only equality counts here.
    ids = np.unique(np.concatenate(parts), return_inverse=True)[1] if parts else np.zeros(0, int)
    return Words(ids.astype(np.int64), np.concatenate(lefts), np.array(bounds))


def number_phrases(words: Words, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Number the phrases of n words, in as many steps as n has binary digits.

    Args:
        words: the tokens.
        n: how many words, from 1.

    Returns:
        The tokens at which a phrase of n words of one sentence begins, and each one's number.
    """
    numbers, size = words.ids, 1
    while size < n:
        step = min(size, n - size)
        following = np.minimum(np.arange(len(numbers)) + step, max(len(numbers) - 1, 0))
        keys = numbers * (int(numbers.max(initial=0)) + 1) + numbers[following]
        numbers = np.unique(keys, return_inverse=True)[1].astype(np.int64)
        size += step
    starts = np.flatnonzero(words.left >= n)
    return starts, np.unique(numbers[starts], return_inverse=True)[1].astype(np.int64)
