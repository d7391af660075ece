"""The token index: a corpus as arrays, which every count and every search runs on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.sentences import sentence_spans
from summit_analysis.corpus.tokens import fold, token_spans


@dataclass(frozen=True, eq=False)
class TokenIndex:
    """A corpus as arrays.

    Attributes:
        vocabulary: the folded tokens, sorted, so that a lower id is an earlier term.
        ids: per token, its place in the vocabulary.
        starts, ends: per token, its characters in `Document.text`.
        sentence_tokens: per sentence the number of its first token, and the total at the end.
        sentence_starts, sentence_ends: per sentence, its characters in `Document.text`.
        sentence_numbers: per sentence, its number in its document, from 0.
        sentence_paragraphs: per sentence, the number of its paragraph, from 0.
        document_sentences: per document the place of its first sentence, and the total at the end.
    """

    vocabulary: list[str]
    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    sentence_tokens: np.ndarray
    sentence_starts: np.ndarray
    sentence_ends: np.ndarray
    sentence_numbers: np.ndarray
    sentence_paragraphs: np.ndarray
    document_sentences: np.ndarray

    @property
    def document_tokens(self) -> np.ndarray:
        """Per document the number of its first token, and the total at the end."""
        return self.sentence_tokens[self.document_sentences]

    def sentence_of(self, tokens: np.ndarray) -> np.ndarray:
        """Find the place of the sentence that each token (by number) stands in."""
        return np.searchsorted(self.sentence_tokens, tokens, side="right") - 1

    def document_of(self, sentences: np.ndarray) -> np.ndarray:
        """Find the place of the document that each sentence (by place) stands in."""
        return np.searchsorted(self.document_sentences, sentences, side="right") - 1


def build_index(documents: Sequence[Document]) -> TokenIndex:
    """Tokenise documents into one index.

    Example:
        >>> index = build_index([Document("a", "We met. We agreed.")])
        >>> [index.vocabulary[i] for i in index.ids], index.sentence_tokens.tolist()
        (['we', 'met', 'we', 'agreed'], [0, 2, 4])
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    sentences: list[tuple[int, int, int, int]] = []
    sentence_tokens = [0]
    document_sentences = [0]
    for document in documents:
        for number, (start, end, paragraph) in enumerate(sentence_spans(document.text)):
            sentence = document.text[start:end]
            mixed_case = not sentence.isupper()
            for first, last in token_spans(sentence):
                words.append(fold(sentence[first:last], mixed_case=mixed_case))
                spans.append((start + first, start + last))
            sentences.append((start, end, number, paragraph))
            sentence_tokens.append(len(words))
        document_sentences.append(len(sentences))
    vocabulary = sorted(set(words))
    id_of = {word: place for place, word in enumerate(vocabulary)}
    places = np.array(spans, dtype=np.int32).reshape(-1, 2)
    columns = np.array(sentences, dtype=np.int32).reshape(-1, 4)
    return TokenIndex(
        vocabulary=vocabulary,
        ids=np.fromiter((id_of[word] for word in words), dtype=np.int32, count=len(words)),
        starts=places[:, 0],
        ends=places[:, 1],
        sentence_tokens=np.array(sentence_tokens, dtype=np.int64),
        sentence_starts=columns[:, 0],
        sentence_ends=columns[:, 1],
        sentence_numbers=columns[:, 2],
        sentence_paragraphs=columns[:, 3],
        document_sentences=np.array(document_sentences, dtype=np.int64),
    )


def select_sentences(index: TokenIndex, wanted: np.ndarray) -> tuple[TokenIndex, np.ndarray]:
    """Keep some sentences of an index; documents left with none go.

    Args:
        index: the index; it is not changed.
        wanted: a truth value per sentence.

    Returns:
        The smaller index, with the same vocabulary, and the places of the documents that stay.
    """
    lengths = np.diff(index.sentence_tokens)
    tokens = np.repeat(wanted, lengths)
    per_document = np.add.reduceat(
        np.append(wanted, False).astype(np.int64), index.document_sentences[:-1]
    ) * (np.diff(index.document_sentences) > 0)
    stay = np.flatnonzero(per_document)
    return (
        TokenIndex(
            vocabulary=index.vocabulary,
            ids=index.ids[tokens],
            starts=index.starts[tokens],
            ends=index.ends[tokens],
            sentence_tokens=np.concatenate(([0], np.cumsum(lengths[wanted]))),
            sentence_starts=index.sentence_starts[wanted],
            sentence_ends=index.sentence_ends[wanted],
            sentence_numbers=index.sentence_numbers[wanted],
            sentence_paragraphs=index.sentence_paragraphs[wanted],
            document_sentences=np.concatenate(([0], np.cumsum(per_document[stay]))),
        ),
        stay,
    )
