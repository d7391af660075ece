"""Which columns of a frame a table shows, in what order, and how each cell is dressed."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from summit_analysis.tables.cells import Part, is_number, marked

# Where a match stands is needed to check it, and stays in the CSV; a reader wants the sentence.
PLACES = ("start", "end", "quote_start", "start_b", "end_b")


class Column(NamedTuple):
    """A column's heading and CSS class."""

    heading: str
    css: str


class Cell(NamedTuple):
    """A cell's text, in parts, and its CSS class."""

    parts: list[Part]
    css: str


def visible_columns(frame: pd.DataFrame, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """Choose and order the columns to show.

    Args:
        frame: any frame; an index that says something becomes columns.
        columns: which to show; none for all but the places of matches. A concordance has its
            matches between their contexts, and no sentence beside them.

    Example:
        >>> frame = pd.DataFrame({"match": ["b"], "start": [2], "left": ["a"], "right": ["c"]})
        >>> visible_columns(frame).columns.tolist()
        ['left', 'match', 'right']
    """
    frame = with_index(frame)
    if columns is not None:
        return frame[list(columns)]
    names = set(frame.columns)
    hidden = {name for name in PLACES if name in names and "match" in names}
    if {"left", "match", "right"} <= names:
        hidden |= {"quote"}
    elif {"quote", "match"} <= names:
        hidden |= {"match"}
    if {"quote_b", "match_b"} <= names:
        hidden |= {"match_b"}
    order = [name for name in frame.columns if name not in hidden]
    if {"left", "match", "right"} <= names:
        context = ["left", "match", "right"]
        order = [name for name in order if name not in context] + context
    return frame[order]


def parts_of(frame: pd.DataFrame, name: str, text: str, row: int) -> list[Part]:
    """Cut a cell's text into parts: in a quotation the match is marked.

    Example:
        >>> frame = pd.DataFrame({"quote": ["They met."], "match": ["met"]})
        >>> [part.text for part in parts_of(frame, "quote", "They met.", 0) if part.marked]
        ['met']
    """
    end = "_b" if name.endswith("_b") else ""  # the other side of a comparison
    if name != f"quote{end}" or f"match{end}" not in frame.columns:
        return [Part(text)]
    record = frame.iloc[row]
    match = record[f"match{end}"] if isinstance(record[f"match{end}"], str) else ""
    known = not end and "quote_start" in frame.columns
    at = int(record["quote_start"]) if known else None
    return marked(text, match, at=at)


def with_index(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn an index that says something into columns.

    Example:
        >>> with_index(pd.DataFrame({"n": [1]}, index=pd.Index(["a"], name="k"))).columns.tolist()
        ['k', 'n']
    """
    return frame.reset_index() if any(frame.index.names) else frame


def css_class(name: str, column: pd.Series) -> str:
    """Name the style of a column by what it holds.

    Example:
        >>> css_class("count", pd.Series([1])), css_class("quote", pd.Series(["They met."]))
        ('sa-number', 'sa-quote')
    """
    if name == "quote_b":
        return "sa-quote"
    if name in ("quote", "left", "match", "right"):
        return f"sa-{name}"
    if name in ("doc_id", "citation"):
        return "sa-source"
    if is_number(column):
        return "sa-number"
    if pd.api.types.is_datetime64_any_dtype(column):
        return "sa-short"
    longest = max((len(str(value)) for value in column), default=0)
    return "sa-short" if longest <= 16 else "sa-text" if longest <= 90 else "sa-quote"
