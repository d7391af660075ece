"""Texts cut at white space: the pieces that tokens and sentences are made of, each kept once."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np

CHUNK_BYTES = 4_000_000
BLOCK_BYTES = 1 << 18
BETWEEN = b"\n\n"
# What `str.isspace` knows beyond the ASCII white space that the buffer is cut at.
ODD_SPACES = "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
RE_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")

Item = TypeVar("Item")
Result = TypeVar("Result")


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
        odd: the documents that have white space beyond ASCII's.
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
    odd: list[int]


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

    # Not while the threads cut: they would wait for the interpreter.
    cuts = list(in_threads(_cut_chunk, _groups(texts)))
    if not cuts:
        return [], []
    encoded = pa.chunked_array([distinct for _, distinct in cuts]).combine_chunks()
    encoded = encoded.dictionary_encode()
    # A piece comes once for each kind of white space after it.
    printed = _buffers(encoded.dictionary)[0].decode("utf-8", "surrogatepass").split()
    place = {piece: number for number, piece in enumerate(dict.fromkeys(printed))}
    entries = np.array(list(map(place.__getitem__, printed)), dtype=np.int32)
    entries = entries[encoded.indices.to_numpy()]
    borders = np.cumsum([len(distinct) for _, distinct in cuts])
    for (chunk, _), own in zip(cuts, np.split(entries, borders), strict=False):
        chunk.entries = own
    return [chunk for chunk, _ in cuts], list(place)


def in_threads(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Do work on every item, in as many threads as there are cores, and keep the order."""
    todo = list(items)
    workers = min(len(todo), os.cpu_count() or 1)
    if workers < 2:
        yield from map(work, todo)
        return
    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(work, todo)


def _groups(texts: Sequence[str]) -> list[Sequence[str]]:
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64) // CHUNK_BYTES
    borders = [0, *(np.flatnonzero(np.diff(ends)) + 1).tolist(), len(texts)]
    return [texts[a:b] for a, b in pairwise(borders) if b > a]


def _cut_chunk(texts: Sequence[str]) -> tuple[Chunk, Any]:
    """Cut some texts; the bytes of the distinct pieces come beside."""
    import pyarrow as pa

    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    text_bytes = _text_bytes(encoded)
    buffer = _lay(encoded)
    odd = _odd_texts(buffer, text_bytes)
    if odd:
        for number in odd:
            plain = RE_ODD_SPACE.sub(" ", texts[number])
            encoded[number] = plain.encode("utf-8", "surrogatepass")
        text_bytes = _text_bytes(encoded)
        buffer = _lay(encoded)
    offsets = _piece_starts(buffer)
    starts = offsets[:-1]
    pieces = pa.Array.from_buffers(
        pa.binary(), len(starts), [None, pa.py_buffer(offsets), pa.py_buffer(buffer)]
    ).dictionary_encode()
    codes = pieces.indices.to_numpy()
    lengths = np.array([len(text) + len(BETWEEN) for text in texts])
    paragraphs, paragraph_pieces, numbers = _paragraphs(buffer, text_bytes, starts)
    extra = _extra_bytes(*_buffers(pieces.dictionary))
    piece_starts, lead = starts, starts[paragraph_pieces] - paragraphs
    if extra.any():
        longer = extra[codes]
        piece_starts = starts - (np.cumsum(longer, dtype=np.int32) - longer)
    chunk = Chunk(
        texts=texts,
        text_starts=len(BETWEEN) + np.cumsum(lengths) - lengths,
        text_pieces=np.append(np.searchsorted(starts, text_bytes), len(starts)),
        codes=codes,
        entries=np.zeros(0, dtype=np.int32),
        starts=piece_starts,
        paragraph_starts=piece_starts[paragraph_pieces] - lead,
        paragraph_pieces=paragraph_pieces,
        paragraph_numbers=numbers,
        odd=odd,
    )
    return chunk, pieces.dictionary


def _piece_starts(buffer: np.ndarray) -> np.ndarray:
    """Find where pieces begin, and the end of the last one; block by block, within the cache."""
    blocks = []
    for first in range(0, len(buffer) - 1, BLOCK_BYTES):
        block = buffer[first : first + BLOCK_BYTES + 1]
        space = block == 32
        space |= (block - 9) <= 4
        starts = np.flatnonzero(space[:-1] > space[1:])
        starts += first + 1
        blocks.append(starts.astype(np.int32))
    return np.concatenate([*blocks, np.array([len(buffer)], dtype=np.int32)])


def _lay(encoded: Sequence[bytes]) -> np.ndarray:
    return np.frombuffer(BETWEEN.join([b"", *encoded, b""]), dtype=np.uint8)


def _text_bytes(encoded: Sequence[bytes]) -> np.ndarray:
    lengths = np.array([len(text) + len(BETWEEN) for text in encoded])
    return len(BETWEEN) + np.cumsum(lengths) - lengths


def _odd_texts(buffer: np.ndarray, text_bytes: np.ndarray) -> list[int]:
    """Find the texts with white space beyond ASCII's, by the characters its bytes stand for."""
    lead = np.flatnonzero(buffer >= 0xC2)
    first, second, third = (buffer[lead + step].astype(np.int32) for step in range(3))
    two = (first & 31) << 6 | (second & 63)
    three = (first & 15) << 12 | (second & 63) << 6 | (third & 63)
    characters = np.where(first < 0xE0, two, np.where(first < 0xF0, three, 0))
    found = [lead[np.isin(characters, [ord(space) for space in ODD_SPACES])]]
    found.append(np.flatnonzero((buffer - 0x1C) <= 3))
    places = np.searchsorted(text_bytes, np.concatenate(found), side="right") - 1
    return np.unique(places).tolist()


def _paragraphs(
    buffer: np.ndarray, text_bytes: np.ndarray, starts: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find paragraphs as `paragraph_spans` does: they begin after two line breaks or more."""
    breaks = np.flatnonzero(buffer == 10)
    joined = np.diff(breaks) == 1
    last = np.append(~joined, True) & np.append(False, joined)
    begins = breaks[last] + 1
    begins = begins[begins < len(buffer)]
    texts = np.searchsorted(text_bytes, begins, side="right") - 1
    numbers = np.arange(len(begins)) - np.searchsorted(texts, texts)
    pieces = np.searchsorted(starts, begins)
    filled = np.diff(np.append(pieces, len(starts))) > 0
    return begins[filled], pieces[filled], numbers[filled]


def _buffers(distinct: Any) -> tuple[bytes, np.ndarray]:
    """Return the bytes of distinct pieces, and where each begins."""
    _, starts, values = distinct.buffers()
    if values is None or not len(distinct):
        return b"", np.zeros(0, dtype=np.int32)
    starts = np.frombuffer(starts, dtype=np.int32)[distinct.offset :][: len(distinct) + 1]
    return values.to_pybytes()[starts[0] : starts[-1]], starts[:-1] - starts[0]


def _extra_bytes(distinct: bytes, starts: np.ndarray) -> np.ndarray:
    """Count by how much each distinct piece is longer in bytes than in characters."""
    if distinct.isascii() or not len(starts):
        return np.zeros(len(starts), dtype=np.int32)
    follows = np.frombuffer(distinct, dtype=np.int8) < -64
    return np.add.reduceat(follows, starts, dtype=np.int32)
