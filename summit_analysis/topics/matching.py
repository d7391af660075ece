"""Where the entries of a lexicon stand in a corpus: arrays in, arrays out."""

from dataclasses import dataclass, fields

import numpy as np

from summit_analysis.corpus.search.many_patterns import find_many
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.topics.conditions import Conditions
from summit_analysis.topics.entries import Entry, TopicLexicon

ECHO_REACH = 2
ECHO_SHARE = 0.25


@dataclass(frozen=True, eq=False)
class Matches:
    """Occurrences of entries, in the order of the text, then of the lexicon.

    Attributes:
        entries: per occurrence, the number of its entry in the lexicon.
        firsts, lasts: its first and last token.
        sentences: the place of its sentence in the index.
        topics: the number of its topic in the lexicon.
    """

    entries: np.ndarray
    firsts: np.ndarray
    lasts: np.ndarray
    sentences: np.ndarray
    topics: np.ndarray


def match_entries(index: TokenIndex, lexicon: TopicLexicon) -> Matches:
    """Find every place where an entry counts.

    `not` cancels an occurrence that it overlaps; `with` and `unless` ask about the sentence,
    `with_document` and `unless_document` about the document. An echo counts only where the text is
    already on its topic: see `_echoes_that_count`. Of occurrences of one topic that overlap, the
    first and among those the longest stays.

    Args:
        index: where to look.
        lexicon: what to look for.

    Returns:
        The occurrences.
    """
    patterns: dict[str, int] = {}
    for entry in lexicon.entries:
        for pattern in (entry.pattern, *(p for context in _contexts(entry) for p in context)):
            patterns.setdefault(pattern, len(patterns))
    numbers, firsts, lasts = find_many(index, list(patterns))
    bounds = np.searchsorted(numbers, np.arange(len(patterns) + 1))
    conditions = Conditions(index, patterns, bounds, firsts, lasts)

    topic_number = {topic: number for number, topic in enumerate(lexicon.topics)}
    rows = []
    for number, entry in enumerate(lexicon.entries):
        place = patterns[entry.pattern]
        first = firsts[bounds[place] : bounds[place + 1]]
        last = lasts[bounds[place] : bounds[place + 1]]
        if len(first):
            stays = conditions.allow(entry, first, last)
            first, last = first[stays], last[stays]
            ones = np.ones(len(first), dtype=np.int64)
            rows.append((ones * number, first, last, ones * topic_number[entry.topic]))
    if not rows:
        return Matches(*[np.empty(0, dtype=np.int64)] * 5)
    columns = [np.concatenate(column) for column in zip(*rows, strict=True)]
    sentences = index.sentence_of(columns[1])
    columns = [columns[0], columns[1], columns[2], sentences, columns[3]]
    echo = np.array([entry.echo for entry in lexicon.entries])[columns[0]]
    if echo.any():
        keep = _echoes_that_count(index, columns[3], columns[4], echo)
        columns = [column[keep] for column in columns]
    keep = _without_overlaps(columns[4], columns[1], columns[2], columns[0])
    entries, first, last, sentences, topics = (column[keep] for column in columns)
    order = np.lexsort((entries, topics, last, first))
    return Matches(entries[order], first[order], last[order], sentences[order], topics[order])


def select(matches: Matches, keep: np.ndarray) -> Matches:
    """Keep some occurrences."""
    columns = (getattr(matches, field.name)[keep] for field in fields(Matches))
    return Matches(*columns)


def _contexts(entry: Entry) -> tuple[tuple[str, ...], ...]:
    return (
        entry.cancelled_by,
        entry.needs,
        entry.unless,
        entry.with_document,
        entry.unless_document,
    )


def _echoes_that_count(
    index: TokenIndex, sentences: np.ndarray, topics: np.ndarray, echo: np.ndarray
) -> np.ndarray:
    """Say which occurrences stay: all but the echoes whose text is not on their topic.

    A sentence with an entry of a topic that has echoes is on that topic and has no need of them.
    Any other is on the topics of the nearest such sentence among the `ECHO_REACH` before it in its
    document or, without one, on the topics of `ECHO_SHARE` of the document's sentences.
    """
    echoing = np.unique(topics[echo])
    lengths = np.diff(index.document_sentences)
    documents = np.repeat(np.arange(len(lengths)), lengths)
    spoken = np.zeros((len(echoing), len(documents)), dtype=bool)
    column = np.searchsorted(echoing, topics).clip(max=len(echoing) - 1)
    full = ~echo & (echoing[column] == topics)
    spoken[column[full], sentences[full]] = True
    settled = np.logical_or.reduce(spoken, axis=0)
    on_topic = np.zeros_like(spoken)
    free = np.logical_not(settled)
    for step in range(1, ECHO_REACH + 1):
        here = np.flatnonzero(free[step:] & (documents[step:] == documents[:-step])) + step
        here = here[settled[here - step]]
        on_topic[:, here] = spoken[:, here - step]
        free[here] = False
    counts = np.stack(
        [np.bincount(documents, weights=own, minlength=len(lengths)) for own in spoken]
    )
    subject = (counts >= ECHO_SHARE * lengths) & (counts > 0)
    on_topic[:, free] = subject[:, documents[free]]
    return ~echo | (on_topic[column, sentences] & (echoing[column] == topics))


def _without_overlaps(
    topics: np.ndarray, firsts: np.ndarray, lasts: np.ndarray, entries: np.ndarray
) -> np.ndarray:
    """Keep, within each topic, the first of overlapping occurrences, the longest of those."""
    left = np.lexsort((entries, -lasts, firsts, topics))
    kept = []
    while len(left):
        topic, first, last = topics[left], firsts[left], lasts[left]
        # The furthest token reached so far; a topic's stretch of the line starts anew.
        shift = topic * (int(lasts.max()) + 2)
        reached = np.maximum.accumulate(last + shift)
        alone = np.ones(len(left), dtype=bool)
        alone[1:] = first[1:] + shift[1:] > reached[:-1]
        kept.append(left[alone])
        leader = np.maximum.accumulate(np.where(alone, np.arange(len(left)), 0))
        free = ~alone & (first > last[leader])
        left = left[free]
    return np.sort(np.concatenate(kept)) if kept else left
