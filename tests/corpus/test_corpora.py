import datetime
import re

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


@pytest.fixture(scope="module")
def series():
    return sa.load(sa.bundled("data", "examples", "series"))


def assert_offsets_hold(part, whole):
    """Every row of a part points to the same characters as in the whole corpus."""
    sentences = part.sentences
    assert len(sentences) > 0
    for row in sentences.itertuples():
        assert whole[row.doc_id].text[row.start : row.end] == row.text
    for row in part.tokens.itertuples():
        printed = whole[row.doc_id].text[row.start : row.end]
        assert re.sub(r"\W", "", printed.lower()) == re.sub(r"\W", "", row.token.lower())


def test_documents_by_id_and_in_order(series):
    assert len(series) == 15
    assert [document.doc_id for document in series] == sorted(d.doc_id for d in series)
    assert series["2031-04-12-joint-statement"].metadata["summit"] == 1
    assert "2031-04-12-joint-statement" in series
    assert "2031" not in series
    assert 0 not in series
    assert repr(series) == "Corpus('series', 15 documents)"
    assert repr(sa.load()) == "Corpus('the bundled corpus', 1 document)"


@pytest.mark.parametrize("doc_id", ["nowhere", 0, None, ["2031-04-12-joint-statement"]])
def test_unknown_ids_are_named_with_those_there_are(series, doc_id):
    with pytest.raises(CorpusError, match=r"No document has the id .*2031-04-12-joint-statement"):
        series[doc_id]


def test_two_documents_of_one_id_are_refused():
    document = sa.Document("a", "They met.")
    with pytest.raises(CorpusError, match="'a'"):
        sa.Corpus([document, document])


def test_whole_corpus_offsets(series):
    assert_offsets_hold(series, series)


@pytest.mark.parametrize("indexed_first", [True, False])
@pytest.mark.parametrize(
    ("conditions", "documents"),
    [
        ({"issuer": "Keldrava"}, 6),
        ({"issuer": ["Keldrava", "Sorrelay"]}, 12),
        ({"issuer": lambda issuer: "and" in issuer}, 3),
        ({"issuer": "Keldrava", "year": 2031}, 2),
        ({"year": "2032"}, 3),
        ({"quarter": "2031-Q2"}, 3),
        ({"month": "2031-11"}, 2),
        ({"summit": 3}, 3),
        ({"date": datetime.date(2031, 4, 12)}, 3),
        ({"date": pd.Timestamp("2031-04-12")}, 3),
        ({"date": lambda date: date > "2033"}, 7),
        ({"doc_id": "2031-04-12-joint-statement"}, 1),
    ],
)
def test_where(series, conditions, documents, indexed_first):
    whole = sa.Corpus(series.documents, name="series", left_out=["x.pdf: cannot be read."])
    if indexed_first:
        assert len(whole.index.ids) > 0
    part = whole.where(**conditions)
    assert len(part) == documents
    assert part.left_out == whole.left_out
    assert "0x" not in part.name
    assert_offsets_hold(part, whole)
    assert part.metadata["doc_id"].tolist() == [document.doc_id for document in part]
    assert set(part.tokens["doc_id"]) == {document.doc_id for document in part}


@pytest.mark.parametrize(
    ("conditions", "says"),
    [
        ({}, "needs a condition"),
        ({"isuer": "Keldrava"}, "No document has a column 'isuer'. There are: .*issuer"),
        ({"issuer": "Keldravia"}, "No document has issuer 'Keldravia'. There are: Keldrava"),
        ({"issuer": ["X", "Y"]}, "issuer 'X or Y'"),
        ({"doc_id": "x"}, "There are: .* …$"),
        ({"issuer": "Keldrava", "kind": "joint statement"}, "meets all of these together"),
        ({"issuer": lambda issuer: False}, "chosen by a function"),
    ],
)
def test_where_nothing_matches(series, conditions, says):
    with pytest.raises(CorpusError, match=says):
        series.where(**conditions)


def test_split_covers_each_document_once(series):
    parts = series.split("issuer")
    assert list(parts) == ["Keldrava", "Keldrava and Sorrelay", "Sorrelay"]
    assert sum(len(part) for part in parts.values()) == len(series)
    for part in parts.values():
        assert_offsets_hold(part, series)
    assert list(series.split("year")) == ["2031", "2032", "2033", "2034"]


def test_split_puts_what_is_not_known_last():
    table = pd.DataFrame({"doc_id": list("abc"), "text": "We met.", "issuer": ["Z", None, "A"]})
    parts = sa.from_frame(table).split("issuer")
    assert list(parts) == ["A", "Z", "(not known)"]
    for wanted in (None, "(not known)"):
        (unknown,) = sa.from_frame(table).where(issuer=wanted)
        assert unknown.doc_id == "b"
    with pytest.raises(CorpusError, match="No document has a column 'kind'"):
        sa.from_frame(table).split("kind")


def test_subset_keeps_sentences_with_their_numbers_and_offsets(series):
    rows = series.sentences.iloc[5:200:7]
    part = series.subset(rows)
    assert part.sentences.drop(columns="text").equals(
        rows.drop(columns="text").reset_index(drop=True)
    )
    assert_offsets_hold(part, series)
    again = part.where(issuer="Keldrava").subset(rows.tail(20))
    assert_offsets_hold(again, series)
    assert set(again.metadata["issuer"]) == {"Keldrava"}


def test_subset_counts_a_sentence_once_and_ignores_others(series):
    rows = series.sentences.head(2)
    doubled = pd.concat([rows, rows, rows.assign(sentence=999)])
    assert len(series.subset(doubled).sentences) == 2


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (pd.DataFrame(), "without columns"),
        (pd.DataFrame({"term": ["x"]}), "it was given term"),
        ([1, 2], "it was given a list"),
        (pd.DataFrame({"doc_id": [], "sentence": []}), "an empty side"),
        (pd.DataFrame({"doc_id": ["x"], "sentence": [0]}), "an empty side"),
    ],
)
def test_subset_of_nothing(series, rows, says):
    with pytest.raises(CorpusError, match=says):
        series.subset(rows)


def test_a_document_without_sentences_stays_in_order():
    empty = sa.Document("b", "")
    corpus = sa.Corpus([sa.Document("a", "We met."), empty, sa.Document("c", "We left. All did.")])
    assert corpus.sentences["doc_id"].tolist() == ["a", "c", "c"]
    assert corpus.subset(corpus.sentences.tail(1)).sentences["text"].tolist() == ["All did."]
    assert [document.doc_id for document in corpus.where(doc_id="c")] == ["c"]


def test_split_orders_numbers_by_size():
    numbers = [10, 9, 1]
    table = pd.DataFrame({"doc_id": list("abc"), "text": "We met.", "summit": numbers})
    assert list(sa.from_frame(table).split("summit")) == ["1", "9", "10"]
