"""Catalogues: tables of addresses with title, date, issuer and kind."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from summit_analysis.errors import FetchError

ADDRESS_NAMES = ("url", "source_url", "address", "link")


def read_catalogue(
    path: str | Path, *, where: Mapping[str, str | Sequence[str]] | None = None
) -> list[dict[str, str]]:
    """Read a catalogue, keeping the rows that match.

    Args:
        path: a CSV table with a column `url` (or `source_url`); its other columns become metadata.
        where: columns and what each must say; a value matches a cell that is it or begins with
            it (so that `United States` finds `United States (White House)`, and `2022` a date),
            regardless of case; of several values one must match.

    Returns:
        The rows, the address under `source_url`.

    Raises:
        FetchError: it cannot be read, has no such column, a value is empty, or no row matches.
    """
    file = Path(path)
    try:
        with file.open(encoding="utf-8-sig", newline="") as table:
            reader = csv.DictReader(table)
            names = list(reader.fieldnames or ())
            rows = [{k: (v or "").strip() for k, v in row.items() if k} for row in reader]
    except (OSError, csv.Error, UnicodeError) as error:
        raise FetchError(f"{file}: cannot be read as a catalogue ({error}).") from error
    address = next((name for name in names if name.strip().lower() in ADDRESS_NAMES), None)
    if address is None:
        raise FetchError(f"{file}: has no column `url`; its columns are {', '.join(names)}.")
    for column, wanted in (where or {}).items():
        if column not in names:
            raise FetchError(f"{file}: has no column {column!r}; there are {', '.join(names)}.")
        # Every cell begins with nothing.
        if not _values(wanted) or not all(_values(wanted)):
            raise FetchError(f"where: {column}={wanted!r} would match everything; give a value.")
    kept = [row for row in rows if row[address] and _matches(row, where or {})]
    if not kept:
        said = ", ".join(f"{column}={value}" for column, value in (where or {}).items())
        raise FetchError(f"{file}: no row matches {said or 'at all: it is empty'}.")
    for row in kept:
        row["source_url"] = row.pop(address)
    return kept


def _matches(row: Mapping[str, str], where: Mapping[str, Any]) -> bool:
    for column, wanted in where.items():
        cell = row[column].casefold()
        if not any(cell.startswith(value) for value in _values(wanted)):
            return False
    return True


def _values(wanted: Any) -> list[str]:
    values = [wanted] if isinstance(wanted, str) else list(wanted)
    return [str(value).strip().casefold() for value in values]
