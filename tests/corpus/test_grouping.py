import datetime

import pytest

import summit_analysis as sa
from summit_analysis.corpus.grouping import labels
from summit_analysis.errors import CorpusError

CORPUS = sa.Corpus(
    [
        sa.Document("a", "We met.", {"date": datetime.date(2022, 1, 21), "summit": 1}),
        sa.Document("b", "We left.", {"date": datetime.date(2022, 12, 1), "issuer": "Japan"}),
        sa.Document("c", "We slept.", {"issuer": ""}),
    ]
)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("doc_id", ["a", "b", "c"]),
        ("issuer", ["(not known)", "Japan", "(not known)"]),
        ("summit", ["1", "(not known)", "(not known)"]),
        ("date", ["2022-01-21", "2022-12-01", "(not known)"]),
        ("year", ["2022", "2022", "(not known)"]),
        ("quarter", ["2022-Q1", "2022-Q4", "(not known)"]),
        ("month", ["2022-01", "2022-12", "(not known)"]),
    ],
)
def test_labels(by, expected):
    assert labels(CORPUS, by) == expected


def test_a_column_of_that_name_goes_before_a_part_of_the_date():
    corpus = sa.Corpus([sa.Document("a", "x", {"date": datetime.date(2022, 1, 1), "year": 1969})])
    assert labels(corpus, "year") == ["1969"]


@pytest.mark.parametrize("by", ["isuer", "week", ""])
def test_unknown_columns_are_named_with_those_there_are(by):
    with pytest.raises(
        CorpusError, match="There are: date, decade, doc_id, issuer, month, quarter"
    ):
        labels(CORPUS, by)


CALLS = {
    "coverage": (sa.coverage, "topic"),
    "diversity": (sa.diversity, "tokens"),
    "formulas": (sa.formulas, "count"),
    "frequency": (sa.frequency, "term"),
    "p_frames": (lambda corpus, **by: sa.p_frames(corpus, "they * in", **by), "share"),
    "prominence": (sa.prominence, "share"),
    "topic_matrix": (sa.topic_matrix, "topic"),
    "topic_trend": (sa.topic_trend, "documents"),
    "trend": (lambda corpus, **by: sa.trend(corpus, "met", **by), "rate"),
}


def grouped(name, column):
    text = "They met in Taiwan on trade."
    corpus = sa.Corpus([sa.Document(key, text, {column: key}) for key in "ab"])
    return CALLS[name][0](corpus, by=column)


@pytest.mark.parametrize("name", CALLS)
def test_a_column_of_the_result_is_no_column_to_group_by(name):
    column = CALLS[name][1]
    with pytest.raises(CorpusError, match=f"by='{column}': the result .*such as 'my_{column}'"):
        grouped(name, column)


@pytest.mark.parametrize("name", CALLS)
def test_any_other_column_is(name):
    frame = grouped(name, "wing")
    assert frame.columns.is_unique
    assert {"a", "b"} <= set(frame.columns) | set(frame.get("wing", ()))
