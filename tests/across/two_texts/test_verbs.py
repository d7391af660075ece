import pytest

import summit_analysis as sa


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
