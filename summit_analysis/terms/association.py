"""How strongly two counts differ: each measure a function of arrays.

A term occurs `f1` times in the `n1` tokens of one side and `f2` times in the `n2` of the other.
Everything may be a number or an array; what comes back is an array.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

ALPHA = 0.05
NORMAL_95 = 1.959963984540054


class LogOdds(NamedTuple):
    """Weighted log-odds with their standard deviation, z and 95 % interval."""

    delta: np.ndarray
    sd: np.ndarray
    z: np.ndarray
    low: np.ndarray
    high: np.ndarray


def g2_four_term(f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Log-likelihood ratio over all four cells (Dunning 1993), signed: positive where side 1 leads.

    Example:
        >>> round(float(g2_four_term(10, 5, 100, 200)), 6)
        7.329812
    """
    a, b, first, second = _floats(f1, f2, n1, n2)
    share = (a + b) / (first + second)
    rest = 1 - share
    cells = (
        _surprise(a, first * share)
        + _surprise(b, second * share)
        + _surprise(first - a, first * rest)
        + _surprise(second - b, second * rest)
    )
    return _direction(a, b, first, second) * 2 * np.maximum(cells, 0)


def g2_ucrel(f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Log-likelihood ratio over the two cells of the term (Rayson & Garside 2000), signed.

    Example:
        >>> round(float(g2_ucrel(10, 5, 100, 200)), 6)
        6.931472
    """
    a, b, first, second = _floats(f1, f2, n1, n2)
    share = (a + b) / (first + second)
    cells = _surprise(a, first * share) + _surprise(b, second * share)
    return _direction(a, b, first, second) * 2 * np.maximum(cells, 0)


def walter_log_ratio(f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Log ratio of the rates with half a token added everywhere (Walter), so never infinite.

    Example:
        >>> round(float(walter_log_ratio(8, 0, 1177, 341805)), 5)
        12.26877
    """
    a, b, first, second = _floats(f1, f2, n1, n2)
    return np.log2((a + 0.5) / (first + 0.5)) - np.log2((b + 0.5) / (second + 0.5))


def hardie_log_ratio(f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Log ratio of the rates, only a zero count replaced by a half (Hardie 2014).

    Example:
        >>> float(hardie_log_ratio(10, 5, 100, 200))
        2.0
    """
    a, b, first, second = _floats(f1, f2, n1, n2)
    ratio = np.where(a > 0, a, 0.5) * second / (np.where(b > 0, b, 0.5) * first)
    return np.log2(ratio)


def conservative_log_ratio(
    f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, tests: int = 1
) -> np.ndarray:
    """Conservative log ratio, LRC: the end nearer to 0 of the log ratio's interval (Evert 2022).

    The interval is Clopper and Pearson's, two-sided at 95 % for all tests together (Bonferroni).
    Where it holds 0, LRC is 0.

    Args:
        f1, f2: counts of the term.
        n1, n2: sizes of the sides.
        tests: how many terms are compared.

    Example:
        >>> round(float(conservative_log_ratio(20, 0, 200, 100)), 7)
        1.3036528
    """
    from scipy.special import betaincinv

    a, b, first, second = np.broadcast_arrays(*_floats(f1, f2, n1, n2))
    # Seen from the side that leads, both directions are one formula, and their signs mirror.
    leads = a * second >= b * first
    more, less = np.where(leads, a, b), np.where(leads, b, a)
    own, other = np.where(leads, first, second), np.where(leads, second, first)
    low = np.zeros(more.shape)
    some = more > 0
    low[some] = betaincinv(more[some], less[some] + 1, ALPHA / tests / 2)
    ratio = np.zeros(more.shape)
    some = low > 0
    ratio[some] = np.log2(other[some] / own[some] * low[some] / (1 - low[some]))
    ratio = np.maximum(ratio, 0)
    return np.where(leads, ratio, 0 - ratio)


def percent_difference(f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Difference of the rates in per cent of side 2's (Gabrielatos & Marchi 2011); f2 > 0."""
    a, b, first, second = _floats(f1, f2, n1, n2)
    return 100 * (a * second / (b * first) - 1)


def odds_ratio(f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Odds of the term on side 1 over those on side 2; f2 > 0."""
    a, b, first, second = _floats(f1, f2, n1, n2)
    return a / (first - a) / (b / (second - b))


def weighted_log_odds(
    f1: ArrayLike, f2: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, prior: ArrayLike, total: float
) -> LogOdds:
    """Log-odds with a Dirichlet prior (Monroe, Colaresi & Quinn 2008, equations 15, 18 and 21).

    Args:
        f1, f2: counts of the terms.
        n1, n2: sizes of the sides.
        prior: tokens the prior adds to each term.
        total: tokens the prior adds to all terms together.

    Returns:
        Where a term and its prior fill a whole side the odds are infinite, and NaN stands.

    Example:
        >>> quick = weighted_log_odds(1, 0, 6, 6, prior=0.1, total=0.8)
        >>> round(float(quick.delta), 6), round(float(quick.z), 6)
        (2.559537, 0.774938)
    """
    a, b, first, second = _floats(f1, f2, n1, n2)
    added = np.asarray(prior, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        odds1 = (a + added) / (first + total - a - added)
        odds2 = (b + added) / (second + total - b - added)
        delta = np.log(odds1) - np.log(odds2)
        sd = np.sqrt(1 / (a + added) + 1 / (b + added))
    delta = np.where(np.isfinite(delta), delta, np.nan)
    half = NORMAL_95 * sd
    return LogOdds(delta, sd, delta / sd, delta - half, delta + half)


def _floats(*values: ArrayLike) -> list[np.ndarray]:
    return [np.asarray(value, dtype=float) for value in values]


def _surprise(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    from scipy.special import xlogy

    return xlogy(observed, observed / np.where(expected > 0, expected, 1))


def _direction(a: np.ndarray, b: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return np.where(a * second >= b * first, 1.0, -1.0)
