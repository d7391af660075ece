"""The `metadata.csv` or `manifest.csv` beside the files: what its rows say of each."""

import csv
import io
import unicodedata
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summit_analysis.corpus.metadata.known_facts import library_names
from summit_analysis.corpus.reading.archives import Archives
from summit_analysis.corpus.reading.decoding import decode
from summit_analysis.errors import LoadError, SummitAnalysisWarning
from summit_analysis.plurals import counted

if TYPE_CHECKING:
    from summit_analysis.corpus.reading.sources import Source

TABLE_NAMES = ("metadata.csv", "manifest.csv")


class MetadataTables:
    """The metadata tables in the folders that are being loaded, each read once."""

    def __init__(self, *, left_out: list[str] | None = None) -> None:
        """Begin with no table read.

        Args:
            left_out: gets a sentence for each table that cannot be read; without it that raises.
        """
        self._archives = Archives()
        self._inside: dict[Path, Source] = {}
        self._tables: dict[Path, dict[str, dict[str, Any]]] = {}
        self._used: set[tuple[Path, str]] = set()
        self._whole_folders: set[Path] = set()
        self._left_out = left_out

    def add_archived(self, tables: "Mapping[Path, Source]") -> None:
        """Take in the tables that stand inside archives."""
        self._inside.update(tables)
        self._whole_folders |= {source.archive for source in tables.values() if source.archive}

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
            self._tables[table] = self._read(table)
        rows = self._tables[table]
        for name in (file.relative_to(table.parent).as_posix(), file.name, file.stem):
            key = _key(name)
            if key in rows:
                self._used.add((table, key))
                return rows[key]
        return {}

    def _read(self, table: Path) -> dict[str, dict[str, Any]]:
        inside = self._inside.get(table)
        if not inside and not table.is_file():
            return {}
        try:
            data = inside.read(self._archives) if inside else None
            return read_metadata_table(table, data=data)
        except LoadError as error:
            if self._left_out is None:
                raise
            self._left_out.append(str(error))
            return {}

    def close(self) -> None:
        """Close the archives."""
        self._archives.close()

    def warn_unmatched(self) -> None:
        """Name the rows that tell about files which are not there."""
        for table, rows in self._tables.items():
            if table.parent not in self._whole_folders:
                continue
            missing = [key for key in rows if (table, key) not in self._used]
            if missing:
                shown = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")
                warnings.warn(
                    f"{table}: {counted(len(missing), 'row')} for no loaded file: {shown}",
                    SummitAnalysisWarning,
                    stacklevel=3,
                )


def read_metadata_table(path: Path, *, data: bytes | None = None) -> dict[str, dict[str, Any]]:
    """Read a `metadata.csv`: one row a document, found by `file` (relative) or `doc_id`.

    Columns may be separated by commas, semicolons or tabs, and their names written in any case.

    Args:
        path: the table.
        data: its bytes, if it stands where they cannot be read from.

    Returns:
        Rows by `file` where they have one, else by `doc_id`; empty cells left out.

    Raises:
        LoadError: not a CSV table, neither column is there, a row has more cells than there are
            columns or names no document, or a name stands twice.
    """
    try:
        text, _ = decode(path.read_bytes() if data is None else data, path=path)
    except OSError as error:
        raise LoadError(f"{path}: cannot be opened ({error.strerror}).") from error
    try:
        return _parse(text.removeprefix("\ufeff"), path)
    except csv.Error as error:
        raise LoadError(f"{path}: is not a well-formed CSV table ({error}).") from error


def _parse(text: str, path: Path) -> dict[str, dict[str, Any]]:
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    given = [name.strip() for name in next(reader, [])]
    if len(set(given)) < len(given):
        twice = next(name for name in given if given.count(name) > 1)
        raise LoadError(f"{path}: two columns are called {twice!r}; rename one.")
    names = list(library_names(given).values())
    if not {"file", "doc_id"} & set(names):
        raise LoadError(
            f"{path}: has no column `file` or `doc_id` to find documents by; "
            f"its columns are {', '.join(given) or 'none'}. Rename the one that names the files."
        )
    rows: dict[str, dict[str, Any]] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{path}, line {reader.line_num}"
        if len(cells) > len(names):
            raise LoadError(
                f"{where}: {len(cells)} cells for {len(names)} columns. "
                "Put a cell that holds the separator in quotes."
            )
        row = {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip() != ""}
        key = _key(row.get("file") or row.get("doc_id") or "")
        if not key:
            raise LoadError(f"{where}: neither `file` nor `doc_id` is filled in; name the file.")
        if key in rows:
            raise LoadError(f"{where}: {key!r} stands in an earlier row too; keep one.")
        rows[key] = row
    return rows


def _key(name: str) -> str:
    """Write a file's name one way: slashes, and accents composed (macOS decomposes them)."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./"))
