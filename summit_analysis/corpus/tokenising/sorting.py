"""Sorting many whole numbers: by counting them, or by comparing where that is quicker."""

from collections.abc import Callable
from functools import cache
from time import perf_counter

import numpy as np

DIGIT_BITS = 14


def sort_by(digits: np.ndarray, values: np.ndarray, *, size: int) -> np.ndarray:
    """Sort values by digits, the least first (Knuth 1998, 5.2, "distribution counting").

    A matrix of one row, turned by SciPy, is its values in the order of their columns. NumPy's own
    stable sort takes several times as long.

    Args:
        digits: per value, a whole number from 0 up to below `size`, which is not checked.
        values: what to sort; integers or floats of 32 bits or more.
        size: how many digits there are; the sort is fast while as many counts fit in the cache.

    Returns:
        The values; those of equal digits in the order they came in.

    Example:
        >>> sort_by(np.array([2, 0, 2, 1]), np.array([10, 11, 12, 13]), size=3).tolist()
        [11, 13, 10, 12]
    """
    from scipy.sparse import csr_array

    digits = digits.astype(np.int32, copy=False)
    row = np.array([0, len(values)], dtype=np.int32)
    return csr_array((values, digits, row), shape=(1, max(size, 1))).tocsc().data


def sort_numbers(numbers: np.ndarray, *, low: int = 0, high: int) -> np.ndarray:
    """Sort numbers that have no bit set from `high` on; the array given may be changed.

    Args:
        numbers: what to sort; of an unsigned kind.
        low: numbers that differ only below this bit are in order already.
        high: the number of bits that are used.

    Returns:
        The numbers in order.

    Example:
        >>> sort_numbers(np.array([6, 1, 4], dtype=np.uint32), high=3).tolist()
        [1, 4, 6]
    """
    if comparing_is_quick():
        numbers.sort()
        return numbers
    return _sort_digits(numbers, low, high)


def _sort_digits(numbers: np.ndarray, low: int, high: int) -> np.ndarray:
    """Sort numbers digit by digit, from the lowest (Knuth 1998, 5.2.5)."""
    width = -(-(high - low) // -(-(high - low) // DIGIT_BITS))
    for shift in range(low, high, width):
        size = 1 << min(width, high - shift)
        digits = (numbers >> shift).astype(np.int32)
        digits &= size - 1
        numbers = sort_by(digits, numbers, size=size)
    return numbers


@cache
def comparing_is_quick() -> bool:
    """Try whether NumPy's own sort is quicker here than sorting two digits.

    It is on some processors with AVX-512, and takes several times as long on others.
    """
    numbers = np.random.default_rng(0).integers(1 << 28, size=1 << 16, dtype=np.uint64)
    return _quickest(lambda: np.sort(numbers)) < _quickest(lambda: _sort_digits(numbers, 0, 28))


def _quickest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begin = perf_counter()
        work()
        times.append(perf_counter() - begin)
    return min(times)
