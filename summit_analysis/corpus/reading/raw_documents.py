"""From a source to raw documents: the file's bytes, its reader, and what is told beside it."""

import hashlib
import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from summit_analysis.corpus.documents import Removal
from summit_analysis.corpus.metadata.known_facts import tidy_metadata
from summit_analysis.corpus.reading.archives import Archives
from summit_analysis.corpus.reading.publishers import LOOKED_AT, find_layout
from summit_analysis.corpus.reading.readers import Reading, kind_of, read_bytes
from summit_analysis.corpus.reading.sources import LARGEST, Source
from summit_analysis.errors import LoadError


class RawDocument(NamedTuple):
    """A text as read, before what other files say about broken words is known."""

    path: Path
    name: str
    paragraphs: list[str]
    metadata: dict[str, Any]
    removed: list[Removal]


def read_raw(
    source: Source,
    row: Mapping[str, Any],
    *,
    archives: Archives,
    text: str | None = None,
    largest: int = LARGEST,
) -> Iterator[RawDocument]:
    """Read one file: its raw documents, with all that it and the tables beside it tell of them.

    Args:
        source: the file.
        row: what metadata tables say of it.
        archives: keeps the archives open that files are read from.
        text: for tables of texts, the column that holds them.
        largest: the most bytes to read.

    Raises:
        LoadError: the file cannot be opened, is empty, is not what its name's ending says, or its
            front matter is broken.
    """
    data = source.read(archives, largest=largest)
    if not data.strip():
        raise LoadError(f"{source.path}: is empty. Remove it, or save the text into it again.")
    reader = kind_of(source.path)
    told = {
        "file": source.path.relative_to(source.base).as_posix(),
        "sha256": hashlib.sha256(data).hexdigest(),
        "reader": reader.name if reader else "",
    }
    told_beside = tidy_metadata(row)
    for reading in read_bytes(data, path=source.path, text=text):
        yield _raw(reading, source, told_beside, told)


def _raw(
    reading: Reading, source: Source, row: dict[str, Any], told: Mapping[str, Any]
) -> RawDocument:
    metadata = tidy_metadata(reading.metadata)
    name = source.path.stem
    path = source.path
    if reading.row is not None:
        name = f"{name}-{reading.row}"
        path = Path(f"{source.path}, row {reading.row}")
        metadata["row"] = reading.row
    if "date" in row:
        metadata.pop("date_as_written", None)
    metadata |= row if reading.row is None else {k: v for k, v in row.items() if k != "doc_id"}
    edges = (removal.text for removal in reading.removed if removal.rule == "page-edge")
    opening = list(itertools.islice(edges, LOOKED_AT))
    opening += reading.paragraphs[:LOOKED_AT]
    layout = find_layout(reading.publisher, metadata.get("source_url"), told["file"], opening)
    if layout:
        metadata |= layout.fill(metadata, name=told["file"], paragraphs=reading.paragraphs)
        metadata["layout"] = layout.name
    metadata = {"encoding": "", **metadata, **told}
    return RawDocument(path, name, reading.paragraphs, metadata, reading.removed)
