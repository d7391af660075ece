"""Sentences on two accounts and on a formula say what the frames say."""

import pytest

import summit_analysis as sa
from summit_analysis import findings


@pytest.fixture(scope="module")
def series():
    return sa.load(sa.bundled("data", "examples", "series"))


@pytest.fixture(scope="module")
def sides(series):
    return sa.find_accounts(series)


def test_two_accounts(sides):
    a, b, _, names = sides
    assert "sentences (Keldrava)" in findings.counterparts(sa.two_accounts(a, b), names)
    runs = findings.wording_in_both(sa.shared_runs(a, b))
    assert runs.startswith("7 runs of words stand") and "3 whole sentences" in runs
    named = findings.two_names(sa.renamed(a, b), names)
    assert "Keldrava writes “Ellisk Islands”, Sorrelay “Outer Shoals”" in named
    assert "Keldrava alone has space" in findings.one_sided(sa.only_in(a, b), names)


def test_nothing_in_common():
    a, b = sa.Document("a", "We met."), sa.Document("b", "Whales sing.")
    assert "No wording" in findings.wording_in_both(sa.shared_runs(a, b))
    assert "No match was found" in findings.two_names(sa.renamed(a, b))
    assert "Every topic" in findings.one_sided(sa.only_in(a, b))
    assert "0 of 1 sentence " in findings.counterparts(sa.two_accounts(a, b))


def test_a_formula(series):
    pattern = "peace and stability across the Lanner Strait"
    formula = sa.history(series, pattern, scope="formula")
    said = findings.followed(formula, pattern, len(series))
    assert "in 15 of 15 documents, from 12 April 2031 to 24 May 2034, 15 times" in said
    words = findings.words_came_and_went(sa.first_uses(formula))
    assert words == (
        "In this corpus, “lasting” first stands in it on 3 June 2032 and last on 17 February 2033."
    )


def test_a_formula_that_never_occurs(series):
    missing = sa.history(series, "whaling moratorium")
    assert "No match was found" in findings.followed(missing, "whaling moratorium", 15)
    assert "No word came" in findings.words_came_and_went(sa.first_uses(missing))


def test_inherited(series):
    assert "2033-10-08-keldrava-readout (17%)" in findings.wording_inherited(sa.inherited(series))
    one = sa.Corpus(series.documents[:1])
    assert "No document has an earlier one" in findings.wording_inherited(sa.inherited(one))
