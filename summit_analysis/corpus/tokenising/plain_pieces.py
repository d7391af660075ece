"""The pieces that most text is made of, a word in ASCII and marks, looked at all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.tokenising.tokens import special_forms

LINE_BREAK = 10
HYPHEN = ord("-")
# Marks that belong to no token at the end of a piece.
NO_TOKEN = np.isin(np.arange(256), list(b',.;:!?)]}"/'))
# What a sentence could end with; of characters beyond ASCII, all bytes.
EDGES = np.isin(np.arange(256), [*b"\"')]}", *range(128, 256)])
SENTENCE_MARKS = np.isin(np.arange(256), list(b".?!"))


@dataclass(eq=False)
class PlainPieces:
    """The pieces that are one word of ASCII letters and digits, with or without marks around it.

    The word, which can have hyphens inside, is one token, which folding makes lower case and
    nothing more.

    Attributes:
        places: their places among the pieces.
        starts: per piece, at which of its characters the word begins.
        lengths: how many characters it has.
        ending: whether the word is of letters only, and all that follows it, or goes before, is
            one `.`, `?` or `!`.
        quiet: per piece, plain or not, whether it has no such mark, and no quote or bracket at its
            ends that could end a sentence.
        forms: which of the distinct folded words it is.
        words: the distinct folded words.
    """

    places: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray
    ending: np.ndarray
    quiet: np.ndarray
    forms: np.ndarray
    words: list[str]


def plain_pieces(pieces: Sequence[str]) -> PlainPieces:
    """Find the plain ones among pieces.

    Example:
        >>> plain = plain_pieces(["We", "met.", "U.S.", "we,"])
        >>> plain.places.tolist(), [plain.words[form] for form in plain.forms]
        ([0, 1, 3], ['we', 'met', 'we'])
    """
    import pyarrow as pa

    text = "\n".join([*pieces, ""]).encode("utf-8", "surrogatepass")
    buffer = np.frombuffer(text, dtype=np.uint8)
    ends = np.flatnonzero(buffer == LINE_BREAK)
    if not len(ends):
        none, no = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool)
        return PlainPieces(none, none, none, no, no, none, [])
    starts = np.append(0, ends[:-1] + 1)
    lower = buffer | 0x20
    letter = (lower - ord("a")) < 26
    word = letter | ((buffer - ord("0")) < 10)
    word[1:-1] |= (buffer[1:-1] == HYPHEN) & word[:-2] & word[2:]
    begins = word & ~np.append(False, word[:-1])
    letters, characters, runs, marks, endings = (
        np.add.reduceat(each, starts, dtype=np.int32)
        for each in (letter, word, begins, NO_TOKEN[buffer], SENTENCE_MARKS[buffer])
    )
    plain = (runs == 1) & (characters + marks == ends - starts)
    inside = np.repeat(plain, ends + 1 - starts)
    lengths = characters[plain]
    offsets = np.append(0, np.cumsum(lengths)).astype(np.int32)
    found = pa.Array.from_buffers(
        pa.string(),
        len(lengths),
        [None, pa.py_buffer(offsets), pa.py_buffer(lower[word & inside])],
    ).dictionary_encode()
    words = found.dictionary.to_pylist()
    special = special_forms()
    simple = np.array(
        [
            each not in special and ("-" not in each or special.isdisjoint(each.split("-")))
            for each in words
        ],
        dtype=bool,
    )
    forms = found.indices.to_numpy()
    stays = simple[forms] if len(forms) else np.zeros(0, dtype=bool)
    last = buffer[ends - 1]
    quiet = (endings == 0) & ~EDGES[last] & ~EDGES[buffer[starts]]
    return PlainPieces(
        places=np.flatnonzero(plain)[stays],
        starts=(np.flatnonzero(begins & inside) - starts[plain])[stays],
        lengths=lengths[stays],
        ending=((marks == 1) & (letters == characters) & SENTENCE_MARKS[last])[plain][stays],
        quiet=quiet,
        forms=forms[stays],
        words=words,
    )
