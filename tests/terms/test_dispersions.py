import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError
from summit_analysis.frames import notes_of


def test_parts_are_documents_and_slices_of_a_single_one(series):
    assert "15 documents" in notes_of(sa.dispersion(series))[0]
    assert "10 slices" in notes_of(sa.dispersion(sa.load()))[0]
    assert "4 values of year" in notes_of(sa.dispersion(series, parts="year"))[0]


def test_slices_are_about_equal_and_lose_no_token(series):
    frame = sa.dispersion(series, parts=5)
    assert frame["count"].sum() == len(series.tokens)
    assert "in their order" in notes_of(frame)[0]
    the = frame.set_index("term").loc["the"]
    assert (the["range"], the["dp"] < 0.1) == (5, True)


def test_a_few_sentences_make_fewer_slices(corpus_of):
    frame = sa.dispersion(corpus_of("We met. We spoke."))
    assert "2 slices" in notes_of(frame)[0]
    assert frame.set_index("term").loc["we", "dp"] == 0


def test_counts_and_ranges_reproduce_from_a_concordance(series):
    frame = sa.dispersion(series, n=2, min_count=12)
    for row in frame.itertuples():
        lines = sa.concordance(series, row.term)
        assert (len(lines), lines["doc_id"].nunique()) == (row.count, row.range)


def test_a_document_without_tokens_is_no_part(corpus_of):
    frame = sa.dispersion(corpus_of("We met.", "…", "We spoke."))
    assert "2 documents" in notes_of(frame)[0]
    assert frame.set_index("term").loc["we", ["range", "dp"]].tolist() == [2, 0]


def test_the_direction_of_even_is_stated(series):
    notes = " ".join(notes_of(sa.dispersion(series, stopwords="english", min_count=4)))
    assert "0 when a term is even" in notes
    assert "juilland_d runs the other way" in notes
    assert "with a count under 4 are left out" in notes


@pytest.mark.parametrize(
    ("texts", "options", "message"),
    [
        (["We met."], {}, "two parts or more"),
        (["…"], {}, "two parts or more"),
        (["We met.", "We spoke."], {"parts": 1}, "two parts or more"),
        (["We met.", "We spoke."], {"parts": "issuer"}, "issuer"),
    ],
)
def test_one_part_is_refused(corpus_of, texts, options, message):
    with pytest.raises(CorpusError, match=message):
        sa.dispersion(corpus_of(*texts), **options)


def test_many_words_in_many_parts(corpus_of) -> None:
    # More pairs of word and part than 31 bits count.
    found = sa.dispersion(corpus_of(*(f"w{number} the" for number in range(47_000))))
    assert found.set_index("term").loc["the", ["count", "range"]].tolist() == [47_000, 47_000]
    assert (found.loc[found["term"] != "the", "range"] == 1).all()
