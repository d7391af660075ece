import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


def test_two_issuers_of_the_same_meetings(series):
    a, b, how, names = sa.find_accounts(series)
    assert names == ("Keldrava", "Sorrelay") and len(a) == len(b) == 6
    assert "6 meetings" in how


def test_one_document_is_cut_in_two_and_says_so():
    a, b, how, _ = sa.find_accounts(sa.load())
    assert "has one document" in how
    matched = sa.align(a, b)
    assert not any("same text" in note for note in matched.attrs["notes"])
    assert set(matched["sentence"]).isdisjoint(matched["sentence_b"])


def test_without_two_accounts_the_two_latest(document):
    days = ["2031-01-01", "2033-01-01", "2032-01-01"]
    corpus = sa.Corpus(
        [document(f"d{n}", "We met.", day, issuer="X") for n, day in enumerate(days)]
    )
    a, b, how, names = sa.find_accounts(corpus)
    assert [a.documents[0].doc_id, b.documents[0].doc_id] == ["d2", "d1"]
    assert "No two accounts" in how and names == ("the earlier text", "the later text")


def test_two_documents_without_metadata(document):
    a, b, how, _ = sa.find_accounts(sa.Corpus([document("x", "We met."), document("y", "We ate.")]))
    assert [a.documents[0].doc_id, b.documents[0].doc_id] == ["x", "y"]
    assert "two documents" in how


def test_nothing_to_compare():
    with pytest.raises(CorpusError, match="empty"):
        sa.find_accounts(sa.Corpus([]))
    with pytest.raises(CorpusError):
        sa.find_accounts(sa.Corpus([sa.Document("a", "One sentence.")]))


def test_a_formula_to_begin_with():
    assert sa.leading_formula(sa.Corpus([sa.Document("a", "We met.")])) == "met"
    with pytest.raises(CorpusError, match="no words"):
        sa.leading_formula(sa.Corpus([]))
    names = "National Security Adviser Ann Lee met them. We seek lasting peace in all seas. " * 2
    assert sa.leading_formula(sa.Corpus([sa.Document("a", names)])).startswith("seek lasting")
