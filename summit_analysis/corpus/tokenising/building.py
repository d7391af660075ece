"""Building the token index: texts cut into pieces, these read once each, and laid out again."""

from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.documents import Document
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
from summit_analysis.corpus.tokenising.token_index import TokenIndex


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
        The tokens of the distinct pieces; and per chunk, where those stand that `Tokenizer.others`
        names.
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
    # Pieces may be used no more if parts or capitals took their place everywhere; all others are.
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
