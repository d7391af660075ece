"""A formula's history as a redline: what each text put in and left out."""

import pandas as pd

from summit_analysis.across.differing import Piece, differences
from summit_analysis.arguments import check_frame
from summit_analysis.plots.view import View

NEEDED = ("doc_id", "date", "issuer", "wording", "before", "compared_with")
HOW_TO_READ = (
    "Words put in are underlined after a plus sign, words left out are struck through after a "
    "minus sign; each text is compared with the one named above it."
)


def redline(occurrences: pd.DataFrame, *, rows: int = 25, caption: str | None = None) -> View:
    """Show what each text changed in a formula, against the one before.

    Args:
        occurrences: what `history` returns, or some rows of it.
        rows: how many occurrences to show at most.
        caption: instead of the frame's own title.

    Returns:
        A `View`, which shows itself in a notebook and has `.save(path)`.

    Raises:
        SummitAnalysisError: the frame is no history.

    Example:
        >>> import datetime
        >>> from summit_analysis import Corpus, Document, history
        >>> words = ["peace", "lasting peace"]
        >>> corpus = Corpus([
        ...     Document(f"t{n}", f"They want {text} across the Strait.",
        ...              {"date": datetime.date(2031, 4, n)}) for n, text in enumerate(words, 1)])
        >>> print(redline(history(corpus, "peace across the Strait")).text)
        2031-04-01, t1 (first)
        They want peace across the Strait.
        <BLANKLINE>
        2031-04-02, t2, against t1
        They want [+lasting+] peace across the Strait.
    """
    check_frame(occurrences, NEEDED, call="redline", maker="history")
    shown = occurrences.head(rows)
    records = shown.to_dict("records")
    entries = [{"source": _source(row), "pieces": _pieces(row)} for row in records]
    notes = [str(note) for note in occurrences.attrs.get("notes", ())]
    if len(occurrences) > rows:
        notes.insert(0, f"Showing {rows:,} of {len(occurrences):,} occurrences.")
    if entries:
        notes.append(HOW_TO_READ)
    text = "\n\n".join(f"{_source(row)}\n{_plain(_pieces(row))}" for row in records)
    title = caption or str(occurrences.attrs.get("title", ""))
    return View("redline.html.j2", title, {"entries": entries}, text, occurrences, tuple(notes))


def _source(row: dict) -> str:
    date = "no date" if pd.isna(row["date"]) else f"{row['date']:%Y-%m-%d}"
    parts = [date, *([row["issuer"]] if row["issuer"] else []), row["doc_id"]]
    if row["compared_with"]:
        return ", ".join([*parts, f"against {row['compared_with']}"])
    return ", ".join(parts) + (" (first)" if date != "no date" else " (not compared)")


def _pieces(row: dict) -> list[Piece]:
    if row["compared_with"]:
        return differences(row["before"], row["wording"])
    return [Piece("same", row["wording"], row["wording"], row["wording"])]


def _plain(pieces: list[Piece]) -> str:
    parts = []
    for piece in pieces:
        if piece.struck:
            parts.append(f"[-{piece.struck}-]")
        marks = {"removed": ("[-", "-]"), "same": ("", "")}.get(piece.kind, ("[+", "+]"))
        parts.append(f"{marks[0]}{piece.shown}{marks[1]}")
    return " ".join(parts)
