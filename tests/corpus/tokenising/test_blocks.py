"""Blocks of long arrays, and values spread over them."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising import blocks as module
from summit_analysis.corpus.tokenising.blocks import blocks, spread


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
