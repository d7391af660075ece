"""Where the conditions of an entry hold: what stands in the same place, sentence or document."""

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.topics.entries import Entry


class Conditions:
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
        """Say which places overlap one of these patterns."""
        begun = np.searchsorted(np.sort(self._places(context, self.firsts)), lasts, side="right")
        over = np.searchsorted(np.sort(self._places(context, self.lasts)), firsts, side="left")
        return begun > over

    def in_sentence(self, context: tuple[str, ...]) -> np.ndarray:
        """Say which sentences have one of these patterns."""
        if context not in self.sentences:
            there = np.zeros(len(self.index.sentence_starts), dtype=bool)
            there[self.index.sentence_of(self._places(context, self.firsts))] = True
            self.sentences[context] = there
        return self.sentences[context]

    def in_document(self, context: tuple[str, ...]) -> np.ndarray:
        """Say which documents have one of these patterns."""
        if context not in self.documents:
            there = np.zeros(len(self.index.document_sentences) - 1, dtype=bool)
            there[self.index.document_of(np.flatnonzero(self.in_sentence(context)))] = True
            self.documents[context] = there
        return self.documents[context]
