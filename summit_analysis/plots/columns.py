"""Which columns a figure of documents has: a document each, or of many documents their groups."""

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import groups
from summit_analysis.errors import CorpusError
from summit_analysis.shortening import shortened

MOST_COLUMNS = 40
LONGEST_LABEL = 28
# What many documents are put together by: the first that leaves few enough columns.
BROADER = ("issuer", "year", "decade")


def column_of(corpus: Corpus, by: str | None) -> str | None:
    """Choose by what a figure's columns stand for.

    Args:
        corpus: the texts.
        by: a metadata column or part of the date; none for a column a document, or, of more than
            40 documents, the first of issuer, year and decade that makes 2 to 40 columns.

    Returns:
        The name to group by; none for a column a document.

    Raises:
        CorpusError: there would be more than 40 columns, or there is no such column.

    Example:
        >>> from summit_analysis.corpus import load
        >>> column_of(load(), None), column_of(load(), "year")
        (None, 'year')
    """
    if by is None and len(corpus) > MOST_COLUMNS:
        known = {name for document in corpus for name in document.metadata}
        there = [name for name in BROADER if (name if name == "issuer" else "date") in known]
        sizes = {name: len(groups(corpus, name)[0]) for name in there}
        by = next((name for name, size in sizes.items() if 2 <= size <= MOST_COLUMNS), "doc_id")
    number = len(corpus) if by is None else len(groups(corpus, by)[0])
    if number > MOST_COLUMNS:
        raise CorpusError(
            f'{number:,} columns are too many to read; give by="year" or another column '
            f"with at most {MOST_COLUMNS} values."
        )
    return by


def document_label(corpus: Corpus, doc_id: str) -> str:
    """Name a document briefly: its date and issuer, or else its id.

    Example:
        >>> from summit_analysis.corpus import load
        >>> document_label(load(), load().documents[0].doc_id)
        '2022-01-21 Japan'
    """
    metadata = corpus[doc_id].metadata
    issuer = str(metadata.get("issuer") or "").split(" (")[0]  # the office in brackets can go
    text = " ".join(str(part) for part in (metadata.get("date"), issuer) if part) or doc_id
    return shortened(text, LONGEST_LABEL)
