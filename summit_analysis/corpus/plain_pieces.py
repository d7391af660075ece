"""The pieces that most text is made of, letters from a to z and a mark, looked at all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.tokens import special_forms

LINE_BREAK = 10
# Marks that belong to no token at the end of a piece.
NO_TOKEN = np.isin(np.arange(256), list(b',.;:!?)]}"/'))
SENTENCE_MARKS = np.isin(np.arange(256), list(b".?!"))


@dataclass(eq=False)
class PlainPieces:
    """The pieces that are ASCII letters, with or without one mark at the end.

    Their letters are one token, which folding makes lower case and nothing more.

    Attributes:
        places: their places among the pieces.
        lengths: how many letters each has.
        marked: whether `.`, `?` or `!` ends each.
        forms: which of the distinct folded words each is.
        words: the distinct folded words.
    """

    places: np.ndarray
    lengths: np.ndarray
    marked: np.ndarray
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
        return PlainPieces(*(np.zeros(0, dtype=np.int64) for _ in range(4)), [])
    starts = np.append(0, ends[:-1] + 1)
    lower = buffer | 0x20
    letter = (lower - ord("a")) < 26
    letters = np.add.reduceat(letter, starts, dtype=np.int64)
    last = buffer[ends - 1]
    one_more = (ends - starts == letters + 1) & NO_TOKEN[last]
    plain = (letters > 0) & ((ends - starts == letters) | one_more)
    kept = letter & np.repeat(plain, ends + 1 - starts)
    lengths = letters[plain]
    offsets = np.append(0, np.cumsum(lengths)).astype(np.int32)
    found = pa.Array.from_buffers(
        pa.string(),
        len(lengths),
        [None, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(lower[kept]))],
    ).dictionary_encode()
    words = found.dictionary.to_pylist()
    special = special_forms()
    simple = np.array([word not in special for word in words], dtype=bool)
    forms = found.indices.to_numpy()
    stays = simple[forms] if len(forms) else np.zeros(0, dtype=bool)
    return PlainPieces(
        places=np.flatnonzero(plain)[stays],
        lengths=lengths[stays],
        marked=(one_more & SENTENCE_MARKS[last])[plain][stays],
        forms=forms[stays],
        words=words,
    )
