"""The document-term matrix, for methods that this library does not have."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.terms.language import check_english
from summit_analysis.terms.selection import count_selected
from summit_analysis.terms.spelling import term_texts

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class DocumentTerms(NamedTuple):
    """A document-term matrix with its labels.

    Attributes:
        matrix: counts, documents × terms, sparse.
        doc_ids: the names of the rows.
        terms: the names of the columns, in alphabetical order.
    """

    matrix: "csr_array"
    doc_ids: list[str]
    terms: list[str]


def dtm(
    corpus: Corpus,
    *,
    n: int = 1,
    stopwords: str | Iterable[str] | None = None,
    min_count: int = 1,
    compounds: Compounds = "keep",
) -> DocumentTerms:
    """Count terms by document, as a sparse matrix.

    Args:
        corpus: the documents.
        n: how many words a term has; phrases do not cross a sentence's end.
        stopwords: `"english"`, or words of one's own; terms that begin or end with one are left
            out.
        min_count: the least count, over all documents, a term needs.
        compounds: `"split"` counts the parts of hyphenated compounds instead of the whole.

    Returns:
        `matrix` (documents × terms), `doc_ids` and `terms`, as a named tuple.

    Raises:
        CorpusError: n or the minimum is no whole number within bounds.

    Example:
        >>> import summit_analysis as sa
        >>> counts = sa.dtm(sa.load(), stopwords="english")
        >>> counts.matrix.shape[0], counts.terms[:2]
        (1, ['2+2', '2022'])
    """
    from scipy.sparse import csc_array, csr_array

    index = index_of(corpus, compounds)
    check_english(corpus)
    counts, _ = count_selected(index, n=n, stopwords=stopwords, min_count=min_count)
    shape = len(corpus), len(counts.ids)
    cells = counts.count.astype(np.int64, copy=False)  # products of such matrices soon need it
    # Words are counted document by document, phrases one after the other.
    if n == 1:
        rows = np.searchsorted(counts.document, np.arange(shape[0] + 1, dtype=np.int32))
        # SciPy looks through all columns where these and the rows are of two kinds.
        if len(cells) <= np.iinfo(np.int32).max:
            rows = rows.astype(np.int32)
        matrix = csr_array((cells, counts.term, rows), shape=shape)
    else:
        columns = np.searchsorted(counts.term, np.arange(shape[1] + 1))
        matrix = csc_array((cells, counts.document, columns), shape=shape).tocsr()
    return DocumentTerms(
        matrix, [document.doc_id for document in corpus], term_texts(index, counts.ids)
    )
