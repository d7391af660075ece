"""What stands where in the bytes of texts: white space, line breaks, and wide characters."""

from typing import NamedTuple

import numpy as np

BLOCK_BYTES = 1 << 20
WIDEST = 3  # the most bytes that white space takes
LINE_BREAK, SPACE = 10, 32
LEADS = (0, 0xC2, 0xE0, 0xF0)  # the least byte that a character of one to four bytes begins with
# What `str.isspace` knows beyond the ASCII white space that most texts keep to.
ODD_SPACES = "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
WHITE_SPACE = "\t\n\v\f\r " + ODD_SPACES
ASCII_SPACES = np.isin(np.arange(256), [ord(space) for space in WHITE_SPACE if space.isascii()])
ODD_LEADS, ODD_LASTS = (
    np.isin(np.arange(256), [space.encode()[place] for space in ODD_SPACES]) for place in (0, -1)
)
# Of characters of one to three bytes.
IS_SPACE = np.zeros(1 << 16, dtype=bool)
IS_SPACE[[ord(space) for space in ODD_SPACES]] = True
LONGER = np.searchsorted(LEADS[1:], np.arange(256), side="right")  # bytes after the first


class Scan(NamedTuple):
    """What stands where in the bytes of texts.

    Attributes:
        starts: at which byte pieces begin.
        line_breaks: where lines end.
        wide: where characters of several bytes begin.
        odd: where white space begins that few texts have, ASCII's separators among it.
    """

    starts: np.ndarray
    line_breaks: np.ndarray
    wide: np.ndarray
    odd: np.ndarray


def scan_bytes(buffer: np.ndarray, starts: np.ndarray) -> Scan:
    """Look through the bytes of some texts, block by block, within the cache.

    Args:
        buffer: the bytes, which begin and end with line breaks.
        starts: where to write down the places at which pieces begin, with room for all of them.
    """
    none = np.zeros(0, dtype=np.int64)
    columns = [np.zeros(1, dtype=np.int64)], [none], [none]
    memory = np.empty((3, BLOCK_BYTES + 2 * WIDEST), dtype=bool)
    done = 0
    for first in range(1, len(buffer), BLOCK_BYTES):
        size = min(BLOCK_BYTES, len(buffer) - first)
        # What begins before the block, or goes on after it, is seen whole.
        before = min(first, WIDEST)
        seen = white_space(buffer[first - before : first + size + WIDEST], memory)
        space = seen.space[before - 1 : before + size]
        begin = np.flatnonzero(np.greater(space[:-1], space[1:], out=memory[1, :size]))
        own = starts[done : (done := done + len(begin))]
        own[:] = begin
        own += first
        for found, places in zip(columns, (seen.line_breaks, seen.wide, seen.odd), strict=True):
            inside = slice(*np.searchsorted(places, (before, before + size)))
            found.append(places[inside] + (first - before))
    return Scan(starts[:done], *(np.concatenate(each).astype(np.int32) for each in columns))


class WhiteSpace(NamedTuple):
    """Which bytes are white space; where lines end, wide characters begin, and odd white space."""

    space: np.ndarray
    line_breaks: np.ndarray
    wide: np.ndarray
    odd: np.ndarray


def white_space(buffer: np.ndarray, memory: np.ndarray) -> WhiteSpace:
    """Find the white space among bytes: what `str.isspace` knows.

    Args:
        buffer: the bytes.
        memory: three rows of as many truth values, to be written over: new memory costs time.
    """
    space, marked, above = memory[:, : len(buffer)]
    np.less_equal(buffer, SPACE, out=space)
    # What is rare: controls, line breaks among them, and beginnings of characters of many bytes.
    less = np.subtract(buffer, SPACE, out=above.view(np.uint8))
    rare = np.flatnonzero(np.greater_equal(less, LEADS[1] - SPACE, out=marked))
    lead = buffer[rare]
    space[rare] = ASCII_SPACES[lead]
    odd = rare[ODD_LEADS[lead]]
    # Most characters that begin alike are quotes and dashes, which end in other bytes.
    odd = odd[ODD_LASTS[np.take(buffer, odd + LONGER[buffer[odd]], mode="clip")]]
    if len(odd):
        odd = odd[IS_SPACE[_characters(buffer, odd)]]
        for step in range(1, WIDEST):
            longer = odd[buffer[odd] >= LEADS[step]] + step
            space[longer[longer < len(space)]] = True
        space[odd] = True
    return WhiteSpace(space, rare[lead == LINE_BREAK], rare[lead >= LEADS[1]], odd)


def _characters(buffer: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Decode characters of one to three bytes."""
    first, second, third = (
        np.take(buffer, places + step, mode="clip").astype(np.int32) for step in range(WIDEST)
    )
    two = (first & 31) << 6 | (second & 63)
    three = (first & 15) << 12 | (second & 63) << 6 | (third & 63)
    return np.select([first < LEADS[1], first < LEADS[2]], [first, two], three)


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
