"""What every result frame has in common: a title, notes, and one total order."""

from collections.abc import Iterable, Sequence

import pandas as pd


def finish(
    frame: pd.DataFrame,
    *,
    title: str,
    notes: Iterable[str] = (),
    order: Sequence[str] = (),
    descending: Sequence[str] = (),
) -> pd.DataFrame:
    """Order a result frame totally and give it its title and notes.

    Args:
        frame: the result; it is not changed.
        title: what the frame shows, as a caption.
        notes: what a reader must know to trust it: token base, what was dropped, tests run.
        order: columns to sort by, the last ones breaking ties.
        descending: those of `order` that run from high to low.

    Returns:
        A new frame numbered from 0, with `attrs["title"]` and `attrs["notes"]`. An empty frame
        always has a note, because a silent empty table is a defect.

    Example:
        >>> numbers = pd.DataFrame({"n": [1, 2]})
        >>> done = finish(numbers, title="Numbers", order=["n"], descending=["n"])
        >>> done["n"].tolist(), done.attrs["title"]
        ([2, 1], 'Numbers')
    """
    if order:
        ascending = [column not in descending for column in order]
        frame = frame.sort_values(list(order), ascending=ascending, kind="stable")
    frame = frame.reset_index(drop=True)
    found = list(notes)
    if frame.empty and not found:
        found = ["No match found in this text."]
    frame.attrs = {"title": title, "notes": found}
    return frame


def notes_of(frame: pd.DataFrame) -> list[str]:
    """Return the notes that travel with a frame, or an empty list when they were lost."""
    return list(frame.attrs.get("notes", ()))
