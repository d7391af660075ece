"""The token index: a corpus as arrays, which every count and every search runs on."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from summit_analysis.corpus.tokenising.sorting import sort_by
from summit_analysis.corpus.tokenising.threads import in_threads

BLOCK = 1 << 20


@dataclass(frozen=True, eq=False)
class TokenIndex:
    """A corpus as arrays.

    Attributes:
        vocabulary: the folded tokens, sorted, so that a lower id is an earlier term.
        ids: per token, its place in the vocabulary.
        starts, lengths: per token, where in `Document.text` it begins, and its characters.
        sentence_tokens: per sentence the number of its first token, and the total at the end.
        sentence_starts, sentence_ends: per sentence, its characters in `Document.text`.
        sentence_numbers: per sentence, its number in its document, from 0.
        sentence_paragraphs: per sentence, the number of its paragraph, from 0.
        document_sentences: per document the place of its first sentence, and the total at the end.
    """

    vocabulary: list[str]
    ids: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray
    sentence_tokens: np.ndarray
    sentence_starts: np.ndarray
    sentence_ends: np.ndarray
    sentence_numbers: np.ndarray
    sentence_paragraphs: np.ndarray
    document_sentences: np.ndarray

    @cached_property
    def ends(self) -> np.ndarray:
        """Per token, at which character of `Document.text` it ends."""
        return self.starts + self.lengths

    @property
    def document_tokens(self) -> np.ndarray:
        """Per document the number of its first token, and the total at the end."""
        return self.sentence_tokens[self.document_sentences]

    @cached_property
    def postings(self) -> tuple[np.ndarray, np.ndarray]:
        """The tokens in the order of their ids, and per id where its tokens begin in that order."""
        places = np.arange(len(self.ids), dtype=np.int32)
        order = sort_by(self.ids, places, size=len(self.vocabulary))
        return order, np.append(0, np.cumsum(self.counts))

    @cached_property
    def counts(self) -> np.ndarray:
        """Per id, how often it stands in the corpus."""
        total = np.zeros(len(self.vocabulary), dtype=np.int64)

        def count(first: int) -> np.ndarray:
            return np.bincount(self.ids[first : first + BLOCK], minlength=len(total))

        for some in in_threads(count, range(0, len(self.ids), BLOCK)):
            total += some
        return total

    @cached_property
    def paragraph_begins(self) -> np.ndarray:
        """Per sentence, whether it begins a paragraph or what is left of one; true past the last.

        Part of a corpus may lack sentences of a paragraph: what follows them is no context.
        """
        begins = np.ones(len(self.sentence_numbers) + 1, dtype=bool)
        begins[1:-1] = np.diff(self.sentence_paragraphs) != 0
        begins[1:-1] |= np.diff(self.sentence_numbers) != 1
        begins[self.document_sentences] = True
        return begins

    def sentence_of(self, tokens: np.ndarray) -> np.ndarray:
        """Find the place of the sentence that each token (by number) stands in."""
        return np.searchsorted(self.sentence_tokens, tokens, side="right") - 1

    def document_of(self, sentences: np.ndarray) -> np.ndarray:
        """Find the place of the document that each sentence (by place) stands in."""
        return np.searchsorted(self.document_sentences, sentences, side="right") - 1


def select_sentences(index: TokenIndex, wanted: np.ndarray) -> tuple[TokenIndex, np.ndarray]:
    """Keep some sentences of an index; documents left with none go.

    Args:
        index: the index; it is not changed.
        wanted: a truth value per sentence.

    Returns:
        The smaller index, with the same vocabulary, and the places of the documents that stay.
    """
    sizes = np.diff(index.sentence_tokens)
    tokens = np.repeat(wanted, sizes)
    per_document = np.add.reduceat(
        np.append(wanted, False).astype(np.int64), index.document_sentences[:-1]
    ) * (np.diff(index.document_sentences) > 0)
    stay = np.flatnonzero(per_document)
    return (
        TokenIndex(
            vocabulary=index.vocabulary,
            ids=index.ids[tokens],
            starts=index.starts[tokens],
            lengths=index.lengths[tokens],
            sentence_tokens=np.concatenate(([0], np.cumsum(sizes[wanted]))),
            sentence_starts=index.sentence_starts[wanted],
            sentence_ends=index.sentence_ends[wanted],
            sentence_numbers=index.sentence_numbers[wanted],
            sentence_paragraphs=index.sentence_paragraphs[wanted],
            document_sentences=np.concatenate(([0], np.cumsum(per_document[stay]))),
        ),
        stay,
    )
