import pytest

import summit_analysis as sa
from summit_analysis.errors import PatternError
from summit_analysis.frames import notes_of

TEXT = "We met here. They met there, and we met again."


def test_context_is_shown_as_printed(corpus_of):
    frame = sa.concordance(corpus_of(TEXT), "met", window=2)
    assert frame["left"].tolist() == ["We", "here. They", "and we"]
    assert frame["right"].tolist() == ["here. They", "there, and", "again"]


@pytest.mark.parametrize(
    ("sort", "rights"),
    [
        ("document", ["here. They", "there, and", "again"]),
        ("left", ["again", "here. They", "there, and"]),
        ("right", ["again", "here. They", "there, and"]),
    ],
)
def test_sorting(corpus_of, sort, rights):
    frame = sa.concordance(corpus_of(TEXT), "met", window=2, sort=sort)
    if sort == "left":  # nearest word first: they, we, and "we" after "and" before "we" alone
        assert frame["left"].tolist() == ["here. They", "We", "and we"]
    else:
        assert frame["right"].tolist() == rights


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("met *", ["met here", "met there", "met again"]),
        ("the*", ["They", "there"]),
        ("they ... met", ["They met there, and we met"]),
        ("met we", []),
    ],
)
def test_patterns(corpus_of, pattern, matches):
    assert sa.concordance(corpus_of(TEXT), pattern)["match"].tolist() == matches


def test_an_unknown_word_names_similar_ones(series):
    frame = sa.concordance(series, "resilense")
    assert frame.empty
    assert "Similar words that do occur: resilience." in notes_of(frame)[0]


@pytest.mark.parametrize("pattern", ["", "*", "de*nuclear", "... met"])
def test_bad_patterns_are_refused(series, pattern):
    with pytest.raises(PatternError):
        sa.concordance(series, pattern)


def test_counts_are_those_the_key_has(series, fact):
    for phrase, counts in fact("two-names")["values"]["counts"].items():
        lines = sa.concordance(series, phrase)
        assert lines["doc_id"].value_counts().to_dict() == counts


def test_context_in_part_of_a_corpus_stays_in_what_is_left(corpus_of) -> None:
    corpus = corpus_of("One aa. Two met cc. Three dd.", "Four ee. Five met ff. Six gg.")
    rows = corpus.sentences
    places = list(zip(rows["doc_id"], rows["sentence"], strict=True))
    first, second = (document.doc_id for document in corpus)
    for kept in ([(first, 1), (second, 1)], [(first, 0), (first, 1), (second, 1)]):
        part = corpus.subset(rows[[place in kept for place in places]])
        found = sa.concordance(part, "met")
        left = "One aa. Two" if (first, 0) in kept else "Two"
        assert found["left"].tolist() == [left, "Five"]
        assert found["right"].tolist() == ["cc", "ff"]


def test_controls_in_context_become_spaces(corpus_of) -> None:
    found = sa.concordance(corpus_of("We\r\n met\tthem \x00 there."), "met")
    assert found[["left", "right"]].to_numpy().tolist() == [["We", "them there"]]


def test_one_space_is_left_of_several_and_only_in_the_lines_that_have_them(corpus_of) -> None:
    texts = "We  said:\n met them.", "", "Four ee met ff.", "met", "“They   met —  at  sea.”"
    found = sa.concordance(corpus_of(*texts), "met")
    assert found["left"].tolist() == ["We said:", "Four ee", "", "They"]
    assert found["right"].tolist() == ["them", "ff", "", "— at sea"]
