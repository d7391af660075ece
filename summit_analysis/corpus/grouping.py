"""What groups documents: a metadata column, or a part of the date."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from summit_analysis.errors import CorpusError

if TYPE_CHECKING:
    from summit_analysis.corpus.corpora import Corpus

NOT_KNOWN = "(not known)"
DATE_PARTS: dict[str, Callable[[datetime.date], str]] = {
    "year": lambda date: f"{date.year}",
    "quarter": lambda date: f"{date.year}-Q{(date.month + 2) // 3}",
    "month": lambda date: f"{date.year}-{date.month:02}",
}


def labels(corpus: "Corpus", by: str) -> list[str]:
    """Return each document's value of a column, as text.

    Args:
        corpus: the documents.
        by: `doc_id`, a metadata column, or `year`, `quarter`, `month` of the date.

    Returns:
        A label a document; `(not known)` where the document has none.

    Raises:
        CorpusError: no document has such a column; the message names those there are.

    Example:
        >>> from summit_analysis.corpus import load
        >>> labels(load(), "year")
        ['2022']
    """
    if by == "doc_id":
        return [document.doc_id for document in corpus]
    columns = {name for document in corpus for name in document.metadata}
    if by in columns:
        values = [document.metadata.get(by) for document in corpus]
        return [NOT_KNOWN if value is None or value == "" else str(value) for value in values]
    if by in DATE_PARTS:
        dates = [document.metadata.get("date") for document in corpus]
        return [DATE_PARTS[by](date) if date else NOT_KNOWN for date in dates]
    known = ", ".join(sorted(columns | set(DATE_PARTS) | {"doc_id"}))
    raise CorpusError(f"No document has a column {by!r}. There are: {known}.")
