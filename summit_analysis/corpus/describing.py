"""A corpus at a glance: how long each document is, and how it is built."""

from itertools import pairwise

import numpy as np
import pandas as pd

from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.frames import finish
from summit_analysis.plurals import counted

MEASURES = (
    "paragraphs",
    "sentences",
    "tokens",
    "types",
    "tokens_per_sentence",
    "longest_sentence",
)


def describe(corpus: Corpus) -> pd.DataFrame:
    """Measure each document of a corpus.

    Args:
        corpus: the documents.

    Returns:
        One row a document, in corpus order: `doc_id, title, issuer, date, kind`, `paragraphs`,
        `sentences`, `tokens`, `types` (different tokens), `tokens_per_sentence` (mean) and
        `longest_sentence` (tokens).

    Raises:
        CorpusError: it is no corpus.

    Example:
        >>> from summit_analysis.corpus import load
        >>> describe(load())[["paragraphs", "sentences"]].values.tolist()
        [[11, 28]]
    """
    index = index_of(corpus)
    lengths = np.diff(index.sentence_tokens)
    bounds = index.document_sentences
    rows = []
    for place, (first, last) in enumerate(pairwise(bounds.tolist())):
        start, end = index.sentence_tokens[first], index.sentence_tokens[last]
        rows.append(
            {
                "paragraphs": len(np.unique(index.sentence_paragraphs[first:last])),
                "sentences": int(last - first),
                "tokens": int(end - start),
                "types": len(np.unique(index.ids[start:end])),
                "tokens_per_sentence": float((end - start) / max(last - first, 1)),
                "longest_sentence": int(lengths[first:last].max(initial=0)),
                "doc_id": corpus.documents[place].doc_id,
            }
        )
    known = corpus.metadata[["doc_id", "title", "issuer", "date", "kind"]]
    measured = pd.DataFrame(rows, columns=["doc_id", *MEASURES])
    frame = known.merge(measured, on="doc_id", how="left", validate="one_to_one")
    return finish(
        frame,
        title="Documents and their size",
        notes=[
            f"{counted(len(index.ids), 'token')} in {counted(len(lengths), 'sentence')}.",
            *corpus.left_out,
        ],
    )
