"""Dates: as people write them, and as a text or a file's name gives them away."""

import datetime
import re
from typing import Any

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
RE_DATE_IN_TEXT = re.compile(
    rf"\b(?:(?P<month>{MONTHS}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? |"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTHS}),? )"
    r"(?P<year>(?:19|20)\d\d)\b"
)
RE_ISO_DATE = re.compile(r"(\d{4})(?:[-/.]?(\d\d)(?:[-/.]?(\d\d)(?!\d))?)?(?:$|[T ]\d\d:?\d\d)")
RE_NUMERIC_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
RE_SHORT_MONTH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?", re.IGNORECASE
)
RE_DATE_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
RE_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:(?!\d)|(?=\d{4}(?!\d)))")
# A date further down is more often one that the text speaks of than its own.
HOW_FAR_TO_LOOK = 400


def as_date(value: Any) -> tuple[datetime.date | None, bool]:
    """Read a date from what a file gives.

    Args:
        value: a date, or text: `2022-01-21`, `21 January 2022`, `Jan. 21, 2022`, `21/1/2022` where
            the day is above 12, and the like; a year or month alone stands for its first day.

    Returns:
        The date (`None` when it is none, or could be read two ways), and whether day, month and
        year were all there.

    Example:
        >>> as_date("21 Jan 2022"), as_date("2022")[1], as_date("3/4/2022")
        ((datetime.date(2022, 1, 21), True), False, (None, False))
    """
    if isinstance(value, datetime.datetime):
        return value.date(), True
    if isinstance(value, datetime.date):
        return value, True
    text = str(value).strip()
    date: datetime.date | None = None
    if found := RE_ISO_DATE.match(text):
        date = _date(found[1], found[2] or 1, found[3] or 1)
        return date, bool(date and found[3])
    if found := RE_NUMERIC_DATE.fullmatch(text):
        days = {_date(found[3], found[2], found[1]), _date(found[3], found[1], found[2])} - {None}
        date = days.pop() if len(days) == 1 else None
    else:
        spelt = RE_SHORT_MONTH.sub(lambda short: _month_name(short[1]), text)
        date = _date_in_text(spelt)
    return date, date is not None


def guess_date(text: str, *, name: str) -> datetime.date | None:
    """Guess a document's date from its file's name, or else from how its text begins.

    A year in the name ("Session 48 - 1993") that is not the date's says that the text speaks of
    another day; then there is no guess.

    Example:
        >>> guess_date("On January 21, 2022, they met.", name="readout.txt")
        datetime.date(2022, 1, 21)
    """
    date = _date_in_name(name) or _date_in_text(text[:HOW_FAR_TO_LOOK])
    years = RE_YEAR_IN_NAME.findall(name)
    return None if date and years and str(date.year) not in years else date


def _date_in_name(name: str) -> datetime.date | None:
    found = RE_DATE_IN_NAME.search(name)
    return _date(*found.groups()) if found else None


def _date_in_text(text: str) -> datetime.date | None:
    found = RE_DATE_IN_TEXT.search(text)
    if not found:
        return None
    month = found["month"] or found["month2"]
    return _date(found["year"], MONTHS.split("|").index(month) + 1, found["day"] or found["day2"])


def _date(year: str, month: str | int, day: str | int) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month_name(short: str) -> str:
    return next(name for name in MONTHS.split("|") if name.startswith(short[:3].title()))
