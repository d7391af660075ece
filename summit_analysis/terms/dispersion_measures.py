"""How evenly terms are spread over the parts of a corpus: each measure a function of counts.

Everything is computed from the pairs of term and part that occur, so that a large corpus with many
documents needs no table of zeros. `sizes` are the tokens of each part, none of them 0.
"""

import numpy as np

from summit_analysis.terms.counting import TermCounts


def deviation_of_proportions(counts: TermCounts, sizes: np.ndarray) -> np.ndarray:
    """DP (Gries 2008): half the summed distance between a term's shares and the parts' sizes.

    Returns:
        Per term, 0 when it is spread as the parts' sizes would have it, near 1 when it clumps.
    """
    observed, expected = _shares(counts, sizes)
    present = _sum(counts, np.abs(observed - expected))
    absent = 1 - _sum(counts, expected)
    return np.clip((present + absent) / 2, 0, 1)


def normalised_deviation(counts: TermCounts, sizes: np.ndarray) -> np.ndarray:
    """DPnorm (Lijffijt & Gries 2012): DP over the largest value it can take in these parts."""
    smallest = float(sizes.min() / sizes.sum())
    return np.clip(deviation_of_proportions(counts, sizes) / (1 - smallest), 0, 1)


def divergence(counts: TermCounts, sizes: np.ndarray) -> np.ndarray:
    """Kullback-Leibler divergence of a term's shares from the parts' sizes, in nats."""
    observed, expected = _shares(counts, sizes)
    return np.maximum(_sum(counts, observed * np.log(observed / expected)), 0)


def divergence_dispersion(counts: TermCounts, sizes: np.ndarray) -> np.ndarray:
    """DKL (Gries 2021): the divergence in nats brought between 0 and 1 as 1 - exp(-KL)."""
    return 1 - np.exp(-divergence(counts, sizes))


def juilland_d(counts: TermCounts, sizes: np.ndarray) -> np.ndarray:
    """Juilland's D: 1 minus the rates' coefficient of variation over its largest value.

    Returns:
        Per term, 1 when its rate is the same in all parts, 0 when it stands in one only: the
        direction opposite to DP's. The standard deviation is that of a population.
    """
    rates = counts.count / sizes[counts.document]
    parts = len(sizes)
    mean = _sum(counts, rates) / parts
    variance = np.maximum(_sum(counts, rates**2) / parts - mean**2, 0)
    return np.clip(1 - np.sqrt(variance) / mean / np.sqrt(parts - 1), 0, 1)


def _shares(counts: TermCounts, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    observed = counts.count / counts.totals()[counts.term]
    return observed, (sizes / sizes.sum())[counts.document]


def _sum(counts: TermCounts, values: np.ndarray) -> np.ndarray:
    return np.bincount(counts.term, weights=values, minlength=len(counts.ids))
