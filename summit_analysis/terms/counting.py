"""Counting words and phrases in a token index: what every statistic of terms starts from."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.corpus.threads import in_threads
from summit_analysis.terms.packing import BUCKET, buckets, counter, nothing


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
    parts = in_threads(counter(index, n), buckets(index, n))
    ids, cells, documents, counts = zip(nothing(n), *parts, strict=True)
    before = np.cumsum([0, *map(len, ids)])
    return TermCounts(
        ids=np.concatenate(ids),
        term=np.concatenate(
            [cell + shift for cell, shift in zip(cells, before[:-1].tolist(), strict=True)]
        ),
        document=np.concatenate(documents),
        count=np.concatenate(counts),
    )


def total_terms(index: TokenIndex, *, n: int = 1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Count as `count_terms`, over all documents together.

    Returns:
        Per term the vocabulary ids of its words, its count, and in how many documents it occurs.
    """
    count_bucket = counter(index, n)

    def total(bucket: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        ids, term, _, count = count_bucket(bucket)
        if not len(ids):
            return nothing(n)[0], count, count
        first = np.flatnonzero(np.diff(term, prepend=-1))
        documents = np.diff(first, append=len(term)).astype(np.int32)
        return ids, np.add.reduceat(count, first, dtype=np.int32), documents

    empty = nothing(n)
    parts = [(empty[0], empty[3], empty[3]), *in_threads(total, buckets(index, n))]
    ids, counts, documents = (np.concatenate(column) for column in zip(*parts, strict=True))
    return ids, counts.astype(np.int64), documents.astype(np.int64)


def term_texts(index: TokenIndex, ids: np.ndarray) -> list[str]:
    """Spell terms out: the words of each row of vocabulary ids, joined by spaces."""
    vocabulary = index.vocabulary
    if ids.shape[1] == 1:
        return [vocabulary[word] for word in ids[:, 0].tolist()]
    return term_column(index, ids).tolist()


def term_column(index: TokenIndex, ids: np.ndarray) -> pd.Series:
    """Spell terms out as a column of a frame."""
    import pyarrow as pa
    import pyarrow.compute as pc

    words = pa.array(index.vocabulary, pa.large_string())
    space = pa.scalar(" ", pa.large_string())

    def spell(rows: np.ndarray) -> pa.Array:
        columns = [words.take(pa.array(column)) for column in rows.T]
        return pc.binary_join_element_wise(*columns, space) if len(columns) > 1 else columns[0]

    parts = in_threads(spell, np.array_split(ids, len(ids) // BUCKET + 1))
    return pa.chunked_array(list(parts), pa.large_string()).to_pandas().astype("str")
