"""Texts cut into pieces, each kept once for all chunks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising import laying
from summit_analysis.corpus.tokenising.pieces import cut

WORDS = st.sampled_from(["We", "met.", "met", "—", "Côte", "a\u0301", "We\x1fmet"])
SPACES = st.sampled_from([" ", "\n", "  ", "\t ", "\u2003", "\n\n"])
TEXTS = st.lists(st.builds("".join, st.lists(WORDS | SPACES)), max_size=8)


@given(TEXTS)
def test_pieces_of_many_chunks_are_those_of_split(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(laying, "FIRST_SIZE", 5)
        patch.setattr(laying, "CHUNK_SIZE", 10)
        chunks = list(cut(texts))
    distinct = [piece for _, new in chunks for piece in new.to_pylist()]
    assert len(distinct) == len(set(distinct))
    laid = [distinct[entry] for chunk, _ in chunks for entry in chunk.entries[chunk.codes]]
    assert laid == [piece for text in texts for piece in text.split()]
