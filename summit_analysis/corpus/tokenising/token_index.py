"""The token index: a corpus as arrays, which every count and every search runs on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising.counting_sort import sort_by
from summit_analysis.corpus.tokenising.parting import (
    part_at_sentences,
    part_capitals,
    with_initialisms,
)
from summit_analysis.corpus.tokenising.piece_tokens import PieceTokens, Tokenizer, lay_tokens
from summit_analysis.corpus.tokenising.pieces import Chunk, cut
from summit_analysis.corpus.tokenising.plain_pieces import plain_pieces
from summit_analysis.corpus.tokenising.punkt_endings import Endings
from summit_analysis.corpus.tokenising.segmenting import Sentences, segment
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


def build_index(documents: Sequence[Document]) -> TokenIndex:
    """Tokenise documents into one index.

    Example:
        >>> index = build_index([Document("a", "We met. We agreed.")])
        >>> [index.vocabulary[i] for i in index.ids], index.sentence_tokens.tolist()
        (['we', 'met', 'we', 'agreed'], [0, 2, 4])
    """
    chunks: list[Chunk] = []
    pieces: list[str] = []
    endings, tokenizer = Endings(), Tokenizer()
    for chunk, new in cut([document.text for document in documents]):
        plain = plain_pieces(new)
        endings.read(new, plain)
        tokenizer.read(new, plain)
        chunks.append(chunk)
        pieces += new
    found = list(in_threads(lambda chunk: segment(chunk, endings), chunks))
    tokens, others = _find_tokens(chunks, found, pieces, tokenizer)
    more = np.diff(tokens.first) - 1
    totals = [
        len(chunk.codes) + int(more[chunk.pieces_at(places)].sum())
        for chunk, places in zip(chunks, others, strict=True)
    ]
    borders = np.concatenate(([0], np.cumsum(totals, dtype=np.int64)))
    ids, starts = (np.empty(borders[-1], dtype=np.int32) for _ in range(2))
    # Few tokens are long: half the memory does for nearly every text.
    longest = int((tokens.ends - tokens.starts).max(initial=0))
    lengths = np.empty(borders[-1], dtype=np.promote_types(np.uint16, np.min_scalar_type(longest)))

    def lay(number: int) -> np.ndarray:
        own = slice(borders[number], borders[number + 1])
        columns = ids[own], starts[own], lengths[own]
        return lay_tokens(chunks[number], found[number], tokens, others[number], *columns)

    sizes = list(in_threads(lay, range(len(chunks))))
    return TokenIndex(
        vocabulary=tokens.vocabulary,
        ids=ids,
        starts=starts,
        lengths=lengths,
        sentence_tokens=np.concatenate([[0], np.cumsum(_concatenate(sizes, np.int64))]),
        **_sentence_columns(chunks, found),
    )


def _find_tokens(
    chunks: Sequence[Chunk], found: Sequence[Sentences], pieces: list[str], tokenizer: Tokenizer
) -> tuple[PieceTokens, list[np.ndarray]]:
    """Part what must be told apart, and settle what tokens the pieces have then.

    Returns:
        The tokens of the distinct pieces; and per chunk, where pieces stand that have none, or
        several: see `Tokenizer.others`.
    """
    parts, parted = part_at_sentences(chunks, found, pieces)
    pieces += parts
    tokenizer.read(parts)
    special = with_initialisms(pieces, tokenizer.singly)
    noted = tokenizer.others() | special
    noted[list(parted)] = True
    places = list(in_threads(lambda chunk: chunk.places_of(noted), chunks))
    concerned = [
        some[special[chunk.pieces_at(some)]] for chunk, some in zip(chunks, places, strict=True)
    ]
    capitals, replaced = part_capitals(chunks, found, pieces, concerned)
    tokenizer.read(capitals, mixed_case=False)
    # Pieces may be used no more if they were parted wherever they stood; all others are.
    used = np.ones(len(pieces) + len(capitals), dtype=bool)
    used[list(parted | replaced)] = False
    for chunk, some in zip(chunks, places, strict=True):
        used[chunk.pieces_at(some)] = True
    others = tokenizer.others()
    return tokenizer.settle(used), [
        some[others[chunk.pieces_at(some)]] for chunk, some in zip(chunks, places, strict=True)
    ]


def _sentence_columns(chunks: Sequence[Chunk], found: Sequence[Sentences]) -> dict[str, np.ndarray]:
    shifted = [
        (own, chunk.text_starts[own.texts]) for chunk, own in zip(chunks, found, strict=True)
    ]
    per_document = _concatenate(
        [
            np.bincount(own.texts, minlength=len(chunk.texts))
            for chunk, own in zip(chunks, found, strict=True)
        ],
        np.int64,
    )
    documents = np.concatenate([[0], np.cumsum(per_document)])
    numbers = np.arange(documents[-1]) - np.repeat(documents[:-1], per_document)
    return {
        "sentence_starts": _concatenate([own.starts - by for own, by in shifted], np.int32),
        "sentence_ends": _concatenate([own.ends - by for own, by in shifted], np.int32),
        "sentence_numbers": numbers.astype(np.int32),
        "sentence_paragraphs": _concatenate([own.paragraphs for own in found], np.int32),
        "document_sentences": documents,
    }


def _concatenate(arrays: Sequence[np.ndarray], kind: type) -> np.ndarray:
    return np.concatenate([np.zeros(0, kind), *arrays]).astype(kind)


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
