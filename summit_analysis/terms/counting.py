"""Counting words and phrases in a token index: what every statistic of terms starts from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from summit_analysis.arguments import check_whole
from summit_analysis.corpus.tokenising.threads import in_threads
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.terms.packing import Bucket, in_buckets
from summit_analysis.terms.runs import first_of_runs, run_lengths

if TYPE_CHECKING:
    from scipy.sparse import csc_array

LONGEST_PHRASE = 12
BLOCK = 1 << 20  # tokens, or as many as a document has, that are counted at a time


@dataclass(frozen=True, eq=False)
class TermCounts:
    """How often each term stands in each document: a sparse matrix as three columns.

    Attributes:
        ids: per term, the vocabulary ids of its words (terms × n), in ascending order; int32.
        term, document: per pair that occurs, the places of the term and of the document; int32,
            so that products of them have to be made wider first.
        count: per pair, how often; int64 for words and int32 for phrases, of which there are many.

    Pairs are in the order of documents, then terms, for single words, and of terms, then documents,
    for phrases.
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
    check_whole("n", n, least=1, most=LONGEST_PHRASE)
    if n == 1:
        documents, words, count, there = _count_words(index)
        ids = np.flatnonzero(there).astype(np.int32)[:, None]
        if not there.all():  # part of a corpus
            words = (np.cumsum(there, dtype=np.int32) - 1)[words]
        return TermCounts(ids, words, documents, count)
    parts = in_buckets(_count_cells, index, n)
    ids, cells, documents, counts = zip(_no_cells(n), *parts, strict=True)
    before = np.cumsum([0, *map(len, ids)])
    return TermCounts(
        ids=np.concatenate(ids),
        term=np.concatenate(
            [cell + shift for cell, shift in zip(cells, before[:-1].tolist(), strict=True)]
        ).astype(np.int32),
        document=np.concatenate(documents),
        count=np.concatenate(counts),
    )


def total_terms(index: TokenIndex, *, n: int = 1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Count as `count_terms`, over all documents together.

    Returns:
        Per term the vocabulary ids of its words, its count, and in how many documents it occurs;
        the two numbers are int64 for words and int32 for phrases, of which there are many.
    """
    check_whole("n", n, least=1, most=LONGEST_PHRASE)
    if n == 1:
        there = np.flatnonzero(index.counts)
        in_documents = np.zeros(len(index.counts), dtype=np.int64)
        for some in in_threads(lambda group: _documents_of_words(index, *group), _groups(index)):
            in_documents += some
        return there.astype(np.int32)[:, None], index.counts[there], in_documents[there]
    nothing = np.zeros(0, dtype=np.int32)
    parts = [(_no_cells(n)[0], nothing, nothing), *in_buckets(_count_totals, index, n)]
    ids, counts, documents = (np.concatenate(column) for column in zip(*parts, strict=True))
    return ids, counts, documents


def _count_words(index: TokenIndex) -> tuple[np.ndarray, ...]:
    """Count single words.

    Returns:
        Per document and word in it, in this order, both, and how often; and per word of the
        vocabulary, whether it is there at all.
    """
    there = np.zeros(len(index.vocabulary), dtype=bool)

    def count(group: tuple[int, int]) -> tuple[np.ndarray, ...]:
        rows = _words_by_document(index, *group).tocsr()
        there[rows.indices] = True
        documents = np.arange(*group, dtype=np.int32)
        return np.repeat(documents, np.diff(rows.indptr)), rows.indices, rows.data

    kinds = np.int32, np.int32, np.int64
    none = [np.zeros(0, kind) for kind in kinds]
    columns = zip(none, *in_threads(count, _groups(index)), strict=True)
    documents, words, counts = map(np.concatenate, columns)
    return documents, words, counts, there


def _words_by_document(index: TokenIndex, first: int, past: int) -> "csc_array":
    """Count the words of a range of documents (documents × vocabulary).

    A matrix with a row for each document, turned by SciPy, has the documents of each word in order,
    as often as the word is in them.
    """
    from scipy.sparse import csc_array, csr_array

    begins = index.document_tokens[first : past + 1]
    words = index.ids[begins[0] : begins[-1]]
    shape = past - first, len(index.vocabulary)
    rows = (begins - begins[0]).astype(np.int32)
    turned = csr_array((np.zeros(len(words), dtype=np.int8), words, rows), shape=shape).tocsc()
    new = np.ones(len(words) + 1, dtype=bool)
    np.not_equal(turned.indices[1:], turned.indices[:-1], out=new[1:-1])
    new[turned.indptr] = True  # where the next word begins
    places = np.flatnonzero(new[:-1])
    before = np.append(np.int32(0), np.cumsum(new[:-1], dtype=np.int32))[turned.indptr]
    counts = run_lengths(places, len(words))
    return csc_array((counts, turned.indices[places], before), shape=shape)


def _documents_of_words(index: TokenIndex, first: int, past: int) -> np.ndarray:
    """Count per word in how many of a range of documents it is."""
    return np.diff(_words_by_document(index, first, past).indptr)


def _groups(index: TokenIndex) -> Iterator[tuple[int, int]]:
    """Divide the documents into ranges that fit in the cache, unless one alone does not."""
    begins = index.document_tokens
    whole = np.flatnonzero(np.diff(begins[:-1] // BLOCK, prepend=-1))
    return pairwise([*whole.tolist(), len(begins) - 1])


def _count_cells(bucket: Bucket) -> tuple[np.ndarray, ...]:
    """Count the runs of equal keys: ids of phrases, and per cell its phrase, document, count."""
    first = first_of_runs(bucket.keys)
    cells = bucket.keys[first]
    new = first_of_runs(cells >> np.uint64(bucket.document_bits))
    phrase = np.repeat(np.arange(len(new)), run_lengths(new, len(cells)))
    documents = cells & np.uint64((1 << bucket.document_bits) - 1)
    count = run_lengths(first, len(bucket.keys))
    return bucket.spell(first[new]), phrase, documents.astype(np.int32), count.astype(np.int32)


def _count_totals(bucket: Bucket) -> tuple[np.ndarray, ...]:
    """Count the runs of equal phrases: their ids, how often, and in how many documents."""
    first = first_of_runs(bucket.keys)
    new = first_of_runs(bucket.keys[first] >> np.uint64(bucket.document_bits))
    begins = first[new]
    counts, documents = run_lengths(begins, len(bucket.keys)), run_lengths(new, len(first))
    return bucket.spell(begins), counts.astype(np.int32), documents.astype(np.int32)


def _no_cells(n: int) -> tuple[np.ndarray, ...]:
    empty = np.zeros(0, dtype=np.int32)
    return empty.reshape(0, n), empty.astype(np.int64), empty, empty
