import datetime

import pandas as pd
import pytest

from summit_analysis.corpus.metadata.dates import as_date, guess_date

DAY = datetime.date(2022, 1, 21)


@pytest.mark.parametrize(
    "written",
    [
        "2022-01-21",
        "2022/01/21",
        "20220121",
        "2022-01-21T09:30:00Z",
        "2022-01-21 09:30",
        "January 21, 2022",
        "21 January 2022",
        "21st of January 2022",
        "Jan. 21, 2022",
        "21 Jan 2022",
        "Fri, 21 Jan 2022 10:00:00 GMT",
        "21/01/2022",
        "1/21/2022",
        DAY,
        datetime.datetime(2022, 1, 21, 9, 30),
        pd.Timestamp("2022-01-21 09:30"),
    ],
)
def test_whole_dates(written):
    assert as_date(written) == (DAY, True)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022", datetime.date(2022, 1, 1)),
        ("2022-03", datetime.date(2022, 3, 1)),
        ("3/4/2022", None),  # March or April: nobody can tell
        ("2022-13-45", None),
        ("31 February 2022", None),
        ("today", None),
        ("now", None),
        ("5", None),
        ("spring 2022", None),
        ("", None),
    ],
)
def test_dates_that_are_not_whole(written, date):
    assert as_date(written) == (date, False)


def test_a_date_that_reads_the_same_both_ways_is_read():
    assert as_date("4/4/2022") == (datetime.date(2022, 4, 4), True)


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("On January 21, 2022, they met.", "talks.txt", DAY),
        ("They met on 21 January 2022.", "talks.txt", DAY),
        ("They met on January 20, 2022.", "2022-01-21-talks.txt", DAY),
        ("They met on January 20, 2022.", "20220121.txt", DAY),
        ("They met in January 2022.", "talks.txt", None),
        ("They met on January 41, 2022.", "talks.txt", None),
        ("They met " + "again " * 100 + "on January 21, 2022.", "talks.txt", None),
        ("The decision of March 26, 1991 stands.", "MLI_48_1993.txt", None),
        ("They met on March 26, 1993.", "MLI_48_1993.txt", datetime.date(1993, 3, 26)),
        ("", "99999999.txt", None),
    ],
)
def test_guessing(text, name, date):
    assert guess_date(text, name=name) == date
