"""Topics of several texts side by side, on three small texts counted by hand."""

import datetime

import numpy as np
import pytest

from summit_analysis.corpus import Corpus, Document
from summit_analysis.errors import CorpusError
from summit_analysis.topics import prominence, topic_matrix, topic_order, topic_trend
from summit_analysis.topics.comparing import NO_MATCH

LEXICON = {"topics": {"sea": {"entries": ["sea"]}, "space": {"entries": ["moon"]}, "oil": {}}}


@pytest.fixture
def corpus():
    day = datetime.date
    return Corpus(
        [
            Document(
                "a", "Hello. The moon. The sea. The moon.", {"issuer": "X", "date": day(2021, 1, 1)}
            ),
            Document("b", "The sea and the moon. Bye.", {"issuer": "X", "date": day(2021, 2, 1)}),
            Document("c", "Nothing. Nothing more.", {"issuer": "Y", "date": day(2022, 1, 1)}),
        ]
    )


def test_the_matrix_says_where_no_match_was_found(corpus):
    matrix = topic_matrix(corpus, LEXICON).set_index("topic")
    assert list(matrix.columns) == ["a", "b", "c"]
    assert matrix.index.tolist() == ["sea", "space", "oil"]
    assert matrix.loc["space", "a"] == "50 %"
    assert matrix.loc["space", "c"] == NO_MATCH
    assert topic_matrix(corpus, LEXICON, by="issuer").set_index("topic").loc["sea", "Y"] == NO_MATCH


def test_order_is_by_first_sentence_with_ties(corpus):
    order = topic_order(corpus, LEXICON)
    assert order[["doc_id", "order", "topic"]].values.tolist() == [
        ["a", 1, "space"],
        ["a", 2, "sea"],
        ["b", 1, "sea"],
        ["b", 1, "space"],
    ]


def test_trends_pool_sentences_and_draw_documents(corpus):
    frame = topic_trend(corpus, LEXICON, resamples=500).set_index(["topic", "year"])
    row = frame.loc[("space", "2021")]
    assert row["sentences"] == 3
    assert row["share"] == pytest.approx(3 / 6)
    # Drawn twice a document has 2 of 4 or 1 of 2: always a half.
    assert row["share_low"] == row["share_high"] == pytest.approx(0.5)
    assert row["documents"] == row["documents_all"] == 2
    assert np.isnan(frame.loc[("space", "2022"), "share_low"])
    assert topic_trend(corpus, LEXICON).equals(topic_trend(corpus, LEXICON))


def test_a_trend_needs_a_known_group():
    with pytest.raises(CorpusError, match="No document has a known 'year'"):
        topic_trend(Corpus([Document("a", "The moon.")]), LEXICON)


def test_prominence_keeps_room_place_and_regularity_apart(corpus):
    frame = prominence(corpus, LEXICON).set_index(["issuer", "topic"])
    assert set(frame.index) == {("X", "space"), ("X", "sea")}
    row = frame.loc[("X", "sea")]
    assert row["share"] == pytest.approx(2 / 6)
    assert row["position"] == pytest.approx((0.5 + 0) / 2)
    assert row["opening"] == pytest.approx(0.5)
    assert row["documents"] == 1
