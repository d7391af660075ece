"""What a corpus holds, in sentences that fit one document, one day and one token."""

import datetime

import pytest

import summit_analysis as sa
from summit_analysis import findings

DAY = datetime.date(2024, 5, 3)


@pytest.mark.parametrize(
    ("days", "span"),
    [
        ([DAY, DAY], "2 documents, dated 3 May 2024: "),
        ([DAY, DAY.replace(day=4)], "2 documents, dated 3 May 2024 to 4 May 2024: "),
        ([DAY, None], "2 documents, dated 3 May 2024 (one document without a date): "),
        ([None, None], "2 documents, undated: "),
    ],
)
def test_days_are_a_span_only_where_they_differ(days, span):
    corpus = sa.Corpus(
        [
            sa.Document(f"d{n}", "They met.", {"date": day} if day else {})
            for n, day in enumerate(days)
        ]
    )
    assert span in findings.size_of_corpus(sa.describe(corpus))
