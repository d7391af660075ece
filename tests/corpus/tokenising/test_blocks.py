"""Blocks of long arrays, and values spread over them."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising import blocks as module
from summit_analysis.corpus.tokenising.blocks import blocks, look_up, spread


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_values_spread_block_by_block_are_those_spread_at_once(
    sizes: list[int], block: int
) -> None:
    values, total = np.arange(len(sizes)) * 7, sum(sizes)
    borders = np.append(0, np.cumsum(sizes, dtype=np.int64))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        parts = [spread(values, borders, some).tolist() for some in blocks(total)]
    assert list(chain.from_iterable(parts)) == np.repeat(values, sizes).tolist()
    assert [len(part) for part in parts[:-1]] == [block] * (len(parts) - 1)


@pytest.mark.parametrize("kind", [np.uint8, np.int32, np.int64])
def test_values_are_looked_up_as_by_an_index(kind: type) -> None:
    values = np.arange(200, dtype=kind)
    places = np.random.default_rng(7).integers(0, 200, 1000).astype(np.int32)
    found = look_up(values, places)
    assert found.dtype == kind
    assert found.tolist() == values[places].tolist()
    assert not len(look_up(values, places[:0]))
