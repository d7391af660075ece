import random

import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError

FORMULA = "They will keep the Strait open to the lawful traffic of all nations"


def make(document, *days):
    return sa.Corpus(
        [document(f"d{n}", f"{FORMULA}. Word{n} only.", day) for n, day in enumerate(days)]
    )


def test_a_later_document_inherits_from_the_latest_before(document):
    corpus = make(document, "2031-01-01", "2033-01-01", "2032-01-01")
    frame = sa.inherited(corpus)
    assert frame["doc_id"].tolist() == ["d0", "d2", "d1"]
    assert frame["inherited"].tolist() == [0, 13, 13]
    assert frame["main_source"].tolist() == ["", "d0", "d2"]
    assert frame["new_sentences"].tolist() == [2, 1, 1]
    runs = sa.inherited(corpus, unit="run")
    assert runs["first_doc_id"].tolist() == ["d0", "d0"]


def test_the_same_day_is_not_earlier(document):
    assert sa.inherited(make(document, "2031-01-01", "2031-01-01"))["share"].tolist() == [0, 0]


def test_an_undated_document_is_named_and_left_out(document):
    frame = sa.inherited(make(document, "2031-01-01", None, "2032-01-01"))
    assert frame["doc_id"].tolist() == ["d0", "d2", "d1"]
    assert frame["inherited"].tolist() == [0, 13, 0]
    assert any("d1" in note and "date" in note for note in frame.attrs["notes"])


def test_one_document_says_so(document):
    frame = sa.inherited(make(document, "2031-01-01"))
    assert frame["share"].tolist() == [0]
    assert any("One document" in note for note in frame.attrs["notes"])
    assert sa.inherited(make(document, "2031-01-01"), unit="run").empty


@pytest.mark.parametrize("unit", ["sentence", "run"])
def test_places(unit, series, check_evidence):
    frame = sa.inherited(series, unit=unit)
    check_evidence(frame, series)
    if unit == "run":
        for row in frame.to_dict("records"):
            source = series[row["source_doc_id"]].text[row["source_start"] : row["source_end"]]
            assert source.lower().replace(",", "") == row["match"].lower().replace(",", "")


def test_the_units_agree(series):
    documents = sa.inherited(series).set_index("doc_id")
    sentences = sa.inherited(series, unit="sentence").groupby("doc_id")["inherited"].sum()
    assert (documents["inherited"] == sentences.reindex(documents.index)).all()


@pytest.mark.parametrize("seed", range(10))
def test_every_inherited_word_and_no_other(seed, document):
    random.seed(seed)
    texts = [random.choices("peace trade sea law port".split(), k=30) for _ in range(4)]
    corpus = sa.Corpus(
        [document(f"d{n}", " ".join(t), f"203{n}-01-01") for n, t in enumerate(texts)]
    )
    expected = []
    for n, words in enumerate(texts):
        earlier = {tuple(t[i : i + 3]) for t in texts[:n] for i in range(28)}
        covered = {i + k for i in range(28) if tuple(words[i : i + 3]) in earlier for k in range(3)}
        expected.append(len(covered))
    assert sa.inherited(corpus, min_words=3)["inherited"].tolist() == expected


def test_bad_arguments(document):
    corpus = make(document, "2031-01-01")
    with pytest.raises(CorpusError, match="unit="):
        sa.inherited(corpus, unit="paragraph")
    with pytest.raises(CorpusError, match="empty"):
        sa.inherited(sa.Corpus([]))


def test_a_real_corpus(corpora):
    corpus = sa.load(corpora / "white_house")
    assert len(corpus.index.ids) > 500_000
    frame = sa.inherited(corpus)
    assert 0.1 < frame["share"].mean() < 0.2
