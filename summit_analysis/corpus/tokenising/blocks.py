"""Long arrays taken block by block, so that what is made of one is used within the cache."""

from collections.abc import Iterator

import numpy as np

BLOCK = 1 << 17


def blocks(size: int) -> Iterator[slice]:
    """Divide an array of some size into blocks.

    Example:
        >>> [(block.start, block.stop) for block in blocks(150_000)]
        [(0, 131072), (131072, 150000)]
    """
    for begin in range(0, size, BLOCK):
        yield slice(begin, min(begin + BLOCK, size))


def spread(values: np.ndarray, borders: np.ndarray, block: slice) -> np.ndarray:
    """Return for each place of a block the value of the range that it is in.

    Args:
        values: per range, its value.
        borders: where each range begins, and where the last one ends.
        block: the places; within the ranges.

    Example:
        >>> spread(np.array([5, 6, 7]), np.array([0, 2, 4, 9]), slice(1, 5)).tolist()
        [5, 6, 6, 7]
    """
    first = int(np.searchsorted(borders, block.start, side="right")) - 1
    past = int(np.searchsorted(borders, block.stop))
    sizes = np.diff(np.clip(borders[first : past + 1], block.start, block.stop))
    return np.repeat(values[first:past], sizes)


def look_up(values: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return the values at some places, of 32 bits, all of which must be there.

    That is what `np.take` does, which spends as much time again on places of 64 bits and on looking
    whether they are in range.

    Example:
        >>> look_up(np.array([5, 6, 7]), np.array([2, 0], dtype=np.int32)).tolist()
        [7, 5]
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.take(pa.array(values), pa.array(places), boundscheck=False).to_numpy()
