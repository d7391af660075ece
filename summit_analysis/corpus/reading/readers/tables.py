"""Tables with a text a row: CSV, tab-separated and JSON lines."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.reading.decoding import decode
from summit_analysis.corpus.reading.readers.registry import Reading
from summit_analysis.corpus.reading.readers.rows import row_readings
from summit_analysis.errors import LoadError


def read_table(data: bytes, *, path: Path, text: str | None = None) -> Iterator[Reading]:
    """Read a table separated by commas, semicolons, tabs or bars, with names in its first line.

    Raises:
        LoadError: it is no such table, or no column holds texts.
    """
    content, encoding = decode(data, path=path)
    content = content.removeprefix("\ufeff").replace("\x00", "")
    header = content.split("\n", 1)[0]
    separator = "\t" if path.suffix.lower() == ".tsv" else max(",;\t|", key=header.count)
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=separator)
    # A speech may be longer than the 131,072 characters that csv takes for a cell.
    before = csv.field_size_limit(max(len(content), 131_072))
    try:
        names = [name.strip() for name in next(reader, [])]
        rows = [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise LoadError(f"{path}: is not a well-formed table ({error}).") from error
    finally:
        csv.field_size_limit(before)
    for number, row in enumerate(rows, 1):
        if len(row) > len(names):
            raise LoadError(
                f"{path}, row {number}: {len(row)} cells for {len(names)} columns. Put a cell that "
                "holds the separator in quotes."
            )
    records = [dict(zip(names, row, strict=False)) for row in rows]
    yield from row_readings(names, records, path=path, text=text, encoding=encoding)


def read_json_lines(data: bytes, *, path: Path, text: str | None = None) -> Iterator[Reading]:
    """Read JSON lines: on each line an object, one document.

    Raises:
        LoadError: a line is no JSON object, or no name holds texts.
    """
    content, encoding = decode(data, path=path)
    records: list[dict[str, Any]] = []
    names: dict[str, None] = {}
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise LoadError(f"{path}, line {number}: is no JSON ({error}).") from error
        if not isinstance(record, dict):
            raise LoadError(
                f"{path}, line {number}: holds no JSON object but {line.strip()!r:.40}. "
                'Write one object a line, as {"text": "…", "date": "…"}.'
            )
        records.append(record)
        names |= dict.fromkeys(map(str, record))
    yield from row_readings(list(names), records, path=path, text=text, encoding=encoding)
