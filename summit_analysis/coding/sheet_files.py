"""Write and read coding sheets as CSV, XLSX or JSON, safe to open in a spreadsheet."""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from summit_analysis.errors import SheetError
from summit_analysis.spreadsheets import arm, disarm

KINDS = (".csv", ".xlsx", ".json")


def write_table(frame: pd.DataFrame, path: Path) -> Path:
    """Write a sheet; what looks like a formula gets an apostrophe before it.

    Raises:
        SheetError: the file's kind is not known, or it cannot be written.
    """
    kind = _kind(path)
    try:
        if kind == ".csv":
            safe = frame.map(disarm)
            # With its byte-order mark, a spreadsheet reads the file as UTF-8.
            path.write_text(safe.to_csv(index=False, lineterminator="\n"), encoding="utf-8-sig")
        elif kind == ".xlsx":
            _write_xlsx(frame.map(disarm), path)
        else:
            records = frame.to_dict("records")
            path.write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:
        raise SheetError(f"{path}: cannot be written ({error.strerror}).") from error
    return path


def read_table(path: Path) -> list[dict[str, Any]]:
    """Read a CSV, XLSX or JSON sheet as records, apostrophes before formulas removed.

    Raises:
        SheetError: the file is missing, empty, of another kind or broken.
    """
    kind = _kind(path)
    try:
        if kind == ".json":
            records = json.loads(path.read_text(encoding="utf-8-sig"))
        elif kind == ".csv":
            frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
            records = frame.to_dict("records")
        else:
            records = _read_xlsx(path)
    except OSError as error:
        raise SheetError(f"{path}: cannot be opened ({error.strerror}).") from error
    except (ValueError, KeyError) as error:  # pandas, json and zip errors are ValueErrors
        raise SheetError(f"{path}: is no readable {kind[1:]} sheet: {error}") from error
    if not isinstance(records, list) or not records:
        raise SheetError(f"{path}: holds no rows; expected one a sentence.")
    if kind == ".json":
        return records
    return [{key: arm(value) for key, value in record.items()} for record in records]


def _kind(path: Path) -> str:
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise SheetError(f"{path}: a sheet is a {', '.join(KINDS)} file, not {kind or 'that'!r}.")
    return kind


def _write_xlsx(frame: pd.DataFrame, path: Path) -> None:
    openpyxl = _openpyxl(path)
    book = openpyxl.Workbook()
    page = book.active
    page.title = "sheet"
    page.append(list(frame.columns))
    for row in frame.itertuples(index=False):
        page.append([value.item() if hasattr(value, "item") else value for value in row])
    page.freeze_panes = "A2"
    if "text" in frame:
        letter = page.cell(1, list(frame.columns).index("text") + 1).column_letter
        page.column_dimensions[letter].width = 90
        for cell in page[letter]:
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    book.save(path)


def _read_xlsx(path: Path) -> list[dict[str, Any]]:
    openpyxl = _openpyxl(path)
    from zipfile import BadZipFile

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, openpyxl.utils.exceptions.InvalidFileException) as error:
        raise ValueError(str(error)) from error
    rows = [list(row) for row in book.active.iter_rows(values_only=True)]
    book.close()
    if not rows:
        return []
    names = [str(name or "") for name in rows[0]]
    return [
        {name: "" if value is None else str(value) for name, value in zip(names, row, strict=False)}
        for row in rows[1:]
        if any(value is not None for value in row)
    ]


def _openpyxl(path: Path) -> Any:
    try:
        import openpyxl
        import openpyxl.styles
        import openpyxl.utils.exceptions
    except ImportError as error:
        raise SheetError(
            f"{path}: .xlsx sheets need the package openpyxl (pip install openpyxl); a .csv opens "
            "in a spreadsheet too."
        ) from error
    return openpyxl
