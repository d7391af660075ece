"""From a table with one document a row to a corpus."""

from pathlib import Path

import pandas as pd

from summit_analysis.corpus.cleaning.typist_rules import split_paragraphs
from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.metadata.known_facts import tidy_metadata
from summit_analysis.corpus.reading.finishing import finish_documents, warn_of_dates, warn_of_names
from summit_analysis.corpus.reading.raw_documents import RawDocument
from summit_analysis.errors import LoadError


def from_frame(frame: pd.DataFrame, *, text: str = "text", id: str | None = "doc_id") -> Corpus:
    """Make a corpus of a table with one document a row; its other columns become metadata.

    Args:
        frame: the table; it is not changed.
        text: the column with the texts, which are cleaned as those of files are.
        id: the column with the documents' ids; `None` numbers the rows.

    Returns:
        The corpus, documents in the order of the rows.

    Raises:
        LoadError: a column is missing, a text or an id is empty, or an id stands twice.

    Example:
        >>> frame = pd.DataFrame({"doc_id": ["a"], "text": ["We met."], "issuer": ["Japan"]})
        >>> from_frame(frame)["a"].metadata["issuer"]
        'Japan'
    """
    if not isinstance(frame, pd.DataFrame):
        raise LoadError(
            f"from_frame() takes a pandas DataFrame, not {type(frame).__name__}; "
            "pd.DataFrame(…) or .to_pandas() makes one."
        )
    if text == id:
        raise LoadError(f"{text!r} cannot be both text and id; number the rows with id=None.")
    columns = list(frame.columns)
    for column in filter(None, (text, id)):
        if columns.count(column) > 1:
            raise LoadError(f"The table has two columns {column!r}; rename one.")
        if column not in columns:
            raise LoadError(
                f"The table has no column {column!r}; its columns are "
                f"{', '.join(map(str, columns))}. Name the right one with "
                f"{'text' if column == text else 'id'}=…"
                + ("" if column == text else ", or number the rows with id=None.")
            )
    if frame.empty:
        raise LoadError("The table has no rows; there is nothing to make a corpus of.")
    raws = []
    for number, record in enumerate(frame.to_dict("records")):
        given = f"row-{number + 1}" if id is None else record.pop(id)
        body = record.pop(text)
        if pd.isna(given) or not str(given).strip():
            raise LoadError(f"Row {number} has no id in column {id!r}; fill it in.")
        if not isinstance(body, str) or not body.strip():
            raise LoadError(
                f"Row {number} ({given!r}) has no text in column {text!r}; drop the row."
            )
        metadata = tidy_metadata({"doc_id": str(given), **{str(k): v for k, v in record.items()}})
        place = Path(f"row {number}")
        raws.append(RawDocument(place, str(given), split_paragraphs(body), metadata, []))
    documents = finish_documents(raws)
    warn_of_dates(documents)
    warn_of_names(documents)
    return Corpus(documents, name="table")
