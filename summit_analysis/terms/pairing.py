"""Two sides' counts put over one vocabulary, so that a term that one side never uses has a row."""

from dataclasses import dataclass, replace

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import CorpusError
from summit_analysis.terms.counting import TermCounts, count_terms, total_terms


@dataclass(frozen=True, eq=False)
class Side:
    """One side of a comparison, its terms numbered as both sides have them.

    Attributes:
        count: per term, how often.
        documents: per term, in how many documents.
        places: where a term of this length can stand: tokens for words, fewer for phrases.
        tokens: how many tokens the side has.
        index: these tokens, where there are documents.
        own: per term that this side has, in the order of `total_terms`, its number among both's.
        sizes: per document, its places.
    """

    count: np.ndarray
    documents: np.ndarray
    places: int
    tokens: int
    index: TokenIndex | None = None
    own: np.ndarray | None = None
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
    sides = [total_terms(index, n=n) for index in (target, reference)]
    for (ids, *_), side in zip(sides, ("target", "reference"), strict=True):
        if not len(ids):
            raise CorpusError(f"The {side} has no sentence of {n} words: nothing to compare.")
    rows = np.concatenate([words[ids] for words, (ids, *_) in zip(to_union, sides, strict=True)])
    ids, number = unique_rows(rows, size=len(vocabulary))
    split = len(sides[0][0])
    numbers = (number[:split], number[split:])
    both = [
        _side(index, counts, own, len(ids))
        for index, counts, own in zip((target, reference), sides, numbers, strict=True)
    ]
    return Pair(vocabulary, ids, both[0], both[1])


def by_document(both: Pair, side: Side) -> TermCounts:
    """Count a side's terms by document, numbered as both sides have them."""
    assert side.index is not None and side.own is not None
    counts = count_terms(side.index, n=both.ids.shape[1])
    return replace(counts, ids=both.ids, term=side.own[counts.term])


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


def _side(index: TokenIndex, counts: tuple[np.ndarray, ...], own: np.ndarray, terms: int) -> Side:
    """Put what `total_terms` counted in an index into its places among all terms."""
    ids, totals, documents = counts
    n = ids.shape[1]
    lengths = np.maximum(np.diff(index.sentence_tokens) - n + 1, 0)
    before = np.concatenate(([0], np.cumsum(lengths)))
    sizes = np.diff(before[index.document_sentences])
    columns = np.zeros((2, terms), dtype=np.int64)
    columns[:, own] = totals, documents
    return Side(
        count=columns[0],
        documents=columns[1],
        places=int(sizes.sum()),
        tokens=len(index.ids),
        index=index,
        own=own,
        sizes=sizes,
    )
