"""Punkt's rules, beside NLTK's own."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising.punkt_rules import breaks
from summit_analysis.corpus.tokenising.sentences import punkt

WORDS = (
    "met Met the The He he a.m Dr U.S co-op no Co-No 5 1,234.5 -3 .5 x X É ß \u0301 \u2160 王 _ x_ "
    "( ) ” ' \" , : ; -- - — * & 5th No.5 http://x.y/z ǅ"
).split()
MARKS = ["", ".", "..", "...", "?", "!", ".,", ".)", ".”", "?.", "!.."]
PIECES = st.sampled_from(WORDS) | st.text("aTU.?!,)('-1 \u0301”", max_size=5)


def test_every_pair_is_decided_as_by_nltk() -> None:
    wrong = [
        text
        for one, mark, other, end in product(WORDS, MARKS, WORDS, ("", "."))
        if breaks(text := f"{one}{mark} {other}{end}") != punkt().text_contains_sentbreak(text)
    ]
    assert not wrong


@given(st.lists(PIECES, min_size=1, max_size=6).map(" ".join))
def test_texts_are_decided_as_by_nltk(text: str) -> None:
    assert breaks(text) == punkt().text_contains_sentbreak(text)


@given(st.text(st.characters(exclude_categories=["Zl", "Zp", "Cc", "Cs"]), max_size=12))
def test_any_text_is_decided_as_by_nltk(text: str) -> None:
    assert breaks(text) == punkt().text_contains_sentbreak(text)
