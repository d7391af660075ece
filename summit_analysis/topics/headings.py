"""Headings inside a text: they announce sentences and are none themselves."""

import re

import numpy as np

from summit_analysis.corpus import Corpus

LONGEST = 14
MOSTLY = 0.7
RE_WORD = re.compile(r"[^\W\d_]{4,}")
CLOSING = tuple(".!?:;,…”\"'’")


def heading_sentences(corpus: Corpus) -> np.ndarray:
    """Say which sentences are headings.

    A heading stands alone in its paragraph, has at most 14 tokens and no closing mark, and seven in
    ten of its words of four letters or more begin with a capital.

    Returns:
        A truth value for each sentence of the index.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> text = "Cooperation for Growth\\n\\nThey agreed to grow.\\n\\nPurchases of energy"
        >>> heading_sentences(Corpus([Document("a", text)])).tolist()
        [True, False, False]
    """
    index = corpus.index
    lengths = np.diff(index.document_sentences)
    documents = np.repeat(np.arange(len(lengths)), lengths)
    key = documents.astype(np.int64) * (int(index.sentence_paragraphs.max(initial=0)) + 2)
    key += index.sentence_paragraphs
    same = key[1:] == key[:-1]
    alone = np.ones(len(key), dtype=bool)
    alone[1:] &= ~same
    alone[:-1] &= ~same
    heading = np.zeros(len(key), dtype=bool)
    for place in np.flatnonzero(alone & (np.diff(index.sentence_tokens) <= LONGEST)):
        text = corpus.documents[documents[place]].text
        heading[place] = _is_heading(
            text[index.sentence_starts[place] : index.sentence_ends[place]]
        )
    return heading


def _is_heading(text: str) -> bool:
    words = RE_WORD.findall(text)
    if not words or text.rstrip().endswith(CLOSING):
        return False
    return sum(word[0].isupper() for word in words) >= MOSTLY * len(words)
