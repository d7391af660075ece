import datetime

import numpy as np
import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import LoadError, SummitAnalysisWarning


def frame(**columns):
    return pd.DataFrame({"doc_id": ["a", "b"], "text": ["We met.", "We left."], **columns})


def test_rows_become_documents_and_other_columns_metadata():
    table = frame(issuer=["Japan", None], date=pd.to_datetime(["2022-01-21", None]), summit=[1, 2])
    before = table.copy(deep=True)
    corpus = sa.from_frame(table)
    pd.testing.assert_frame_equal(table, before)
    assert corpus["a"].text == "We met."
    assert corpus["a"].metadata["issuer"] == "Japan"
    assert corpus["a"].metadata["date"] == datetime.date(2022, 1, 21)
    assert "issuer" not in corpus["b"].metadata
    assert corpus.metadata["summit"].tolist() == [1, 2]
    assert list(corpus.where(summit=2)) == [corpus["b"]]


def test_other_column_names_and_numbered_rows():
    table = pd.DataFrame({"body": ["We\u00a0met.", "We left."], "name": ["x", "y"]})
    assert sa.from_frame(table, text="body", id="name")["x"].text == "We met."
    numbered = sa.from_frame(table, text="body", id=None)
    assert [document.doc_id for document in numbered] == ["row-1", "row-2"]
    assert numbered["row-1"].metadata["name"] == "x"


@pytest.mark.parametrize("values", [[1, 2], ["1", "2"]])
def test_ids_become_text(values):
    corpus = sa.from_frame(frame().assign(doc_id=values))
    assert corpus["2"].text == "We left."


def test_lists_and_odd_columns():
    corpus = sa.from_frame(frame(parties=[["A", "B"], np.array(["C"])], id=["x", "y"]))
    assert corpus["a"].metadata["parties"] == "A; B"
    assert corpus["b"].metadata["parties"] == "C"
    assert corpus["a"].metadata["id"] == "x"


@pytest.mark.parametrize(
    ("table", "options", "says"),
    [
        ([{"text": "x"}], {}, "takes a pandas DataFrame, not list"),
        (frame(), {"text": "body"}, "no column 'body'; its columns are doc_id, text.*text=…"),
        (frame(), {"id": "name"}, "no column 'name'.*id=None"),
        (frame(), {"id": "text"}, "cannot be both"),
        (frame().head(0), {}, "no rows"),
        (frame().assign(text=["We met.", None]), {}, r"Row 1 \('b'\) has no text"),
        (frame().assign(text=["We met.", " "]), {}, r"Row 1 \('b'\) has no text"),
        (frame().assign(text=["We met.", 5]), {}, r"Row 1 \('b'\) has no text"),
        (frame().assign(text=["We met.", "•"]), {}, "row 1: holds no text"),
        (frame().assign(doc_id=["a", None]), {}, "Row 1 has no id"),
        (frame().assign(doc_id=["a", "a"]), {}, "row 1: has the id 'a', as row 0 has"),
        (pd.concat([frame(), frame()[["text"]]], axis=1), {}, "two columns 'text'"),
    ],
)
def test_bad_tables_are_named(table, options, says):
    with pytest.raises(LoadError, match=says):
        sa.from_frame(table, **options)


def test_a_misspelt_column_is_told():
    with pytest.warns(SummitAnalysisWarning, match="of a, b have no 'issuer' but a 'isuer'"):
        sa.from_frame(frame(isuer=["Japan", "Korea"]))


def test_a_date_that_cannot_be_read_is_named():
    with pytest.warns(SummitAnalysisWarning, match=r"No whole date could be read for b \('soon'\)"):
        corpus = sa.from_frame(frame(date=["2022-01-21", "soon"]))
    assert corpus.metadata["date"].isna().tolist() == [False, True]
