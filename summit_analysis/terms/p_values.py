"""From a statistic to p, and what several tests do to it."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

Adjust = Literal["holm", "bh"]
ADJUSTMENTS = {"holm": "Holm's", "bh": "Benjamini and Hochberg's"}


def g2_p_value(g2: ArrayLike) -> np.ndarray:
    """Return the chi-squared p (one degree of freedom) of G2, whatever its sign.

    Example:
        >>> round(float(g2_p_value(-3.841459)), 6)
        0.05
    """
    from scipy.special import chdtrc

    return chdtrc(1, np.abs(np.asarray(g2, dtype=float)))


def adjusted(p: ArrayLike, *, method: Adjust = "holm") -> np.ndarray:
    """Adjust p-values for their number, in the order given.

    Args:
        p: p-values without NaN.
        method: `"holm"` (Holm 1979) keeps the chance of a single false finding under the level;
            `"bh"` (Benjamini & Hochberg 1995) the share of false ones among the findings.

    Example:
        >>> adjusted([0.01, 0.04, 0.03]).round(3).tolist()
        [0.03, 0.06, 0.06]
    """
    values = np.asarray(p, dtype=float)
    if method == "bh":
        return benjamini_hochberg(values)
    return holm(values)


def holm(p: np.ndarray) -> np.ndarray:
    """Step down from the smallest p, each multiplied by the number of tests still open."""
    order = np.argsort(p, kind="stable")
    open_tests = np.arange(len(p), 0, -1)
    stepped = np.minimum(np.maximum.accumulate(p[order] * open_tests), 1)
    result = np.empty(len(p))
    result[order] = stepped
    return result


def benjamini_hochberg(p: np.ndarray) -> np.ndarray:
    """Step up from the largest p, each multiplied by the number of tests over its rank."""
    from scipy.stats import false_discovery_control

    return false_discovery_control(p, method="bh") if len(p) else p
