"""The folded sentences behind topics: each cell has its own, verbatim, escaped."""

import re

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError
from summit_analysis.plots.columns import column_of


@pytest.fixture(scope="module")
def series():
    return sa.load(sa.bundled("data", "examples", "series"))


def test_every_cell_of_the_heat_map_has_its_sentences(series):
    shown = sa.plots.quotations(series, by="issuer")
    cells = sa.coverage(series, by="issuer").query("sentences > 0")
    wanted = {(row.issuer, row.topic): row.sentences for row in cells.itertuples()}
    assert shown.frame.groupby(["cell", "topic"]).size().to_dict() == wanted
    html = shown._repr_html_()
    assert html.count("<details>") == cells["topic"].nunique()
    assert html.count("<li>") == min(len(shown.frame), 150)


def test_when_there_are_too_many_each_cell_keeps_its_first(series):
    few = sa.plots.quotations(series, by="issuer", most=60)
    cells = len(few.frame.groupby(["cell", "topic"]))
    assert cells <= 60 < len(few.frame)
    labels = sum(len(topic["cells"]) for topic in few.data["topics"])
    assert labels == cells
    assert any(note.startswith("Showing 60 of ") for note in few.notes)


def test_quotations_are_verbatim_and_marked_where_the_entry_fired():
    corpus = sa.load()
    topics = sa.plots.quotations(corpus).data["topics"]
    texts = {row.text for row in corpus.sentences.itertuples()}
    taiwan = next(topic for topic in topics if topic["label"] == "Taiwan")
    (quotation,) = taiwan["cells"][0]["quotations"]
    assert quotation["text"] in texts
    assert "".join(part["text"] for part in quotation["parts"]) == quotation["text"]
    assert [part["text"] for part in quotation["parts"] if part["marked"]] == [
        "Taiwan",
        "cross-Strait",
    ]


def test_text_is_escaped_and_nothing_found_says_so():
    corpus = sa.Corpus([sa.Document("<d>", "They spoke of <b>Taiwan</b>.")])
    html = sa.plots.quotations(corpus)._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert "<d>" not in html
    nothing = sa.plots.quotations(sa.Corpus([sa.Document("d", "They smiled.")]))
    assert "No match found in this text" in nothing._repr_html_()
    assert not re.search("<details", nothing._repr_html_())


def test_many_documents_are_put_together_by_issuer_year_or_decade():
    def many(**values):
        rows = {"text": ["They met."] * 60, "date": [f"{1960 + n}-05-01" for n in range(60)]}
        return sa.from_frame(pd.DataFrame({**rows, **values}), id=None)

    assert column_of(many(issuer=["A", "B"] * 30), None) == "issuer"
    assert column_of(many(), None) == "decade"
    with pytest.raises(CorpusError, match="too many to read"):
        column_of(many(), "year")


def test_any_column_can_make_the_cells(series):
    by_document = sa.plots.quotations(series, by="doc_id")
    assert set(by_document.frame["cell"]) <= {document.doc_id for document in series}
    shown = sa.plots.quotations(series, by="issuer", most=10_000)
    cells = shown.frame.groupby("topic")["cell"].nunique()
    assert (cells == 1).any()  # a topic of one issuer names it all the same
    assert shown._repr_html_().count('class="sa-cell"') == cells.sum()
    with pytest.raises(CorpusError, match="most=0"):
        sa.plots.quotations(series, most=0)
