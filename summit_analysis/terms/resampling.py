"""How sure a figure is: documents drawn anew, since words of one text are not independent."""

import numpy as np

# The day of the bundled corpus; with a fixed seed the same texts give the same intervals.
SEED = 20220121
RESAMPLES = 2_000
BOUNDS_95 = (2.5, 97.5)


def draw_documents(documents: int, resamples: int) -> np.ndarray:
    """Draw documents with replacement, as many as there are (Efron 1979).

    Args:
        documents: how many there are, at least 1.
        resamples: how often to draw.

    Returns:
        A row a draw: how often each document is in it.

    Example:
        >>> draw_documents(3, 5).sum(axis=1).tolist()
        [3, 3, 3, 3, 3]
    """
    rng = np.random.default_rng(SEED)
    return rng.multinomial(documents, np.full(documents, 1 / documents), size=resamples)


def bounds(drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the ends of the 95 % percentile interval of each column.

    Args:
        drawn: a row a draw; draws in which a figure is missing (NaN) do not count for it.

    Returns:
        The lower and the upper ends; NaN for a column without a figure.

    Example:
        >>> low, high = bounds(np.array([[0.0, np.nan], [np.nan, np.nan], [1.0, np.nan]]))
        >>> low.round(3).tolist(), high.round(3).tolist()
        ([0.025, nan], [0.975, nan])
    """
    low, high = np.full(drawn.shape[1], np.nan), np.full(drawn.shape[1], np.nan)
    for column in range(drawn.shape[1]):
        values = drawn[~np.isnan(drawn[:, column]), column]
        if len(values):
            low[column], high[column] = np.percentile(values, BOUNDS_95)
    return low, high
