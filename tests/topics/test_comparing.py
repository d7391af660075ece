"""Topics of several texts side by side, on three small texts counted by hand."""

import datetime

import numpy as np
import pytest

from summit_analysis.corpus import Corpus, Document
from summit_analysis.errors import CorpusError
from summit_analysis.topics import (
    coverage,
    prominence,
    topic_matrix,
    topic_order,
    topic_trend,
)
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
    assert row["document_share"] == 1


def numbered(**texts):
    return Corpus([Document(n, t, {"part": n.split("_")[1]}) for n, t in texts.items()])


def test_groups_stand_by_number_and_what_is_not_known_last(corpus):
    parts = numbered(d_10="The sea.", d_9="The sea.", d_2="The sea.")
    unknown = Corpus([*parts, Document("x", "The sea.")])
    assert list(dict.fromkeys(coverage(unknown, LEXICON, by="part")["part"])) == [
        "2",
        "9",
        "10",
        "(not known)",
    ]
    assert prominence(unknown, LEXICON, by="part")["part"].tolist()[-1] == "(not known)"
    trend = topic_trend(unknown, LEXICON, by="part")
    assert trend.loc[trend["topic"] == "sea", "part"].tolist() == ["2", "9", "10"]
    assert "1 document without a known part" in trend.attrs["notes"][1]


def test_an_interval_depends_neither_on_other_groups_nor_on_the_order_of_documents():
    first = {"a_1": "The sea. No.", "b_1": "No. No. No.", "c_1": "The moon. The sea."}
    second = {"d_2": "The sea.", "e_2": "The sea. No. No.", "f_2": "No. The moon."}
    rows = topic_trend(numbered(**first, **second), LEXICON, by="part", resamples=200)
    alone = topic_trend(numbered(**second), LEXICON, by="part", resamples=200)
    turned = dict(reversed([*first.items(), *second.items()]))
    assert rows[rows["part"] == "2"].reset_index(drop=True).equals(alone)
    assert rows.equals(topic_trend(numbered(**turned), LEXICON, by="part", resamples=200))
