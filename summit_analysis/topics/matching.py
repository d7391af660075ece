"""Where the entries of a lexicon stand in a corpus: arrays in, arrays out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.corpus.patterns import LONGEST_GAP, Element, matching_ids, parse_pattern
from summit_analysis.topics.topic_lexicon import Entry, TopicLexicon

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
    numbers, firsts, lasts = find_all(index, list(patterns))
    bounds = np.searchsorted(numbers, np.arange(len(patterns) + 1))
    contexts = _Contexts(index, patterns, bounds, firsts, lasts)

    topic_number = {topic: number for number, topic in enumerate(lexicon.topics)}
    rows = []
    for number, entry in enumerate(lexicon.entries):
        place = patterns[entry.pattern]
        first = firsts[bounds[place] : bounds[place + 1]]
        last = lasts[bounds[place] : bounds[place + 1]]
        if len(first):
            stays = contexts.allow(entry, first, last)
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

    A text is on a topic in the `ECHO_REACH` sentences of a document after one with an entry of the
    topic, and throughout a document of whose sentences `ECHO_SHARE` have one. An echo does not
    count where another topic that has echoes has an entry in the sentence: then it is that one's.
    """
    stays = ~echo
    total = len(index.sentence_starts)
    echoing = np.unique(topics[echo])
    full = {int(topic): np.zeros(total, dtype=bool) for topic in echoing}
    for topic, there in full.items():
        there[sentences[~echo & (topics == topic)]] = True
    spoken = np.sum([there for there in full.values()], axis=0)
    lengths = np.diff(index.document_sentences)
    documents = np.repeat(np.arange(len(lengths)), lengths)
    for topic, there in full.items():
        share = np.bincount(documents, weights=there, minlength=len(lengths))
        on_topic = (share >= ECHO_SHARE * lengths)[documents] & (share > 0)[documents]
        for step in range(1, ECHO_REACH + 1):
            same = documents[step:] == documents[:-step]
            on_topic[step:] |= there[:-step] & same
        counts = on_topic & (spoken == 0)
        stays |= echo & (topics == topic) & counts[sentences]
    return stays


def find_all(
    index: TokenIndex, patterns: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find many patterns at once: `corpus.patterns.find` for each, from one pass over the tokens.

    Returns:
        Pattern number, first token and last token of each match, ordered by pattern, then place.
    """
    parsed = [parse_pattern(pattern) for pattern in patterns]
    counts = np.bincount(index.ids, minlength=len(index.vocabulary))
    before = np.concatenate(([0], np.cumsum(counts)))
    runs = [[_Run(index, run, before) for run in pattern] for pattern in parsed]
    wanted = np.zeros(len(index.vocabulary), dtype=bool)
    for pattern in runs:
        for run in pattern:
            wanted[slice(*run.ranges[run.anchor])] = True
    postings = _Postings(index, wanted)
    found = [_find(index, postings, pattern) for pattern in runs]
    numbers = np.repeat(np.arange(len(found)), [len(firsts) for firsts, _ in found])
    empty = [np.empty(0, dtype=np.int64)]
    return (
        numbers,
        np.concatenate([firsts for firsts, _ in found] or empty),
        np.concatenate([lasts for _, lasts in found] or empty),
    )


class _Run:
    """A run of elements with its vocabulary ranges and its rarest element."""

    def __init__(self, index: TokenIndex, run: list[Element], before: np.ndarray) -> None:
        self.elements = run
        self.ranges = [matching_ids(index, element) for element in run]
        totals = [before[last] - before[first] for first, last in self.ranges]
        self.anchor = int(np.argmin(totals))
        self.impossible = totals[self.anchor] == 0


class _Postings:
    """For the wanted words, where they stand."""

    def __init__(self, index: TokenIndex, wanted: np.ndarray) -> None:
        places = np.flatnonzero(wanted[index.ids])
        ids = index.ids[places]
        order = np.argsort(ids, kind="stable")
        self.ids, self.places = ids[order], places[order]

    def of(self, first: int, last: int) -> np.ndarray:
        left, right = np.searchsorted(self.ids, (first, last))
        places = self.places[left:right]
        return places if last == first + 1 else np.sort(places)


def _find(
    index: TokenIndex, postings: _Postings, pattern: list[_Run]
) -> tuple[np.ndarray, np.ndarray]:
    if any(run.impossible for run in pattern):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    firsts, lasts = _find_run(index, postings, pattern[-1])
    for run in reversed(pattern[:-1]):
        starts, ends = _find_run(index, postings, run)
        nearest = np.searchsorted(firsts, ends + 2)
        there = nearest < len(firsts)
        starts, ends, nearest = starts[there], ends[there], nearest[there]
        near = firsts[nearest] <= ends + 1 + LONGEST_GAP
        starts, nearest = starts[near], nearest[near]
        same = index.sentence_of(starts) == index.sentence_of(lasts[nearest])
        firsts, lasts = starts[same], lasts[nearest[same]]
    return firsts, lasts


def _find_run(index: TokenIndex, postings: _Postings, run: _Run) -> tuple[np.ndarray, np.ndarray]:
    starts = postings.of(*run.ranges[run.anchor]) - run.anchor
    length = len(run.elements)
    if length > 1:
        starts = starts[(starts >= 0) & (starts + length <= len(index.ids))]
        for offset, (first, last) in enumerate(run.ranges):
            if offset != run.anchor and not run.elements[offset].any:
                ids = index.ids[starts + offset]
                starts = starts[(ids >= first) & (ids < last)]
        starts = starts[index.sentence_of(starts) == index.sentence_of(starts + length - 1)]
    return starts, starts + length - 1


class _Contexts:
    """Answers, once per list of patterns, where they stand."""

    def __init__(
        self,
        index: TokenIndex,
        patterns: dict[str, int],
        bounds: np.ndarray,
        firsts: np.ndarray,
        lasts: np.ndarray,
    ) -> None:
        self.index, self.patterns, self.bounds = index, patterns, bounds
        self.firsts, self.lasts = firsts, lasts
        self.sentences: dict[tuple[str, ...], np.ndarray] = {}
        self.documents: dict[tuple[str, ...], np.ndarray] = {}

    def allow(self, entry: Entry, firsts: np.ndarray, lasts: np.ndarray) -> np.ndarray:
        """Say which occurrences of an entry its conditions let count."""
        stays = np.ones(len(firsts), dtype=bool)
        sentences = self.index.sentence_of(firsts)
        documents = self.index.document_of(sentences)
        if entry.cancelled_by:
            stays &= ~self.overlap(entry.cancelled_by, firsts, lasts)
        if entry.needs:
            stays &= self.in_sentence(entry.needs)[sentences]
        if entry.unless:
            stays &= ~self.in_sentence(entry.unless)[sentences]
        if entry.with_document:
            stays &= self.in_document(entry.with_document)[documents]
        if entry.unless_document:
            stays &= ~self.in_document(entry.unless_document)[documents]
        return stays

    def _places(self, context: tuple[str, ...], column: np.ndarray) -> np.ndarray:
        numbers = [self.patterns[pattern] for pattern in context]
        return np.concatenate([column[self.bounds[n] : self.bounds[n + 1]] for n in numbers])

    def overlap(
        self, context: tuple[str, ...], firsts: np.ndarray, lasts: np.ndarray
    ) -> np.ndarray:
        begun = np.searchsorted(np.sort(self._places(context, self.firsts)), lasts, side="right")
        over = np.searchsorted(np.sort(self._places(context, self.lasts)), firsts, side="left")
        return begun > over

    def in_sentence(self, context: tuple[str, ...]) -> np.ndarray:
        if context not in self.sentences:
            there = np.zeros(len(self.index.sentence_starts), dtype=bool)
            there[self.index.sentence_of(self._places(context, self.firsts))] = True
            self.sentences[context] = there
        return self.sentences[context]

    def in_document(self, context: tuple[str, ...]) -> np.ndarray:
        if context not in self.documents:
            there = np.zeros(len(self.index.document_sentences) - 1, dtype=bool)
            there[self.index.document_of(np.flatnonzero(self.in_sentence(context)))] = True
            self.documents[context] = there
        return self.documents[context]


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
