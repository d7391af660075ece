"""Where the entries of a lexicon stand in a corpus: arrays in, arrays out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.corpus.patterns import LONGEST_GAP, Element, matching_ids, parse_pattern
from summit_analysis.topics.topic_lexicon import TopicLexicon


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
    `document` about the document. Of occurrences of one topic that overlap, the first and among
    those the longest stays.

    Args:
        index: where to look.
        lexicon: what to look for.

    Returns:
        The occurrences.
    """
    patterns: dict[str, int] = {}
    for entry in lexicon.entries:
        for pattern in (
            entry.pattern,
            *entry.cancelled_by,
            *entry.needs,
            *entry.unless,
            *entry.document,
        ):
            patterns.setdefault(pattern, len(patterns))
    numbers, firsts, lasts = find_all(index, list(patterns))
    bounds = np.searchsorted(numbers, np.arange(len(patterns) + 1))
    contexts = _Contexts(index, patterns, bounds, firsts, lasts)

    topic_number = {topic: number for number, topic in enumerate(lexicon.topics)}
    parts = []
    for number, entry in enumerate(lexicon.entries):
        place = patterns[entry.pattern]
        first, last = (
            firsts[bounds[place] : bounds[place + 1]],
            lasts[bounds[place] : bounds[place + 1]],
        )
        if not len(first):
            continue
        stays = np.ones(len(first), dtype=bool)
        if entry.cancelled_by:
            stays &= ~contexts.overlap(entry.cancelled_by, first, last)
        if entry.needs or entry.unless or entry.document:
            sentence = index.sentence_of(first)
            if entry.needs:
                stays &= contexts.in_sentence(entry.needs)[sentence]
            if entry.unless:
                stays &= ~contexts.in_sentence(entry.unless)[sentence]
            if entry.document:
                stays &= contexts.in_document(entry.document)[index.document_of(sentence)]
        first, last = first[stays], last[stays]
        parts.append(
            (
                np.full(len(first), number),
                first,
                last,
                np.full(len(first), topic_number[entry.topic]),
            )
        )
    empty = np.empty(0, dtype=np.int64)
    columns = (
        [np.concatenate(column) for column in zip(*parts, strict=True)] if parts else [empty] * 4
    )
    entries, first, last, topics = columns
    keep = _without_overlaps(topics, first, last, entries)
    entries, first, last, topics = entries[keep], first[keep], last[keep], topics[keep]
    order = np.lexsort((entries, topics, last, first))
    first = first[order]
    return Matches(entries[order], first, last[order], index.sentence_of(first), topics[order])


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
