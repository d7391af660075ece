"""The order of a series: by date, then as loaded; what has no date comes last."""

from typing import NamedTuple

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.plurals import counted, is_are


class Order(NamedTuple):
    """A series in order.

    Attributes:
        place: the places of the documents in the corpus, earliest first, undated ones last.
        day: per document, the number of its day; -1 where there is no date.
        notes: what a reader must know about it.
    """

    place: np.ndarray
    day: np.ndarray
    notes: list[str]


def dated_order(corpus: Corpus) -> Order:
    """Put the documents of a corpus in the order of their dates.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> order = dated_order(Corpus([Document("a", "We met."), Document("b", "We left.")]))
        >>> order.place.tolist(), order.notes
        ([0, 1], ['No document has a date, so that nothing can be put in order of time.'])
    """
    dates = [document.metadata.get("date") for document in corpus]
    day = np.array([date.toordinal() if date else -1 for date in dates], dtype=np.int64)
    place = np.lexsort((np.arange(len(day)), day, day < 0))
    undated = [document.doc_id for document, n in zip(corpus, day, strict=True) if n < 0]
    notes = []
    if undated and len(undated) == len(corpus):
        notes.append("No document has a date, so that nothing can be put in order of time.")
    elif undated:
        more = f" and {len(undated) - 5} more" if len(undated) > 5 else ""
        notes.append(
            f"Without a date, and so not compared in time: {', '.join(undated[:5])}{more}."
        )
    guessed = sum(
        "date" in str(d.metadata.get("inferred", "")).split("; ") and bool(d.metadata.get("date"))
        for d in corpus
    )
    if guessed:
        whose = f"The date{'s' * (guessed > 1)} of {counted(guessed, 'document')}"
        notes.append(f"{whose} {is_are(guessed)} inferred from the text or the name.")
    return Order(place, day, notes)
