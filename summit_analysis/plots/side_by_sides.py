"""Two accounts side by side, with a cell for what one of them has not."""

import pandas as pd

from summit_analysis.across.differing import differences, printed
from summit_analysis.across.two_texts.accounts import NO_MATCH
from summit_analysis.arguments import check_frame
from summit_analysis.plots.view import View
from summit_analysis.tables.cells import Part

SHORTEST_MARKED = 4
NEEDED = ("pair", "doc_id", "doc_id_b", "match", "match_b", "score")


def side_by_side(
    accounts: pd.DataFrame, *, names: tuple[str, str] | None = None, caption: str | None = None
) -> View:
    """Show two accounts in two columns, matched sentences on one line.

    Args:
        accounts: what `two_accounts` returns, or some rows of it.
        names: what to call the two sides (default: the documents' ids).
        caption: instead of the frame's own title.

    Returns:
        A `View`, a table for each pair of documents. Words that both sentences have in a run of
        four or more are bold and underlined. A sentence without a counterpart faces “No match found
        in this text”.

    Raises:
        SummitAnalysisError: the frame is not what `two_accounts` returns.

    Example:
        >>> from summit_analysis import Document, two_accounts
        >>> a = Document("a", "They discussed fair trade. They raised whales.")
        >>> b = Document("b", "We discussed free and fair trade.")
        >>> print(side_by_side(two_accounts(a, b)).text)
        They discussed fair trade. | We discussed free and fair trade. | 0.75
        They raised whales. | No match found in this text |
    """
    check_frame(accounts, NEEDED, call="side_by_side", maker="two_accounts")
    sections, lines = [], []
    for _, group in accounts.groupby("pair", sort=False):
        rows = [_row(row) for row in group.to_dict("records")]
        headings = names or (group["doc_id"].iloc[0], group["doc_id_b"].iloc[0])
        sections.append({"heading": headings[0], "heading_b": headings[1], "rows": rows})
        for row in rows:
            cells = ["".join(part.text for part in row[side]) or NO_MATCH for side in SIDES]
            lines.append(" | ".join([*cells, row["score"]]).rstrip())
    notes = [str(note) for note in accounts.attrs.get("notes", ())]
    if lines:
        notes.append(
            f"Bold, underlined: {SHORTEST_MARKED} words or more that stand in both sentences."
        )
    return View(
        "side_by_side.html.j2",
        caption or str(accounts.attrs.get("title", "Two accounts side by side")),
        {"sections": sections, "no_match": NO_MATCH},
        "\n".join(lines),
        accounts,
        tuple(notes),
    )


SIDES = ("cell", "cell_b")


def _row(row: dict) -> dict:
    ours, theirs = row["match"], row["match_b"]
    both = isinstance(ours, str) and isinstance(theirs, str)
    runs = _same_runs(ours, theirs) if both else []
    cells = {
        side: _marked(text, [run[place] for run in runs]) if isinstance(text, str) else []
        for place, (side, text) in enumerate(zip(SIDES, (ours, theirs), strict=True))
    }
    return {**cells, "score": f"{row['score']:.2f}" if both else ""}


def _same_runs(ours: str, theirs: str) -> list[tuple[str, str]]:
    return [
        (piece.before, piece.after)
        for piece in differences(ours, theirs)
        if piece.kind == "same" and len(printed(piece.after).words) >= SHORTEST_MARKED
    ]


def _marked(text: str, runs: list[str]) -> list[Part]:
    """Mark stretches of a text, given in the order in which they stand in it."""
    parts, done = [], 0
    for run in runs:
        start = text.index(run, done)
        parts += [Part(text[done:start]), Part(run, True)]
        done = start + len(run)
    parts.append(Part(text[done:]))
    return [part for part in parts if part.text]
