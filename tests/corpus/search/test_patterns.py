import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.corpus.search.patterns import find, parse_pattern
from summit_analysis.errors import PatternError

WORDS = ["peace", "peaceful", "and", "stability", "strait"]
ELEMENTS = [*WORDS, "peace*", "st*", "*"]


def found(text, pattern):
    corpus = sa.Corpus([sa.Document("a", text)])
    firsts, lasts = find(corpus.index, pattern)
    starts, ends = corpus.index.starts, corpus.index.ends
    return [text[starts[a] : ends[b]] for a, b in zip(firsts, lasts, strict=True)]


@pytest.mark.parametrize(
    ("text", "pattern", "matches"),
    [
        ("Peace and stability.", "peace and stability", ["Peace and stability"]),
        ("Peace and stability.", "“Peace, and stability!”", ["Peace and stability"]),
        (
            "denuclearize denuclearization nuclear",
            "denuclear*",
            ["denuclearize", "denuclearization"],
        ),
        ("a free and open sea", "free * open", ["free and open"]),
        ("peace across the wide Strait", "peace ... strait", ["peace across the wide Strait"]),
        ("peace across the wide Strait", "peace…strait", ["peace across the wide Strait"]),
        ("peace across the wide Strait", "peace...strait", ["peace across the wide Strait"]),
        ("peace Strait", "peace ... strait", []),
        ("peace a b c d e Strait", "peace ... strait", ["peace a b c d e Strait"]),
        ("peace a b c d e f Strait", "peace ... strait", []),
        ("We want peace. Strait talks", "peace strait", []),
        ("We want peace. The strait talks", "peace ... strait", []),
        (
            "peace a peace b strait",
            "peace ... strait",
            ["peace a peace b strait", "peace b strait"],
        ),
        ("the US told us", "US", ["US"]),
        ("the US told us", "us", ["us"]),
        ("the U.S. and US", "u.s.", ["U.S.", "US"]),
        ("Japan’s share", "Japan share", ["Japan’s share"]),
        ("Japan–U.S. talks", "japan-u.s.", ["Japan–U.S."]),
        ("“2+2” talks", "2+2", ["2+2"]),
        ("no match", "peace", []),
        ("peace", "* peace", []),
        ("peace peace peace", "peace peace", ["peace peace", "peace peace"]),
    ],
)
def test_matches(text, pattern, matches):
    assert found(text, pattern) == matches


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("...", "words are missing"),
        ("... peace", "words are missing"),
        ("peace ...", "words are missing"),
        ("peace ... ... strait", "words are missing"),
        ("*", "matches everything"),
        ("* ... *", "matches everything"),
        ("pea*ce", "'pea\\*ce' has it elsewhere"),
        ("*ful", "'\\*ful' has it elsewhere"),
        ("!!!", "no letter or digit"),
        ("peace —", "no letter or digit"),
        (None, "is a string, not NoneType"),
        (["peace"], "is a string, not list"),
    ],
)
def test_patterns_that_cannot_be_understood(pattern, says):
    with pytest.raises(PatternError, match=says):
        parse_pattern(pattern)


def naive_ends(words, start, elements):
    """Where a match from `start` can end (one past it), by trying everything."""
    if not elements:
        return {start}
    if elements[0] == "...":
        return {e for gap in range(1, 6) for e in naive_ends(words, start + gap, elements[1:])}
    if start >= len(words):
        return set()
    if elements[0].endswith("*"):
        fits = words[start].startswith(elements[0][:-1])
    else:
        fits = words[start] == elements[0]
    return naive_ends(words, start + 1, elements[1:]) if fits else set()


def naive_find(sentences, elements):
    matches = []
    offset = 0
    for words in sentences:
        for start in range(len(words)):
            ends = [end for end in naive_ends(words, start, elements) if end <= len(words)]
            if ends:
                matches.append((offset + start, offset + min(ends) - 1))
        offset += len(words)
    return matches


RUN = st.lists(st.sampled_from(ELEMENTS), min_size=1, max_size=3)
SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=4
)


@settings(max_examples=300, deadline=None)
@given(SENTENCES, st.lists(RUN, min_size=1, max_size=3))
def test_matches_equal_those_of_a_naive_matcher(sentences, runs):
    elements = [element for run in runs for element in (*run, "...")][:-1]
    text = "\n\n".join(" ".join(words) for words in sentences)
    index = sa.Corpus([sa.Document("a", text)]).index
    pattern = " ".join(elements)
    if all(element in ("*", "...") for element in elements):
        with pytest.raises(PatternError):
            find(index, pattern)
        return
    firsts, lasts = find(index, pattern)
    assert list(zip(firsts.tolist(), lasts.tolist(), strict=True)) == naive_find(
        sentences, elements
    )
