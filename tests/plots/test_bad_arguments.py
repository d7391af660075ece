"""A drawing is made of what its own function returns; anything else is refused by name."""

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.corpus import Corpus
from summit_analysis.errors import CorpusError, SummitAnalysisError

CORPUS = Corpus([sa.Document("a", "They met.")])
DRAWN = {
    "actor_by_class": "acts",
    "order_of_topics": "topics_side_by_side",
    "redline": "history",
    "script": "acts",
    "side_by_side": "two_accounts",
    "strength_ladder": "strengths",
    "timeline": "history",
    "voices_by_topic": "acts",
    "term_frequencies": "frequency",
    "key_terms": "keyness",
    "collocation_chart": "collocates",
    "trend_lines": "trend",
}
WITH = {"script": (CORPUS,), "voices_by_topic": (CORPUS,)}


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("given", [None, "words", pd.DataFrame(), pd.DataFrame({"x": [1]})])
def test_another_thing_is_refused(name, given):
    with pytest.raises(SummitAnalysisError, match=rf"{name}\(\) takes what {DRAWN[name]}\(\)"):
        getattr(sa.plots, name)(*WITH.get(name, ()), given)


@pytest.mark.parametrize("name", WITH)
def test_these_take_a_corpus_first(name):
    with pytest.raises(CorpusError, match="corpus is a corpus, not str"):
        getattr(sa.plots, name)("a folder", sa.acts(CORPUS))


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("requests", "acts"),
        ("strengths", "acts"),
        ("first_uses", "history"),
        ("acts_on", "concordance"),
        ("write_register", "commitments"),
    ],
)
@pytest.mark.parametrize("given", [None, pd.DataFrame({"x": [1]})])
def test_a_frame_of_another_kind_is_refused(name, maker, given):
    with_others = {"acts_on": (CORPUS, given), "write_register": (given, "register.csv")}
    with pytest.raises(SummitAnalysisError, match=rf"{name}\(\) takes what {maker}\(\)"):
        getattr(sa, name)(*with_others.get(name, (given,)))


def test_the_missing_column_is_named():
    frame = sa.acts(CORPUS).drop(columns="is_reply")
    with pytest.raises(SummitAnalysisError, match="no column is_reply"):
        sa.plots.script(CORPUS, frame)


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
