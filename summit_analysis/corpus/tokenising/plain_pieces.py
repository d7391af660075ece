"""The pieces that most text is made of, words in ASCII and marks, looked at all at once."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from summit_analysis.corpus.tokenising.tokens import special_forms

LINE_BREAK, HYPHEN, BRACKET = b"\n-)"
# Marks that can join words, or belong to a number, when they stand between letters or digits.
JOINERS = np.isin(np.arange(256), list(b".,'&+-"))
# What could close a sentence when it stands alone; of characters beyond ASCII, all bytes.
CLOSING = np.isin(np.arange(256), [*b"\"')]}", *range(128, 256)])
SENTENCE_MARKS = np.isin(np.arange(256), list(b".?!"))
# Dashes, quotes and other marks from U+2000 to U+203F take these two bytes and one that differs.
MARK_BEGINS = 0xE2, 0x80
MARK_JOINERS = np.isin(np.arange(256), [mark.encode()[2] for mark in "‐‑‒–’′"])


@dataclass(eq=False)
class PlainPieces:
    """The words of pieces that have nothing but words of ASCII letters and digits, and marks.

    A word, which can have hyphens inside, is one token, which folding makes lower case and nothing
    more; of several in a piece, none is joined to another.

    Attributes:
        places: per word, the place of its piece among the pieces.
        starts: at which character of the piece the word begins.
        lengths: how many characters it has.
        ending: whether the word is of letters only, and all that there is beside it is one `.`, `?`
            or `!` after it.
        forms: which of the distinct folded words it is.
        words: the distinct folded words, as an Arrow array.
        quiet: per piece, plain or not, whether nothing in it can end a sentence: neither a mark,
            nor a bracket at its end, nor quotes and brackets without a word.
        sizes: per piece, plain or not, how many characters it has.
    """

    places: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray
    ending: np.ndarray
    forms: np.ndarray
    words: Any
    quiet: np.ndarray
    sizes: np.ndarray


def plain_pieces(pieces: Any) -> PlainPieces:
    """Find the plain ones among pieces, a list of strings or an Arrow array.

    Example:
        >>> plain = plain_pieces(["We", "met.", "U.S.", "we—they,"])
        >>> plain.places.tolist(), plain.words.take(plain.forms).to_pylist()
        ([0, 1, 3, 3], ['we', 'met', 'we', 'they'])
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    pieces = pa.array(pieces, pa.string())
    if not len(pieces):
        none, no = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool)
        return PlainPieces(none, none, none, no, none, pieces, no, none)
    buffer = _lines(pieces)
    breaks = np.flatnonzero(buffer == LINE_BREAK)
    starts, ends = breaks[:-1] + 1, breaks[1:]
    sizes = np.diff(breaks)  # each with the line break after it, the first also with that before
    sizes[0] += 1
    owner = np.repeat(np.arange(len(pieces)), sizes)

    def with_any(marked: np.ndarray) -> np.ndarray:
        """Say of each piece whether any of its bytes is marked."""
        found = np.zeros(len(pieces), dtype=bool)
        found[owner[np.flatnonzero(marked)]] = True
        return found

    lower = buffer | 0x20
    letter = (lower - ord("a")) < 26
    word = letter | ((buffer - ord("0")) < 10)
    word[1:-1] |= (buffer[1:-1] == HYPHEN) & word[:-2] & word[2:]
    edges = np.flatnonzero(word[1:] != word[:-1]) + 1
    begins, past = edges[::2], edges[1::2]
    bare = np.ones(len(pieces), dtype=bool)
    bare[owner[begins]] = False
    plain = ~with_any(_strange(buffer, word, owner, begins))
    whole = plain[owner[begins]]
    begins, past = begins[whole], past[whole]
    lengths = past - begins
    offsets = np.append(0, np.cumsum(lengths)).astype(np.int32)
    letters = np.compress(word & plain[owner], lower)
    forms = pa.Array.from_buffers(
        pa.string(), len(begins), [None, pa.py_buffer(offsets), pa.py_buffer(letters)]
    ).dictionary_encode()
    odd = _folded_otherwise(forms.dictionary)
    words, forms = forms.dictionary, forms.indices.to_numpy()
    # A word that folding may treat otherwise spoils its piece.
    plain[owner[begins[odd[forms]]]] = False
    stays = plain[owner[begins]]
    begins, lengths, forms = begins[stays], lengths[stays], forms[stays]
    places = owner[begins]
    first, last = buffer[starts], buffer[ends - 1]
    bare |= with_any((buffer == HYPHEN) & np.append(buffer[1:] == HYPHEN, False))
    return PlainPieces(
        places=places,
        starts=_characters(buffer, starts[places], begins),
        lengths=lengths,
        ending=(ends[places] - starts[places] == lengths + 1)
        & ~with_any(word & ~letter)[places]
        & SENTENCE_MARKS[last[places]],
        forms=forms,
        words=words,
        quiet=~with_any(np.take(SENTENCE_MARKS, buffer))
        & (last != BRACKET)
        & ~(CLOSING[first] & bare),
        sizes=pc.utf8_length(pieces).to_numpy(),
    )


def _lines(pieces: Any) -> np.ndarray:
    """Return the bytes of an Arrow array's strings, a line break before, between and after them."""
    import pyarrow as pa
    import pyarrow.compute as pc

    one = pa.ListArray.from_arrays(pa.array([0, len(pieces)], pa.int32()), pieces)
    _, borders, letters = pc.binary_join(one, "\n").buffers()
    size = np.frombuffer(borders, dtype=np.int32)[1]
    buffer = np.full(size + 2, LINE_BREAK, dtype=np.uint8)
    buffer[1:-1] = np.frombuffer(letters, dtype=np.uint8, count=size)
    return buffer


def _characters(buffer: np.ndarray, starts: np.ndarray, begins: np.ndarray) -> np.ndarray:
    """Count the characters between places, of which few have other characters than ASCII's."""
    follows = np.flatnonzero((buffer & 0xC0) == 0x80)
    counts = begins - starts
    between = np.flatnonzero(counts)
    bounds = np.searchsorted(follows, (starts[between], begins[between]))
    counts[between] -= bounds[1] - bounds[0]
    return counts


def _folded_otherwise(words: Any) -> np.ndarray:
    """Say of words whether folding may do more to them, or to their parts, than lower the case."""
    import pyarrow as pa

    _, borders, letters = words.buffers()
    borders = np.frombuffer(borders, dtype=np.int32)[: len(words) + 1]
    hyphens = np.flatnonzero(np.frombuffer(letters, dtype=np.uint8)[: borders[-1]] == HYPHEN)
    # A part of a compound keeps the hyphen before it.
    begins = np.sort(np.concatenate((borders, hyphens.astype(np.int32))))
    parts = pa.Array.from_buffers(
        pa.string(), len(begins) - 1, [None, pa.py_buffer(begins), letters]
    )
    special = special_forms()
    found = np.flatnonzero(among(parts, special | {f"-{word}" for word in special}))
    odd = np.zeros(len(words), dtype=bool)
    odd[np.searchsorted(borders, begins[found], side="right") - 1] = True
    return odd


def among(words: Any, some: frozenset[str]) -> np.ndarray:
    """Say of each word of an Arrow array whether it is one of some."""
    import pyarrow.compute as pc

    return pc.is_in(words, value_set=_word_array(some)).to_numpy(zero_copy_only=False)


@cache
def _word_array(words: frozenset[str]) -> Any:
    import pyarrow as pa

    return pa.array(sorted(words), pa.string())


def _strange(
    buffer: np.ndarray, word: np.ndarray, owner: np.ndarray, begins: np.ndarray
) -> np.ndarray:
    """Mark the bytes that make a piece other than plain: neither of words nor of known marks.

    A mark that may join words does so if it stands between two of its piece.
    """
    strange = buffer >= 0x80
    joins = np.take(JOINERS, buffer) & ~word
    lead = np.flatnonzero(buffer == MARK_BEGINS[0])
    lead = lead[buffer[lead + 1] == MARK_BEGINS[1]]
    for step in range(3):
        strange[lead + step] = False
    joins[lead] = MARK_JOINERS[buffer[lead + 2]]
    first, last = (np.zeros(owner[-1] + 1, dtype=np.int64) for _ in range(2))
    first[owner[begins[::-1]]] = begins[::-1]
    last[owner[begins]] = begins
    places = np.flatnonzero(joins)
    owners = owner[places]
    strange[places[(first[owners] < places) & (places < last[owners])]] = True
    return strange
