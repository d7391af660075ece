"""How much room each topic has in a text, and the words that say so."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.evidence import evidence
from summit_analysis.corpus.grouping import labels
from summit_analysis.frames import finish
from summit_analysis.topics.entries import TopicLexicon
from summit_analysis.topics.headings import heading_sentences
from summit_analysis.topics.matching import Matches, match_entries, select
from summit_analysis.topics.topic_lexicon import topic_lexicon

Lexicon = str | Path | Mapping[str, Any] | TopicLexicon | None


def coverage(corpus: Corpus, lexicon: Lexicon = None, *, by: str | None = None) -> pd.DataFrame:
    """Measure how much room each topic has, by document or by group.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: a metadata column or a part of the date (`year`, `quarter`, `month`) to group by; none
            for a row a document.

    Returns:
        One row for each document (or group) and topic, topics that are absent included:
        `doc_id` (or the `by` column), `topic`, `sentences` (with the topic), `share` (of its
        sentences), `tokens` (in those sentences), `token_share`, `documents` (that have the topic),
        `first_sentence` (number of the first such sentence, from 0; in a group, the earliest in
        any document; missing when absent), `position` (how far into the document that is, 0 to 1;
        in a group, the mean over the documents that have the topic). A sentence may have several
        topics, so that shares can add up to more than 1.

    Raises:
        LexiconError: the lexicon is malformed.
        CorpusError: there is no such column to group by.

    Example:
        >>> from summit_analysis.corpus import load
        >>> table = coverage(load())
        >>> table.loc[table["topic"] == "taiwan", ["sentences", "first_sentence"]].values.tolist()
        [[1, 6]]
    """
    words = topic_lexicon(lexicon)
    matches = _matches(corpus, words)
    groups = labels(corpus, by) if by else [document.doc_id for document in corpus]
    names = sorted(set(groups)) if by else groups
    counts = _counts(corpus, matches, len(words.topics), groups, names)
    frame = pd.DataFrame(
        {
            by or "doc_id": pd.Series(
                np.repeat(np.array(names, dtype=object), len(words.topics)), dtype="str"
            ),
            "topic": pd.Series(list(words.topics) * len(names), dtype="str"),
            **counts,
        }
    )
    absent = int((frame["sentences"] == 0).sum())
    return finish(
        frame,
        title=f"Topic coverage by {by or 'document'}",
        notes=[
            _size_note(corpus),
            _lexicon_note(words),
            absence_note(absent, len(frame)),
        ],
    )


def topic_evidence(corpus: Corpus, lexicon: Lexicon = None) -> pd.DataFrame:
    """List every word or phrase that put a sentence under a topic.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.

    Returns:
        One row for each occurrence of an entry, in the order of the text: `doc_id, sentence,
        start, end, match, quote, topic, entry` (the lexicon's line that fired). Occurrences of one
        topic do not overlap.

    Raises:
        LexiconError: the lexicon is malformed.

    Example:
        >>> from summit_analysis.corpus import load
        >>> rows = topic_evidence(load())
        >>> rows.loc[rows["topic"] == "taiwan", "match"].tolist()
        ['Taiwan', 'cross-Strait']
    """
    words = topic_lexicon(lexicon)
    matches = _matches(corpus, words)
    frame = evidence(corpus, matches.firsts, matches.lasts)
    topics = np.array(list(words.topics), dtype=object)
    entries = np.array([entry.pattern for entry in words.entries], dtype=object)
    frame["topic"] = pd.Series(topics[matches.topics], dtype="str")
    frame["entry"] = pd.Series(entries[matches.entries], dtype="str")
    notes = [_lexicon_note(words)]
    if frame.empty:
        notes.append("No match found in this text.")
    return finish(frame, title="Evidence for topics", notes=notes)


def uncovered(corpus: Corpus, lexicon: Lexicon = None) -> pd.DataFrame:
    """List the sentences that no entry of the lexicon put under a topic.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.

    Returns:
        Rows of `corpus.sentences`: `doc_id, sentence, paragraph, start, end, text`; a note states
        their share.

    Raises:
        LexiconError: the lexicon is malformed.
    """
    words = topic_lexicon(lexicon)
    matches = _matches(corpus, words)
    bare = np.ones(len(corpus.index.sentence_starts), dtype=bool)
    bare[matches.sentences] = False
    share = bare.mean() if len(bare) else 0.0
    return finish(
        corpus.sentences[bare],
        title="Sentences without a topic",
        notes=[
            (
                f"{int(bare.sum()):,} of {len(bare):,} sentences ({share:.0%}) have no topic of "
                "the lexicon: greetings, procedure, or matters it does not know."
            ),
            _lexicon_note(words),
        ],
    )


def _matches(corpus: Corpus, words: TopicLexicon) -> Matches:
    """Match a corpus; a heading may set the subject of what follows, but has no topic itself."""
    matches = match_entries(corpus.index, words)
    heading = heading_sentences(corpus)
    return select(matches, ~heading[matches.sentences]) if heading.any() else matches


def document_counts(corpus: Corpus, words: TopicLexicon) -> tuple[np.ndarray, np.ndarray]:
    """Count, per document and topic, the sentences that have it; and per document all sentences."""
    index = corpus.index
    matches = _matches(corpus, words)
    topics = len(words.topics)
    pairs = np.unique(matches.sentences * topics + matches.topics)
    cells = index.document_of(pairs // topics) * topics + pairs % topics
    counts = np.bincount(cells, minlength=len(corpus) * topics).reshape(len(corpus), topics)
    return counts, np.diff(index.document_sentences)


def _counts(
    corpus: Corpus, matches: Matches, topics: int, groups: list[str], names: list[str]
) -> dict[str, Any]:
    """Count sentences, tokens, documents and first places per group and topic."""
    index = corpus.index
    place = {name: number for number, name in enumerate(names)}
    group_of = np.array([place[group] for group in groups], dtype=np.int64)
    # One key for each sentence and topic that meet, however many entries fired.
    pairs = np.unique(matches.sentences * topics + matches.topics)
    sentences, topic = pairs // topics, pairs % topics
    documents = index.document_of(sentences)
    cells = group_of[documents] * topics + topic
    size = len(names) * topics
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

    of_document = np.repeat(np.arange(len(groups)), np.diff(index.document_sentences))
    all_sentences = np.bincount(group_of[of_document], minlength=len(names)).repeat(topics)
    all_tokens = np.bincount(
        group_of[of_document], weights=per_sentence, minlength=len(names)
    ).repeat(topics)
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


def absence_note(absent: int, cells: int) -> str:
    """Say what an empty cell means, and what it does not."""
    return (
        f"{absent:,} of {cells:,} cells have no match: no match found in the text, which does not "
        "say that the matter was not discussed."
    )


def _size_note(corpus: Corpus) -> str:
    index = corpus.index
    return (
        f"{len(index.sentence_starts):,} sentences and {len(index.ids):,} tokens. A sentence may "
        "have several topics, so that shares can add up to more than 1; headings have none."
    )


def _lexicon_note(words: TopicLexicon) -> str:
    version = f", version {words.version}" if words.version else ""
    return (
        f"Lexicon: {words.name}{version}, {len(words.entries):,} entries for "
        f"{len(words.topics)} topics."
    )
