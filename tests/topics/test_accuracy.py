"""The bundled lexicon against coded sheets, where they are at hand."""

import json
import os
from pathlib import Path

import pandas as pd
import pytest

from summit_analysis.coding import Coded, read_coded, validate
from summit_analysis.corpus import from_frame
from summit_analysis.topics import topic_evidence


def gold():
    return Path(os.environ["SUMMIT_GOLD"]) if "SUMMIT_GOLD" in os.environ else None


@pytest.mark.skipif(
    gold() is None or not gold().exists(),
    reason="SUMMIT_GOLD names no folder with coded sheets",
)
def test_the_lexicon_comes_close_to_careful_coding():
    texts, topics, rows = {}, {}, []
    for name in ("dev", "dev2"):
        coded = read_coded(gold() / f"{name}.json")
        texts |= coded.texts
        topics |= coded.topics
        for document in json.loads((gold() / f"{name}_sentences.json").read_text()):
            rows.append({"doc_id": document["id"], "text": "\n\n".join(document["sentences"])})
    frame = validate(
        topic_evidence(from_frame(pd.DataFrame(rows))),
        Coded("sheets", texts, topics, {}),
        resamples=50,
    ).set_index("label")
    assert frame.loc["micro", "f1"] >= 0.95
    often = frame[(frame["coded"] >= 10) & ~frame.index.isin(["micro", "macro"])]
    assert often["f1"].min() >= 0.85
