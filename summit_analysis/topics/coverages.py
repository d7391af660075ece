"""How much room each topic has in a text, and the words that say so."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import groups
from summit_analysis.corpus.search.evidence_rows import evidence
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.frames import finish
from summit_analysis.plurals import counted
from summit_analysis.terms.language import check_english
from summit_analysis.topics.counting import cell_counts, match_corpus
from summit_analysis.topics.entries import TopicLexicon
from summit_analysis.topics.headings import cut_into_sections, title_sentences, titles_note
from summit_analysis.topics.topic_lexicon import topic_lexicon

COLUMNS = (
    "topic", "sentences", "share", "tokens", "token_share", "documents", "first_sentence",
    "position",
)  # fmt: skip
Lexicon = str | Path | Mapping[str, Any] | TopicLexicon | None


def coverage(corpus: Corpus, lexicon: Lexicon = None, *, by: str | None = None) -> pd.DataFrame:
    """Measure how much room each topic has, by document or by group.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: a metadata column or a part of the date (`decade`, `year`, `quarter`, `month`) to
            group by; `"section"` for the parts of a document that headings begin; none for a row
            a document.

    Returns:
        One row for each document (or group) and topic, topics that are absent included:
        `doc_id` (or the `by` column; for sections `doc_id`, `section`), `topic`, `sentences` (with
        the topic), `share` (of its sentences), `tokens` (in those sentences), `token_share`,
        `documents` (that have the topic),
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
    language = check_english(corpus)
    words = topic_lexicon(lexicon)
    matches = match_corpus(corpus, words)
    index, names, group_of = _groups(corpus, by)
    number = len(next(iter(names.values())))
    counts = cell_counts(index, matches, len(words.topics), group_of, number)
    repeated = {
        column: pd.Series(np.repeat(np.array(values, dtype=object), len(words.topics)), dtype="str")
        for column, values in names.items()
    }
    topics = pd.Series(list(words.topics) * number, dtype="str")
    frame = pd.DataFrame({**repeated, "topic": topics, **counts})
    absent = int((frame["sentences"] == 0).sum())
    return finish(
        frame,
        title=f"Topic coverage by {by or 'document'}",
        notes=[
            _size_note(corpus),
            _lexicon_note(words),
            absence_note(absent, len(frame)),
            *language,
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
    matches = match_corpus(corpus, words)
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

    A title that stands at the head of its text is no sentence here.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.

    Returns:
        Rows of `corpus.sentences`: `doc_id, sentence, paragraph, start, end, text`; a note states
        their share, and `attrs["sentences"]` how many were looked at.

    Raises:
        LexiconError: the lexicon is malformed.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> corpus = Corpus([Document("a", "They met at noon. They spoke of Taiwan.")])
        >>> uncovered(corpus)["text"].tolist()
        ['They met at noon.']
    """
    words = topic_lexicon(lexicon)
    matches = match_corpus(corpus, words)
    titled = title_sentences(corpus)
    bare = np.logical_not(titled)
    looked_at = int(bare.sum())
    bare[matches.sentences] = False
    without = int(bare.sum())
    share = without / max(looked_at, 1)
    frame = finish(
        corpus.sentences[bare],
        title="Sentences without a topic",
        notes=[
            (
                f"{without:,} of {counted(looked_at, 'sentence')} ({share:.0%}) "
                f"{'has' if without == 1 else 'have'} no topic of the lexicon: greetings, "
                "procedure, or matters it does not know."
            ),
            *titles_note(titled),
            _lexicon_note(words),
        ],
    )
    frame.attrs["sentences"] = looked_at
    return frame


def _groups(corpus: Corpus, by: str | None) -> tuple[TokenIndex, dict[str, list[str]], np.ndarray]:
    """Say what the rows are about: the index in such units, their names, and each unit's row."""
    ids = [document.doc_id for document in corpus]
    if by == "section":
        index, places, headings = cut_into_sections(corpus)
        owners = [ids[place] for place in places]
        return index, {"doc_id": owners, "section": headings}, np.arange(len(owners))
    if by is None:
        return corpus.index, {"doc_id": ids}, np.arange(len(ids))
    names, group_of = groups(corpus, by, beside=COLUMNS)
    return corpus.index, {by: names}, group_of


def absence_note(absent: int, cells: int) -> str:
    """Say what an empty cell means, and what it does not."""
    if not absent:
        return f"There is a match in {'the cell' if cells == 1 else f'each of {cells:,} cells'}."
    have = "has" if absent == 1 else "have"
    return (
        f"{absent:,} of {counted(cells, 'cell')} {have} no match: no match found in the text, "
        "which does not say that the matter was not discussed."
    )


def _size_note(corpus: Corpus) -> str:
    index = corpus.index
    return (
        f"{counted(len(index.sentence_starts), 'sentence')} and "
        f"{counted(len(index.ids), 'token')}. A sentence may "
        "have several topics, so that shares can add up to more than 1; headings have none."
    )


def _lexicon_note(words: TopicLexicon) -> str:
    version = f", version {words.version}" if words.version else ""
    return (
        f"Lexicon: {words.name}{version}, {counted(len(words.entries), 'entry', 'entries')} for "
        f"{counted(len(words.topics), 'topic')}."
    )
