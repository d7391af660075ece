"""Which module reads which kind of file; a module is imported when such a file comes."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from summit_analysis.corpus.documents import Removal
from summit_analysis.errors import LoadError


@dataclass
class Reading:
    """What a reader makes of a file, or of one row of a table.

    Attributes:
        paragraphs: raw paragraphs; a line end inside one is a wrapped line.
        metadata: what the file itself tells of the text, under any names.
        removed: what the reader left behind, and where.
        row: for a row of a table its number from 1, to tell its documents apart.
        publisher: whose layout the page has (a file of `lexicons/publishers/`), if it is known.
    """

    paragraphs: list[str]
    metadata: dict[str, Any] = field(default_factory=dict)
    removed: list[Removal] = field(default_factory=list)
    row: int | None = None
    publisher: str | None = None


class Reader(NamedTuple):
    """A kind of file: its name, the module and function that read it, and what that costs.

    Attributes:
        name: what provenance calls it.
        place: module (in this package) and function.
        seconds: roughly how long a megabyte takes, to decide whether helpers pay.
    """

    name: str
    place: str
    seconds: float


_TEXT = Reader("text", "plain_text.read_text", 0.1)
_MARKDOWN = Reader("markdown", "plain_text.read_markdown", 0.8)
_PAGE = Reader("html", "web_pages.read_page", 0.5)
_TABLE = Reader("table", "tables.read_table", 0.2)
_LINES = Reader("jsonl", "tables.read_json_lines", 0.2)
READERS: Mapping[str, Reader] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".xhtml": _PAGE,
    ".pdf": Reader("pdf", "pdf_pages.read_pdf", 1.0),
    ".docx": Reader("docx", "word.read_docx", 1.0),
    ".csv": _TABLE,
    ".tsv": _TABLE,
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".parquet": Reader("parquet", "parquet.read_parquet", 0.3),
    ".xlsx": Reader("xlsx", "spreadsheets.read_xlsx", 5.0),
}
# These open a file whose rows are documents: `text=` may name their column.
TABLES = ("table", "jsonl", "parquet", "xlsx")


def kind_of(path: PurePath) -> Reader | None:
    """Return the reader for a file by its name's ending, `None` when there is none.

    Example:
        >>> kind_of(PurePath("talks.HTM")).name
        'html'
    """
    return READERS.get(path.suffix.lower())


def read_bytes(data: bytes, *, path: Path, text: str | None = None) -> Iterator[Reading]:
    """Read a file's bytes with the reader for its kind.

    Args:
        data: the bytes.
        path: where they came from: its ending chooses the reader, messages name it.
        text: for tables, the column that holds the texts (none: it is looked for).

    Yields:
        One reading a document.

    Raises:
        LoadError: no reader for such files, a package is missing, or the file cannot be read.
    """
    reader = kind_of(path)
    if reader is None:
        raise LoadError(cannot_be_read(path))
    module, function = reader.place.split(".")
    read = getattr(importlib.import_module(f"{__package__}.{module}"), function)
    if reader.name in TABLES:
        yield from read(data, path=path, text=text)
    else:
        yield from read(data, path=path)


def cannot_be_read(path: PurePath) -> str:
    """Say that there is no reader for such a file."""
    return f"{path}: files of kind {path.suffix or '(no suffix)'!r} cannot be read."


def need(package: str, *, path: PurePath) -> Any:
    """Import a package that only some kinds of files need, or say what to install.

    Raises:
        LoadError: it is not installed, or lacks something that it needs itself.
    """
    try:
        return importlib.import_module(package)
    except ImportError as error:
        absent = isinstance(error, ModuleNotFoundError) and error.name == package
        raise LoadError(
            f"{path}: reading {path.suffix} files needs the package {package}, which "
            + ("is not installed." if absent else f"cannot be imported ({error}).")
            + " Type: pip install 'summit-analysis[formats]'"
        ) from error
