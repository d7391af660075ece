"""Excel workbooks with a text a row, on the first sheet that has such a column."""

import io
import itertools
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.reading.readers.office_zip import open_office_file
from summit_analysis.corpus.reading.readers.registry import Reading, need
from summit_analysis.corpus.reading.readers.rows import NoTexts, row_readings
from summit_analysis.errors import LoadError

MOST_ROWS = 200_000
MOST_COLUMNS = 500


def read_xlsx(data: bytes, *, path: Path, text: str | None = None) -> Iterator[Reading]:
    """Read the first sheet of a workbook that has a column of texts, names in its first row.

    Formulas give the value that was last computed; nothing is computed here.

    Raises:
        LoadError: it is no workbook, or no sheet has a column of texts.
    """
    need("openpyxl", path=path)
    need("defusedxml", path=path)  # openpyxl parses with it where it is there
    open_office_file(data, path=path).close()
    sheets = _sheets(data, path)
    problem = f"{path}: the workbook is empty."
    for title, names, records in sheets:
        place = Path(f"{path} [{title}]") if len(sheets) > 1 else path
        try:
            readings = list(row_readings(names, records, path=place, text=text))
        except NoTexts as error:
            problem = str(error)
            continue
        yield from readings
        return
    raise NoTexts(problem)


def _sheets(data: bytes, path: Path) -> list[tuple[str, list[str], list[dict[str, Any]]]]:
    from openpyxl import load_workbook

    found = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that no text depends on
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what it says of its own size need not be true
                rows = itertools.islice(sheet.iter_rows(values_only=True), MOST_ROWS + 1)
                content = [
                    row[:MOST_COLUMNS] for row in rows if any(cell is not None for cell in row)
                ]
                if len(content) > MOST_ROWS:
                    raise LoadError(f"{path}: has more than {MOST_ROWS:,} rows. Split it.")
                if content:
                    found.append((str(sheet.title), *_records(content)))
    except LoadError:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part happens to trip over
        reason = " ".join(str(error).split())[:200]
        raise LoadError(
            f"{path}: is no workbook that can be read ({reason}). Save it again as .xlsx or .csv."
        ) from error
    return found


def _records(content: list[tuple[Any, ...]]) -> tuple[list[str], list[dict[str, Any]]]:
    names = [str(cell).strip() if cell is not None else "" for cell in content[0]]
    kept = [place for place, name in enumerate(names) if name]
    records = [
        {names[place]: row[place] for place in kept if place < len(row) and row[place] is not None}
        for row in content[1:]
    ]
    return [names[place] for place in kept], records
