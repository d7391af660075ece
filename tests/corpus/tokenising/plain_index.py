"""The token index made the plain way, sentence by sentence: what the fast one must equal."""

from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising.sentences import sentence_spans
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.corpus.tokenising.tokens import fold, token_spans


def plain_index(documents: Sequence[Document]) -> TokenIndex:
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
    lengths = places[:, 1] - places[:, 0]
    columns = np.array(sentences, dtype=np.int32).reshape(-1, 4)
    return TokenIndex(
        vocabulary=vocabulary,
        ids=np.fromiter((id_of[word] for word in words), dtype=np.int32, count=len(words)),
        starts=places[:, 0],
        lengths=lengths.astype(np.uint16 if lengths.max(initial=0) < 1 << 16 else np.uint32),
        sentence_tokens=np.array(sentence_tokens, dtype=np.int64),
        sentence_starts=columns[:, 0],
        sentence_ends=columns[:, 1],
        sentence_numbers=columns[:, 2],
        sentence_paragraphs=columns[:, 3],
        document_sentences=np.array(document_sentences, dtype=np.int64),
    )


def differences(found: TokenIndex, wanted: TokenIndex) -> list[str]:
    """Name the parts of two indexes that are not the same."""
    return [
        name
        for name, value in vars(wanted).items()
        if not (
            value == getattr(found, name)
            if name == "vocabulary"
            else value.dtype == getattr(found, name).dtype
            and np.array_equal(value, getattr(found, name))
        )
    ]
