"""Evidence: rows about places in texts, each with its sentence and its exact characters."""

import numpy as np
import pandas as pd

from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.tokenising.token_index import TokenIndex

COLUMNS = ("doc_id", "sentence", "start", "end", "match", "quote")


def evidence(
    corpus: Corpus, firsts: np.ndarray, lasts: np.ndarray, *, index: TokenIndex | None = None
) -> pd.DataFrame:
    """Make evidence rows of token ranges.

    Args:
        corpus: where the tokens stand.
        firsts: the number of the first token of each match, in `corpus.index`.
        lasts: the number of its last token, in the same sentence.
        index: the index whose tokens are meant; `corpus.index` unless given.

    Returns:
        A frame in the order given: `doc_id`, `sentence` (number in the document, from 0), `start`
        and `end` (characters, so that `corpus[doc_id].text[start:end] == match`), `match`, and
        `quote`, the sentence around it.
    """
    index = corpus.index if index is None else index
    sentences = index.sentence_of(firsts)
    places = index.document_of(sentences)
    starts, ends = index.starts[firsts], index.ends[lasts]
    documents = corpus.documents
    texts = [documents[place].text for place in places.tolist()]
    return pd.DataFrame(
        {
            "doc_id": corpus.doc_ids(places),
            "sentence": index.sentence_numbers[sentences],
            "start": starts,
            "end": ends,
            "match": _cut(texts, starts, ends),
            "quote": _cut(texts, index.sentence_starts[sentences], index.sentence_ends[sentences]),
        }
    )


def _cut(texts: list[str], starts: np.ndarray, ends: np.ndarray) -> pd.Series:
    spans = zip(texts, starts.tolist(), ends.tolist(), strict=True)
    return pd.Series([text[start:end] for text, start, end in spans], dtype="str")
