import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


def test_one_document_has_two_halves() -> None:
    seed = sa.load()
    first, second = sa.sides(seed)
    assert (first.name, second.name) == ("first half", "second half")
    assert first.sentences["sentence"].tolist() == list(range(14))
    assert second.sentences["sentence"].tolist() == list(range(14, 28))


def test_two_issuers_are_the_sides_and_the_larger_comes_first() -> None:
    series = sa.load(sa.bundled("data", "examples", "series"))
    first, second = sa.sides(series)
    assert (first.name, second.name) == ("Keldrava", "Sorrelay")
    assert len(first.tokens) > len(second.tokens)
    assert set(first.metadata["issuer"]) == {"Keldrava"}


def test_sides_by_year() -> None:
    series = sa.load(sa.bundled("data", "examples", "series"))
    assert {side.name for side in sa.sides(series, by="year")} == {"2031", "2033"}


def test_every_document_of_a_halved_corpus_is_halved() -> None:
    corpus = sa.Corpus([sa.Document(name, "One. Two. Three. Four.") for name in "ab"])
    first, second = sa.sides(corpus)
    assert first.sentences["text"].tolist() == ["One.", "Two."] * 2
    assert len(second.sentences) == 4


def test_one_sentence_has_no_sides() -> None:
    with pytest.raises(CorpusError, match="no two sides"):
        sa.sides(sa.Corpus([sa.Document("a", "We met.")]))
