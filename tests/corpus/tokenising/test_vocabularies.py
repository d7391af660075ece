"""Words sorted early, and others put between them."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising.vocabularies import sort_words, with_words

words = st.lists(st.text(max_size=3))


@given(st.lists(words, max_size=4), words)
def test_words_are_sorted_as_python_does_however_late_they_come(
    early: list[list[str]], late: list[str]
) -> None:
    before = sort_words([pa.array(some, pa.string()) for some in early])
    distinct, numbers = with_words(*before, late)
    given_words = [word for some in early for word in some] + late
    assert distinct == sorted(set(given_words))
    assert [distinct[number] for number in numbers] == given_words


def test_what_was_sorted_early_stays_as_it_was() -> None:
    distinct, numbers = sort_words([pa.array(["we", "met"])])
    with_words(distinct, numbers, ["a", "so"])
    assert distinct == ["met", "we"]
    assert numbers.tolist() == [1, 0]
