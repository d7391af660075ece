"""Whatever a caller gets wrong is named, with what to give instead."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.corpus import Corpus, Document
from summit_analysis.errors import CorpusError, LexiconError, SummitAnalysisWarning

CALLS = {
    "frequency": sa.frequency,
    "dtm": sa.dtm,
    "dispersion": sa.dispersion,
    "diversity": sa.diversity,
    "trend": lambda corpus, **options: sa.trend(corpus, ["leaders"], **options),
    "concordance": lambda corpus, **options: sa.concordance(corpus, "leaders", **options),
    "collocates": lambda corpus, **options: sa.collocates(corpus, "leaders", **options),
    "keyness": lambda corpus, **options: sa.keyness(corpus, "english", **options),
}


@pytest.fixture(scope="module")
def seed():
    return sa.load()


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("given", ["a path", None, pd.DataFrame({"text": ["a"]})])
def test_what_is_no_corpus_is_refused(name, given):
    with pytest.raises(CorpusError, match=r"is a corpus"):
        CALLS[name](given)


@pytest.mark.parametrize("name", ["frequency", "dtm", "dispersion"])
@pytest.mark.parametrize("n", [0, -1, 13, 1.5, "2", True, None])
def test_a_phrase_has_a_whole_number_of_words(seed, name, n):
    with pytest.raises(CorpusError, match=r"n=.*whole number from 1 to 12"):
        CALLS[name](seed, n=n)


@pytest.mark.parametrize("name", sorted(set(CALLS) - {"diversity"}))
def test_compounds_are_kept_or_split(seed, name):
    with pytest.raises(CorpusError, match=r"compounds='splt': give 'keep' or 'split'"):
        CALLS[name](seed, compounds="splt")


@pytest.mark.parametrize("name", ["frequency", "dtm", "dispersion", "keyness", "collocates"])
@pytest.mark.parametrize("words", [3, True, [1, 2], "french"])
def test_stop_words_are_words(seed, name, words):
    with pytest.raises(LexiconError, match=r"stopwords=\['the', 'of'\]"):
        CALLS[name](seed, stopwords=words)


@pytest.mark.parametrize("name", ["frequency", "dtm", "dispersion", "keyness", "collocates"])
@pytest.mark.parametrize("least", ["3", -1, 1.5])
def test_a_minimum_is_a_whole_number(seed, name, least):
    with pytest.raises(CorpusError, match=r"min_count=.*whole number"):
        CALLS[name](seed, min_count=least)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("concordance", {"window": -1}),
        ("concordance", {"window": None}),
        ("concordance", {"sort": "Left"}),
        ("collocates", {"window": "words"}),
        ("collocates", {"min_g2": "3.84"}),
        ("collocates", {"min_g2": float("nan")}),
        ("collocates", {"min_g2": None}),
        ("collocates", {"min_g2": True}),
        ("keyness", {"prior": 0}),
        ("keyness", {"measures": "diff"}),
        ("diversity", {"window": 1.5}),
        ("dispersion", {"parts": 0}),
        ("dispersion", {"parts": 1.5}),
        ("trend", {"resamples": 0}),
        ("frequency", {"by": ["issuer", "year"]}),
        ("keyness", {"prior": float("nan"), "log_odds": True}),
        ("keyness", {"prior": float("inf"), "log_odds": True}),
        ("keyness", {"prior": "many"}),
        ("keyness", {"permutations": -5}),
    ],
)
def test_an_option_out_of_bounds_is_named(seed, name, options):
    with pytest.raises(CorpusError, match=f"{next(iter(options))}="):
        CALLS[name](seed, **options)


@pytest.mark.parametrize("kind", [int, float, np.int64, np.float32, Fraction])
def test_any_real_number_is_a_number(seed, kind):
    plain = sa.collocates(seed, "leaders", min_g2=2)
    assert sa.collocates(seed, "leaders", min_g2=kind(2)).equals(plain)
    odds = sa.keyness(seed, "english", log_odds=True, prior=kind(400))
    assert odds.equals(sa.keyness(seed, "english", log_odds=True, prior=400))
    assert len(sa.duplicates(seed, least=kind(1))) == 0


def test_a_length_of_numpy_is_a_length(seed):
    assert sa.p_frames(seed, words=np.int64(4)).equals(sa.p_frames(seed, words=4))


def test_one_measure_needs_no_list(seed):
    assert "mi" in sa.collocates(seed, "leaders", measures="mi")


@pytest.mark.parametrize("corpus", [Corpus([]), Corpus([Document("a", "")])])
def test_an_empty_corpus_says_that_it_has_no_tokens(corpus):
    assert "There are no tokens to count." in sa.frequency(corpus).attrs["notes"]


def test_phrases_longer_than_any_sentence_say_so():
    corpus = Corpus([Document("a", "We met.")])
    assert "No sentence has 5 words." in sa.frequency(corpus, 5).attrs["notes"]


def test_a_matrix_of_another_language_warns():
    corpus = Corpus([Document("a", "Les deux dirigeants ont affirmé leur volonté commune. " * 10)])
    with pytest.warns(SummitAnalysisWarning, match="function words"):
        sa.dtm(corpus)


def test_a_trend_says_what_an_interval_of_nothing_means(seed):
    two = Corpus(
        [Document(name, "We met.", {"issuer": "Sorrelay"}) for name in ("a", "b")],
    )
    frame = sa.trend(two, "summit", by="issuer")
    assert frame["rate_high"].tolist() == [0.0]
    assert any("0 to 0" in note for note in frame.attrs["notes"])


def test_groups_that_are_numbers_come_in_order_of_size():
    corpus = Corpus(
        [Document(f"d{n}", "We met.", {"round": n}) for n in (10, 9)]
        + [Document("d0", "We met.", {"round": None})]
    )
    order = ["9", "10", "(not known)"]
    assert list(dict.fromkeys(sa.frequency(corpus, by="round")["round"])) == order
    assert sa.diversity(corpus, by="round", window=2)["round"].tolist() == order
    assert sa.trend(corpus, "met", by="round")["round"].tolist() == order


@pytest.mark.parametrize("terms", [None, 5, [5], pd.DataFrame({"term": ["talks"]})])
def test_the_terms_of_a_trend_are_texts(seed, terms):
    with pytest.raises(CorpusError, match=r"terms: give a text or a list of texts"):
        sa.trend(seed, terms)
