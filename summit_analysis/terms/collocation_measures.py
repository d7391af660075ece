"""How firmly a word keeps another's company: each measure a function of arrays."""

import numpy as np
from numpy.typing import ArrayLike

LOG_DICE_CEILING = 14


def log_dice_score(joint: ArrayLike, node: ArrayLike, collocate: ArrayLike) -> np.ndarray:
    """Compute logDice (Rychlý 2008): 14 plus log2 of the Dice coefficient.

    Args:
        joint: how often the two stand together, at least 1 and at most either count.
        node: count of the one.
        collocate: count of the other.

    Example:
        >>> float(log_dice_score(5, 5, 5)), float(log_dice_score(2, 8, 8))
        (14.0, 12.0)
    """
    both = np.asarray(node, dtype=float) + np.asarray(collocate, dtype=float)
    return LOG_DICE_CEILING + np.log2(2 * np.asarray(joint, dtype=float) / both)


def mutual_information(observed: ArrayLike, expected: ArrayLike, *, power: int = 1) -> np.ndarray:
    """Mutual information of one pair, MI (Church & Hanks 1990); `power=3` is MI3 (Daille 1994).

    Example:
        >>> round(float(mutual_information(20, 42 * 20 / 14307668)), 2)
        18.38
    """
    return np.log2(np.asarray(observed, dtype=float) ** power / np.asarray(expected, dtype=float))


def t_score(observed: ArrayLike, expected: ArrayLike) -> np.ndarray:
    """Return t of the difference from what chance would give (Church et al. 1991).

    Example:
        >>> round(float(t_score(8, 15828 * 4675 / 14307668)), 4)
        0.9999
    """
    seen = np.asarray(observed, dtype=float)
    return (seen - np.asarray(expected, dtype=float)) / np.sqrt(seen)


def chi_squared(f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Pearson's chi-squared of `f1` in `n1` against `f2` in `n2`, without a correction.

    Example:
        >>> round(float(chi_squared(8, 4667, 8 + 15820, 4667 + 14287173)), 2)
        1.55
    """
    a, b = np.asarray(f1, dtype=float), np.asarray(f2, dtype=float)
    first, second = np.asarray(n1, dtype=float), np.asarray(n2, dtype=float)
    difference = a * (second - b) - b * (first - a)
    total = first + second
    return total * difference**2 / (first * second * (a + b) * (total - a - b))
