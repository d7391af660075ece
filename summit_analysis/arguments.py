"""Checks of what a caller gives, so that a mistake is named before it becomes a wrong result."""

from collections.abc import Collection, Iterable
from math import inf
from numbers import Integral, Real
from typing import Any

import pandas as pd

from summit_analysis.errors import CorpusError, SummitAnalysisError


def check_whole(name: str, value: Any, *, least: int = 0, most: int | None = None) -> None:
    """Refuse what is no whole number within bounds.

    Args:
        name: what the caller calls it.
        value: what was given.
        least: the smallest number allowed.
        most: the largest (none: no bound).

    Raises:
        CorpusError: the message names the value and what is allowed.

    Example:
        >>> check_whole("n", 0, least=1, most=12)
        Traceback (most recent call last):
        ...
        summit_analysis.errors.CorpusError: n=0: give a whole number from 1 to 12.
    """
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if whole and value >= least and (most is None or value <= most):
        return
    upwards = f"from {least:,} to {most:,}" if most is not None else f"of {least:,} or more"
    raise CorpusError(f"{name}={value!r}: give a whole number {upwards}.")


def check_number(
    name: str, value: Any, *, least: float = -inf, most: float = inf, over: bool = False
) -> None:
    """Refuse what is no real number within bounds; one of NumPy's is as good as Python's.

    Args:
        name: what the caller calls it.
        value: what was given.
        least: the smallest number allowed.
        most: the largest.
        over: whether it must be more than `least`, and finite.

    Raises:
        CorpusError: the message names the value and what is allowed.

    Example:
        >>> check_number("least", 2, least=0, most=1)
        Traceback (most recent call last):
        ...
        summit_analysis.errors.CorpusError: least=2: give a number from 0 to 1.
    """
    real = isinstance(value, Real) and not isinstance(value, bool)
    if real and least <= value <= most and not (over and value in (least, inf)):
        return
    bounds = "" if most == inf else f" from {least:g} to {most:g}"
    raise CorpusError(f"{name}={value!r}: give a number{f' over {least:g}' if over else bounds}.")


def check_choice(
    name: str,
    value: Any,
    choices: Collection[str],
    *,
    error: type[SummitAnalysisError] = CorpusError,
) -> None:
    """Refuse what is not among a few words.

    Args:
        name: what the caller calls it.
        value: what was given.
        choices: the words.
        error: what to raise.

    Example:
        >>> check_choice("sort", "Left", ("document", "left", "right"))
        Traceback (most recent call last):
        ...
        summit_analysis.errors.CorpusError: sort='Left': give 'document', 'left' or 'right'.
    """
    if isinstance(value, str) and value in choices:
        return
    *first, last = map(repr, choices)
    raise error(f"{name}={value!r}: give {', '.join(first)} or {last}.")


def texts_of(name: str, value: Any) -> list[str]:
    """Return one text or several as a list without repetitions.

    Args:
        name: what the caller calls it.
        value: what was given.

    Raises:
        CorpusError: it is neither a text nor a list of texts.

    Example:
        >>> texts_of("terms", "leaders"), texts_of("terms", ["a", "b", "a"])
        (['leaders'], ['a', 'b'])
    """
    given = [value] if isinstance(value, str) else value
    # A frame would yield the names of its columns.
    if isinstance(given, Iterable) and not isinstance(given, pd.DataFrame):
        texts = list(given)
        other = [type(text).__name__ for text in texts if not isinstance(text, str)]
        if not other:
            return list(dict.fromkeys(texts))
        raise CorpusError(f"{name}: give a text or a list of texts; this one holds {other[0]}.")
    raise CorpusError(f"{name}: give a text or a list of texts, not {type(value).__name__}.")


def check_frame(frame: Any, columns: Iterable[str], *, call: str, maker: str) -> None:
    """Refuse what is no result of the function that is meant.

    Args:
        frame: what was given.
        columns: those that are needed.
        call: the function that was called.
        maker: the function whose result it takes.

    Raises:
        SummitAnalysisError: it is no frame, or lacks a column.

    Example:
        >>> check_frame(pd.DataFrame({"a": [1]}), ["lrc"], call="key_terms", maker="keyness")
        Traceback (most recent call last):
        ...
        summit_analysis.errors.SummitAnalysisError: key_terms() takes what keyness() returns; ...
    """
    if not isinstance(frame, pd.DataFrame):
        raise SummitAnalysisError(
            f"{call}() takes what {maker}() returns, a data frame, not {type(frame).__name__}."
        )
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        raise SummitAnalysisError(
            f"{call}() takes what {maker}() returns; this frame has no column {', '.join(missing)}."
        )
