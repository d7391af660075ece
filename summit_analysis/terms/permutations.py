"""p from shuffling documents between two sides: words of one text are not independent."""

from itertools import combinations
from math import comb

import numpy as np

from summit_analysis.terms.counting import TermCounts
from summit_analysis.terms.resampling import SEED

EXACT_UP_TO = 10_000
SAMPLED = 1_999
# Multiplications: about a second's work. Beyond it a caller must ask.
AFFORDABLE = 5_000_000_000
BLOCK = 4_000_000


def shuffles(first: int, second: int, *, sampled: int = SAMPLED) -> tuple[np.ndarray, bool]:
    """Return ways to give `first` of all documents to side 1, and whether these are all the ways.

    Returns:
        A row a way: the numbers of side 1's documents. All ways where there are at most 10,000,
        else the actual one and `sampled` drawn with a fixed seed.
    """
    size = first + second
    if comb(size, first) <= EXACT_UP_TO:
        return np.array(list(combinations(range(size), first))), True
    drawn = np.random.default_rng(SEED).random((sampled, size)).argsort(axis=1)[:, :first]
    return np.concatenate([np.arange(first)[None, :], drawn]), False


def document_p_values(
    first: TermCounts, second: TermCounts, sizes1: np.ndarray, sizes2: np.ndarray, ways: np.ndarray
) -> np.ndarray:
    """Compare documents' rates between two sides by permutation (Fisher 1935), term by term.

    The statistic is the difference of the mean rates of the sides' documents, in either direction.

    Args:
        first, second: counts of the same terms on both sides.
        sizes1, sizes2: per document, its tokens; documents come in a fixed order.
        ways: as `shuffles` gives them; the actual division is among them.

    Returns:
        Per term, the share of the ways that part the sides at least as far as the actual one.
    """
    from scipy.sparse import csr_array

    size = len(sizes1) + len(sizes2)
    weights = np.full((size, len(ways)), -1 / len(sizes2))
    weights[ways.T, np.arange(len(ways))] = 1 / len(sizes1)
    actual = np.full(size, -1 / len(sizes2))
    actual[: len(sizes1)] = 1 / len(sizes1)
    term = np.concatenate([first.term, second.term])
    document = np.concatenate([first.document, second.document + len(sizes1)])
    count = np.concatenate([first.count, second.count])
    rates = csr_array(
        (count / np.concatenate([sizes1, sizes2])[document], (term, document)),
        shape=(len(first.ids), size),
    )
    p = np.empty(len(first.ids))
    step = max(BLOCK // len(ways), 1)
    for start in range(0, len(p), step):
        block = rates[start : start + step].toarray()
        reached = np.abs(block @ actual) - 1e-9 * block.max(axis=1)  # rounding is no difference
        p[start : start + step] = (np.abs(block @ weights) >= reached[:, None]).mean(axis=1)
    return p
