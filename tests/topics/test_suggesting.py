"""Suggestions come from enough texts, or not at all."""

import pytest

from summit_analysis.corpus import Corpus, Document
from summit_analysis.errors import CorpusError
from summit_analysis.topics import suggest_entries, suggest_topics

LEXICON = {"topics": {"space": {"entries": ["moon"]}}}


def series(number):
    text = (
        "The moon rose over the harbour. The moon set. Whales swam past the harpoon boats. "
        "Harpoon crews chased whales. A violin played the sonata. The sonata needs a violin. "
        "Whales fear every harpoon. Every violin student knows the sonata."
    )
    return Corpus([Document(f"d{n}", text) for n in range(number)])


def test_terms_that_share_sentences_form_a_group():
    frame = suggest_topics(series(12), LEXICON, groups=2)
    group = frame.set_index("term")["group"]
    assert group["whales"] == group["harpoon"]
    assert group["violin"] == group["sonata"]
    assert group["whales"] != group["violin"]
    assert "moon" not in group.index
    assert frame["quote"].str.len().min() > 0


def test_a_term_of_every_sentence_is_in_no_group():
    text = "The moon rose. Whales fear a harpoon. Whales hear a violin. Whales know a sonata. " * 3
    corpus = Corpus([Document(f"d{n}", text) for n in range(12)])
    frame = suggest_topics(corpus, LEXICON, groups=2)
    assert "whales" not in frame["term"].tolist()
    assert {"harpoon", "sonata"} <= set(frame["term"])


def test_too_little_is_refused():
    with pytest.raises(CorpusError, match="1 document is too little"):
        suggest_topics(series(1), LEXICON)
    with pytest.raises(CorpusError, match="7 documents are too little"):
        suggest_topics(series(7), LEXICON)
    with pytest.raises(CorpusError, match="0 of .* sentences have no topic"):
        suggest_topics(Corpus([Document(f"d{n}", "The moon.") for n in range(9)]), LEXICON)


def test_candidates_keep_company_with_the_seed():
    frame = suggest_entries(series(3), "whal*").set_index("candidate")
    assert frame.loc["harpoon", "precision"] == 1
    assert frame.loc["harpoon", "sentences"] == 9
    assert frame.loc["harpoon", "log_dice"] == pytest.approx(14)
    assert "whales" not in frame.index
    assert "violin" not in frame.index
    assert "harpoon crews" in frame.index


def test_seeds_must_be_there():
    with pytest.raises(CorpusError, match="No seed"):
        suggest_entries(series(2), [])
    with pytest.raises(CorpusError, match="None of the seeds"):
        suggest_entries(series(2), "xyzzy")
    with pytest.raises(CorpusError, match="one to 3 words"):
        suggest_entries(series(2), "whal*", n=9)
