import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis import findings


@pytest.fixture(scope="module")
def seed() -> sa.Corpus:
    return sa.load()


@pytest.fixture(scope="module")
def series() -> sa.Corpus:
    return sa.load(sa.bundled("data", "examples", "series"))


@pytest.mark.parametrize(
    ("items", "most", "said"),
    [
        ([], 5, ""),
        (["a"], 5, "a"),
        (["a", "b"], 5, "a and b"),
        (["a", "b", "c"], 2, "a, b and 1 more"),
    ],
)
def test_lists_read_as_prose(items: list[str], most: int, said: str) -> None:
    assert findings.listed(items, most=most) == said


def test_one_document_is_named_with_issuer_and_date(seed: sa.Corpus) -> None:
    said = findings.size_of_corpus(sa.describe(seed))
    assert said.startswith("The corpus is one document: “Japan-U.S. Summit Video Teleconference")
    assert "21 January 2022" in said
    assert "28 sentences in 11 paragraphs" in said


def test_several_documents_are_counted_with_dates_and_issuers(series: sa.Corpus) -> None:
    said = findings.size_of_corpus(sa.describe(series))
    assert "15 documents, dated 12 April 2031 to 24 May 2034" in said
    assert "3 issuers" in said


def test_documents_without_dates_and_issuers_are_said_to_be_so() -> None:
    frame = pd.DataFrame({"doc_id": ["a", "b"], "text": ["We met.", "We agreed."]})
    said = findings.size_of_corpus(sa.describe(sa.from_frame(frame)))
    assert "2 documents, undated: 2 sentences" in said


def test_numbers_in_findings_come_from_their_frames(seed: sa.Corpus) -> None:
    words = sa.frequency(seed, stopwords="english")
    assert f"“{words['term'][0]}” ({words['count'][0]})" in findings.commonest_words(words)
    phrases = sa.formulas(seed)
    assert f"{len(phrases)} phrases" in findings.recurring_phrases(phrases)
    bare = sa.uncovered(seed)
    said = findings.without_topic(bare, bare.attrs["sentences"])
    assert said.startswith(f"{len(bare)} sentences of 28")


def test_the_least_words_are_those_that_were_asked_for(seed: sa.Corpus) -> None:
    phrases = sa.formulas(seed, min_words=4)
    assert "of four words or more" in findings.recurring_phrases(phrases)
    none = sa.formulas(seed, min_words=40)
    assert "of 40 words or more" in findings.recurring_phrases(none)
    phrases.attrs.clear()
    assert "words or more" not in findings.recurring_phrases(phrases)
    document = next(iter(seed))
    runs = sa.shared_runs(document, sa.Document("b", "They met."), min_words=5)
    assert findings.wording_in_both(runs) == (
        "No wording of five words or more stands in both accounts."
    )


def test_the_most_even_and_the_most_clumped_term_are_named() -> None:
    frame = pd.DataFrame(
        {"term": ["a", "b", "c"], "count": [9, 5, 4], "range": [3, 2, 1], "dp_norm": [0.1, 0.8, 1]}
    )
    frame.attrs["parts"] = 3
    assert findings.spread_of_terms(frame) == (
        "Among those that occur 5 times or more, “a” is the most evenly spread (in 3 of 3 parts, "
        "DPnorm 0.10), and “b” clumps most (in 2, DPnorm 0.80)."
    )
    assert findings.spread_of_terms(frame.head(1)) == "“a” stands in 3 of 3 parts (DPnorm 0.10)."
    assert "None of these terms occurs 5 times" in findings.spread_of_terms(frame.tail(1))


def test_a_term_rarer_than_the_parts_is_neither_even_nor_clumped() -> None:
    frame = pd.DataFrame(
        {"term": ["a", "b"], "count": [9, 6], "range": [3, 2], "dp_norm": [0.1, 0.8]}
    )
    frame.attrs["parts"] = 10
    assert findings.spread_of_terms(frame) == (
        "None of these terms occurs 10 times: that is too little text to tell which are evenly "
        "spread and which clump."
    )
    frame.attrs["parts"] = 9
    assert findings.spread_of_terms(frame) == "“a” stands in 3 of 9 parts (DPnorm 0.10)."


def test_a_very_short_text_is_too_little_to_tell() -> None:
    spread = sa.dispersion(sa.Corpus([sa.Document("a", "We met. We spoke. They left.")]))
    assert "too little text to tell" in findings.spread_of_terms(spread)


def test_topics_without_a_match_are_never_called_undiscussed(seed: sa.Corpus) -> None:
    said = findings.topics_covered(sa.coverage(seed))
    assert "No match was found for" in said
    assert "not discussed" not in said


def test_empty_frames_still_say_something() -> None:
    empty = sa.Corpus([sa.Document("a", "Zyx.")])
    assert findings.recurring_phrases(sa.formulas(empty)).startswith("No phrase")
    assert findings.topics_covered(sa.coverage(empty)).startswith("No match found in this text")
    assert findings.commonest_words(sa.frequency(empty, min_count=9)) == "No word is left to count."
    assert findings.what_cleaning_did(empty.removed).startswith("Cleaning found nothing")
