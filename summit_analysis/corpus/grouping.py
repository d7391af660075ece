"""What groups documents: a metadata column, or a part of the date, and conditions on them."""

import datetime
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

import numpy as np

from summit_analysis.errors import CorpusError

if TYPE_CHECKING:
    from summit_analysis.corpus.corpora import Corpus

NOT_KNOWN = "(not known)"
DATE_PARTS: dict[str, Callable[[datetime.date], str]] = {
    "decade": lambda date: f"{date.year // 10}0s",
    "year": lambda date: f"{date.year}",
    "quarter": lambda date: f"{date.year}-Q{(date.month + 2) // 3}",
    "month": lambda date: f"{date.year}-{date.month:02}",
}

PERIODS = tuple(DATE_PARTS)


def labels(corpus: "Corpus", by: str, *, beside: Collection[str] = ()) -> list[str]:
    """Return each document's value of a column, as text.

    Args:
        corpus: the documents.
        by: `doc_id`, a metadata column, or `decade`, `year`, `quarter`, `month` of the date.
        beside: the columns that the caller's result has beside this one.

    Returns:
        A label a document; `(not known)` where the document has none.

    Raises:
        CorpusError: no document has such a column (the message names those there are), or the
            result has one of that name already.

    Example:
        >>> from summit_analysis.corpus import load
        >>> labels(load(), "year")
        ['2022']
    """
    if not isinstance(by, str):
        raise CorpusError(f"by={by!r}: name one column, as text.")
    if by in beside:
        raise CorpusError(
            f"by={by!r}: the result has a column of that name for what it counts. Call the column "
            f"of the metadata something else, such as {'my_' + by!r}, and load again."
        )
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


def groups(
    corpus: "Corpus", by: str | None, *, beside: Collection[str] = ()
) -> tuple[list[str], np.ndarray]:
    """Number the groups that a column makes of the documents.

    Args:
        corpus: the documents.
        by: as for `labels`; none puts all documents into one group, `all`.
        beside: as for `labels`.

    Returns:
        The groups' names in order (`label_order`), and per document the number of its group.

    Raises:
        CorpusError: as for `labels`.

    Example:
        >>> from summit_analysis.corpus import load
        >>> groups(load(), "year")
        (['2022'], array([0]))
    """
    found = ["all"] * len(corpus) if by is None else labels(corpus, by, beside=beside)
    names = sorted(set(found), key=label_order)
    number = {name: place for place, name in enumerate(names)}
    return names, np.array([number[label] for label in found], dtype=np.int64)


def label_order(label: str) -> tuple[bool, bool, int, str]:
    """Sort key of labels: whole numbers by size, then text, and what is not known last.

    Example:
        >>> sorted(["10", "b", "(not known)", "9"], key=label_order)
        ['9', '10', 'b', '(not known)']
    """
    number = label.isdecimal()
    return label == NOT_KNOWN, not number, int(label) if number else 0, label


def matches(value: str, wanted: Any) -> bool:
    """Say whether a label is what was wanted: a value, one of several, or what a function accepts.

    Example:
        >>> matches("2022", 2022), matches("2022", ["2021", "2022"]), matches("2022", str.isalpha)
        (True, True, False)
    """
    if callable(wanted):
        return bool(wanted(value))
    if isinstance(wanted, (list, tuple, set, frozenset)):
        return value in {_label(item) for item in wanted}
    return value == _label(wanted)


def describe(conditions: dict[str, Any]) -> str:
    """Say what was asked for, the same in every run (a function's repr is not)."""
    return ", ".join(f"{column} {told(wanted)}" for column, wanted in conditions.items())


def told(wanted: Any) -> str:
    """Say one condition in words."""
    if callable(wanted):
        return "chosen by a function"
    if isinstance(wanted, (list, tuple, set, frozenset)):
        return " or ".join(sorted(map(_label, wanted)))
    return _label(wanted)


def _label(wanted: Any) -> str:
    if wanted is None:
        return NOT_KNOWN
    return str(wanted.date() if isinstance(wanted, datetime.datetime) else wanted)
