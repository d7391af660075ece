"""What is no corpus, no seed and no lexicon is named, with what to give instead."""

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError, LexiconError

CALLS = {
    "coverage": sa.coverage,
    "prominence": sa.prominence,
    "suggest_entries": lambda corpus: sa.suggest_entries(corpus, "Ukraine"),
    "suggest_topics": sa.suggest_topics,
    "topic_evidence": sa.topic_evidence,
    "topic_matrix": sa.topic_matrix,
    "topic_order": sa.topic_order,
    "topic_trend": sa.topic_trend,
    "uncovered": sa.uncovered,
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("given", [None, "a path", pd.DataFrame({"text": ["a"]})])
def test_what_is_no_corpus_is_refused(name, given):
    with pytest.raises(CorpusError, match="is a corpus, not"):
        CALLS[name](given)


@pytest.mark.parametrize("seeds", [None, 5, [5], pd.DataFrame({"seed": ["talks"]})])
def test_seeds_are_texts(seeds):
    with pytest.raises(CorpusError, match="seeds: give a text or a list of texts"):
        sa.suggest_entries(sa.load(), seeds)


@pytest.mark.parametrize("source", [5, ["space"]])
def test_a_lexicon_is_a_file_or_a_dict(source):
    with pytest.raises(LexiconError, match="path of a YAML file or a dict, not"):
        sa.topic_lexicon(source)
