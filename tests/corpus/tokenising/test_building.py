"""The token index against the plain pass, and its sentences against Punkt's own."""

import zipfile
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.bundle import bundled
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising import blocks, byte_scan, laying
from summit_analysis.corpus.tokenising.building import build_index
from summit_analysis.errors import CorpusError
from tests.corpus.tokenising.plain_index import differences, plain_index

# What texts of this kind are made of, and what could trip the cutting of them.
PARTS = [
    "We", "met", "the", "The", "US", "us", "U.S.", "WHO", "who", "IT", "Japan-U.S.", "Japan’s",
    "d’Ivoire’s", "xʼs", "/US/", ".com",
    "Mr.", "No.", "no.", "Art.", "5", "1,234.5", "2+2", "J.", "p.m.", "e.g.", "etc.",
    "Étienne", "e\u0301", "ß", "İ", "ſ", "ΟΔΟΣ", "中文。", "😀", "ǅ", "\ufffd", "_x_",
    "AT&T", "a-", "-a", "(US)", "“Yes.”", "[no.]", "x’.", "9].", "9.)", "(mr.)", "x-mr.", "1-2.",
    "talks.", "talks?", "talks!", "TALKS.", "Yes!!", "What?!", "...", "....", ". . .", "…", ".",
    "!", "?", '."', ".”", ".)", ".’", '".', '.".', "!!!", ".--a", '"', ")", "”", "--", ")--b.",
    "(Applause.)", "(As", "interpreted.)", "PRESIDENT", "X:", "said.)Then", "U.S.'s", "x.(No.",
    "a.b.c", "1990.", "3.5.", "²", "Ⅳ.", "ex-", "co-op.", "[1].", "*", "a;b.", "c.:d.", "{e!}f.",
]  # fmt: skip
SPACES = [
    " ", " ", " ", " ", "  ", "\n", "\n\n", "\n\n", "\n\n\n", " \n \n ", "\t", "\r\n", "\u00a0",
    "\u2003", "\x1c", "\x0b", "\u2028", "\x85", "\u3000", "",
]  # fmt: skip

lumps = st.lists(
    st.tuples(st.sampled_from(PARTS) | st.text(max_size=4), st.sampled_from(SPACES)), max_size=40
).map(lambda pairs: "".join(part + space for part, space in pairs))
texts = lumps | lumps.map(str.upper) | lumps.map(lambda text: " " + text) | st.text()


def documents_of(*found: str) -> list[Document]:
    return [Document(str(number), text) for number, text in enumerate(found)]


@settings(max_examples=300, deadline=None)
@given(st.lists(texts, max_size=4))
def test_any_texts_give_the_plain_index(found: list[str]) -> None:
    documents = documents_of(*found)
    assert differences(build_index(documents), plain_index(documents)) == []


@pytest.mark.parametrize("size", [1, 7, 50, 1000])
def test_chunks_and_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    turns = (
        "".join(space + part for space, part in zip(cycle(SPACES[place:]), PARTS, strict=False))
        for place in range(len(SPACES))
    )
    tails = (" ".join(PARTS[place:]) for place in range(len(PARTS)))
    documents = documents_of(*tails, *turns, "", " \n", "\x85", "\u3000We\u3000met.")
    for module, name in (
        (laying, "FIRST_SIZE"),
        (laying, "CHUNK_SIZE"),
        (byte_scan, "BLOCK_BYTES"),
        (blocks, "BLOCK"),
    ):
        monkeypatch.setattr(module, name, size)
    assert differences(build_index(documents), plain_index(documents)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        " ",
        "THE US TOLD US: IT MET.\n\nThe US told us.",  # all capitals: a word, not a country
        "TOLD US. The US.",
        "US",
        "He said yes.)Then the U.S.'s share. x.'s",  # a sentence's end inside a piece
        "No. 5 met.\u00a0No.\u00a05 met.\u00a0 A.\u00a0B. C",
        "PRESIDENT X: (As interpreted.) Thank you.",
        "\x85We met.",
        "\u3000\n\n\u2003 We\u2003met.\n\n\xa0They left.",
        "We said.)I. )I. guess .)A. )A. What?)No. 5 U.S.)I. A",  # marks inside and at the end
        "HE SAID.)US MET THE US.)IT LEFT. The US.)it left.",  # cut, and among capitals or not
        ("x" * 40_000 + "-") * 2 + "y end.",  # longer than sixteen bits count
        "ГОД за годом.\u3000中文。 " * 40,  # more wide characters than pieces
        ("we met them in the room " * 9 + "é ") * 9,  # and far fewer
        "*" * 70_000 + "word, we",  # and further into a piece
        ";".join("abc" for _ in range(300)),  # many tokens in a piece
        "a " * 3000 + "b",  # as many pieces as can be
        "x.(y " * 300,  # many pieces cut in two
        " .??",  # the first of several marks behind a single space
        "They met.\u2003\x1c" + " " * 40 + "They left?",  # much white space that Punkt begins with
        ".\n" + "\x1f" * 40 + ".",
    ],
)
def test_odd_texts_give_the_plain_index(text: str) -> None:
    documents = documents_of(text, "We met. We agreed.", text)
    assert differences(build_index(documents), plain_index(documents)) == []


@pytest.mark.parametrize("parts", [("data", "readouts"), ("data", "examples", "series")])
def test_bundled_texts_give_the_plain_index(parts: tuple[str, ...]) -> None:
    documents = sa.load(bundled(*parts)).documents
    assert differences(build_index(documents), plain_index(documents)) == []


def test_no_documents_give_an_empty_index() -> None:
    assert differences(build_index([]), plain_index([])) == []


def test_half_a_character_is_named_with_what_mends_it() -> None:
    text = "They met \ud83d\ude00 and \ud800 agreed."
    with pytest.raises(CorpusError, match=r"^b: character 9 is half .* text\.encode") as raised:
        build_index([Document("a", "We met."), Document("b", text)])
    mended = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert mended == "They met 😀 and \ufffd agreed."
    assert 'text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")' in str(raised.value)
    assert len(sa.concordance(sa.Corpus([Document("b", mended)]), "agreed")) == 1


def test_white_house_gives_the_plain_index(corpora: Path) -> None:
    documents = sa.load(corpora / "white_house", on_error="warn").documents
    assert len(documents) > 1000
    assert differences(build_index(documents), plain_index(documents)) == []


def test_general_debate_gives_the_plain_index(corpora: Path) -> None:
    with zipfile.ZipFile(corpora / "un_general_debate.zip") as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".txt"))[::100]
        documents = [
            Document(name, archive.read(name).decode("utf-8-sig", "replace")) for name in names
        ]
    assert len(documents) > 100
    assert differences(build_index(documents), plain_index(documents)) == []
