import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.corpus.cleaning.typist_rules import (
    clean_paragraphs,
    closed_forms,
    split_paragraphs,
)
from summit_analysis.errors import LoadError

RE_WORD = re.compile(r"[^\W_]+")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("two\u00a0leaders", "two leaders"),
        ("a\u2003b\u3000c\td", "a b c d"),
        ("a  b   c", "a b c"),
        ("lead\u200bers and the\ufeff sea", "leaders and the sea"),
        ("co\u00adoperation", "cooperation"),
        ("coop\u00ad\neration went on", "cooperation went on"),
        ("left\u200eto\u202aright\u202c", "lefttoright"),
        ("e\u0301tat", "état"),
        ("e\u200b\u0301tat", "état"),  # invisible characters go before NFC, or this stays apart
        ("\ufb01nance and o\ufb03ce", "finance and office"),
        ("one\r\n\r\ntwo", "one\n\ntwo"),
        ("one\rand on", "one and on"),
        ("one\u2029\u2029two", "one\n\ntwo"),
        ("a \x07bell", "a bell"),
        ("broken \ud800 half", "broken \ufffd half"),
        ("one\n \t \ntwo", "one\n\ntwo"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_repairs(raw, text):
    assert sa.clean(raw) == text


@pytest.mark.parametrize(
    "text",
    [
        "“Free and Open Indo-Pacific” – it’s ‘ours’ — truly…",
        "½ of 10² and №5",
        "Ｆｕｌｌ width",
        "The U.S.’s share",
        "* a footnote star follows*",
        "low- and middle-income",
    ],
)
def test_what_is_printed_stays(text):
    expected = text.removeprefix("* ")
    assert sa.clean(text) == expected


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The Secretary-\nGeneral met", "The Secretary-General met"),
        ("coop-\neration; cooperation", "cooperation; cooperation"),
        ("coop-\neration; cooperation; coop-eration", "coop-eration; cooperation; coop-eration"),
        ("trans-\nAtlantic; transatlantic", "trans-Atlantic; transatlantic"),
        ("CO-\nOPERATION; cooperation", "COOPERATION; cooperation"),
        ("from 2021-\n2022", "from 2021-2022"),
        ("small-\nand medium-sized", "small- and medium-sized"),
        ("the sea -\nand the land", "the sea - and the land"),
        ("North Korea’s self-\nimposed ban", "North Korea’s self-imposed ban"),
    ],
)
def test_hyphens_at_a_line_end(raw, text):
    assert sa.clean(raw) == text


def test_the_whole_corpus_decides_about_a_broken_word():
    assert closed_forms(["coop-\neration", "cooperation and Cooperation"]) == {"cooperation"}
    assert closed_forms(["Secretary-\nGeneral", "a Secretary-General"]) == frozenset()
    assert closed_forms(["cooperation"]) == frozenset()
    text, removed, _ = clean_paragraphs(["coop-\neration"], closed=frozenset({"cooperation"}))
    assert text == "cooperation"
    assert removed[0].rule == "line-end-hyphen"
    assert "cooperation" in removed[0].text


LONG = "This line is a whole paragraph of its own, and it runs on for much longer than any page."
WRAPPED = [
    "The two leaders shared the intention to coordinate closely",
    "under the strong alliance and to deepen cooperation with all",
    "of their partners.",
    "They left.",
]


@pytest.mark.parametrize(
    ("raw", "paragraphs"),
    [
        ("\n".join(WRAPPED[:2]), 1),
        ("\n".join(WRAPPED), 2),  # a short line with a full stop ends its paragraph
        (f"{LONG} {LONG}\n{LONG}", 2),  # lines as long as that are not wrapped
        ("a b\nc d", 1),
        ("They agreed.\n• Trade\n• Health", 3),
        ("They agreed on\n- trade", 2),
        ("One.\n\nTwo.\n\n\n\nThree.", 3),
    ],
)
def test_paragraphs_of_plain_text(raw, paragraphs):
    assert len(split_paragraphs(raw)) == paragraphs


@pytest.mark.parametrize("bullet", ["•", "▪", "-", "–", "·", "* ", "• •"])
def test_bullets_go_and_their_paragraphs_stay(bullet):
    text, removed, _ = clean_paragraphs([f"{bullet} They met.", "They left."])
    assert text == "They met.\n\nThey left."
    assert [(removal.rule, removal.paragraph) for removal in removed] == [("bullet", 0)]


@pytest.mark.parametrize("line", ["-5 degrees", "•", "a - b", "–", "*note"])
def test_what_only_looks_like_a_bullet_stays(line):
    assert clean_paragraphs([line, "They left."])[0] == f"{line}\n\nThey left."


def test_removed_is_numbered_by_raw_paragraph():
    raw = ["Skip to Content", "\u200b", "Talks", "• Talks", "They\u00a0met.", "• They left."]
    text, removed, title = clean_paragraphs(raw)
    assert text == "They met.\n\nThey left."
    assert title == "Talks"
    assert [(removal.rule, removal.paragraph) for removal in removed] == [
        ("invisible-character", -1),
        ("odd-space", -1),
        ("skip-link", 0),
        ("title", 2),
        ("title", 3),
        ("bullet", 5),
    ]


def test_seed_is_cleaned_exactly():
    (document,) = sa.load()
    assert document.text.startswith("On January 21, 2022, Mr. Kishida Fumio, Prime Minister")
    assert document.text.endswith("including in-person meetings.")
    assert "\u00a0" not in document.text
    assert "•" not in document.text
    assert Counter(removal.rule for removal in document.removed) == {
        "odd-space": 1,
        "skip-link": 1,
        "month-line": 1,
        "title": 3,
        "bullet": 3,
        "source-note": 1,
    }


@pytest.mark.parametrize("given", [None, 5, b"They met."])
def test_clean_wants_a_string(given):
    with pytest.raises(LoadError, match=type(given).__name__):
        sa.clean(given)


def plain_words(text):
    """Letters and digits in order of the alphabet, so that joined words do not matter."""
    return Counter("".join(RE_WORD.findall(unicodedata.normalize("NFKC", text))))


WHOLE_LINE_RULES = {"title", "skip-link", "month-line", "release-line", "end-mark", "source-note"}


@given(
    st.lists(
        st.text(alphabet="abé \n-•\u00a0\u200b\u00ad.,’12Tt\ufb01", max_size=40),
        min_size=1,
        max_size=6,
    )
)
def test_no_letter_is_lost_but_what_removed_says(paragraphs):
    text, removed, _ = clean_paragraphs(paragraphs)
    gone = "".join(removal.text for removal in removed if removal.rule in WHOLE_LINE_RULES)
    assert plain_words("".join(paragraphs)) == plain_words(text) + plain_words(gone)


@given(st.text(alphabet="aé\u0301 \n\r-•\u00a0\u200b\u00ad.\t\u2028\x0bT", max_size=60))
def test_cleaned_text_is_normal(raw):
    text = sa.clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[^\S \n]|  |[\u200b\u00ad]", text)
    assert not re.search(r"\n{3,}|(?<!\n)\n(?!\n)| \n|\n ", text)
    assert text == text.strip()


def test_no_word_of_the_white_house_corpus_is_lost(corpora):
    folder = corpora / "white_house" / "2021"
    documents = sa.load(folder)
    assert len(documents) > 100
    for document in documents:
        raw = (folder / document.metadata["file"]).read_text(encoding="utf-8")
        body = re.sub("[\u200b-\u200f\u00ad\ufeff]", "", raw.split("---\n", 2)[2])
        kept = document.text + "".join(
            removal.text
            for removal in document.removed
            if removal.rule not in ("odd-space", "invisible-character", "line-end-hyphen")
        )
        assert plain_words(body.replace("&nbsp;", " ")) == plain_words(kept), document.doc_id
        assert not re.search(r"\*\*|</?\w+>|\]\(|\\#", document.text), document.doc_id
