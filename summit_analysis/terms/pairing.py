"""Two sides' counts put over one vocabulary, so that a term that one side never uses has a row."""

from dataclasses import dataclass, replace

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import CorpusError
from summit_analysis.terms.counting import TermCounts, count_terms


@dataclass(frozen=True, eq=False)
class Side:
    """One side of a comparison, its terms numbered as both sides have them.

    Attributes:
        count: per term, how often.
        documents: per term, in how many documents.
        places: where a term of this length can stand: tokens for words, fewer for phrases.
        tokens: how many tokens the side has.
        counts: the same by document, where there are documents.
        sizes: per document, its places.
    """

    count: np.ndarray
    documents: np.ndarray
    places: int
    tokens: int
    counts: TermCounts | None = None
    sizes: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Pair:
    """Two sides and the terms of either: `ids` are rows of places in `vocabulary`, both sorted."""

    vocabulary: list[str]
    ids: np.ndarray
    target: Side
    reference: Side


def pair(target: TokenIndex, reference: TokenIndex, *, n: int) -> Pair:
    """Count the terms of two indexes over the union of what they hold.

    Raises:
        CorpusError: a side has no sentence of n words.
    """
    vocabulary, to_union = merged(target.vocabulary, reference.vocabulary)
    sides = [count_terms(index, n=n) for index in (target, reference)]
    for counts, side in zip(sides, ("target", "reference"), strict=True):
        if not len(counts.ids):
            raise CorpusError(f"The {side} has no sentence of {n} words: nothing to compare.")
    rows = np.concatenate([words[s.ids] for words, s in zip(to_union, sides, strict=True)])
    ids, number = unique_rows(rows, size=len(vocabulary))
    split = len(sides[0].ids)
    numbers = (number[:split], number[split:])
    both = [
        _side(index, replace(counts, ids=ids, term=new[counts.term]), n)
        for index, counts, new in zip((target, reference), sides, numbers, strict=True)
    ]
    return Pair(vocabulary, ids, both[0], both[1])


def merged(first: list[str], second: list[str]) -> tuple[list[str], tuple[np.ndarray, np.ndarray]]:
    """Merge two sorted vocabularies, and say where the words of each have gone."""
    if first is second or first == second:
        same = np.arange(len(first))
        return first, (same, same)
    union = list(dict.fromkeys(sorted(first + second)))
    place = {word: number for number, word in enumerate(union)}
    found = [
        np.fromiter(map(place.__getitem__, words), dtype=np.int64) for words in (first, second)
    ]
    return union, (found[0], found[1])


def unique_rows(rows: np.ndarray, *, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the different rows of ids in order, and the number of each row among them."""
    keys = rows[:, 0].astype(np.int64)
    for column in range(1, rows.shape[1]):
        # Ranking between words keeps the key within 64 bits however long the phrase is.
        keys = np.unique(keys, return_inverse=True)[1] * size + rows[:, column]
    _, first, number = np.unique(keys, return_index=True, return_inverse=True)
    return rows[first], number


def _side(index: TokenIndex, counts: TermCounts, n: int) -> Side:
    lengths = np.maximum(np.diff(index.sentence_tokens) - n + 1, 0)
    before = np.concatenate(([0], np.cumsum(lengths)))
    sizes = np.diff(before[index.document_sentences])
    return Side(
        count=counts.totals(),
        documents=counts.documents(),
        places=int(sizes.sum()),
        tokens=len(index.ids),
        counts=counts,
        sizes=sizes,
    )
