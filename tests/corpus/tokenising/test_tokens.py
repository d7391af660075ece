import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising.tokens import fold, initialisms, token_spans, tokenize


def printed(text):
    return [text[start:end] for start, end in token_spans(text)]


@pytest.mark.parametrize(
    "token",
    [
        "U.S.",
        "Japan-U.S.",
        "cross-Strait",
        "COVID-19",
        "2+2",
        "G7",
        "1,234.5",
        "d’ivoire",
        "a.m.",
        "R&D",
        "Pyeongyang–Seoul",
        "KAKEHASHI",
        "21st",
        "Özal",
        "naïve",
        "北京",
        "e\u0301tat",
        "U.S.-Japan-ROK",
        "O'Neill",
        "F-16s",
        "3.5",
        "1990s",
    ],
)
def test_single_tokens(token):
    assert printed(token) == [token]
    assert printed(f"({token}),") == [token]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Côte d'Ivoire's cocoa", ["Côte", "d'Ivoire", "cocoa"]),
        ("North Korea’s missiles", ["North", "Korea", "missiles"]),
        ("the U.S.’s commitment", ["the", "U.S.", "commitment"]),
        ("THE U.S.'S SHARE", ["THE", "U.S.", "SHARE"]),
        ("the leaders’ intention", ["the", "leaders", "intention"]),
        ("Joseph R. Biden, Jr.", ["Joseph", "R", "Biden", "Jr"]),
        ("George W. Bush", ["George", "W", "Bush"]),
        ("(“2+2”)", ["2+2"]),
        ("$1,234.5 million, 50%", ["1,234.5", "million", "50"]),
        ("In 2022, 3. Then", ["In", "2022", "3", "Then"]),
        ("and/or", ["and", "or"]),
        ("A/RES/41/11", ["A", "RES", "41", "11"]),
        ("allies—and partners", ["allies", "and", "partners"]),
        ("snake_case", ["snake", "case"]),
        ("well - being", ["well", "being"]),
        ("a+b", ["a", "b"]),
        ("low- and middle-income", ["low", "and", "middle-income"]),
        ("we’ll", ["we’ll"]),
        ("‘Quad’", ["Quad"]),
        ("vote.gov", ["vote", "gov"]),
        ("", []),
        ("… — ***", []),
    ],
)
def test_tokens_as_printed(text, tokens):
    assert printed(text) == tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("US told us", ["u.s.", "told", "us"]),
        ("U.S. and US and U.S", ["u.s.", "and", "u.s.", "and", "u.s."]),
        ("Us too", ["us", "too"]),
        ("The WHO, who knows", ["the", "WHO", "who", "knows"]),
        ("Who is IT for? It is", ["who", "is", "IT", "for", "it", "is"]),
        ("LET US MEET WHO LEADS IT", ["let", "us", "meet", "who", "leads", "it"]),
        ("Japan–US, Japan-U.S.", ["japan-u.s.", "japan-u.s."]),
        ("US-led", ["u.s.-led"]),
        ("U.N. and UN", ["un", "and", "un"]),
        ("D’Ivoire d'ivoire", ["d'ivoire", "d'ivoire"]),
        ("ÉTAT État", ["état", "état"]),
    ],
)
def test_folding(text, folded):
    assert tokenize(text) == folded


@pytest.mark.parametrize(
    ("token", "depends"),
    [
        ("US", True),
        ("US-Japan", True),
        ("IT", True),
        ("us", False),
        ("U.S.", False),
        ("ITU", False),
    ],
)
def test_initialisms(token, depends):
    assert bool(set(token.split("-")) & set(initialisms())) is depends
    assert (fold(token) != fold(token, mixed_case=False)) is depends


@given(st.text())
def test_tokens_cover_every_letter_and_digit_once_and_cross_no_space(text):
    spans = list(token_spans(text))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert not any(re.search(r"\s", text[start:end]) for start, end in spans)
    inside = {place for start, end in spans for place in range(start, end)}
    outside = [place for place in range(len(text)) if place not in inside]
    # What no token covers is no letter or digit, but for the s of a possessive.
    for place in outside:
        if re.match(r"[^\W_]", text[place]):
            assert text[place] in "sS"
            assert place > 0
            assert re.match("['\u2019\u02bc\u2032]", text[place - 1])


@given(st.text(alphabet="aA.'-1 +U&s", max_size=30))
def test_cutting_at_spaces_changes_no_token(text):
    whole = printed(text)
    assert [token for piece in text.split() for token in printed(piece)] == whole
