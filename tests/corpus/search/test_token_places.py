import numpy as np
import pytest

import summit_analysis as sa
from summit_analysis.corpus.search import patterns, token_places
from summit_analysis.corpus.search.token_places import KnownPlaces, Places

TEXT = "the aim of the talks. " * 40 + "Peace of the seas. " + "the end of it. " * 9


@pytest.fixture
def index():
    return sa.Corpus([sa.Document("a", TEXT)]).index


def test_both_ways_find_the_same(index) -> None:
    words = range(len(index.vocabulary))
    for first in words:
        for last in words[first:]:
            expected = np.flatnonzero((index.ids >= first) & (index.ids < last))
            assert np.array_equal(Places(index).of(first, last), expected)
            assert np.array_equal(KnownPlaces(index).of(first, last), expected)


def test_a_rarer_word_counts_less_even_where_few_tokens_are_looked_at(index, monkeypatch) -> None:
    monkeypatch.setattr(token_places, "SAMPLE", 50)
    the, peace = (index.vocabulary.index(word) for word in ("the", "peace"))
    for places in (Places(index), KnownPlaces(index)):
        assert 0 < places.count(peace, peace + 1) < places.count(the, the + 1)
        assert places.count(the, the) == 0


@pytest.mark.parametrize("sample", [1, 7, 1 << 14])
def test_what_is_looked_at_first_changes_no_match(index, monkeypatch, sample) -> None:
    monkeypatch.setattr(token_places, "SAMPLE", sample)
    firsts, _ = patterns.find(index, "peace of the")
    assert [index.vocabulary[index.ids[first]] for first in firsts] == ["peace"]
    assert len(patterns.find(index, "of the")[0]) == 41
