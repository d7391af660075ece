"""Runs of equal values in ordered arrays: what counting comes down to."""

import numpy as np


def first_of_runs(values: np.ndarray) -> np.ndarray:
    """Return the places at which a new value begins.

    Example:
        >>> first_of_runs(np.array([4, 4, 7, 9, 9])).tolist()
        [0, 2, 3]
    """
    new = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return np.flatnonzero(new)


def run_lengths(begins: np.ndarray, past: int) -> np.ndarray:
    """Return how long runs are that begin at some places; the last one ends before `past`.

    Example:
        >>> run_lengths(np.array([0, 2, 3]), 5).tolist()
        [2, 1, 2]
    """
    lengths = np.empty_like(begins)  # `np.diff` would copy the places first
    np.subtract(begins[1:], begins[:-1], out=lengths[:-1])
    lengths[-1:] = past - begins[-1:]
    return lengths
