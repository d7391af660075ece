import pytest

from summit_analysis.plurals import counted, is_are, number_of, verb


@pytest.mark.parametrize(
    ("count", "figures", "prose"),
    [(0, "0 terms are", "no terms are"), (1, "1 term is", "one term is"),
     (2, "2 terms are", "2 terms are"), (1500, "1,500 terms are", "1,500 terms are")],
)  # fmt: skip
def test_counts_agree_with_their_nouns_and_verbs(count, figures, prose):
    assert f"{counted(count, 'term')} {is_are(count)}" == figures
    assert f"{number_of(count, 'term')} {is_are(count)}" == prose
    assert verb(count, "stand") == ("stands" if count == 1 else "stand")


def test_a_plural_of_its_own():
    assert counted(2, "entry", "entries") == number_of(2, "entry", "entries") == "2 entries"
