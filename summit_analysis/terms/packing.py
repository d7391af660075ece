"""Phrases as packed numbers: each bucket of first words is sorted, and its runs counted."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from summit_analysis.arguments import check_whole
from summit_analysis.corpus.indexing import TokenIndex

LONGEST_PHRASE = 12
BUCKET = 1 << 20
BLOCK = 1 << 16
KEY_BITS = 64
NO_ROOM = np.uint64(2**64 - 1)
# The ids of terms; then per pair of term and document: which term, which document, how often.
Counted = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def buckets(index: TokenIndex, n: int) -> list[tuple[int, int]]:
    """Divide the vocabulary into ranges of first words with about as many tokens each."""
    if not len(index.ids):
        return []
    _, begins = index.postings
    size = len(index.vocabulary)
    wanted = np.arange(0, len(index.ids), BUCKET)
    borders = np.unique(np.append(np.searchsorted(begins, wanted), [0, size])).tolist()
    return [(first, last) for first, last in pairwise(borders) if first < last]


def counter(index: TokenIndex, n: int) -> Callable[[tuple[int, int]], Counted]:
    """Make what counts the phrases with their first word in a range of the vocabulary."""
    check_whole("n", n, least=1, most=LONGEST_PHRASE)
    lengths = np.diff(index.document_tokens)
    documents = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    if n == 1:
        return lambda bucket: _count_words(index, bucket, documents)
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


def _count_words(index: TokenIndex, bucket: tuple[int, int], documents: np.ndarray) -> Counted:
    """Count single words: postings are sorted by word, and by document within a word, already."""
    order, begins = index.postings
    starts = begins[bucket[0] : bucket[1] + 1] - begins[bucket[0]]
    there = np.flatnonzero(np.diff(starts))
    document = documents[order[begins[bucket[0]] : begins[bucket[1]]]]
    new = np.append(True, document[1:] != document[:-1])[: len(document)]
    new[starts[there]] = True
    first = np.flatnonzero(new)
    cells = np.diff(np.searchsorted(first, starts))[there]
    return (
        (there + bucket[0]).astype(np.int32)[:, None],
        np.repeat(np.arange(len(there)), cells),
        document[first],
        np.diff(first, append=len(document)).astype(np.int32),
    )


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
        return nothing(n)
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
        return nothing(n)
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


def nothing(n: int) -> Counted:
    """Return the counts of no phrases."""
    empty = np.zeros(0, dtype=np.int32)
    return empty.reshape(0, n), empty.astype(np.int64), empty, empty
