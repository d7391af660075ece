"""Headings inside a text: they announce sentences and are none themselves."""

import re
from dataclasses import replace

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.tokenising.token_index import TokenIndex

LONGEST = 14
MOSTLY = 0.7
# Words that headings leave small do not tell.
RE_WORD = re.compile(r"\b(?!(?:the|and|for|with|from|into|its)\b)[^\W\d_]{3,}")
CLOSING = tuple(".!?:;,…”\"'’")


def heading_sentences(corpus: Corpus) -> np.ndarray:
    """Say which sentences are headings.

    A heading stands alone in its paragraph, has at most 14 tokens and no closing mark, and seven in
    ten of its words of three letters or more, function words aside, begin with a capital.

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


def cut_into_sections(corpus: Corpus) -> tuple[TokenIndex, np.ndarray, list[str]]:
    """Cut documents where a heading begins a section.

    Returns:
        The index with sections in the place of documents, each section's document (its place), and
        each section's heading: empty before the first heading. Headings that follow each other
        make one section, under all of them.
    """
    index = corpus.index
    heading = heading_sentences(corpus)
    begins = heading.copy()
    begins[1:] &= ~heading[:-1]
    first = index.document_sentences[:-1][np.diff(index.document_sentences) > 0]
    begins[first] = True
    cuts = np.flatnonzero(begins)
    places = index.document_of(cuts)
    ends = [*cuts[1:].tolist(), len(heading)]
    names = []
    for cut, end, place in zip(cuts.tolist(), ends, places.tolist(), strict=True):
        text = corpus.documents[place].text
        parts = []
        for sentence in range(cut, end):
            if not heading[sentence]:
                break
            parts.append(text[index.sentence_starts[sentence] : index.sentence_ends[sentence]])
        names.append(" / ".join(parts))
    bounds = np.array([*cuts.tolist(), len(heading)], dtype=np.int64)
    return replace(index, document_sentences=bounds), places, names


def _is_heading(text: str) -> bool:
    words = RE_WORD.findall(text)
    if not words or text.rstrip().endswith(CLOSING):
        return False
    return sum(word[0].isupper() for word in words) >= MOSTLY * len(words)
