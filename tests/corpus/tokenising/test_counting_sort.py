"""Sorting by counting gives what a stable sort by comparing gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising.counting_sort import sort_by


@given(st.lists(st.integers(0, 40), max_size=200), st.sampled_from([np.int32, np.uint64, float]))
def test_it_is_a_stable_sort(digits: list[int], kind: type) -> None:
    values = np.arange(len(digits)).astype(kind)
    keys = np.array(digits, dtype=np.int64)
    found = sort_by(keys, values, size=41)
    assert found.dtype == values.dtype
    assert np.array_equal(found, values[np.argsort(keys, kind="stable")])


def test_large_numbers_are_not_rounded() -> None:
    values = np.array([2**63 + 1, 2**63], dtype=np.uint64)
    assert sort_by(np.array([1, 0]), values, size=2).tolist() == [2**63, 2**63 + 1]


def test_nothing_stays_nothing() -> None:
    assert len(sort_by(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32), size=0)) == 0
