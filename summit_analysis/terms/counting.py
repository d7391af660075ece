"""Counting words and phrases in a token index: what every statistic of terms starts from."""

from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.errors import CorpusError

LONGEST_PHRASE = 12


@dataclass(frozen=True, eq=False)
class TermCounts:
    """How often each term stands in each document: a sparse matrix as three columns.

    Attributes:
        ids: per term, the vocabulary ids of its words (terms × n), in ascending order.
        term, document: per pair that occurs, the places of the term and of the document.
        count: per pair, how often.
    """

    ids: np.ndarray
    term: np.ndarray
    document: np.ndarray
    count: np.ndarray

    def totals(self) -> np.ndarray:
        """Per term, how often it occurs in all documents together."""
        return np.bincount(self.term, weights=self.count, minlength=len(self.ids)).astype(np.int64)

    def documents(self) -> np.ndarray:
        """Per term, in how many documents it occurs."""
        return np.bincount(self.term, minlength=len(self.ids))

    def by_group(self, groups: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
        """Sum over groups of documents.

        Args:
            groups: per document, the number of its group.
            size: how many groups there are.

        Returns:
            Counts and numbers of documents, both terms × groups.
        """
        cells = self.term.astype(np.int64) * size + groups[self.document]
        shape = (len(self.ids), size)
        counts = np.bincount(cells, weights=self.count, minlength=shape[0] * size)
        documents = np.bincount(cells, minlength=shape[0] * size)
        return counts.astype(np.int64).reshape(shape), documents.reshape(shape)


def count_terms(index: TokenIndex, *, n: int = 1) -> TermCounts:
    """Count every word (n = 1) or phrase of n words; a phrase never crosses a sentence's end.

    Args:
        index: the tokens.
        n: how many words a term has.

    Returns:
        The counts; terms in the order of their words, so that a lower place is an earlier term.

    Raises:
        CorpusError: n is not between 1 and 12.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> index = Corpus([Document("a", "We met. We met them.")]).index
        >>> counts = count_terms(index, n=2)
        >>> [[index.vocabulary[i] for i in ids] for ids in counts.ids], counts.count.tolist()
        ([['met', 'them'], ['we', 'met']], [1, 2])
    """
    starts = phrase_starts(index, n)
    keys, ids = _number(index, starts, n)
    documents = np.repeat(np.arange(len(index.document_tokens) - 1), np.diff(index.document_tokens))
    size = max(len(index.document_tokens) - 1, 1)
    cells, count = np.unique(keys * size + documents[starts], return_counts=True)
    return TermCounts(
        ids=ids,
        term=(cells // size).astype(np.int64),
        document=(cells % size).astype(np.int64),
        count=count.astype(np.int64),
    )


def phrase_starts(index: TokenIndex, n: int) -> np.ndarray:
    """Return the numbers of the tokens at which n words of one sentence begin."""
    if not 1 <= n <= LONGEST_PHRASE:
        raise CorpusError(f"n={n}: phrases of 1 to {LONGEST_PHRASE} words can be counted.")
    lengths = np.diff(index.sentence_tokens)
    left_in_sentence = np.repeat(index.sentence_tokens[1:], lengths) - np.arange(len(index.ids))
    return np.flatnonzero(left_in_sentence >= n)


def _number(index: TokenIndex, starts: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Number the phrases at these places in the order of their words."""
    size = max(len(index.vocabulary), 1)
    keys = index.ids[starts].astype(np.int64)
    for offset in range(1, n):
        # Ranking between words keeps the key within 64 bits however long the phrase is.
        ranks = np.unique(keys, return_inverse=True)[1]
        keys = ranks.astype(np.int64) * size + index.ids[starts + offset]
    _, first, numbers = np.unique(keys, return_index=True, return_inverse=True)
    places = starts[first]
    return numbers.astype(np.int64), index.ids[places[:, None] + np.arange(n)]


def term_texts(index: TokenIndex, ids: np.ndarray) -> list[str]:
    """Spell terms out: the words of each row of vocabulary ids, joined by spaces."""
    vocabulary = index.vocabulary
    if ids.shape[1] == 1:
        return [vocabulary[word] for word in ids[:, 0].tolist()]
    return [" ".join([vocabulary[word] for word in row]) for row in ids.tolist()]
