"""Texts cut at white space: the pieces that tokens and sentences are made of, each kept once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock, local
from typing import Any

import numpy as np

from summit_analysis.corpus.tokenising.byte_scan import (
    ODD_SPACES,
    find_paragraphs,
    odd_texts,
    scan_bytes,
    white_space,
)
from summit_analysis.corpus.tokenising.threads import in_threads

CHUNK_BYTES = 4_000_000
BLOCK_PIECES = 1 << 16
BETWEEN = b"\n\n"
RE_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")


@dataclass(eq=False)
class Chunk:
    """Some documents of a corpus, laid end to end and cut at white space.

    Positions are characters counted from the beginning of the chunk.

    Attributes:
        texts: the documents' texts.
        text_starts: per document, where it begins.
        text_pieces: per document the number of its first piece, and the total at the end.
        codes: per piece, which of the chunk's distinct pieces it is.
        entries: per distinct piece of the chunk, which of the corpus's distinct pieces it is.
        starts: per piece, where it begins.
        paragraph_starts: per paragraph with a piece in it, where it begins.
        paragraph_pieces: per such paragraph, the number of its first piece.
        paragraph_numbers: per such paragraph, its number in its document, from 0.
        odd: the documents that have white space beyond ASCII's, and which of their characters.
        room: where codes and starts are kept, with some room for pieces that are cut later.
    """

    texts: Sequence[str]
    text_starts: np.ndarray
    text_pieces: np.ndarray
    codes: np.ndarray
    entries: np.ndarray
    starts: np.ndarray
    paragraph_starts: np.ndarray
    paragraph_pieces: np.ndarray
    paragraph_numbers: np.ndarray
    odd: dict[int, list[int]]
    room: tuple[np.ndarray, np.ndarray]

    def replace_pieces(self, codes: np.ndarray, starts: np.ndarray) -> None:
        """Put other pieces in the place of those there are; in the same memory if they fit."""
        size = len(codes)
        if size > len(self.room[0]):
            self.codes, self.starts = codes, starts
            return
        self.codes, self.starts = (each[:size] for each in self.room)
        self.codes[:] = codes
        self.starts[:] = starts


class Room:
    """Memory that all chunks share: single arrays would leave it in tatters.

    It is for the longest that texts could be; what is never written takes next to no memory.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._codes, self._starts = (
            np.empty(_most_pieces(texts), dtype=np.int32) for _ in range(2)
        )
        self._taken = 0
        self._lock = Lock()
        self._scratch = local()

    def take(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Take room for the codes and the starts of the pieces of some of the texts."""
        with self._lock:
            first, self._taken = self._taken, self._taken + _most_pieces(texts)
            past = self._taken
        return self._codes[first:past], self._starts[first:past]

    def borrow(self, texts: Sequence[str]) -> np.ndarray:
        """Borrow room for the bytes of some texts, until the same thread borrows again."""
        size = _most_bytes(texts)
        if size > len(getattr(self._scratch, "bytes", ())):
            self._scratch.bytes = np.empty(size, dtype=np.uint8)
        return self._scratch.bytes


def _most_bytes(texts: Sequence[str]) -> int:
    """Return the most bytes that texts can take, with what stands around each."""
    between = 2 * len(BETWEEN) * len(texts)
    return between + sum(len(text) * (1 if text.isascii() else 4) for text in texts)


def _most_pieces(texts: Sequence[str]) -> int:
    """Return how many pieces texts can have, each with white space after it, and one more."""
    return sum(len(text) // 2 + 2 for text in texts)


def cut(texts: Sequence[str]) -> tuple[list[Chunk], list[str]]:
    """Cut texts at white space.

    Args:
        texts: the texts, in order.

    Returns:
        The texts in chunks, and the distinct pieces, which the chunks' entries count.

    Example:
        >>> [chunk], pieces = cut(["We met.", "We agreed."])
        >>> [pieces[entry] for entry in chunk.entries[chunk.codes]]
        ['We', 'met.', 'We', 'agreed.']
    """
    import pyarrow as pa

    room = Room(texts)
    cuts = list(in_threads(lambda group: _cut_chunk(group, room), _groups(texts)))
    if not cuts:
        return [], []
    encoded = pa.chunked_array([distinct for _, distinct in cuts]).combine_chunks()
    encoded = encoded.dictionary_encode()
    entries = encoded.indices.to_numpy()
    borders = np.cumsum([len(distinct) for _, distinct in cuts])
    for (chunk, _), own in zip(cuts, np.split(entries, borders), strict=False):
        chunk.entries = own
    return [chunk for chunk, _ in cuts], _decode(encoded.dictionary)


def _groups(texts: Sequence[str]) -> list[Sequence[str]]:
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64) // CHUNK_BYTES
    borders = [0, *(np.flatnonzero(np.diff(ends)) + 1).tolist(), len(texts)]
    return [texts[a:b] for a, b in pairwise(borders) if b > a]


def _cut_chunk(texts: Sequence[str], room: Room) -> tuple[Chunk, Any]:
    """Cut some texts; the bytes of the distinct pieces come beside."""
    import pyarrow as pa

    codes, starts = room.take(texts)
    memory = room.borrow(texts)
    buffer, text_bytes = _lay(texts, memory)
    scan = scan_bytes(buffer, starts)
    odd = {
        number: [space.start() for space in RE_ODD_SPACE.finditer(texts[number])]
        for number in odd_texts(buffer, scan, text_bytes)
    }
    if odd:
        plain = list(texts)
        for number, spaces in odd.items():
            borders = pairwise([-1, *spaces, len(texts[number])])
            plain[number] = " ".join(texts[number][a + 1 : b] for a, b in borders)
        buffer, text_bytes = _lay(plain, memory)
        scan = scan_bytes(buffer, starts)
    count = len(scan.starts)
    starts[count] = len(buffer)
    pieces = pa.Array.from_buffers(
        pa.binary(), count, [None, pa.py_buffer(starts[: count + 1]), pa.py_buffer(buffer)]
    ).dictionary_encode()
    own = codes, starts
    codes, starts = codes[:count], starts[:count]
    codes[:] = pieces.indices.to_numpy()
    lengths = np.array([len(text) + len(BETWEEN) for text in texts])
    paragraphs, paragraph_pieces, numbers = find_paragraphs(scan, text_bytes, len(buffer))
    distinct, extra = _without_spaces(pieces.dictionary)
    lead = starts[paragraph_pieces] - paragraphs
    text_pieces = np.append(np.searchsorted(starts, text_bytes), count)
    if extra.any():
        _count_characters(starts, codes, extra)
    chunk = Chunk(
        texts=texts,
        text_starts=len(BETWEEN) + np.cumsum(lengths) - lengths,
        text_pieces=text_pieces,
        codes=codes,
        entries=np.zeros(0, dtype=np.int32),
        starts=starts,
        paragraph_starts=starts[paragraph_pieces] - lead,
        paragraph_pieces=paragraph_pieces,
        paragraph_numbers=numbers,
        odd=odd,
        room=own,
    )
    return chunk, distinct


def _lay(texts: Sequence[str], memory: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Write texts as UTF-8 into memory, end to end; return the bytes, and where each text begins.

    Each is written on its own: one long string of all would be new memory for every chunk.
    """
    begins = np.empty(len(texts), dtype=np.int64)
    # A view of Python's keeps the interpreter while it copies: NumPy would let it go, and threads
    # that hand it over for every text wait longer than they work.
    view, done = memoryview(memory.data), len(BETWEEN)
    view[:done] = BETWEEN
    for number, text in enumerate(texts):
        begins[number] = done
        encoded = text.encode("utf-8", "surrogatepass") + BETWEEN
        view[done : done + len(encoded)] = encoded
        done += len(encoded)
    return memory[:done], begins


def _without_spaces(pieces: Any) -> tuple[Any, np.ndarray]:
    """Take the white space off the ends of distinct pieces, where each kind of it made another.

    Args:
        pieces: the pieces with what follows them, as an Arrow array.

    Returns:
        The pieces without, some of them equal now, and per piece by how much it is longer in bytes
        than in characters.
    """
    import pyarrow as pa

    if not len(pieces):
        return pieces, np.zeros(0, dtype=np.int32)
    buffer, begins = _buffers(pieces)
    inside = ~white_space(buffer)
    lengths = np.add.reduceat(inside, begins[:-1], dtype=np.int32)
    offsets = np.append(0, np.cumsum(lengths)).astype(np.int32)
    kept = buffer[inside]
    bare = pa.Array.from_buffers(
        pa.binary(), len(pieces), [None, pa.py_buffer(offsets), pa.py_buffer(kept)]
    )
    follows = kept.view(np.int8) < -64
    return bare, np.add.reduceat(follows, offsets[:-1], dtype=np.int32)


def _decode(pieces: Any) -> list[str]:
    """Return distinct pieces as strings: decoded at once, with a space after each."""
    if not len(pieces):
        return []
    buffer, begins = _buffers(pieces)
    joined = np.full(len(buffer) + len(pieces), ord(" "), dtype=np.uint8)
    piece = np.ones(len(joined), dtype=bool)
    piece[begins[1:] + np.arange(len(pieces))] = False
    joined[piece] = buffer
    return joined.tobytes().decode("utf-8", "surrogatepass").split()


def _buffers(pieces: Any) -> tuple[np.ndarray, np.ndarray]:
    """Return the bytes of an Arrow array, and where each value begins, and the last one ends."""
    _, begins, values = pieces.buffers()
    begins = np.frombuffer(begins, dtype=np.int32)[: len(pieces) + 1]
    return np.frombuffer(values, dtype=np.uint8)[: begins[-1]], begins


def _count_characters(starts: np.ndarray, codes: np.ndarray, extra: np.ndarray) -> None:
    """Turn the places of pieces from bytes into characters."""
    shift = 0
    for first in range(0, len(starts), BLOCK_PIECES):
        longer = extra[codes[first : first + BLOCK_PIECES]]
        after = np.cumsum(longer, dtype=np.int32)
        after += shift
        shift = int(after[-1])
        after -= longer
        starts[first : first + BLOCK_PIECES] -= after
