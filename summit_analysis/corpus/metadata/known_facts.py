"""What is known about a document: from front matter, a table beside the files, or its own words."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from summit_analysis.corpus.metadata.dates import as_date, guess_date
from summit_analysis.shortening import shortened

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
LONGEST_TITLE = 160


def library_names(names: Iterable[str]) -> dict[str, str]:
    """Give each name its form in this library: `URL` is `source_url`, `Issuer` is `issuer`.

    A name that would become the same as another of them stays as it is, and so do names that this
    library has no use of its own for.

    Example:
        >>> library_names(["File", "URL", "Summit no."])
        {'File': 'file', 'URL': 'source_url', 'Summit no.': 'Summit no.'}
    """
    names = [str(name) for name in names]
    known = {"doc_id", "file", *COLUMNS}
    result: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"[\s-]+", "_", name.strip()).lower()
        plain = ALIASES.get(plain, plain)
        taken = plain in result.values() or (plain in names and plain != name)
        result[name] = plain if plain in known and not taken else name.strip()
    return result


def tidy_metadata(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Bring metadata from any source to plain values under this library's names.

    Lists become text joined by "; ", a date becomes a `datetime.date`, empty values go. Where the
    date could not be read whole (only a year, or no date at all), `date_as_written` keeps it.
    """
    tidy: dict[str, Any] = {}
    names = library_names(raw)
    for given, value in raw.items():
        name = names[str(given)]
        plain = _plain_value(value)
        if plain is None or plain == "":
            continue
        whole = isinstance(plain, datetime.date) and name == "date"
        tidy[name] = str(plain) if name in COLUMNS and not whole else plain
    if "date" in tidy:
        written = tidy.pop("date")
        date, whole = as_date(written)
        if date:
            tidy["date"] = date
        if not whole:
            tidy["date_as_written"] = written
    return tidy


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
    year = known.pop("in_year", None)  # all that the names of some data sets' files tell
    if not known.get("title"):
        known["title"] = title or shortened(text.split("\n", 1)[0], LONGEST_TITLE)
        guessed.append("title")
    if not known.get("date"):
        date = guess_date(text, name=name)
        if date is None and year:
            date, _ = as_date(year)
            known["date_as_written"] = str(year)
        if date:
            known["date"] = date
            guessed.append("date")
    elif "date_as_written" in known:
        guessed.append("date")
    known["inferred"] = "; ".join(sorted(guessed))
    return known


def metadata_frame(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> pd.DataFrame:
    """Lay documents' metadata out as a frame: `doc_id`, the usual columns, then all others."""
    records = [{"doc_id": doc_id, **metadata} for doc_id, metadata in rows]
    others = sorted({name for record in records for name in record} - {"doc_id", *COLUMNS})
    frame = pd.DataFrame.from_records(records, columns=["doc_id", *COLUMNS, *others])
    frame["date"] = pd.to_datetime(frame["date"])
    usual = [name for name in COLUMNS if name != "date"]
    # A column of which nothing is known would otherwise be one of numbers.
    frame[usual] = frame[usual].astype("str")
    return frame


def _plain_value(value: Any) -> Any:
    if isinstance(value, Mapping):
        value = "; ".join(f"{name}: {item}" for name, item in value.items())
    elif pd.api.types.is_list_like(value):
        value = "; ".join(str(item) for item in value)
    elif pd.isna(value):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)  # a column of whole numbers with gaps
    return " ".join(value.split()) if isinstance(value, str) else value
