"""How well found topics or acts agree with careful coding, and how sure that figure is."""

from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_choice, check_frame, check_whole
from summit_analysis.coding.agreement import label_kappas, masi_alpha
from summit_analysis.coding.coded_sheets import ACT_CLASSES, Coded, Key, read_coded
from summit_analysis.coding.pairing_acts import label_counts
from summit_analysis.coding.placing import place_rows
from summit_analysis.errors import SheetError
from summit_analysis.frames import finish
from summit_analysis.plurals import counted
from summit_analysis.terms.resampling import RESAMPLES, SEED, bounds, draw_documents

What = Literal["topics", "acts"]


def validate(
    predicted: pd.DataFrame,
    coded: Coded | str | Path | pd.DataFrame,
    *,
    what: What | None = None,
    resamples: int = RESAMPLES,
) -> pd.DataFrame:
    """Score found topics or acts against a coded sheet.

    A topic is right in a sentence when the sheet has it there. An act is right when the sheet has
    one of the same verb and the same class in the sentence; each coded act is matched once.

    Args:
        predicted: a frame of `topic_evidence` or of `acts`, or any with `doc_id`, `sentence` and
            `topic`, or `verb` and `act_class`.
        coded: what `read_coded` gives, or anything it reads.
        what: `"topics"` or `"acts"`; by default told from the columns.
        resamples: how often documents are drawn anew for the intervals.

    Returns:
        One row a label, then `micro` (all decisions pooled) and `macro` (the mean of the labels
        that were coded): `label`, `coded`, `found`, `right`, `precision`, `recall`, `f1`,
        `f1_low`, `f1_high` (95 % percentile interval, documents drawn with replacement; Efron
        1979), `kappa` (Cohen 1960, sentence by sentence; for topics). Where nothing was found
        precision is missing, where nothing was coded recall is.

    Raises:
        SheetError: documents, sentences or labels do not fit; nothing is dropped silently.
            Or `what` is neither word.
        CorpusError: `resamples` is no whole number from 1.
        SummitAnalysisError: `predicted` is no data frame.

    Example:
        >>> rows = [{"doc_id": "a", "sentence": 0, "text": "x", "topics": "space"},
        ...         {"doc_id": "a", "sentence": 1, "text": "y", "topics": "none"}]
        >>> found = pd.DataFrame({"doc_id": ["a"], "sentence": [0], "topic": ["space"]})
        >>> validate(found, read_coded(rows))[["label", "precision", "recall"]].values.tolist()
        [['space', 1.0, 1.0], ['micro', 1.0, 1.0], ['macro', 1.0, 1.0]]
    """
    check_whole("resamples", resamples, least=1)
    if what is not None:
        check_choice("what", what, get_args(What), error=SheetError)
    check_frame(predicted, (), call="validate", maker="topic_evidence() or acts")
    sheet = coded if isinstance(coded, Coded) else read_coded(coded)
    kind = what or ("topics" if "topic" in predicted.columns else "acts")
    codes: dict[Key, Any] = sheet.topics if kind == "topics" else sheet.acts  # type: ignore[assignment]
    if not codes:
        raise SheetError(f"{sheet.name}: no sentence is coded for {kind}.")
    placed, moved = place_rows(predicted, sheet, codes)
    documents = sorted({doc_id for doc_id, _ in codes})
    if kind == "topics":
        found = _found_topics(predicted, placed)
        labels = _labels(sheet, found)
        counts = _topic_counts(sheet, found, labels, documents)
        kappas = label_kappas(sheet.topics, found, labels)
        agreement = (
            "Krippendorff's alpha between lexicon and sheet, sets of topics compared with the MASI "
            f"distance (Passonneau 2006): {masi_alpha(sheet.topics, found):.3f}."
        )
    else:
        labels = list(ACT_CLASSES)
        counts = label_counts(predicted, placed, sheet.acts, labels, documents)
        kappas = [float("nan")] * len(labels)
        agreement = "An act is right with its verb and its class; kappa needs a fixed set of units."
    frame = _table(labels, counts, kappas, resamples)
    return finish(
        frame,
        title=f"{kind.capitalize()} against the coded sheet",
        notes=[
            f"{counted(len(codes), 'coded sentence')} of {counted(len(documents), 'document')} in "
            f"{sheet.name}.",
            agreement,
            f"Intervals: {resamples:,} draws of the documents, seed {SEED}.",
            *_remarks(placed, moved, sheet),
        ],
    )


def _remarks(placed: list[Key | None], moved: int, sheet: Coded) -> list[str]:
    outside = sum(key is None for key in placed)
    told = {
        "Found rows in sentences that were not coded": outside,
        "Found rows in sentences that the sheet cuts differently": moved,
        "Rows of the sheet that were left blank, and count as not coded": sheet.blank,
    }
    return [f"{what}: {number:,}." for what, number in told.items() if number]


def _found_topics(rows: pd.DataFrame, placed: list[Key | None]) -> dict[Key, set[str]]:
    if "topic" not in rows:
        raise SheetError("The predicted frame has no column 'topic'.")
    found: dict[Key, set[str]] = {}
    for key, topic in zip(placed, rows["topic"], strict=True):
        if key is not None:
            found.setdefault(key, set()).add(str(topic))
    return found


def _labels(sheet: Coded, found: dict[Key, set[str]]) -> list[str]:
    there = set().union(*sheet.topics.values(), *found.values())
    return sorted(there)


def _topic_counts(
    sheet: Coded, found: dict[Key, set[str]], labels: list[str], documents: list[str]
) -> np.ndarray:
    """Count per document and label what was coded, found and right."""
    place = {doc_id: number for number, doc_id in enumerate(documents)}
    column = {label: number for number, label in enumerate(labels)}
    counts = np.zeros((len(documents), len(labels), 3))
    for key, topics in sheet.topics.items():
        there = found.get(key, set())
        for kind, group in enumerate((topics, there, topics & there)):
            for topic in group:
                counts[place[key[0]], column[topic], kind] += 1
    return counts


def _table(
    labels: list[str], counts: np.ndarray, kappas: list[float], resamples: int
) -> pd.DataFrame:
    """Make the rows: each label, all decisions pooled, and the mean of the labels."""
    drawn = np.tensordot(draw_documents(len(counts), resamples), counts, axes=(1, 0))
    total = counts.sum(axis=0)
    pooled, pooled_drawn = total.sum(axis=0, keepdims=True), drawn.sum(axis=1, keepdims=True)
    f1, f1_drawn = _f1(total), _f1(drawn)
    coded = total[:, 0] > 0
    both = np.concatenate([total, pooled])
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = both[:, 2] / both[:, 1], both[:, 2] / both[:, 0]
    low, high = bounds(np.concatenate([f1_drawn, _f1(pooled_drawn)], axis=1))
    rows = pd.DataFrame(
        {
            "label": [*labels, "micro"],
            "coded": both[:, 0].astype(int),
            "found": both[:, 1].astype(int),
            "right": both[:, 2].astype(int),
            "precision": precision,
            "recall": recall,
            "f1": np.concatenate([f1, _f1(pooled)]),
            "f1_low": low,
            "f1_high": high,
            "kappa": [*kappas, float("nan")],
        }
    )
    macro_low, macro_high = bounds(_mean(f1_drawn[:, coded])[:, None])
    macro = {
        "label": "macro",
        **{name: int(rows[name].iloc[-1]) for name in ("coded", "found", "right")},
        "precision": _mean(precision[:-1][coded]),
        "recall": _mean(recall[:-1][coded]),
        "f1": _mean(f1[coded]),
        "f1_low": macro_low[0],
        "f1_high": macro_high[0],
        "kappa": _mean(np.array(kappas)[coded]),
    }
    return pd.concat([rows, pd.DataFrame([macro])], ignore_index=True)


def _f1(counts: np.ndarray) -> np.ndarray:
    both = counts[..., 0] + counts[..., 1]
    return np.divide(2 * counts[..., 2], both, out=np.full(both.shape, np.nan), where=both > 0)


def _mean(values: np.ndarray) -> Any:
    """Mean along the last axis of what is there; missing where nothing is."""
    there = ~np.isnan(values)
    total = np.where(there, values, 0).sum(axis=-1)
    number = there.sum(axis=-1)
    return np.divide(total, number, out=np.full(np.shape(total), np.nan), where=number > 0)[()]
