"""Coverage counts what its evidence shows."""

import pandas as pd
import pytest

from summit_analysis.corpus import Corpus, Document, load
from summit_analysis.errors import CorpusError
from summit_analysis.topics import coverage, topic_evidence, topic_lexicon, uncovered

LEXICON = {"topics": {"space": {"entries": ["moon", "satellite*"]}, "sea": {"entries": ["sea"]}}}


@pytest.fixture
def corpus():
    return Corpus(
        [
            Document("a", "Hello there. The moon is a satellite. The moon rose.", {"issuer": "X"}),
            Document("b", "A satellite fell.", {"issuer": "X"}),
            Document("c", "Nothing here.", {"issuer": "Y"}),
        ]
    )


def test_every_document_has_a_row_for_every_topic(corpus):
    frame = coverage(corpus, LEXICON)
    assert len(frame) == 6
    row = frame.iloc[0]
    assert (row["doc_id"], row["topic"], row["sentences"]) == ("a", "space", 2)
    assert row["share"] == pytest.approx(2 / 3)
    assert row["tokens"] == 8
    assert row["token_share"] == pytest.approx(8 / 10)
    assert row["first_sentence"] == 1
    assert row["position"] == pytest.approx(1 / 3)
    absent = frame[(frame["doc_id"] == "c") & (frame["topic"] == "space")].iloc[0]
    assert absent["sentences"] == 0
    assert absent["share"] == 0
    assert pd.isna(absent["first_sentence"])
    assert any("no match found" in note for note in frame.attrs["notes"])


def test_groups_pool_their_documents(corpus):
    frame = coverage(corpus, LEXICON, by="issuer").set_index(["issuer", "topic"])
    row = frame.loc[("X", "space")]
    assert row["sentences"] == 3
    assert row["share"] == pytest.approx(3 / 4)
    assert row["documents"] == 2
    assert row["first_sentence"] == 0
    assert row["position"] == pytest.approx((1 / 3 + 0) / 2)
    assert frame.loc[("Y", "space"), "sentences"] == 0


def test_an_unknown_group_is_an_error(corpus):
    with pytest.raises(CorpusError, match="'colour'"):
        coverage(corpus, LEXICON, by="colour")


def test_evidence_is_verbatim_and_adds_up_to_coverage():
    corpus = load()
    rows = topic_evidence(corpus)
    assert len(rows) > 20
    for row in rows.itertuples():
        assert corpus[row.doc_id].text[row.start : row.end] == row.match
        assert row.match in row.quote
    counted = rows.groupby(["doc_id", "topic"])["sentence"].nunique()
    frame = coverage(corpus)
    there = frame[frame["sentences"] > 0].set_index(["doc_id", "topic"])["sentences"]
    assert there.sort_index().to_dict() == counted.sort_index().to_dict()
    assert set(rows["topic"]) <= set(topic_lexicon().topics)


def test_uncovered_sentences_are_those_without_evidence(corpus):
    frame = uncovered(corpus, LEXICON)
    assert frame["text"].tolist() == ["Hello there.", "Nothing here."]
    assert "2 of 5 sentences (40%)" in frame.attrs["notes"][0]


def test_an_empty_result_says_why(corpus):
    frame = topic_evidence(corpus, {"topics": {"t": {"entries": ["xyzzy"]}}})
    assert frame.empty
    assert "No match found in this text." in frame.attrs["notes"]


def test_a_part_of_a_corpus_keeps_its_sentence_numbers(corpus):
    part = corpus.subset(pd.DataFrame({"doc_id": ["a"], "sentence": [2]}))
    assert topic_evidence(part, LEXICON)["sentence"].tolist() == [2]
    assert coverage(part, LEXICON)["first_sentence"].iloc[0] == 2


def test_sections_are_what_headings_begin():
    text = (
        "Preface by the sea.\n\nOn the Moon\n\nThe moon rose. It set.\n\nOther Matters\n\n"
        "Of the Sea\n\nThe sea."
    )
    frame = coverage(Corpus([Document("a", text)]), LEXICON, by="section")
    there = frame[frame["sentences"] > 0]
    assert there[["doc_id", "section", "topic", "share"]].values.tolist() == [
        ["a", "", "sea", 1.0],
        ["a", "On the Moon", "space", pytest.approx(1 / 3)],
        ["a", "Other Matters / Of the Sea", "sea", pytest.approx(1 / 3)],
    ]
    assert len(frame) == 6
