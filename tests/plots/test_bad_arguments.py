"""A drawing is made of what its own function returns; anything else is refused by name."""

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.corpus import Corpus
from summit_analysis.errors import CorpusError, SummitAnalysisError

DRAWN = {
    "term_frequencies": "frequency",
    "key_terms": "keyness",
    "collocation_chart": "collocates",
    "trend_lines": "trend",
}


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("given", [None, "words", pd.DataFrame(), pd.DataFrame({"x": [1]})])
def test_another_thing_is_refused(name, given):
    with pytest.raises(SummitAnalysisError, match=rf"{name}\(\) takes what {DRAWN[name]}\(\)"):
        getattr(sa.plots, name)(given)


@pytest.mark.parametrize("name", ["text_shape", "dispersion_strip"])
def test_these_draw_a_corpus(name):
    terms = [["leaders"]] if name == "dispersion_strip" else []
    with pytest.raises(CorpusError, match="is a corpus"):
        getattr(sa.plots, name)(pd.DataFrame({"text": ["a"]}), *terms)


@pytest.mark.parametrize("most", [0, -1, "all", 1.5])
def test_how_many_to_draw_is_a_whole_number(most):
    corpus = sa.load()
    with pytest.raises(CorpusError, match="most="):
        sa.plots.term_frequencies(sa.frequency(corpus), most=most)
    with pytest.raises(CorpusError, match="most="):
        sa.plots.collocation_chart(sa.collocates(corpus, "leaders"), most=most)


def test_a_corpus_without_documents_has_no_shape():
    assert sa.plots.text_shape(Corpus([])).alt == "The corpus has no documents."
    assert sa.describe(Corpus([])).columns[0] == "doc_id"
