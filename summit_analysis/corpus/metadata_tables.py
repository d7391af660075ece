"""The `metadata.csv` or `manifest.csv` beside the files: what its rows say of each."""

import warnings
from pathlib import Path
from typing import Any

import pandas as pd

from summit_analysis.corpus.metadata import ALIASES
from summit_analysis.errors import LoadError, SummitAnalysisWarning

TABLE_NAMES = ("metadata.csv", "manifest.csv")


class MetadataTables:
    """The metadata tables in the folders that are being loaded, each read once."""

    def __init__(self) -> None:
        self._tables: dict[Path, dict[str, dict[str, Any]]] = {}
        self._used: set[tuple[Path, str]] = set()
        self._whole_folders: set[Path] = set()

    def row(self, file: Path, root: Path) -> dict[str, Any]:
        """Return what the tables in the file's folder and those above it (up to root) say."""
        top = root if root.is_dir() else root.parent
        if root.is_dir():
            self._whole_folders.add(root)
        row: dict[str, Any] = {}
        for folder in (file.parent, *file.parent.parents):
            for table in TABLE_NAMES:
                row = {**self._lookup(folder / table, file), **row}
            if folder == top:
                break
        row.pop("file", None)
        return row

    def _lookup(self, table: Path, file: Path) -> dict[str, Any]:
        if table not in self._tables:
            self._tables[table] = read_metadata_table(table) if table.is_file() else {}
        rows = self._tables[table]
        for key in (file.relative_to(table.parent).as_posix(), file.name, file.stem):
            if key in rows:
                self._used.add((table, key))
                return rows[key]
        return {}

    def warn_unmatched(self) -> None:
        """Name the rows that tell about files which are not there."""
        for table, rows in self._tables.items():
            if table.parent not in self._whole_folders:
                continue
            missing = [key for key in rows if (table, key) not in self._used]
            if missing:
                shown = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")
                warnings.warn(
                    f"{table}: {len(missing)} row(s) match no loaded file: {shown}",
                    SummitAnalysisWarning,
                    stacklevel=3,
                )


def read_metadata_table(path: Path) -> dict[str, dict[str, Any]]:
    """Read a `metadata.csv`: one row a document, found by `file` (relative) or `doc_id`.

    Returns:
        Rows by `file` where there is that column, else by `doc_id`; empty cells left out.

    Raises:
        LoadError: not a CSV table, neither column is there, or a name stands twice.
    """
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, OSError, pd.errors.ParserError) as error:
        raise LoadError(f"{path}: is not a readable CSV table ({error}).") from error
    table = table.rename(columns=lambda name: ALIASES.get(str(name).strip(), str(name).strip()))
    key = next((name for name in ("file", "doc_id") if name in table.columns), None)
    if key is None:
        raise LoadError(
            f"{path}: has no column `file` or `doc_id` to find documents by; "
            f"its columns are {', '.join(table.columns)}. Rename the one that names the files."
        )
    repeated = table[key][table[key].duplicated()]
    if len(repeated):
        raise LoadError(f"{path}: {repeated.iloc[0]!r} stands in more than one row; keep one.")
    return {
        str(row[key]): {str(name): value for name, value in row.items() if value != ""}
        for row in table.to_dict("records")
    }
