"""A second view of a token index, in which hyphenated compounds count as their parts."""

from dataclasses import replace

import numpy as np

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.corpus.tokenising.tokens import HYPHENS


def split_compounds(index: TokenIndex, documents: tuple[Document, ...]) -> TokenIndex:
    """Split tokens at their hyphens: `Japan-U.S.` becomes `japan` and `u.s.`.

    Args:
        index: the tokens; it is not changed.
        documents: the documents they stand in, in the index's order.

    Returns:
        An index of the parts, each with its own characters in `Document.text`.

    Example:
        >>> from summit_analysis.corpus import Corpus
        >>> corpus = Corpus([Document("a", "The Japan-U.S. talks")])
        >>> parts = split_compounds(corpus.index, corpus.documents)
        >>> [parts.vocabulary[i] for i in parts.ids], parts.starts.tolist()
        (['the', 'japan', 'u.s.', 'talks'], [0, 4, 10, 15])
    """
    compound = np.array(["-" in word for word in index.vocabulary], dtype=bool)
    places = np.flatnonzero(compound[index.ids]) if len(index.vocabulary) else np.array([], int)
    document_of = index.document_of(index.sentence_of(places))
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    sizes = np.ones(len(index.ids), dtype=np.int64)
    for place, document in zip(places.tolist(), document_of.tolist(), strict=True):
        start = int(index.starts[place])
        printed = documents[document].text[start : int(index.ends[place])]
        parts = _parts(printed)
        # As they are in the whole, which was folded by the case of the text around it.
        words += filter(None, index.vocabulary[index.ids[place]].split("-"))
        spans += [(start + first, start + last) for first, last in parts]
        sizes[place] = len(parts)
    vocabulary = sorted({word for word in index.vocabulary if "-" not in word} | set(words))
    id_of = {word: number for number, word in enumerate(vocabulary)}
    new_id = np.array([id_of.get(word, -1) for word in index.vocabulary], dtype=np.int32)
    ids = np.repeat(new_id[index.ids], sizes) if len(new_id) else index.ids.copy()
    starts, lengths = np.repeat(index.starts, sizes), np.repeat(index.lengths, sizes)
    parts_at = np.repeat(np.isin(np.arange(len(sizes)), places), sizes)
    ids[parts_at] = [id_of[word] for word in words]
    starts[parts_at] = [start for start, _ in spans]
    lengths[parts_at] = [end - start for start, end in spans]
    before = np.concatenate(([0], np.cumsum(sizes)))
    return replace(
        index,
        vocabulary=vocabulary,
        ids=ids,
        starts=starts,
        lengths=lengths,
        sentence_tokens=before[index.sentence_tokens],
    )


def _parts(printed: str) -> list[tuple[int, int]]:
    """Find the stretches between hyphens."""
    spans, start = [], 0
    for place, character in enumerate(printed + "-"):
        if character in HYPHENS:
            if place > start:
                spans.append((start, place))
            start = place + 1
    return spans
