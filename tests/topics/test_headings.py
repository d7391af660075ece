"""Headings are told from sentences, and have no topics."""

import pytest

from summit_analysis.corpus import Corpus, Document
from summit_analysis.topics import coverage, topic_evidence
from summit_analysis.topics.headings import heading_sentences

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
