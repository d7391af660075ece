"""Which labels are taken for which: what was found where something else was coded."""

from collections import Counter
from pathlib import Path

import pandas as pd

from summit_analysis.arguments import check_frame
from summit_analysis.coding.coded_sheets import Coded, Key, read_coded
from summit_analysis.coding.placing import place_rows
from summit_analysis.errors import SheetError
from summit_analysis.frames import finish
from summit_analysis.plurals import counted

NOTHING = "(nothing)"


def confusion(predicted: pd.DataFrame, coded: Coded | str | Path | pd.DataFrame) -> pd.DataFrame:
    """Count, for topics, what was found in place of what.

    Args:
        predicted: a frame of `topic_evidence`, or any with `doc_id`, `sentence`, `topic`.
        coded: what `read_coded` gives, or anything it reads.

    Returns:
        One row a pair, commonest first: `coded`, `found`, `sentences`. A topic coded and found
        pairs with itself. Of the rest of a sentence each topic missed pairs with each found in
        excess, or with `(nothing)`.

    Raises:
        SheetError: documents, sentences or labels do not fit.
        SummitAnalysisError: `predicted` is no data frame.

    Example:
        >>> rows = [{"doc_id": "a", "sentence": 0, "text": "x", "topics": "space"}]
        >>> found = pd.DataFrame({"doc_id": ["a"], "sentence": [0], "topic": ["energy"]})
        >>> confusion(found, read_coded(rows)).values.tolist()
        [['space', 'energy', 1]]
    """
    check_frame(predicted, (), call="confusion", maker="topic_evidence")
    sheet = coded if isinstance(coded, Coded) else read_coded(coded)
    if "topic" not in predicted:
        raise SheetError("The predicted frame has no column 'topic'.")
    placed, _ = place_rows(predicted, sheet, sheet.topics)
    found: dict[Key, set[str]] = {}
    for key, topic in zip(placed, predicted["topic"], strict=True):
        if key is not None:
            found.setdefault(key, set()).add(str(topic))
    pairs: Counter[tuple[str, str]] = Counter()
    for key, topics in sheet.topics.items():
        there = found.get(key, set())
        pairs.update((topic, topic) for topic in topics & there)
        missed, excess = sorted(topics - there), sorted(there - topics)
        if missed or excess:
            pairs.update((m, e) for m in missed or [NOTHING] for e in excess or [NOTHING])
    frame = pd.DataFrame(
        [(own, other, number) for (own, other), number in pairs.items()],
        columns=["coded", "found", "sentences"],
    )
    return finish(
        frame,
        title="What was found in place of what",
        notes=[f"{counted(len(sheet.topics), 'coded sentence')} in {sheet.name}."],
        order=["sentences", "coded", "found"],
        descending=["sentences"],
    )
