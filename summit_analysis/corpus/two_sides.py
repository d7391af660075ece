"""Two sides to compare, whatever the corpus: two issuers, or the two halves of the text."""

import numpy as np

from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.grouping import NOT_KNOWN
from summit_analysis.corpus.token_views import index_of
from summit_analysis.errors import CorpusError


def sides(corpus: Corpus, *, by: str = "issuer") -> tuple[Corpus, Corpus]:
    """Find two sides in a corpus.

    Args:
        corpus: the documents.
        by: what makes a side: a metadata column, or `decade`, `year`, `quarter`, `month` of
            the date.

    Returns:
        The documents of the two values of `by` that have most tokens, the larger first (in
        alphabetical order if equal). If there is only one value, the first and the second half of
        the sentences of each document.

    Raises:
        CorpusError: the corpus has fewer than two sentences, or no such column.

    Example:
        >>> from summit_analysis.corpus import load
        >>> [side.name for side in sides(load())]
        ['first half', 'second half']
    """
    index_of(corpus)
    columns = {name for document in corpus for name in document.metadata}
    groups = corpus.split(by) if by in columns or by != "issuer" else {}
    groups.pop(NOT_KNOWN, None)
    if len(groups) > 1:
        largest = sorted(groups, key=lambda name: (-len(groups[name].index.ids), name))
        return groups[largest[0]].called(largest[0]), groups[largest[1]].called(largest[1])
    sentences = corpus.sentences
    last = sentences.groupby("doc_id")["sentence"].transform("max")
    first_half = np.asarray(sentences["sentence"] <= (last - 1) // 2)
    if first_half.all() or not first_half.any():
        raise CorpusError("One sentence has no two sides; give a corpus of two sentences or more.")
    return (
        corpus.subset(sentences[first_half]).called("first half"),
        corpus.subset(sentences[~first_half]).called("second half"),
    )
