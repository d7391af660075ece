"""Texts as bytes, laid end to end in memory that is used again and again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from summit_analysis.corpus.tokenising.blocks import blocks, spread
from summit_analysis.corpus.tokenising.byte_scan import LEADS, Scan, scan_bytes
from summit_analysis.corpus.tokenising.threads import AHEAD

FIRST_SIZE, CHUNK_SIZE = 2_000_000, 12_000_000  # characters
BETWEEN = b"\n\n"
FEW_WIDE = 1 / 16  # wide characters a piece, up to which each is looked for on its own


@dataclass(eq=False)
class Laid:
    """Some texts as bytes, end to end, with line breaks before, between and after them.

    Attributes:
        texts: the texts.
        buffer: their bytes.
        text_bytes: per text, at which byte it begins.
        scan: what stands where in the bytes.
        starts: room for a number per piece, and one more: where each begins.
    """

    texts: Sequence[str]
    buffer: np.ndarray
    text_bytes: np.ndarray
    scan: Scan
    starts: np.ndarray

    def characters(self, places: np.ndarray) -> np.ndarray:
        """Turn places, not too many, from bytes into characters."""
        return places - sum(np.searchsorted(longer, places) for longer in self._longer)

    def count_characters(self) -> None:
        """Turn where the pieces begin from bytes into characters, for good."""
        starts = self.scan.starts
        if len(self.scan.wide) < FEW_WIDE * len(starts):
            longer = np.sort(np.concatenate(self._longer))
            after = np.searchsorted(starts, longer, side="right")
            borders = np.concatenate(([0], after, [len(starts)]))
            surplus = np.arange(len(longer) + 1, dtype=np.int32)
            for block in blocks(len(starts)):
                starts[block] -= spread(surplus, borders, block)
        else:
            follows = self.buffer.view(np.int8) < -64
            surplus = np.add.reduceat(follows, np.append(0, starts), dtype=np.int32)
            starts -= np.cumsum(surplus, dtype=np.int32)[:-1]

    @cached_property
    def _longer(self) -> list[np.ndarray]:
        """Where characters of two bytes or more begin, of three or more, and of four."""
        lead = self.buffer[self.scan.wide]
        return [self.scan.wide[lead >= least] for least in LEADS[1:]]


def lay_chunks(texts: Sequence[str]) -> Iterator[Laid]:
    """Lay texts out in chunks; the bytes of a chunk stand until `AHEAD` others are asked for.

    All chunks share one memory for where their pieces begin: single arrays would leave it in
    tatters. It is for the most pieces that texts could have; what is never written takes next to
    no memory.
    """
    starts = np.empty(_most_pieces(texts), dtype=np.int32)
    lent = [np.empty(0, dtype=np.uint8)] * (AHEAD + 1)
    taken = 0
    for group in _groups(texts):
        own = slice(taken, taken := taken + _most_pieces(group))
        memory, size = lent.pop(0), _most_bytes(group)
        lent.append(memory if size <= len(memory) else np.empty(size, dtype=np.uint8))
        buffer, text_bytes = _lay(group, lent[-1])
        scan = scan_bytes(buffer, starts[own])
        yield Laid(group, buffer, text_bytes, scan, starts[own])


def are_many(texts: Sequence[str]) -> bool:
    """Say whether texts make more than one chunk, or one that is as long as the first may be."""
    return sum(map(len, texts)) >= FIRST_SIZE


def _groups(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Divide texts into groups, each twice as long as the one before up to a limit.

    The first is short, for what comes after waits for it; long ones have fewer distinct pieces.
    """
    first, size, limit = 0, 0, FIRST_SIZE
    for past, text in enumerate(texts, 1):
        size += len(text)
        if size >= limit:
            yield texts[first:past]
            first, size, limit = past, 0, min(2 * limit, CHUNK_SIZE)
    if first < len(texts):
        yield texts[first:]


def _most_bytes(texts: Sequence[str]) -> int:
    """Return the most bytes that texts can take, with what stands around each."""
    between = 2 * len(BETWEEN) * len(texts)
    return between + sum(len(text) * (1 if text.isascii() else 4) for text in texts)


def _most_pieces(texts: Sequence[str]) -> int:
    """Return how many pieces texts can have, each with white space after it, and one more."""
    return sum(len(text) // 2 + 2 for text in texts)


def _lay(texts: Sequence[str], memory: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Write texts as UTF-8 into memory, end to end; return the bytes, and where each text begins.

    Each is written on its own: one long string of all would be new memory for every chunk.
    """
    begins = np.empty(len(texts), dtype=np.int32)
    # A view of Python's copies without handing the interpreter over, as NumPy would for every text.
    view, done = memoryview(memory.data), len(BETWEEN)
    view[:done] = BETWEEN
    for number, text in enumerate(texts):
        begins[number] = done
        encoded = text.encode()
        view[done : (done := done + len(encoded))] = encoded
        view[done : (done := done + len(BETWEEN))] = BETWEEN
    return memory[:done], begins
