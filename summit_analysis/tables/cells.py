"""How a value, a column's heading and a quotation are written in a table or a CSV."""

import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

import pandas as pd

from summit_analysis.errors import SummitAnalysisError
from summit_analysis.lexicons import topic_label
from summit_analysis.spreadsheets import disarm

HEADINGS = {
    "doc_id": "Document",
    "rate": "per 1,000",
    "rate_target": "target per 1,000",
    "rate_reference": "reference per 1,000",
    "count_target": "target count",
    "count_reference": "reference count",
    "documents_target": "target documents",
    "documents_reference": "reference documents",
    "p_adjusted": "p, adjusted",
    "lrc": "LRC",
    "g2": "G²",
    "dp": "DP",
    "dp_norm": "DPnorm",
    "dkl": "DKL",
    "log_dice": "logDice",
    "mattr": "MATTR",
    "mi": "MI",
    "mtld": "MTLD",
    "p_frame": "p-frame",
    "source_url": "Source",
}

# How a citation goes on after its document.
PARAGRAPH = ", para. "

Format = str | Callable[[Any], str]


class Part(NamedTuple):
    """A stretch of a cell's text, marked when it is the match in a quotation."""

    text: str
    marked: bool = False


def heading(name: object) -> str:
    """Write a column's name as people read it.

    Example:
        >>> heading("doc_id"), heading("first_date"), heading("rate")
        ('Document', 'First date', 'Per 1,000')
    """
    if str(name).endswith("_b"):
        return f"{heading(str(name)[:-2])}, other side"
    text = HEADINGS.get(str(name), str(name).replace("_", " "))
    return text if text[:2] in ("p,", "p-") or text == "p" else text[:1].upper() + text[1:]


def is_number(column: pd.Series) -> bool:
    """Tell whether a column holds numbers (truth values are not numbers here)."""
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def written(column: pd.Series, *, form: Format | None = None) -> list[str]:
    """Write a column's values, numbers with the same decimals all the way down.

    Whole numbers get thousands separators; shares per cent; p-values three decimals or "<.001";
    other numbers as many decimals as leave two or three that mean something. Dates are ISO, a
    missing value is a dash, a list is joined with commas.

    Args:
        column: the values; its name matters for shares and p-values.
        form: a format string (`"{:.1f}"`) or a function, instead of the rules above.

    Raises:
        SummitAnalysisError: the format does not fit a value.

    Example:
        >>> written(pd.Series([1234, 7]))
        ['1,234', '7']
        >>> written(pd.Series([0.0004, 0.04], name="p"))
        ['<.001', '.040']
    """
    if form is not None:
        write = form.format if isinstance(form, str) else form
    elif is_number(column):
        write = _number_writer(column)
    elif column.name == "topic":
        write = topic_label
    else:
        write = plain
    try:
        return ["–" if _is_missing(value) else write(value) for value in column]
    except (ValueError, TypeError, IndexError, KeyError) as error:
        if form is None:
            raise
        raise SummitAnalysisError(
            f"The format for column {column.name!r} does not fit its values: {error}."
        ) from error


def ibid(citations: Sequence[str], documents: Sequence[str]) -> list[str]:
    """Shorten each citation of the document that the one before cites, as footnotes do.

    Args:
        citations: as `cite` writes them.
        documents: per citation, the id of its document: two can read alike.

    Example:
        >>> ibid(["Japan, 1 May 2031, para. 1", "Japan, 1 May 2031, para. 3"], ["a", "a"])
        ['Japan, 1 May 2031, para. 1', 'Ibid., para. 3']
    """
    before = [None, *documents]
    return [
        f"Ibid.{PARAGRAPH}{citation.rpartition(PARAGRAPH)[2]}"
        if document == last and PARAGRAPH in citation
        else citation
        for citation, document, last in zip(citations, documents, before, strict=False)
    ]


def plain(value: Any) -> str:
    """Write one value that is not a number in a column of numbers.

    Example:
        >>> plain(pd.Timestamp("2022-01-21")), plain(["a", "b"]), plain(True)
        ('2022-01-21', 'a, b', 'yes')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        whole_day = value.time() == time()
        return value.date().isoformat() if whole_day else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return ", ".join(plain(item) for item in items)
    if isinstance(value, float):
        return f"{value:.4g}"
    return str(value)


def marked(quote: str, match: str, *, at: int | None = None) -> list[Part]:
    """Cut a quotation into parts, the matched words marked.

    Args:
        quote: the sentence.
        match: the words that were found in it.
        at: where in the quotation the match begins; without it every place where the same words
            stand as whole words is marked.

    Example:
        >>> [part.text for part in marked("They met. They left.", "They", at=10) if part.marked]
        ['They']
        >>> marked("No such words.", "absent")
        [Part(text='No such words.', marked=False)]
    """
    if not match:
        return [Part(quote)]
    if at is not None and quote[at : at + len(match)] == match:
        spans = [(at, at + len(match))]
    else:
        whole = rf"(?<!\w){re.escape(match)}(?!\w)"
        spans = [found.span() for found in re.finditer(whole, quote)]
    parts, done = [], 0
    for start, end in spans:
        parts += [Part(quote[done:start]), Part(quote[start:end], True)]
        done = end
    parts.append(Part(quote[done:]))
    return [part for part in parts if part.text]


def safe_for_csv(value: Any) -> Any:
    """Make a value safe for a spreadsheet: text that begins like a formula gets a leading '.

    Example:
        >>> safe_for_csv("=HYPERLINK(1)"), safe_for_csv("Taiwan"), safe_for_csv(-2)
        ("'=HYPERLINK(1)", 'Taiwan', -2)
    """
    return disarm(plain(value) if isinstance(value, (list, tuple, set, frozenset)) else value)


def _is_missing(value: Any) -> bool:
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def _number_writer(column: pd.Series) -> Callable[[Any], str]:
    name = str(column.name)
    if name == "p" or name.startswith("p_"):
        return _p_value
    if name == "share" or name.startswith("share_"):
        return lambda value: f"{100 * value:.1f} %"
    if pd.api.types.is_integer_dtype(column):
        return lambda value: f"{value:,}".replace("-", "−")
    finite = [abs(float(value)) for value in column.dropna() if math.isfinite(value)]
    largest = max(finite, default=0)
    if not name.startswith("rate") and all(value.is_integer() for value in finite):
        decimals = 0
    else:
        decimals = 1 if largest >= 100 else 2 if largest >= 1 else 3
    return lambda value: f"{value:,.{decimals}f}".replace("-", "−")


def _p_value(value: float) -> str:
    return "<.001" if value < 0.001 else f"{value:.3f}".removeprefix("0")
