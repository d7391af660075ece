"""Count topics: sentences, tokens, documents and first places."""

from typing import Any

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.topics.entries import TopicLexicon
from summit_analysis.topics.headings import heading_sentences
from summit_analysis.topics.matching import Matches, match_entries, select


def match_corpus(corpus: Corpus, words: TopicLexicon) -> Matches:
    """Match a corpus; a heading may set the subject of what follows, but has no topic itself."""
    matches = match_entries(index_of(corpus), words)
    heading = heading_sentences(corpus)
    return select(matches, ~heading[matches.sentences]) if heading.any() else matches


def document_counts(corpus: Corpus, words: TopicLexicon) -> tuple[np.ndarray, np.ndarray]:
    """Count, per document and topic, the sentences that have it; and per document all sentences."""
    index = index_of(corpus)
    matches = match_corpus(corpus, words)
    topics = len(words.topics)
    pairs = np.unique(matches.sentences * topics + matches.topics)
    cells = index.document_of(pairs // topics) * topics + pairs % topics
    counts = np.bincount(cells, minlength=len(corpus) * topics).reshape(len(corpus), topics)
    return counts, np.diff(index.document_sentences)


def cell_counts(
    index: TokenIndex, matches: Matches, topics: int, group_of: np.ndarray, groups: int
) -> dict[str, Any]:
    """Count sentences, tokens, documents and first places per group and topic.

    Args:
        index: the corpus as arrays; its documents may stand for smaller units.
        matches: the occurrences in it.
        topics: how many topics there are.
        group_of: the group of each document.
        groups: how many groups there are.

    Returns:
        The columns of `coverage`, one value for each group and topic.
    """
    # One key for each sentence and topic that meet, however many entries fired.
    pairs = np.unique(matches.sentences * topics + matches.topics)
    sentences, topic = pairs // topics, pairs % topics
    documents = index.document_of(sentences)
    cells = group_of[documents] * topics + topic
    size = groups * topics
    per_sentence = np.diff(index.sentence_tokens)
    found = np.bincount(cells, minlength=size)
    tokens = np.bincount(cells, weights=per_sentence[sentences], minlength=size).astype(np.int64)

    document_cells, firsts = np.unique(documents * topics + topic, return_index=True)
    first = index.sentence_numbers[sentences[firsts]].astype(np.float64)
    first_documents = document_cells // topics
    first_cells = group_of[first_documents] * topics + document_cells % topics
    lengths = np.maximum(np.diff(index.document_sentences)[first_documents], 1)
    offset = sentences[firsts] - index.document_sentences[first_documents]
    earliest = np.full(size, np.inf)
    np.minimum.at(earliest, first_cells, first)
    in_documents = np.bincount(first_cells, minlength=size)
    depth = np.bincount(first_cells, weights=offset / lengths, minlength=size)

    of_document = np.repeat(np.arange(len(group_of)), np.diff(index.document_sentences))
    all_sentences = np.bincount(group_of[of_document], minlength=groups).repeat(topics)
    all_tokens = np.bincount(group_of[of_document], weights=per_sentence, minlength=groups).repeat(
        topics
    )
    absent = in_documents == 0
    return {
        "sentences": found,
        "share": found / np.maximum(all_sentences, 1),
        "tokens": tokens,
        "token_share": tokens / np.maximum(all_tokens, 1),
        "documents": in_documents,
        "first_sentence": pd.arrays.IntegerArray(
            np.where(absent, 0, earliest).astype(np.int64), absent
        ),
        "position": np.where(absent, np.nan, depth / np.maximum(in_documents, 1)),
    }
