"""From a path to the files in it, and from a file to its raw paragraphs."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from summit_analysis.corpus.cleaning import split_paragraphs
from summit_analysis.corpus.decoding import decode
from summit_analysis.corpus.documents import Removal
from summit_analysis.corpus.markdown import markdown_paragraphs, split_front_matter
from summit_analysis.corpus.metadata import tidy_metadata
from summit_analysis.corpus.metadata_tables import TABLE_NAMES, MetadataTables
from summit_analysis.errors import LoadError

READERS = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}
# What stands beside documents without being one.
NOT_DOCUMENTS = ("readme", "license", "licence", "copying")
RE_LINE_END = re.compile(r"\r\n?")
# Plain text may open with front matter too, when it is plainly that.
RE_NAMED_VALUE = re.compile(
    r"\ufeff?---[ \t]*\r?\n[A-Za-z_][\w -]*:\s.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


class RawDocument(NamedTuple):
    """A file as read, before what other files say about broken words is known."""

    path: Path
    name: str
    paragraphs: list[str]
    metadata: dict[str, Any]
    removed: list[Removal]


def document_files(root: Path, left_out: list[str]) -> Iterator[Path]:
    """Yield the files to read below a path, in the order of their names.

    Args:
        root: a file or a folder.
        left_out: gets a sentence for each file of a kind that cannot be read.

    Raises:
        LoadError: there is no such path, or it is one file of a kind that cannot be read.
    """
    if not root.exists():
        raise LoadError(f"{root}: there is no such file or folder. Check the spelling of the path.")
    if root.is_file():
        if root.suffix.lower() not in READERS:
            raise LoadError(
                f"{root}: files of kind {root.suffix or '(no suffix)'!r} cannot be read; "
                f"readable kinds are {', '.join(READERS)}."
            )
        yield root
        return
    for file in _files_below(root, left_out):
        inside = file.relative_to(root).parts
        if any(part.startswith((".", "__")) for part in inside):
            continue
        if file.name.lower() in TABLE_NAMES or file.stem.lower() in NOT_DOCUMENTS:
            continue
        if file.suffix.lower() in READERS:
            yield file
        else:
            left_out.append(
                f"{file}: files of kind {file.suffix or '(no suffix)'!r} cannot be read."
            )


def _files_below(root: Path, left_out: list[str]) -> list[Path]:
    """List the files below a folder by name, through links to folders but never in circles."""

    def note(error: OSError) -> None:
        left_out.append(f"{error.filename}: cannot be opened ({error.strerror}).")

    files = []
    visited = set()
    for folder, folders, names in os.walk(root, followlinks=True, onerror=note):
        folders.sort()
        real = os.path.realpath(folder)
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        files += [Path(folder, name) for name in names]
    return sorted(files, key=lambda path: path.relative_to(root).as_posix())


def read_raw(file: Path, root: Path, tables: MetadataTables) -> RawDocument:
    """Read one file: its raw paragraphs, and all that it and the tables beside it tell of it.

    Raises:
        LoadError: the file cannot be opened, is empty, is no text, or its front matter is broken.
    """
    if file.exists() and not file.is_file():
        raise LoadError(f"{file}: is no ordinary file. Take it out of the folder.")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise LoadError(
            f"{file}: cannot be opened ({error.strerror}). Check that it is there and readable."
        ) from error
    if not data.strip():
        raise LoadError(f"{file}: is empty. Remove it, or save the text into it again.")
    text, encoding = decode(data, path=file)
    text = RE_LINE_END.sub("\n", text)
    reader = READERS[file.suffix.lower()]
    front_matter: dict[str, Any] = {}
    removed: list[Removal] = []
    heading = None
    if reader == "markdown" or RE_NAMED_VALUE.match(text):
        front_matter, text = split_front_matter(text, path=file)
    if reader == "markdown":
        paragraphs, removed, heading = markdown_paragraphs(text)
    else:
        paragraphs = split_paragraphs(text)
    metadata = {**({"title": heading} if heading else {}), **tidy_metadata(front_matter)}
    row = tidy_metadata(tables.row(file, root))
    if "date" in row:
        metadata.pop("date_as_written", None)
    metadata |= row
    base = root if root.is_dir() else root.parent
    metadata |= {
        "file": file.relative_to(base).as_posix(),
        "sha256": hashlib.sha256(data).hexdigest(),
        "encoding": encoding,
        "reader": reader,
    }
    return RawDocument(file, file.stem, paragraphs, metadata, removed)
