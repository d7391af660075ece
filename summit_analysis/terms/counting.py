"""Counting words and phrases in a token index: what every statistic of terms starts from."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_whole
from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.corpus.pieces import in_threads

LONGEST_PHRASE = 12
BUCKET = 1 << 20
BLOCK = 1 << 16
KEY_BITS = 64
NO_ROOM = np.uint64(2**64 - 1)
# The ids of terms; then per pair of term and document: which term, which document, how often.
Counted = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, eq=False)
class TermCounts:
    """How often each term stands in each document: a sparse matrix as three columns.

    Attributes:
        ids: per term, the vocabulary ids of its words (terms × n), in ascending order.
        term, document: per pair that occurs, the places of the term and of the document.
        count: per pair, how often.
    """

    ids: np.ndarray
    term: np.ndarray
    document: np.ndarray
    count: np.ndarray

    def totals(self) -> np.ndarray:
        """Per term, how often it occurs in all documents together."""
        return np.bincount(self.term, weights=self.count, minlength=len(self.ids)).astype(np.int64)

    def documents(self) -> np.ndarray:
        """Per term, in how many documents it occurs."""
        return np.bincount(self.term, minlength=len(self.ids))

    def by_group(self, groups: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
        """Sum over groups of documents.

        Args:
            groups: per document, the number of its group.
            size: how many groups there are.

        Returns:
            Counts and numbers of documents, both terms × groups.
        """
        cells = self.term.astype(np.int64) * size + groups[self.document]
        shape = (len(self.ids), size)
        counts = np.bincount(cells, weights=self.count, minlength=shape[0] * size)
        documents = np.bincount(cells, minlength=shape[0] * size)
        return counts.astype(np.int64).reshape(shape), documents.reshape(shape)


def count_terms(index: TokenIndex, *, n: int = 1) -> TermCounts:
    """Count every word (n = 1) or phrase of n words; a phrase never crosses a sentence's end.

    Args:
        index: the tokens.
        n: how many words a term has.

    Returns:
        The counts; terms in the order of their words, so that a lower place is an earlier term.

    Raises:
        CorpusError: n is not between 1 and 12.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> index = Corpus([Document("a", "We met. We met them.")]).index
        >>> counts = count_terms(index, n=2)
        >>> [[index.vocabulary[i] for i in ids] for ids in counts.ids], counts.count.tolist()
        ([['met', 'them'], ['we', 'met']], [1, 2])
    """
    count = _counter(index, n)
    parts = in_threads(count, _buckets(index, n))
    ids, cells, documents, counts = zip(_nothing(n), *parts, strict=True)
    before = np.cumsum([0, *map(len, ids)])
    return TermCounts(
        ids=np.concatenate(ids),
        term=np.concatenate(
            [cell + shift for cell, shift in zip(cells, before[:-1].tolist(), strict=True)]
        ),
        document=np.concatenate(documents),
        count=np.concatenate(counts),
    )


def total_terms(index: TokenIndex, *, n: int = 1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Count as `count_terms`, over all documents together.

    Returns:
        Per term the vocabulary ids of its words, its count, and in how many documents it occurs.
    """
    counter = _counter(index, n)

    def total(bucket: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        ids, term, _, count = counter(bucket)
        if not len(ids):
            return empty
        first = np.flatnonzero(np.diff(term, prepend=-1))
        return ids, np.add.reduceat(count, first, dtype=np.int64), np.diff(first, append=len(term))

    empty = np.zeros((0, n), dtype=np.int32), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=int)
    columns = zip(empty, *in_threads(total, _buckets(index, n)), strict=True)
    ids, counts, documents = map(np.concatenate, columns)
    return ids, counts, documents


def _nothing(n: int) -> Counted:
    empty = np.zeros(0, dtype=np.int32)
    return empty.reshape(0, n), empty.astype(np.int64), empty, empty


def _buckets(index: TokenIndex, n: int) -> list[tuple[int, int]]:
    """Divide the vocabulary into ranges of first words with about as many tokens each."""
    if not len(index.ids):
        return []
    _, begins = index.postings
    size = len(index.vocabulary)
    wanted = np.arange(0, len(index.ids), BUCKET)
    borders = np.unique(np.append(np.searchsorted(begins, wanted), [0, size])).tolist()
    return [(first, last) for first, last in pairwise(borders) if first < last]


def _counter(index: TokenIndex, n: int) -> Callable[[tuple[int, int]], Counted]:
    """Make what counts the phrases with their first word in a range of the vocabulary."""
    lengths = np.diff(index.document_tokens)
    documents = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    check_whole("n", n, least=1, most=LONGEST_PHRASE)
    room = _room(index, n)
    bits = _bits(index)
    if (n - 1) * bits[0] + bits[1] + bits[0] <= KEY_BITS:
        rest = _pack_rest(index, n, documents, bits)
        rest[~room] = NO_ROOM
        return lambda bucket: _count_packed(index, n, bucket, rest)
    return lambda bucket: _count_ranked(index, n, bucket, room, documents)


def _bits(index: TokenIndex) -> tuple[int, int]:
    """Return how many bits a word takes, and a document."""
    sizes = len(index.vocabulary), len(index.document_sentences) - 1
    return max(sizes[0], 1).bit_length(), max(sizes[1], 1).bit_length()


def _pack_rest(
    index: TokenIndex, n: int, documents: np.ndarray, bits: tuple[int, int]
) -> np.ndarray:
    """Pack into one number per token the words after it and its document."""
    size = len(index.ids)
    packed = np.empty(size, dtype=np.uint64)
    for start in range(0, size, BLOCK):  # block by block, within the cache
        block = np.zeros(min(BLOCK, size - start), dtype=np.uint64)
        for offset in range(1, n):
            words = index.ids[start + offset : start + offset + BLOCK]
            block <<= np.uint64(bits[0])
            block[: len(words)] |= words.astype(np.uint64)
        block <<= np.uint64(bits[1])
        block |= documents[start : start + BLOCK].astype(np.uint64)
        packed[start : start + BLOCK] = block
    return packed


def _count_packed(index: TokenIndex, n: int, bucket: tuple[int, int], rest: np.ndarray) -> Counted:
    """Sort packed numbers, and count the runs of equal ones."""
    order, begins = index.postings
    bits = _bits(index)
    keys = rest[order[begins[bucket[0]] : begins[bucket[1]]]]
    firsts = np.repeat(
        np.arange(bucket[1] - bucket[0], dtype=np.uint64),
        np.diff(begins[bucket[0] : bucket[1] + 1]),
    )
    firsts <<= np.uint64((n - 1) * bits[0] + bits[1])
    there = keys != NO_ROOM
    keys |= firsts
    if not there.all():
        keys = keys[there]
    if not len(keys):
        return _nothing(n)
    keys.sort()
    first, cells, phrases, new = _runs(keys, bits[1])
    ids = _unpack(phrases[new], n, bits[0])
    ids[:, 0] += bucket[0]
    return ids, *_cells(first, cells, new, bits[1], len(keys))


def _count_ranked(
    index: TokenIndex, n: int, bucket: tuple[int, int], room: np.ndarray, documents: np.ndarray
) -> Counted:
    """Count as `_count_packed` where the numbers would not fit: with ranks of shorter phrases."""
    order, begins = index.postings
    bits = _bits(index)
    places = order[begins[bucket[0]] : begins[bucket[1]]]
    places = places[room[places]]
    if not len(places):
        return _nothing(n)
    keys = index.ids[places].astype(np.uint64)
    for offset in range(1, n):
        ranks = np.unique(keys, return_inverse=True)[1].astype(np.uint64)
        keys = ranks << np.uint64(bits[0]) | index.ids[places + offset].astype(np.uint64)
    ranks = np.unique(keys, return_inverse=True)[1].astype(np.uint64)
    keys = ranks << np.uint64(bits[1]) | documents[places].astype(np.uint64)
    by_key = np.argsort(keys, kind="stable")
    keys, places = keys[by_key], places[by_key]
    first, cells, _, new = _runs(keys, bits[1])
    ids = index.ids[places[first[new]][:, None] + np.arange(n)]
    return ids, *_cells(first, cells, new, bits[1], len(keys))


def _runs(keys: np.ndarray, document_bits: int) -> tuple[np.ndarray, ...]:
    """Find the runs of equal keys, their keys, these without the document, and new phrases."""
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    cells = keys[first]
    phrases = cells >> np.uint64(document_bits)
    return first, cells, phrases, np.append(True, phrases[1:] != phrases[:-1])


def _cells(
    first: np.ndarray, cells: np.ndarray, new: np.ndarray, document_bits: int, size: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    documents = cells & np.uint64((1 << document_bits) - 1)
    count = np.diff(first, append=size)
    return np.cumsum(new) - 1, documents.astype(np.int32), count.astype(np.int32)


def _room(index: TokenIndex, n: int) -> np.ndarray:
    """Say of each token whether n words from it on are in its sentence."""
    room = np.ones(len(index.ids), dtype=bool)
    for words in range(1, n):
        ends = index.sentence_tokens[1:] - words
        room[ends[ends >= 0]] = False
    return room


def _unpack(keys: np.ndarray, n: int, word_bits: int) -> np.ndarray:
    ids = np.empty((len(keys), n), dtype=np.int32)
    for place in range(n):
        shifted = keys >> np.uint64(word_bits * (n - 1 - place))
        ids[:, place] = shifted & np.uint64((1 << word_bits) - 1)
    return ids


def term_texts(index: TokenIndex, ids: np.ndarray) -> list[str]:
    """Spell terms out: the words of each row of vocabulary ids, joined by spaces."""
    vocabulary = index.vocabulary
    if ids.shape[1] == 1:
        return [vocabulary[word] for word in ids[:, 0].tolist()]
    return term_column(index, ids).tolist()


def term_column(index: TokenIndex, ids: np.ndarray) -> pd.Series:
    """Spell terms out as a column of a frame."""
    import pyarrow as pa
    import pyarrow.compute as pc

    words = pa.array(index.vocabulary, pa.large_string())
    space = pa.scalar(" ", pa.large_string())

    def spell(rows: np.ndarray) -> pa.Array:
        columns = [words.take(pa.array(column)) for column in rows.T]
        return pc.binary_join_element_wise(*columns, space) if len(columns) > 1 else columns[0]

    parts = in_threads(spell, np.array_split(ids, len(ids) // BUCKET + 1))
    return pa.chunked_array(list(parts), pa.large_string()).to_pandas().astype("str")
