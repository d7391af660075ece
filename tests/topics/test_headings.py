"""Headings are told from sentences, and have no topics."""

import pytest

from summit_analysis.corpus import Corpus, Document
from summit_analysis.topics import coverage, topic_evidence, uncovered
from summit_analysis.topics.headings import heading_sentences, title_sentences

LEXICON = {"topics": {"space": {"entries": ["moon"], "echoes": ["crater*"]}}}


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("Cooperation on the Moon", True),
        ("SPACE AND THE MOON", True),
        ("Jane Roe, Director of Moon Studies", True),
        ("They went to the Moon.", False),
        ("Key Terms of the Moon Agreement:", False),
        ("purchases of moon rock", False),
        ("2021", False),
        ("One Moon. Two Moons", False),
    ],
)
def test_what_a_heading_is(paragraph, heading):
    corpus = Corpus([Document("a", f"{paragraph}\n\nThey met.")])
    assert bool(heading_sentences(corpus)[0]) is heading


def test_a_heading_has_no_topic_but_sets_the_subject():
    corpus = Corpus([Document("a", "Cooperation on the Moon\n\nCraters will be mapped. So be it.")])
    assert topic_evidence(corpus, LEXICON)["match"].tolist() == ["Craters"]
    assert coverage(corpus, LEXICON)["sentences"].tolist() == [1]


def test_many_documents_keep_their_paragraphs_apart():
    texts = [
        Document(f"d{n}", "On the Moon" if n % 2 else "They met. They left.") for n in range(6)
    ]
    assert heading_sentences(Corpus(texts)).sum() == 3


@pytest.mark.parametrize(
    ("text", "metadata", "titles"),
    [
        ("Talks at Noon\n\nThey met.", {"title": "Talks at noon"}, 1),
        ("Talks at Noon\n\nThey met.", {"title": "Talks at Noon", "inferred": "date; title"}, 1),
        ("A Report. From the Capital\n\nThey met.", {"title": "A Report. From the Capital"}, 2),
        ("Talks at Noon\n\nThey met.", {"title": "Talks"}, 0),
        ("Talks at Noon", {"title": "Talks at Noon"}, 0),
        ("Talks at Noon\n\nThey met.", {}, 0),
        # The first sentence of a text without a title, taken for one.
        ("They met.\n\nThey left.", {"title": "They met.", "inferred": "title"}, 0),
    ],
)
def test_a_title_is_the_first_paragraph_where_others_follow(text, metadata, titles):
    found = title_sentences(Corpus([Document("a", text, metadata), Document("b", "They ate.")]))
    assert found.sum() == titles and found[:titles].all()


def test_a_title_is_not_counted_among_the_uncovered():
    corpus = Corpus([Document("a", "A Visit\n\nThey met. The moon.", {"title": "A Visit"})])
    bare = uncovered(corpus, LEXICON)
    assert bare["text"].tolist() == ["They met."] and bare.attrs["sentences"] == 2
    assert bare.attrs["notes"][:2] == [
        "1 of 2 sentences (50%) has no topic of the lexicon: greetings, procedure, or matters it "
        "does not know.",
        "One title that stands at the head of a text is left out.",
    ]
