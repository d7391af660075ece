"""Which coded sentence a found row belongs to, even where sentences were cut differently."""

from collections.abc import Iterable

import pandas as pd

from summit_analysis.coding.coded_sheets import Coded, Key
from summit_analysis.errors import SheetError


def place_rows(
    rows: pd.DataFrame, coded: Coded, keys: Iterable[Key]
) -> tuple[list[Key | None], int]:
    """Find the coded sentence of each row.

    A row keeps its number where the sheet's sentence of that number holds the row's match, or
    where the sheet has no text; otherwise the nearest sentence of the document that holds it, or
    that its quotation holds, is taken.

    Args:
        rows: found rows, with `doc_id`, `sentence` and best also `match` and `quote`.
        coded: the sheet.
        keys: the sentences that were coded.

    Returns:
        Per row the document and sentence number in the sheet, or none where the document or the
        sentence was not coded; and how many rows moved.

    Raises:
        SheetError: a column is missing, no document of the sheet is among the rows, or a sentence
            is not in the sheet.
    """
    missing = {"doc_id", "sentence"} - set(rows.columns)
    if missing:
        raise SheetError(f"The predicted frame has no column {sorted(missing)[0]!r}.")
    wanted = set(keys)
    last: dict[str, int] = {}
    for doc_id, number in [*wanted, *coded.texts]:
        last[doc_id] = max(last.get(doc_id, 0), number)
    if len(rows) and not set(rows["doc_id"]) & set(last):
        theirs = ", ".join(sorted(set(rows["doc_id"]))[:3])
        raise SheetError(
            f"None of the documents of {coded.name} is among the predicted ones: it has "
            f"{', '.join(sorted(last)[:3])} …, they are {theirs} …"
        )
    matches = rows["match"] if "match" in rows else [""] * len(rows)
    quotes = rows["quote"] if "quote" in rows else [""] * len(rows)
    placed: list[Key | None] = []
    moved = 0
    for doc_id, number, match, quote in zip(
        rows["doc_id"], rows["sentence"], matches, quotes, strict=True
    ):
        key: Key | None = (str(doc_id), int(number))
        if doc_id not in last:
            key = None
        elif not _holds(coded, (str(doc_id), int(number)), match, quote):
            key = _nearest(coded, str(doc_id), int(number), match, quote, last[doc_id])
            moved += 1
        placed.append(key if key in wanted else None)
    return placed, moved


def _holds(coded: Coded, key: Key, match: str, quote: str) -> bool:
    text = coded.texts.get(key)
    if text is None:
        return not any(doc_id == key[0] for doc_id, _ in coded.texts) and bool(
            key in coded.topics or key in coded.acts
        )
    return not quote or text == quote or (match in text and text in quote)


def _nearest(coded: Coded, doc_id: str, number: int, match: str, quote: str, last: int) -> Key:
    by_distance = sorted(range(last + 1), key=lambda other: (abs(other - number), other))
    for other in by_distance:
        text = coded.texts.get((doc_id, other))
        if text and match in text and (text in quote or quote in text):
            return doc_id, other
    raise SheetError(
        f"{coded.name}: document {doc_id!r} has no sentence {number} that holds "
        f"{match or quote!r:.80}. "
        "Was the sheet made of another version of the text?"
    )
