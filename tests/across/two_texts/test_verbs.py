import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


@pytest.mark.parametrize(
    ("text", "formula", "act"),
    [
        ("They condemned the tests.", "the tests", "condemn"),
        (
            "The two leaders reaffirmed the commitment to complete denuclearization.",
            "reaffirmed the commitment to complete denuclearization",
            "reaffirm commitment",
        ),
        # The formula's own verb, not that of a clause before.
        (
            "They condemned the tests, and the two leaders reaffirmed the commitment to peace.",
            "two leaders reaffirmed the commitment",
            "reaffirm commitment",
        ),
        ("The tests took place at noon, and they condemned the launch.", "the tests", ""),
    ],
)
def test_the_act_is_in_the_occurrence_or_before_it(document, text, formula, act):
    corpus = sa.Corpus([document("a", text)])
    assert sa.acts_on(corpus, sa.concordance(corpus, formula))["act"].tolist() == [act]


@pytest.mark.parametrize("corpus", [None, "a path", sa.concordance(sa.load(), "leaders")])
def test_what_is_no_corpus_is_refused(corpus):
    with pytest.raises(CorpusError, match="is a corpus, not"):
        sa.acts_on(corpus, sa.concordance(sa.load(), "leaders"))
