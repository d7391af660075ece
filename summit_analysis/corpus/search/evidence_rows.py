"""Evidence: rows about places in texts, each with its sentence and its exact characters."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.tokenising.token_index import TokenIndex

COLUMNS = ("doc_id", "sentence", "start", "end", "match", "quote")


class Cuts(NamedTuple):
    """Stretches of text cut out around matches, each with its whole sentence.

    Attributes:
        sentences: the places of the matches' sentences.
        texts: the stretches.
        starts: at which character of the document each begins.
    """

    sentences: np.ndarray
    texts: list[str]
    starts: np.ndarray


def evidence(
    corpus: Corpus,
    firsts: np.ndarray,
    lasts: np.ndarray,
    *,
    index: TokenIndex | None = None,
    cuts: Cuts | None = None,
) -> pd.DataFrame:
    """Make evidence rows of token ranges.

    Args:
        corpus: where the tokens stand.
        firsts: the number of the first token of each match, in `corpus.index`.
        lasts: the number of its last token, in the same sentence.
        index: the index whose tokens are meant; `corpus.index` unless given.
        cuts: the stretches of text that the matches stand in, if they are at hand already.

    Returns:
        A frame in the order given: `doc_id`, `sentence` (number in the document, from 0), `start`
        and `end` (characters, so that `corpus[doc_id].text[start:end] == match`), `match`, and
        `quote`, the sentence around it.
    """
    index = corpus.index if index is None else index
    if cuts is None:
        sentences = index.sentence_of(firsts)
        texts, shifts = texts_at(corpus, index.document_of(sentences)), np.zeros_like(firsts)
    else:
        sentences, texts, shifts = cuts.sentences, cuts.texts, cuts.starts
    starts, ends = index.starts[firsts], index.starts[lasts] + index.lengths[lasts]
    before = index.sentence_starts[sentences]
    quotes = cut_out(texts, before - shifts, index.sentence_ends[sentences] - shifts)
    # Out of the sentences, which are at hand now: a text has to be fetched from memory again.
    matches = cut_out(quotes, starts - before, ends - before)
    return pd.DataFrame(
        {
            "doc_id": corpus.doc_ids(index.document_of(sentences)),
            "sentence": index.sentence_numbers[sentences],
            "start": starts,
            "end": ends,
            "match": as_column(matches),
            "quote": as_column(quotes),
        }
    )


def texts_at(corpus: Corpus, places: np.ndarray) -> list[str]:
    """Return the texts of documents, given by their places."""
    return list(map(corpus.texts.__getitem__, places.tolist()))


def cut_out(texts: list[str], starts: np.ndarray, ends: np.ndarray) -> list[str]:
    """Cut a stretch out of each text."""
    spans = zip(texts, starts.tolist(), ends.tolist(), strict=True)
    return [text[start:end] for text, start, end in spans]


def as_column(texts: list[str]) -> pd.Series:
    """Make a column of texts: by way of Arrow, which pandas would reach in more steps."""
    import pyarrow as pa

    return pd.Series(pa.array(texts, pa.large_string()), dtype="str")
