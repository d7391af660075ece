"""From the rows of any table to documents: which column holds the texts, which the ids."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from summit_analysis.corpus.cleaning.typist_rules import split_paragraphs
from summit_analysis.corpus.documents import Removal
from summit_analysis.corpus.reading.readers.registry import Reading
from summit_analysis.errors import LoadError

TEXT_NAMES = ("text", "full_text", "fulltext", "body", "content", "speech", "transcript")
# A column of texts has cells longer than this on the average, and far longer than the others.
TEXT_LENGTH = 100
FAR_LONGER = 3


class NoTexts(LoadError):
    """A table has no column of texts; in a folder it is left out and named."""


def row_readings(
    names: Sequence[str],
    records: Sequence[Mapping[str, Any]],
    *,
    path: Path,
    text: str | None,
    encoding: str | None = None,
) -> Iterator[Reading]:
    """Make a reading of each row that has a text.

    Args:
        names: the columns.
        records: the rows.
        path: the table's file, for messages.
        text: the column with the texts; none looks for one called text, body, content, speech or
            the like, or whose cells are far longer than those of all others.
        encoding: how the file was decoded.

    Raises:
        LoadError: two columns have one name, or none holds texts.
    """
    if len(set(names)) < len(names):
        twice = next(name for name in names if list(names).count(name) > 1)
        raise LoadError(f"{path}: two columns are called {twice!r}; rename one.")
    column = _text_column(names, records, path, text)
    empty = [
        number for number, row in enumerate(records, 1) if not _string(row.get(column)).strip()
    ]
    if len(empty) == len(records):
        raise LoadError(f"{path}: no row has a text in column {column!r}.")
    note = ", ".join(map(str, empty[:10])) + " …" * (len(empty) > 10)
    first = True
    for number, row in enumerate(records, 1):
        body = _string(row.get(column))
        if not body.strip():
            continue
        metadata = {str(name): value for name, value in row.items() if name != column}
        if encoding:
            metadata["encoding"] = encoding
        removed = [Removal("row-without-text", f"rows {note}", -1)] if empty and first else []
        first = False
        yield Reading(split_paragraphs(body), metadata, removed, row=number)


def _text_column(
    names: Sequence[str], records: Sequence[Mapping[str, Any]], path: Path, wanted: str | None
) -> str:
    listed = ", ".join(map(str, names[:20])) + " …" * (len(names) > 20)
    if wanted is not None:
        if wanted in names:
            return wanted
        raise NoTexts(f"{path}: has no column {wanted!r}; its columns are {listed or 'none'}.")
    plain = {str(name).strip().lower().replace(" ", "_"): name for name in reversed(names)}
    for name in TEXT_NAMES:
        if name in plain:
            return plain[name]
    sample = records[:200]
    lengths = sorted(
        ((sum(len(_string(row.get(name))) for row in sample), name) for name in names),
        key=lambda pair: -pair[0],
    )
    if lengths and sample and lengths[0][0] >= TEXT_LENGTH * len(sample):
        second = lengths[1][0] if len(lengths) > 1 else 0
        if lengths[0][0] >= FAR_LONGER * second:
            return lengths[0][1]
    raise NoTexts(
        f"{path}: no column is plainly the one with the texts; its columns are "
        f"{listed or 'none'}. Name it, as in load(…, text='speech')."
    )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
