"""Runs of equal values."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.terms.runs import first_of_runs, run_lengths


@given(st.lists(st.integers(0, 5)))
def test_runs_give_back_the_ordered_values(values: list[int]) -> None:
    ordered = np.sort(np.array(values, dtype=np.int64))
    first = first_of_runs(ordered)
    lengths = run_lengths(first, len(ordered))
    assert np.repeat(ordered[first], lengths).tolist() == ordered.tolist()
    assert np.diff(ordered[first]).all()
