"""Where entries count, with and without conditions."""

import numpy as np
import pytest

from summit_analysis.corpus import Corpus, Document, load
from summit_analysis.corpus.search.many_patterns import find_many
from summit_analysis.corpus.search.patterns import find
from summit_analysis.topics.matching import match_entries
from summit_analysis.topics.topic_lexicon import topic_lexicon


def matched(text, *entries):
    corpus = Corpus([Document("a", text)])
    lexicon = topic_lexicon({"topics": {"t": {"entries": list(entries)}}})
    found = match_entries(corpus.index, lexicon)
    starts, ends = corpus.index.starts[found.firsts], corpus.index.ends[found.lasts]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


TEXT = "The Security Council met. Food security and security in the sea matter."


def test_not_cancels_what_it_overlaps_and_nothing_else():
    assert matched(TEXT, {"entry": "security", "not": ["Security Council"]}) == ["security"] * 2
    assert matched(TEXT, {"entry": "security", "not": ["Council met"]}) == [
        "Security",
        "security",
        "security",
    ]


def test_with_and_unless_ask_about_the_sentence():
    assert matched(TEXT, {"entry": "security", "with": ["sea"]}) == ["security"] * 2
    assert matched(TEXT, {"entry": "security", "unless": ["sea"]}) == ["Security"]
    assert matched(TEXT, {"entry": "security", "with": ["moon"]}) == []


def test_document_asks_about_the_document():
    assert matched(TEXT, {"entry": "met", "with_document": ["food"]}) == ["met"]
    assert matched(TEXT, {"entry": "met", "with_document": ["moon"]}) == []


def test_of_overlapping_occurrences_the_first_and_longest_stays():
    text = "Peace and security cooperation and security."
    assert matched(text, "security", "security cooperation", "cooperation and") == [
        "security cooperation",
        "security",
    ]
    assert matched(text, "peace and security", "security cooperation", "cooperation and") == [
        "Peace and security",
        "cooperation and",
    ]


def test_topics_may_overlap_each_other():
    corpus = Corpus([Document("a", "Food security.")])
    lexicon = topic_lexicon(
        {"topics": {"food": {"entries": ["food security"]}, "safety": {"entries": ["security"]}}}
    )
    assert match_entries(corpus.index, lexicon).topics.tolist() == [0, 1]


def test_a_match_does_not_cross_a_sentence_end():
    assert matched("They met in space. Law came later.", "space law", "met ... law") == []


@pytest.mark.parametrize(
    "pattern",
    [
        "the two leaders",
        "denuclear*",
        "peace and stability across the * Strait",
        "a*",
        "importance of ... Strait",
        "shared ... to ... of",
        "* Biden",
        "the *",
        "xyzzy",
    ],
)
def test_finding_many_is_finding_each(pattern):
    index = load().index
    numbers, firsts, lasts = find_many(index, ["and", pattern, "of the"])
    expected = find(index, pattern)
    assert np.array_equal(firsts[numbers == 1], expected[0])
    assert np.array_equal(lasts[numbers == 1], expected[1])


def test_no_entries_find_nothing():
    found = match_entries(load().index, topic_lexicon({"topics": {"t": {"entries": ["xyzzy"]}}}))
    assert len(found.firsts) == 0


ECHO = {
    "topics": {
        "sea": {"entries": ["sea"], "echoes": ["boat*"]},
        "space": {"entries": ["moon"], "echoes": ["rocket*", "boats"]},
    }
}


def echoes(text):
    corpus = Corpus([Document("a", text), Document("b", "Boats and rockets.")])
    found = match_entries(corpus.index, topic_lexicon(ECHO))
    names = ["sea", "space"]
    return [(int(s), names[t]) for s, t in zip(found.sentences, found.topics, strict=True)]


def test_an_echo_counts_only_after_its_topic():
    text = "Boats left. They hummed. The sea rose. Boats came back. They hummed. They slept."
    assert echoes(text) == [(2, "sea"), (3, "sea")]


def test_an_echo_keeps_to_the_nearest_topic():
    text = "The sea. The moon. Boats and rockets."
    assert echoes(text) == [(0, "sea"), (1, "space"), (2, "space"), (2, "space")]


def test_an_echo_reaches_two_sentences_and_not_another_document():
    hum = "Hum. " * 9
    assert echoes(f"{hum}The sea. So. Boats. {hum}Boats.") == [(9, "sea"), (11, "sea")]


def test_an_echo_counts_throughout_a_document_about_its_topic():
    text = "The sea. Hum. Hum. Hum. Boats. The sea."
    assert echoes(text) == [(0, "sea"), (4, "sea"), (5, "sea")]
