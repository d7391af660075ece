"""Pair found with coded acts: same sentence, same verb, one to one."""

from collections import defaultdict
from typing import Any

import numpy as np
import pandas as pd

from summit_analysis.coding.coded_sheets import Key
from summit_analysis.errors import SheetError


def label_counts(
    rows: pd.DataFrame,
    placed: list[Key | None],
    coded: dict[Key, list[dict[str, Any]]],
    labels: list[str],
    documents: list[str],
) -> np.ndarray:
    """Count per document and act class what was coded, found and right.

    Args:
        rows: found acts, with `verb` and `act_class`.
        placed: the coded sentence of each.
        coded: the coded acts of each sentence.
        labels: the classes, in the order of the counts.
        documents: the documents, in the order of the counts.

    Returns:
        Counts by document, class, and (coded, found, right).

    Raises:
        SheetError: a column is missing, or a class is not known.
    """
    missing = {"verb", "act_class"} - set(rows.columns)
    if missing:
        raise SheetError(f"The predicted frame has no column {sorted(missing)[0]!r}.")
    unknown = sorted(set(rows["act_class"]) - set(labels))
    if unknown:
        raise SheetError(f"The predicted frame has the unknown class {unknown[0]!r}.")
    column = {label: number for number, label in enumerate(labels)}
    place = {doc_id: number for number, doc_id in enumerate(documents)}
    counts = np.zeros((len(documents), len(labels), 3))
    waiting: dict[tuple[Key, str, str], int] = defaultdict(int)
    for key, acts in coded.items():
        for act in acts:
            counts[place[key[0]], column[act["act_class"]], 0] += 1
            waiting[key, str(act["verb"]).lower(), act["act_class"]] += 1
    for where, verb, kind in zip(placed, rows["verb"], rows["act_class"], strict=True):
        if where is None:
            continue
        counts[place[where[0]], column[kind], 1] += 1
        if waiting[where, str(verb).lower(), kind]:
            waiting[where, str(verb).lower(), kind] -= 1
            counts[place[where[0]], column[kind], 2] += 1
    return counts
