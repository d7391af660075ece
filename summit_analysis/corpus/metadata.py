"""What is known about a document: from front matter, a table beside the files, or its own words."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

COLUMNS = ("title", "date", "issuer", "parties", "kind", "source_url", "licence", "language")
ALIASES = {
    "id": "doc_id",
    "document": "doc_id",
    "path": "file",
    "filename": "file",
    "url": "source_url",
    "license": "licence",
    "lang": "language",
}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
RE_DATE_IN_TEXT = re.compile(
    rf"\b(?:(?P<month>{MONTHS}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? |"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTHS}),? )"
    r"(?P<year>(?:19|20)\d\d)\b"
)
RE_DATE_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
HOW_FAR_TO_LOOK = 1500
LONGEST_TITLE = 160


def tidy_metadata(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Bring metadata from any source to plain values under this library's names.

    Lists become text joined by "; ", a date becomes a `datetime.date`, empty values go.
    """
    tidy: dict[str, Any] = {}
    for name, value in raw.items():
        if isinstance(value, (list, tuple, set)):
            value = "; ".join(str(item) for item in value)
        if value is None or value == "" or value != value:
            continue
        if isinstance(value, str):
            value = " ".join(value.split())
        tidy[ALIASES.get(name.lower(), name)] = value
    if "date" in tidy:
        tidy["date"] = as_date(tidy["date"])
    return tidy


def as_date(value: Any) -> datetime.date | None:
    """Read a date from what a file gives; `None` when it is none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        stamp = pd.Timestamp(str(value))
    except (ValueError, TypeError, OverflowError):
        return None
    return None if pd.isna(stamp) else stamp.date()


def infer(metadata: dict[str, Any], *, text: str, name: str, title: str | None) -> dict[str, Any]:
    """Fill a missing date and title from the text and the file's name, and say so.

    Args:
        metadata: what is known already; never overwritten.
        text: the cleaned text.
        name: the file's name.
        title: a heading found while cleaning, if any.

    Returns:
        The metadata with `title`, `date` where one could be found, and `inferred`: the names of
        the fields that were guessed, joined by "; ".

    Example:
        >>> infer({}, text="On January 21, 2022, they met.", name="a.txt", title=None)["date"]
        datetime.date(2022, 1, 21)
    """
    guessed = []
    known = dict(metadata)
    if not known.get("title"):
        known["title"] = title or _shorten(text)
        guessed.append("title")
    if not known.get("date"):
        date = _date_in_name(name) or _date_in_text(text[:HOW_FAR_TO_LOOK])
        if date:
            known["date"] = date
            guessed.append("date")
        else:
            known.pop("date", None)
    known["inferred"] = "; ".join(sorted(guessed))
    return known


def metadata_frame(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> pd.DataFrame:
    """Lay documents' metadata out as a frame: `doc_id`, the usual columns, then all others."""
    records = [{"doc_id": doc_id, **metadata} for doc_id, metadata in rows]
    others = sorted({name for record in records for name in record} - {"doc_id", *COLUMNS})
    frame = pd.DataFrame.from_records(records, columns=["doc_id", *COLUMNS, *others])
    frame["date"] = pd.to_datetime(frame["date"])
    return frame


def _date_in_name(name: str) -> datetime.date | None:
    found = RE_DATE_IN_NAME.search(name)
    return _date(*found.groups()) if found else None


def _date_in_text(text: str) -> datetime.date | None:
    found = RE_DATE_IN_TEXT.search(text)
    if not found:
        return None
    month = found["month"] or found["month2"]
    return _date(found["year"], MONTHS.split("|").index(month) + 1, found["day"] or found["day2"])


def _date(year: str, month: str | int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _shorten(text: str) -> str:
    line = text.split("\n", 1)[0]
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
