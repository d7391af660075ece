"""From files, folders and tables to a corpus; nothing is left out without saying so."""

import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import pandas as pd

from summit_analysis.bundle import bundled
from summit_analysis.corpus.cleaning import clean_paragraphs, closed_forms, split_paragraphs
from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.metadata import infer, tidy_metadata
from summit_analysis.corpus.metadata_tables import MetadataTables
from summit_analysis.corpus.reading import READERS, RawDocument, document_files, read_raw
from summit_analysis.errors import LoadError, SummitAnalysisWarning

OnError = Literal["raise", "warn"]


def load(
    path: str | Path | Sequence[str | Path] | None = None, *, on_error: OnError = "raise"
) -> Corpus:
    """Load documents as a corpus.

    Args:
        path: a file, a folder (read with its subfolders, in the order of their names), or a list
            of these; none loads the bundled corpus. Files of kinds that cannot be read are named
            in a warning. A `metadata.csv` or `manifest.csv` beside the files tells about them.
        on_error: "raise" stops at the first file that cannot be read; "warn" loads the rest and
            names what was left out, in a warning and in `corpus.left_out`.

    Returns:
        The corpus, documents in the order of the files.

    Raises:
        LoadError: a path does not exist, nothing there can be read, a file is empty or no text,
            front matter or a metadata table is malformed, or two documents have one id.

    Example:
        >>> len(load())
        1
    """
    given = bundled("data", "readouts") if path is None else path
    roots = [Path(item) for item in ([given] if isinstance(given, (str, Path)) else given)]
    if not roots:
        raise LoadError("An empty list of paths was given; name at least one file or folder.")
    left_out: list[str] = []
    raws = []
    tables = MetadataTables()
    for root in roots:
        for file in document_files(root, left_out):
            try:
                raws.append(read_raw(file, root, tables))
            except LoadError as error:
                if on_error == "raise":
                    raise
                left_out.append(str(error))
    tables.warn_unmatched()
    closed = closed_forms("\n".join(raw.paragraphs) for raw in raws)
    documents = _finish_all(raws, closed, left_out, on_error)
    if left_out:
        warnings.warn(_list_left_out(left_out), SummitAnalysisWarning, stacklevel=2)
    if not documents:
        where = ", ".join(str(root) for root in roots)
        raise LoadError(
            f"{where}: no document could be loaded. Readable kinds: {', '.join(READERS)}."
            + (f" {_list_left_out(left_out)}" if left_out else "")
        )
    name = "bundled corpus" if path is None else ", ".join(root.name or str(root) for root in roots)
    return Corpus(documents, name=name, left_out=left_out)


def read(file: str | Path) -> Document:
    """Read one file as a document.

    Raises:
        LoadError: as `load`.

    Example:
        >>> read(next(bundled("data", "readouts").glob("*.txt"))).metadata["date"].isoformat()
        '2022-01-21'
    """
    path = Path(file)
    if path.is_dir():
        raise LoadError(f"{path}: is a folder; load it with load().")
    return load(path).documents[0]


def from_frame(frame: pd.DataFrame, *, text: str = "text", id: str | None = "doc_id") -> Corpus:
    """Make a corpus of a table with one document a row; its other columns become metadata.

    Args:
        frame: the table; it is not changed.
        text: the column with the texts, which are cleaned as those of files are.
        id: the column with the documents' ids; `None` numbers the rows.

    Returns:
        The corpus, documents in the order of the rows.

    Raises:
        LoadError: a column is missing, a text is empty, or an id stands twice.

    Example:
        >>> frame = pd.DataFrame({"doc_id": ["a"], "text": ["We met."], "issuer": ["Japan"]})
        >>> from_frame(frame)["a"].metadata["issuer"]
        'Japan'
    """
    for column in filter(None, (text, id)):
        if column not in frame.columns:
            raise LoadError(
                f"The table has no column {column!r}; its columns are "
                f"{', '.join(map(str, frame.columns))}. Name the right one with "
                f"{'text' if column == text else 'id'}=…"
                + ("" if column == text else ", or number the rows with id=None.")
            )
    records = frame.to_dict("records")
    raws = []
    for number, record in enumerate(records):
        doc_id = f"row-{number + 1}" if id is None else str(record.pop(id))
        body = record.pop(text)
        if not isinstance(body, str) or not body.strip():
            raise LoadError(
                f"Row {number} ({doc_id!r}) has no text in column {text!r}; drop the row."
            )
        metadata = tidy_metadata({str(name): value for name, value in record.items()})
        raws.append(
            RawDocument(
                Path(doc_id), doc_id, split_paragraphs(body), {**metadata, "doc_id": doc_id}
            )
        )
    closed = closed_forms("\n".join(raw.paragraphs) for raw in raws)
    return Corpus(_finish_all(raws, closed, [], "raise"), name="table")


def _finish_all(
    raws: Iterable[RawDocument], closed: frozenset[str], left_out: list[str], on_error: OnError
) -> list[Document]:
    documents: dict[str, Document] = {}
    places: dict[str, Path] = {}
    for raw in raws:
        document = _finish(raw, closed)
        problem = None
        if document.doc_id in documents:
            problem = (
                f"{raw.path}: has the id {document.doc_id!r}, as {places[document.doc_id]} has. "
                "Rename one, or give each a doc_id in a metadata.csv beside them."
            )
        elif not document.text:
            problem = f"{raw.path}: holds no text. Remove it, or save the text into it again."
        if problem and on_error == "raise":
            raise LoadError(problem)
        if problem:
            left_out.append(problem)
            continue
        documents[document.doc_id] = document
        places[document.doc_id] = raw.path
    return list(documents.values())


def _finish(raw: RawDocument, closed: frozenset[str]) -> Document:
    metadata = dict(raw.metadata)
    doc_id = str(metadata.pop("doc_id", raw.name))
    title = metadata.get("title")
    text, removed, found = clean_paragraphs(raw.paragraphs, title=title, closed=closed)
    metadata = infer(metadata, text=text, name=raw.path.name, title=found)
    return Document(doc_id, text, metadata, tuple(removed))


def _list_left_out(left_out: Sequence[str]) -> str:
    return "Left out: " + " · ".join(left_out)
