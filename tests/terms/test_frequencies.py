import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError, SummitAnalysisWarning
from summit_analysis.frames import notes_of
from summit_analysis.terms import frequencies


def test_groups_have_zero_rows(series, fact):
    counts = fact("rising-word")["values"]["by_year"]
    frame = sa.frequency(series, by="year")
    assert len(frame) == frame["term"].nunique() * frame["year"].nunique()
    rows = frame[frame["term"] == "resilience"].set_index("year")
    assert rows["count"].to_dict() == {str(year): count for year, count in counts.items()}
    assert frame[frame["term"] == "hydrogen"]["count"].tolist().count(0) == 3


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_order_is_total_and_equal_counts_share_a_rank(series, n):
    frame = sa.frequency(series, n)
    expected = frame.sort_values(["count", "term"], ascending=[False, True])
    assert frame["term"].tolist() == expected["term"].tolist()
    assert frame.groupby("count")["rank"].nunique().eq(1).all()
    assert frame["term"].str.count(" ").eq(n - 1).all()


def test_order_holds_for_counts_beyond_those_that_are_counted_out(series, monkeypatch):
    ordinary = sa.frequency(series)
    monkeypatch.setattr(frequencies, "SIXTEEN_BITS", 2)
    assert sa.frequency(series).equals(ordinary)


def test_rates_are_per_thousand_tokens_of_the_group(series):
    frame = sa.frequency(series, by="issuer")
    tokens = len(series.where(issuer="Sorrelay").tokens)
    own = frame[frame["issuer"] == "Sorrelay"]
    assert own["rate"].tolist() == pytest.approx((own["count"] * 1000 / tokens).tolist())


def test_stop_words_may_stand_inside_a_phrase_not_at_its_ends(corpus_of):
    corpus = corpus_of("Peace and stability of the strait.")
    frame = sa.frequency(corpus, 3, stopwords="english")
    assert frame["term"].tolist() == ["peace and stability"]
    assert sa.frequency(corpus, stopwords=["strait"])["term"].tolist().count("strait") == 0


def test_families_show_their_members(corpus_of):
    frame = sa.frequency(corpus_of("We agreed. They agreed to agree."), stem=True)
    row = frame.set_index("term").loc["agreed"]
    assert (row["count"], row["members"]) == (3, "agreed, agree")


def test_compounds_can_count_as_their_parts(corpus_of):
    corpus = corpus_of("The Japan-U.S. Alliance, and Japan.")
    whole = sa.frequency(corpus).set_index("term")["count"]
    parts = sa.frequency(corpus, compounds="split").set_index("term")["count"]
    assert (whole["japan-u.s."], whole["japan"]) == (1, 1)
    assert (parts["japan"], parts["u.s."]) == (2, 1)
    assert len(sa.concordance(corpus, "japan", compounds="split")) == parts["japan"]


def test_a_minimum_says_what_it_dropped(corpus_of):
    frame = sa.frequency(corpus_of("We met. We met again."), min_count=2)
    assert frame["term"].tolist() == ["met", "we"]
    assert "1 term with a count under 2 is left out." in notes_of(frame)
    nothing = sa.frequency(corpus_of("We met."), min_count=5)
    assert nothing.empty
    assert "No term is left to show." in notes_of(nothing)


def test_missing_metadata_names_what_there_is(series):
    with pytest.raises(CorpusError, match=r"'isuer'.*issuer"):
        sa.frequency(series, by="isuer")


@pytest.mark.parametrize("n", [0, 99])
def test_lengths_out_of_range_are_refused(series, n):
    with pytest.raises(CorpusError, match=f"n={n}"):
        sa.frequency(series, n)


def test_another_language_gets_a_warning_with_the_share_of_function_words(corpus_of, french):
    with pytest.warns(SummitAnalysisWarning, match="Only 6%"):
        frame = sa.frequency(corpus_of(french))
    assert any("English function words" in note for note in notes_of(frame))


def test_a_text_too_short_to_judge_gets_none(corpus_of):
    assert not any("function" in note for note in notes_of(sa.frequency(corpus_of("Bonjour."))))
