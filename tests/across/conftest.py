"""What the tests of this room share: documents in one line, the series, evidence checked."""

import datetime
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

import summit_analysis as sa

MakeDocument = Callable[..., sa.Document]
CheckEvidence = Callable[..., None]


@pytest.fixture(scope="session")
def series() -> sa.Corpus:
    return sa.load(sa.bundled("data", "examples", "series"))


@pytest.fixture
def document() -> MakeDocument:
    def make(doc_id: str, text: str, day: str | None = None, **metadata: Any) -> sa.Document:
        dated = {"date": datetime.date.fromisoformat(day)} if day else {}
        return sa.Document(doc_id, text, {**dated, **metadata})

    return make


@pytest.fixture
def check_evidence() -> CheckEvidence:
    """Fail unless every match is what stands at its place, inside its quotation."""

    def check(frame: pd.DataFrame, corpus: sa.Corpus, end: str = "") -> None:
        rows = frame.dropna(subset=[f"start{end}"]).to_dict("records")
        assert rows
        for row in rows:
            text = corpus[row[f"doc_id{end}"]].text
            assert text[row[f"start{end}"] : row[f"end{end}"]] == row[f"match{end}"]
            assert row[f"match{end}"] in row[f"quote{end}"]

    return check
