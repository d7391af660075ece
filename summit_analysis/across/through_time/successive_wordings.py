"""Each occurrence of a formula against the one before it."""

from collections.abc import Sequence

import pandas as pd

from summit_analysis.across.differing import Piece, differences, printed
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import labels
from summit_analysis.lexicons import stop_words
from summit_analysis.terms.stems import stem


def compared(frame: pd.DataFrame, series: list[str]) -> pd.DataFrame:
    """Compare each occurrence with the latest of its series in a document before."""
    latest: dict[str, tuple[str, str]] = {}
    waiting: dict[str, tuple[str, str]] = {}
    seen: set[str] = set()
    seen_new: set[str] = set()
    rows: list[dict[str, object]] = []
    stopped = stop_words("english")
    document = ""
    for number, row in enumerate(frame.to_dict("records")):
        if row["doc_id"] != document:
            latest |= waiting
            seen |= seen_new
            waiting, document = {}, row["doc_id"]
        words = {stem(word): word for word in printed(row["wording"]).words[::-1]}
        words = {family: word for family, word in words.items() if word not in stopped}
        dated = not pd.isna(row["date"])
        source, before = latest.get(series[number], ("", "")) if dated else ("", "")
        pieces = differences(before, row["wording"]) if source else []
        fresh = dated and bool(seen)
        first = sorted(word for family, word in words.items() if fresh and family not in seen)
        rows.append(
            {"compared_with": source, "before": before, **_lists(pieces), "first_use": first}
        )
        if dated:
            waiting[series[number]] = (document, row["wording"])
            seen_new |= words.keys()
    columns = ["compared_with", "before", "added", "removed", "changed", "first_use"]
    return pd.concat([frame, pd.DataFrame(rows, columns=columns)], axis=1)


def _lists(pieces: list[Piece]) -> dict[str, list[str]]:
    return {
        "added": [piece.after for piece in pieces if piece.kind == "added"],
        "removed": [piece.before for piece in pieces if piece.kind == "removed"],
        "changed": [f"{p.before} → {p.after}" for p in pieces if p.kind == "changed"],
    }


def series_of(corpus: Corpus, by: str | Sequence[str] | None) -> dict[str, str]:
    """Name the series each document belongs to: those of one issuer, unless told otherwise."""
    columns = [] if by is None else [by] if isinstance(by, str) else list(by)
    if by == "issuer" and not any(document.metadata.get("issuer") for document in corpus):
        columns = []
    values = [labels(corpus, column) for column in columns]
    joined = ["; ".join(parts) for parts in zip(*values, strict=True)] or [""] * len(corpus)
    return {document.doc_id: name for document, name in zip(corpus, joined, strict=True)}
