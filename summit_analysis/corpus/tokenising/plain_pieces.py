"""The pieces that most text is made of, words in ASCII and marks, looked at all at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
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
    """

    places: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray
    ending: np.ndarray
    forms: np.ndarray
    words: Any
    quiet: np.ndarray


def plain_pieces(pieces: Sequence[str]) -> PlainPieces:
    """Find the plain ones among pieces.

    Example:
        >>> plain = plain_pieces(["We", "met.", "U.S.", "we—they,"])
        >>> plain.places.tolist(), plain.words.take(plain.forms).to_pylist()
        ([0, 1, 3, 3], ['we', 'met', 'we', 'they'])
    """
    import pyarrow as pa

    if not pieces:
        none, no = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool)
        return PlainPieces(none, none, none, no, none, pa.array([], pa.string()), no)
    text = "\n".join(["", *pieces, ""]).encode("utf-8", "surrogatepass")
    buffer = np.frombuffer(text, dtype=np.uint8)
    breaks = np.flatnonzero(buffer == LINE_BREAK)
    starts, ends = breaks[:-1] + 1, breaks[1:]
    owner = np.cumsum(buffer == LINE_BREAK, dtype=np.int32) - 1
    lower = buffer | 0x20
    letter = (lower - ord("a")) < 26
    word = letter | ((buffer - ord("0")) < 10)
    word[1:-1] |= (buffer[1:-1] == HYPHEN) & word[:-2] & word[2:]
    edges = np.flatnonzero(word[1:] != word[:-1]) + 1
    plain = _plain(buffer, word, edges, owner, len(pieces))
    inside = word[:-1] & plain[owner[:-1]]
    begins, past = edges[::2], edges[1::2]
    whole = plain[owner[begins]]
    begins, past = begins[whole], past[whole]
    lengths = past - begins
    offsets = np.append(0, np.cumsum(lengths)).astype(np.int32)
    forms = pa.Array.from_buffers(
        pa.string(), len(begins), [None, pa.py_buffer(offsets), pa.py_buffer(lower[:-1][inside])]
    ).dictionary_encode()
    odd = _folded_otherwise(forms.dictionary)
    words, forms = forms.dictionary, forms.indices.to_numpy()
    # A word that folding may treat otherwise spoils its piece.
    plain[owner[begins[odd[forms]]]] = False
    stays = plain[owner[begins]]
    begins, past, lengths = begins[stays], past[stays], lengths[stays]
    places = owner[begins]
    wide = np.append(0, np.cumsum((buffer & 0xC0) == 0x80, dtype=np.int32))
    last = buffer[ends - 1]
    bare = np.ones(len(pieces), dtype=bool)
    bare[owner[edges[::2]]] = False
    bare[owner[:-1][(buffer[:-1] == HYPHEN) & (buffer[1:] == HYPHEN)]] = True
    letters = np.append(0, np.cumsum(letter, dtype=np.int32))
    marks = np.add.reduceat(SENTENCE_MARKS[buffer], starts, dtype=np.int32)
    return PlainPieces(
        places=places,
        starts=(begins - starts[places]) - (wide[begins] - wide[starts[places]]),
        lengths=lengths,
        ending=(letters[past] - letters[begins] == lengths)
        & (ends[places] - starts[places] == lengths + 1)
        & SENTENCE_MARKS[last[places]],
        forms=forms[stays],
        words=words,
        quiet=(marks == 0) & (last != BRACKET) & ~(CLOSING[buffer[starts]] & bare),
    )


def _folded_otherwise(words: Any) -> np.ndarray:
    """Say of words whether folding may do more to them, or to their parts, than lower the case."""
    import pyarrow.compute as pc

    special = special_forms()
    odd = among(words, special)
    compounds = pc.indices_nonzero(pc.match_substring(words, "-"))
    parts = words.take(compounds).to_pylist()
    odd[compounds] = [not special.isdisjoint(word.split("-")) for word in parts]
    return odd


def among(words: Any, some: Collection[str]) -> np.ndarray:
    """Say of each word of an Arrow array whether it is one of some."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = pc.is_in(words, value_set=pa.array(sorted(some), pa.string()))
    return found.to_numpy(zero_copy_only=False)


def _plain(
    buffer: np.ndarray, word: np.ndarray, edges: np.ndarray, owner: np.ndarray, size: int
) -> np.ndarray:
    """Say of each piece whether it has only words and marks, and no marks that may join words."""
    plain = np.ones(size, dtype=bool)
    unknown = buffer >= 0x80
    joins = JOINERS[buffer] & ~word
    lead = np.flatnonzero(buffer == MARK_BEGINS[0])
    lead = lead[buffer[lead + 1] == MARK_BEGINS[1]]
    for step in range(3):
        unknown[lead + step] = False
    joins[lead] = MARK_JOINERS[buffer[lead + 2]]
    plain[owner[unknown]] = False
    begins, past = edges[2::2], edges[1:-1:2]
    total = np.cumsum(joins, dtype=np.int32)
    joined = (owner[begins] == owner[past - 1]) & (total[begins] > total[past - 1])
    plain[owner[begins[joined]]] = False
    return plain
