"""What stands where in the bytes of texts: white space, line breaks, characters beyond ASCII."""

from typing import NamedTuple

import numpy as np

BLOCK_BYTES = 1 << 20
NOTHING = np.zeros(0, dtype=np.int64)
# What `str.isspace` knows beyond the ASCII white space that texts are cut at.
ODD_SPACES = "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class Scan(NamedTuple):
    """What stands where in the bytes of texts.

    Attributes:
        starts: where pieces begin.
        line_breaks: where lines end.
        wide: where characters of several bytes begin.
        separators: the ASCII separators, which are white space of an odd kind.
    """

    starts: np.ndarray
    line_breaks: np.ndarray
    wide: np.ndarray
    separators: np.ndarray


def scan_bytes(buffer: np.ndarray, starts: np.ndarray) -> Scan:
    """Look through the bytes of some texts, block by block, within the cache.

    Args:
        buffer: the bytes.
        starts: where to write down the places at which pieces begin, with room for all of them.
    """
    found: list[tuple[np.ndarray, ...]] = []
    done = 0
    for first in range(0, len(buffer) - 1, BLOCK_BYTES):
        block = buffer[first : first + BLOCK_BYTES + 1]
        space = white_space(block)
        block = block[:-1]
        separators = (block - 0x1C) <= 3
        bare = np.flatnonzero(separators) if separators.any() else NOTHING
        wide = block >= 0xC2
        lead = np.flatnonzero(wide) if wide.any() else NOTHING
        begin = np.flatnonzero(space[:-1] > space[1:])
        np.add(begin, first + 1, out=starts[done : done + len(begin)], casting="same_kind")
        done += len(begin)
        places = (np.flatnonzero(block == 10), lead, bare)
        found.append(tuple((each + first).astype(np.int32) for each in places))
    return Scan(starts[:done], *map(np.concatenate, zip(*found, strict=True)))


def white_space(buffer: np.ndarray) -> np.ndarray:
    """Say which bytes are white space that texts are cut at."""
    space = buffer == 32
    space |= (buffer - 9) <= 4
    return space


def odd_texts(buffer: np.ndarray, scan: Scan, text_bytes: np.ndarray) -> list[int]:
    """Find the texts with white space beyond ASCII's, by the characters its bytes stand for."""
    lead = scan.wide
    first, second, third = (buffer[lead + step].astype(np.int32) for step in range(3))
    two = (first & 31) << 6 | (second & 63)
    three = (first & 15) << 12 | (second & 63) << 6 | (third & 63)
    characters = np.where(first < 0xE0, two, np.where(first < 0xF0, three, 0))
    odd = lead[np.isin(characters, [ord(space) for space in ODD_SPACES])]
    found = np.concatenate((odd, scan.separators))
    places = np.searchsorted(text_bytes, found, side="right") - 1
    return np.unique(places).tolist()


def find_paragraphs(
    scan: Scan, text_bytes: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find paragraphs as `paragraph_spans` does: they begin after two line breaks or more."""
    breaks = scan.line_breaks
    joined = np.diff(breaks) == 1
    last = np.append(~joined, True) & np.append(False, joined)
    begins = breaks[last] + 1
    begins = begins[begins < size]
    texts = np.searchsorted(text_bytes, begins, side="right") - 1
    numbers = np.arange(len(begins)) - np.searchsorted(texts, texts)
    pieces = np.searchsorted(scan.starts, begins)
    filled = np.diff(np.append(pieces, len(scan.starts))) > 0
    return begins[filled], pieces[filled], numbers[filled]
