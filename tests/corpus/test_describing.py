import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


def test_describe_counts_what_the_frames_count() -> None:
    series = sa.load(sa.bundled("data", "examples", "series"))
    described = sa.describe(series).set_index("doc_id")
    assert described["tokens"].to_dict() == series.tokens.groupby("doc_id").size().to_dict()
    sentences = series.sentences.groupby("doc_id")
    assert described["sentences"].to_dict() == sentences.size().to_dict()
    assert described["paragraphs"].to_dict() == sentences["paragraph"].nunique().to_dict()
    assert described["types"].sum() == series.tokens.groupby("doc_id")["token"].nunique().sum()


def test_citations_name_the_paragraph_of_the_sentence() -> None:
    seed = sa.load()
    cited = sa.cite(seed, seed.sentences)
    assert [text.rsplit(" ", 1)[1] for text in cited["citation"]] == [
        str(number + 1) for number in seed.sentences["paragraph"]
    ]
    assert cited["citation"].str.startswith("Japan (Cabinet Office").all()


def test_citing_changes_nothing_and_keeps_the_notes() -> None:
    seed = sa.load()
    rows = sa.concordance(seed, "Taiwan Strait")
    before = rows.copy()
    cited = sa.cite(seed, rows)
    pd.testing.assert_frame_equal(rows, before)
    assert cited.attrs == rows.attrs


def test_citations_hold_in_a_subset() -> None:
    seed = sa.load()
    rows = sa.concordance(seed, "Taiwan Strait")
    part = seed.subset(rows)
    assert (
        sa.cite(part, part.sentences)["citation"].tolist()
        == sa.cite(seed, rows)["citation"].tolist()
    )


@pytest.mark.parametrize(
    "rows",
    [
        pd.DataFrame({"doc_id": ["x"]}),
        pd.DataFrame({"doc_id": ["nowhere"], "sentence": [0]}),
        pd.DataFrame({"doc_id": [sa.load().documents[0].doc_id], "sentence": [99]}),
    ],
)
def test_rows_that_name_no_sentence_are_refused(rows: pd.DataFrame) -> None:
    with pytest.raises(CorpusError):
        sa.cite(sa.load(), rows)
