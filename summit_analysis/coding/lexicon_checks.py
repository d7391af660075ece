"""Check a topic lexicon: which entries never fire, which are shared, which mislead."""

from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd

from summit_analysis.coding.coded_sheets import Coded, read_coded
from summit_analysis.coding.placing import place_rows
from summit_analysis.corpus import Corpus
from summit_analysis.frames import finish
from summit_analysis.plurals import counted, verb
from summit_analysis.topics import Lexicon, topic_evidence, topic_lexicon


def check_lexicon(
    corpus: Corpus,
    lexicon: Lexicon = None,
    *,
    coded: Coded | str | Path | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Say of each entry how often it fires, with which topics it is shared, and how precise it is.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        coded: a coded sheet, as `read_coded` reads it, to measure precision on.

    Returns:
        One row an entry, in the order of the lexicon: `topic`, `entry`, `echo`, `count`,
        `documents` (in which it fires), `shared_with` (other topics that have the same entry); with
        a sheet also `coded_sentences` (in which it fires) and `precision` (the share of those that
        the sheet gives the topic; missing where it does not fire). The lines of a pattern that
        stands under a topic with several conditions are one row.

    Raises:
        LexiconError: the lexicon is malformed.
        SheetError: the sheet is malformed, or has none of the corpus's documents.

    Example:
        >>> import summit_analysis as sa
        >>> checked = check_lexicon(sa.load())
        >>> checked.loc[checked["entry"] == "cross-Strait", ["topic", "count"]].values.tolist()
        [['taiwan', 1]]
    """
    words = topic_lexicon(lexicon)
    rows = topic_evidence(corpus, words)
    fired = rows.groupby(["topic", "entry"])["doc_id"].agg(["size", "nunique"])
    topics_of: dict[str, set[str]] = defaultdict(set)
    for entry in words.entries:
        topics_of[entry.pattern.lower()].add(entry.topic)
    unique = {(entry.topic, entry.pattern): entry for entry in words.entries}
    keys = list(unique)
    counts = fired.reindex(pd.MultiIndex.from_tuples(keys)).fillna(0).astype(int)
    frame = pd.DataFrame(
        {
            "topic": [topic for topic, _ in keys],
            "entry": [pattern for _, pattern in keys],
            "echo": [entry.echo for entry in unique.values()],
            "count": counts["size"].to_numpy(),
            "documents": counts["nunique"].to_numpy(),
            "shared_with": [
                ", ".join(sorted(topics_of[pattern.lower()] - {topic})) for topic, pattern in keys
            ],
        }
    )
    silent = int((frame["count"] == 0).sum())
    shared = int((frame["shared_with"] != "").sum())
    notes = [
        f"{silent:,} of {counted(len(frame), 'entry', 'entries')} never {verb(silent, 'fire')} in "
        f"{counted(len(corpus), 'document')}.",
        f"{counted(shared, 'entry', 'entries')} {verb(shared, 'stand')} under more than one topic.",
    ]
    if coded is not None:
        sheet = coded if isinstance(coded, Coded) else read_coded(coded, labels=words.topics)
        own, right = _on_sheet(rows, sheet)
        hits = np.array([own.get(key, 0) for key in keys])
        good = np.array([right.get(key, 0) for key in keys])
        frame["coded_sentences"] = hits
        frame["precision"] = np.where(hits > 0, good / np.maximum(hits, 1), np.nan)
        notes.append(
            f"Precision: on {counted(len(sheet.topics), 'coded sentence')} of {sheet.name}."
        )
    return finish(frame, title="Entries of the lexicon", notes=notes)


def _on_sheet(
    rows: pd.DataFrame, sheet: Coded
) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """Count per entry the coded sentences it fires in, and those of its topic."""
    inside = rows[rows["doc_id"].isin({doc_id for doc_id, _ in sheet.topics})]
    placed, _ = place_rows(inside, sheet, sheet.topics)
    own: dict[tuple[str, str], int] = defaultdict(int)
    right: dict[tuple[str, str], int] = defaultdict(int)
    seen = set(zip(placed, inside["topic"], inside["entry"], strict=True))
    for key, topic, entry in seen:
        if key is not None:
            own[topic, entry] += 1
            right[topic, entry] += topic in sheet.topics[key]
    return own, right
