"""Sorting by small whole numbers, by counting them: no comparison, and equal ones stay in order."""

import numpy as np


def sort_by(digits: np.ndarray, values: np.ndarray, *, size: int) -> np.ndarray:
    """Sort values by digits, the least first (Knuth 1998, 5.2, "distribution counting").

    A matrix of one row, turned by SciPy, is its values in the order of their columns. NumPy's own
    sort compares, which takes several times as long.

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
