"""Small parts of sentences: lists, days, numbers in words."""

from collections.abc import Sequence

import pandas as pd

LONGEST_QUOTE = 160


def listed(items: Sequence[str], *, most: int = 5) -> str:
    """Write a list as prose; an empty one is an empty string.

    Args:
        items: what to list.
        most: how many to name before only counting the rest.

    Example:
        >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], most=2), listed([])
        ('a, b and c', 'a, b and 1 more', '')
    """
    shown = [str(item) for item in items[:most]]
    if len(items) > most:
        shown.append(f"{len(items) - most:,} more")
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def runs_of(frame: pd.DataFrame) -> str:
    """Say the fewest words of a run or phrase; nothing where the frame has lost its attributes."""
    words = frame.attrs.get("min_words")
    return f" of {in_words(words)} words or more" if words else ""


def in_words(number: int) -> str:
    """Write a whole number as a word up to twelve."""
    small = "two three four five six seven eight nine ten eleven twelve".split()
    return small[number - 2] if 2 <= number <= 12 else f"{number:,}"


def day_of(stamp: pd.Timestamp) -> str:
    """Write a day: 3 May 2031."""
    return f"{stamp.day} {stamp:%B %Y}"


def some(count: int) -> str:
    """Begin a sentence with a number: None, One, 12."""
    return {0: "None", 1: "One"}.get(count, f"{count:,}")


def by_number(column: pd.Series) -> pd.Series:
    """Count values, the commonest first and ties by name."""
    return column.value_counts().sort_index().sort_values(ascending=False, kind="stable")


def reason_for(frame: pd.DataFrame, otherwise: str) -> str:
    """Take an empty result's own words for why it is empty."""
    notes = frame.attrs.get("notes") or [otherwise]
    return str(notes[0])
