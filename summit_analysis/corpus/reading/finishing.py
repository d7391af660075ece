"""From raw documents to finished ones: cleaned, named, with what could be inferred."""

import warnings
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from summit_analysis.corpus.cleaning.broken_words import closed_forms
from summit_analysis.corpus.cleaning.typist_rules import clean_paragraphs
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.metadata.known_facts import COLUMNS, infer
from summit_analysis.corpus.reading.raw_documents import RawDocument
from summit_analysis.errors import LoadError, SummitAnalysisWarning

# How many of a long list a message names.
MOST_NAMED = 10
# From which likeness on (0 to 1) a name is taken for a misspelt one: `titel` for `title` is 0.8.
NEAR = 0.8


def finish_documents(
    raws: Sequence[RawDocument], *, left_out: list[str] | None = None
) -> list[Document]:
    """Clean raw documents and fill in what their words tell of their date and title.

    Args:
        raws: the documents as read; all together, because they decide about broken words.
        left_out: gets a sentence for each document that cannot stay; without it that raises.

    Returns:
        The documents, in order.

    Raises:
        LoadError: two documents have one id, or one holds no text.
    """
    closed = closed_forms("\n".join(raw.paragraphs) for raw in raws)
    return keep_distinct(((raw.path, finish(raw, closed)) for raw in raws), left_out=left_out)


def keep_distinct(
    finished: Iterable[tuple[Path, Document]], *, left_out: list[str] | None = None
) -> list[Document]:
    """Keep documents that hold text and have an id of their own.

    Args:
        finished: where each comes from, and the document.
        left_out: gets a sentence for each document that cannot stay; without it that raises.

    Raises:
        LoadError: two documents have one id, or one holds no text.
    """
    documents: dict[str, Document] = {}
    places: dict[str, Path] = {}
    for path, document in finished:
        problem = None
        if document.doc_id in documents:
            problem = (
                f"{path}: has the id {document.doc_id!r}, as {places[document.doc_id]} has. "
                "Give each an id of its own; that of a file is its name, or its doc_id in a "
                "metadata.csv beside it."
            )
        elif not any(character.isalnum() for character in document.text):
            problem = f"{path}: holds no text. Remove it, or save the text into it again."
        if problem and left_out is None:
            raise LoadError(problem)
        if problem and left_out is not None:
            left_out.append(problem)
            continue
        documents[document.doc_id] = document
        places[document.doc_id] = path
    return list(documents.values())


def warn_of_dates(documents: Sequence[Document]) -> None:
    """Name the documents whose dates were given but not as one whole, unmistakable date."""
    written = [
        f"{document.doc_id} ({document.metadata['date_as_written']!r})"
        for document in documents
        if "date_as_written" in document.metadata and not document.metadata.get("layout")
    ]
    if written:
        shown = ", ".join(written[:MOST_NAMED]) + " …" * (len(written) > MOST_NAMED)
        warnings.warn(
            f"No whole date could be read for {shown}. Write dates as 2022-01-31.",
            SummitAnalysisWarning,
            stacklevel=3,
        )


def warn_of_names(documents: Sequence[Document]) -> None:
    """Name the metadata of the reader's own that look like a misspelt usual one.

    A usual name that any of the same documents has was given rightly, and the other is no mistake.
    """
    holders: dict[str, list[Document]] = {}
    for document in documents:
        for name in document.metadata:
            holders.setdefault(name, []).append(document)
    for name in sorted(holders.keys() - set(COLUMNS)):
        for usual in COLUMNS:
            likeness = SequenceMatcher(None, name.lower(), usual, autojunk=False).ratio()
            if likeness < NEAR or any(_is_given(document, usual) for document in holders[name]):
                continue
            ids = [document.doc_id for document in holders[name]]
            shown = ", ".join(ids[:MOST_NAMED]) + " …" * (len(ids) > MOST_NAMED)
            warnings.warn(
                f"The metadata of {shown} have no {usual!r} but a {name!r}, which is kept under "
                f"that name. If it is the {usual}, call it {usual!r}.",
                SummitAnalysisWarning,
                stacklevel=3,
            )


def _is_given(document: Document, name: str) -> bool:
    guessed = str(document.metadata.get("inferred", "")).split("; ")
    return name in document.metadata and name not in guessed


def finish(raw: RawDocument, closed: frozenset[str]) -> Document:
    """Clean one raw document, given the broken words that are to be joined without a hyphen."""
    metadata = dict(raw.metadata)
    doc_id = str(metadata.pop("doc_id", raw.name))
    title = metadata.get("title")
    text, removed, found = clean_paragraphs(
        raw.paragraphs, title=title, closed=closed, publisher=metadata.get("layout")
    )
    metadata = infer(metadata, text=text, name=raw.path.name, title=found)
    record = sorted([*raw.removed, *removed], key=lambda removal: removal.paragraph)
    return Document(doc_id, text, metadata, tuple(record))
