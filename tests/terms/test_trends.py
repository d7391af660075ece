import datetime

import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError
from summit_analysis.frames import notes_of


def test_rates_lie_in_their_intervals_and_reproduce(series):
    frame = sa.trend(series, ["resilience", "peace and stability"])
    assert frame["term"].tolist() == ["resilience"] * 4 + ["peace and stability"] * 4
    assert (frame["rate_low"] <= frame["rate"]).all()
    assert (frame["rate"] <= frame["rate_high"]).all()
    for row in frame.itertuples():
        lines = sa.concordance(series.where(year=row.year), row.term)
        assert (len(lines), lines["doc_id"].nunique()) == (row.count, row.documents)
    assert frame.equals(sa.trend(series, ["resilience", "peace and stability"]))


def test_the_interval_of_a_rate_that_never_varies_has_no_width(corpus_of):
    frame = sa.trend(corpus_of(*["We met."] * 6, kind=["call"] * 6), "met", by="kind")
    assert frame[["rate", "rate_low", "rate_high"]].loc[0].tolist() == [500, 500, 500]


def test_a_group_of_one_document_has_no_interval_and_says_so(corpus_of):
    corpus = corpus_of("We met.", "We met.", "They left.", issuer=["A", "A", "B"])
    frame = sa.trend(corpus, "met", by="issuer").set_index("issuer")
    assert frame.loc["B", ["count", "rate"]].tolist() == [0, 0]
    assert frame.loc["B", ["rate_low", "rate_high"]].isna().all()
    notes = " ".join(notes_of(frame))
    assert "No interval for B" in notes
    assert "fewer than 5 documents are too narrow: A" in notes


def test_years_without_documents_are_named(corpus_of):
    days = [datetime.date(2019, 5, 1), datetime.date(2022, 5, 1), None]
    frame = sa.trend(corpus_of("We met.", "We met.", "We met.", date=days), "met")
    assert frame["year"].tolist() == ["2019", "2022", "(not known)"]
    assert "No documents in 2020, 2021." in notes_of(frame)


def test_an_unknown_term_has_zero_rows_and_a_note(series):
    frame = sa.trend(series, "resilense")
    assert frame["count"].tolist() == [0, 0, 0, 0]
    assert any("Similar words that do occur: resilience" in note for note in notes_of(frame))


def test_one_period_is_no_trend():
    assert "There is one year only, so no change to see." in notes_of(sa.trend(sa.load(), "talks"))


def test_missing_metadata_is_refused(corpus_of):
    with pytest.raises(CorpusError, match="year"):
        sa.trend(corpus_of("We met."), "met")
    with pytest.raises(CorpusError, match="No term"):
        sa.trend(corpus_of("We met."), [])
