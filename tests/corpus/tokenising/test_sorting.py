"""Sorting by counting, and sorting numbers either way, gives what a stable sort gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising import sorting
from summit_analysis.corpus.tokenising.sorting import sort_by, sort_numbers


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


@given(
    st.lists(st.integers(0, 2**45 - 1), max_size=200),
    st.sampled_from([(10, np.uint32), (28, np.uint32), (32, np.uint32), (45, np.uint64)]),
    st.booleans(),
)
def test_numbers_are_sorted_either_way(
    numbers: list[int], used: tuple[int, type], comparing: bool
) -> None:
    high, kind = used
    values = np.array([number % (1 << high) for number in numbers], dtype=kind)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorting, "comparing_is_quick", lambda: comparing)
        found = sort_numbers(values.copy(), high=high)
    assert found.dtype == kind
    assert found.tolist() == sorted(values.tolist())


@pytest.mark.parametrize("comparing", [True, False])
def test_bits_that_rise_already_may_be_left_out(
    comparing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "comparing_is_quick", lambda: comparing)
    values = np.array([5 << 4 | 1, 2 << 4 | 3, 5 << 4 | 6, 2 << 4 | 7], dtype=np.uint64)
    assert sort_numbers(values.copy(), low=4, high=7).tolist() == sorted(values.tolist())
