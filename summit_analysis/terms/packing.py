"""Phrases as packed numbers: taken by their first words, sorted, for their runs to be counted."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import numpy as np

from summit_analysis.corpus.tokenising.blocks import spread
from summit_analysis.corpus.tokenising.sorting import sort_by, sort_numbers
from summit_analysis.corpus.tokenising.threads import in_threads
from summit_analysis.corpus.tokenising.token_index import TokenIndex

BLOCK = 1 << 19
BUCKET = 1 << 18  # what is sorted at once stays within the cache
KEY_BITS = 64
LEAST_BITS = 8  # for first words: with fewer there would be too many buckets
Result = TypeVar("Result")


class Bucket(NamedTuple):
    """The phrases that begin with a range of words, each with its document, as sorted numbers.

    Attributes:
        keys: per occurrence, the phrase's number (in the order of words) above the document's.
        document_bits: how many bits the document takes.
        spell: gives the vocabulary ids of the phrases (phrases × n) at some places of the keys.
    """

    keys: np.ndarray
    document_bits: int
    spell: Callable[[np.ndarray], np.ndarray]


def in_buckets(count: Callable[[Bucket], Result], index: TokenIndex, n: int) -> list[Result]:
    """Number and sort the phrases of n words, two or more, by ranges of their first words.

    A phrase never crosses a sentence's end.

    Args:
        count: what to do with the phrases of a range; only those of ranges at work are sorted.
        index: the tokens.
        n: how many words a phrase has.

    Returns:
        What came of each range, in the order of words.
    """
    word_bits, document_bits = map(bits, (len(index.vocabulary), len(index.document_sentences) - 1))
    first_bits = KEY_BITS - (n - 1) * word_bits - document_bits
    if first_bits < min(LEAST_BITS, word_bits):
        borders = _first_words(index)
        make = _ranked(index, n, word_bits, document_bits, borders)
    else:
        borders = _first_words(index, most=1 << min(first_bits, word_bits))
        make = _packed(index, n, word_bits, document_bits, borders)
    return list(in_threads(lambda place: count(make(place)), range(len(borders) - 1)))


def _packed(
    index: TokenIndex, n: int, word_bits: int, document_bits: int, borders: np.ndarray
) -> Callable[[int], Bucket]:
    """Pack words and document into one number; return what makes the bucket of a range."""
    number = np.repeat(np.arange(len(borders) - 1, dtype=np.int32), np.diff(borders))
    # Counted from the first word of its range, a first word needs fewer bits.
    relative = (np.arange(len(number)) - borders[number]).astype(np.uint64)

    document_tokens = index.document_tokens
    documents = np.arange(len(document_tokens) - 1, dtype=np.uint64)

    def pack(start: int) -> tuple[np.ndarray, np.ndarray]:
        words = index.ids[start : start + BLOCK]
        # No word is out of range: clipping spares the check.
        keys = np.take(relative, words, mode="clip")
        for offset in range(1, n):
            keys <<= np.uint64(word_bits)
            following = index.ids[start + offset : start + offset + len(words)]
            keys[: len(following)] |= following.astype(np.uint64)
        keys <<= np.uint64(document_bits)
        keys |= spread(documents, document_tokens, slice(start, start + len(words)))
        ranges = np.take(number, words, mode="clip")
        ranges[_without_room(index, n, start, start + len(words))] = len(borders) - 1
        ends = np.cumsum(np.bincount(ranges, minlength=len(borders)))
        return sort_by(ranges, keys, size=len(borders)), ends

    blocks = list(in_threads(pack, range(0, len(index.ids), BLOCK)))

    def make(place: int) -> Bucket:
        own = [keys[ends[place - 1] if place else 0 : ends[place]] for keys, ends in blocks]
        first_bits = int(borders[place + 1] - borders[place] - 1).bit_length()
        used = document_bits + (n - 1) * word_bits + first_bits
        keys = np.concatenate([np.zeros(0, dtype=np.uint64), *own])
        keys = sort_numbers(keys, low=document_bits, high=used)  # documents rise already

        def spell(places: np.ndarray) -> np.ndarray:
            phrases = keys[places] >> np.uint64(document_bits)
            return _unpack(phrases, n, word_bits, first=int(borders[place]))

        return Bucket(keys, document_bits, spell)

    return make


def _unpack(phrases: np.ndarray, n: int, word_bits: int, *, first: int) -> np.ndarray:
    ids = np.empty((len(phrases), n), dtype=np.int32)
    rest = np.uint64((1 << word_bits) - 1)
    for place in range(1, n):
        ids[:, place] = phrases >> np.uint64(word_bits * (n - 1 - place)) & rest
    ids[:, 0] = phrases >> np.uint64(word_bits * (n - 1))
    ids[:, 0] += first
    return ids


def _first_words(index: TokenIndex, *, most: int | None = None) -> np.ndarray:
    """Divide the vocabulary into ranges with about as many tokens each, of at most so many words.

    Returns:
        Where each range begins, and the size of the vocabulary at the end.
    """
    size = len(index.vocabulary)
    begins = np.append(0, np.cumsum(index.counts))
    wanted = np.searchsorted(begins, np.arange(0, len(index.ids), BUCKET))
    return np.unique(np.concatenate(([0, size], wanted, np.arange(0, size, most or max(size, 1)))))


def _without_room(index: TokenIndex, n: int, first: int, past: int) -> np.ndarray:
    """Find the tokens of a range from which on fewer than n words are in their sentence."""
    ends = index.sentence_tokens
    ends = ends[np.searchsorted(ends, first) : np.searchsorted(ends, past + n)]
    last = (ends[:, None] - np.arange(1, n)).ravel()
    return last[(last >= first) & (last < past)] - first


def _ranked(
    index: TokenIndex, n: int, word_bits: int, document_bits: int, borders: np.ndarray
) -> Callable[[int], Bucket]:
    """Number phrases by ranks of shorter ones, where the packed numbers would not fit."""
    order, begins = index.postings

    def make(place: int) -> Bucket:
        places = order[begins[borders[place]] : begins[borders[place + 1]]]
        sentences = index.sentence_of(places)
        inside = places + n <= index.sentence_tokens[sentences + 1]
        places, sentences = places[inside], sentences[inside]
        keys = index.ids[places].astype(np.uint64)
        for offset in range(1, n):
            ranks = np.unique(keys, return_inverse=True)[1].astype(np.uint64)
            keys = ranks << np.uint64(word_bits) | index.ids[places + offset].astype(np.uint64)
        ranks = np.unique(keys, return_inverse=True)[1].astype(np.uint64)
        keys = ranks << np.uint64(document_bits) | index.document_of(sentences).astype(np.uint64)
        by_key = np.argsort(keys, kind="stable")
        ordered = places[by_key]

        def spell(at: np.ndarray) -> np.ndarray:
            return index.ids[ordered[at][:, None] + np.arange(n)]

        return Bucket(keys[by_key], document_bits, spell)

    return make


def bits(size: int) -> int:
    """Return how many bits do for numbers up to `size`; one at least."""
    return max(size, 1).bit_length()
