"""Building the token index: texts cut into pieces, these read once each, and laid out again."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising.parting import part_pieces, with_initialisms
from summit_analysis.corpus.tokenising.piece_tokens import PieceTokens, Tokenizer
from summit_analysis.corpus.tokenising.pieces import Chunk, cut
from summit_analysis.corpus.tokenising.plain_pieces import plain_pieces
from summit_analysis.corpus.tokenising.punkt_endings import Endings
from summit_analysis.corpus.tokenising.punkt_pieces import NEVER
from summit_analysis.corpus.tokenising.segmenting import find_sentences
from summit_analysis.corpus.tokenising.sentence_places import Sentences
from summit_analysis.corpus.tokenising.threads import beside, in_threads
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.corpus.tokenising.token_places import lay_tokens
from summit_analysis.errors import CorpusError


class Reading(NamedTuple):
    """A chunk, and what `find_sentences` returns of it."""

    chunk: Chunk
    sentences: Sentences
    places: np.ndarray
    pieces: np.ndarray


def build_index(documents: Sequence[Document]) -> TokenIndex:
    """Tokenise documents into one index.

    Raises:
        CorpusError: a text holds half a character, which no file can hold.

    Example:
        >>> index = build_index([Document("a", "We met. We agreed.")])
        >>> [index.vocabulary[i] for i in index.ids], index.sentence_tokens.tolist()
        (['we', 'met', 'we', 'agreed'], [0, 2, 4])
    """
    try:
        readings, pieces, special, endings, tokenizer = _read(documents)
    except UnicodeEncodeError as error:
        broken = next(document for document in documents if document.text == error.object)
        raise CorpusError(
            f"{broken.doc_id}: character {error.start} is half of a surrogate pair, and no "
            "character. Mend such text before it becomes a document: "
            'text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").'
        ) from error
    chunks = [reading.chunk for reading in readings]
    found = [reading.sentences for reading in readings]
    noted = tokenizer.others | special
    places = [reading.places[noted[reading.pieces]] for reading in readings]
    parted, replaced = part_pieces(chunks, found, places, pieces, special)
    tokenizer.read_parts(parted)
    many = len(chunks) > 1
    words = beside(tokenizer.words, worth=many)
    others = _others(chunks, found, places, tokenizer.others)
    # Pieces may be used no more if others stand for them everywhere. Where they stood is known, but
    # for those that only a text's odd white space made a sentence cut.
    used = np.ones(len(pieces) + len(parted), dtype=bool)
    used[list(replaced)] = False
    seen = bool((noted | (endings.kinds != NEVER))[list(replaced)].all())
    for chunk, _, own, some in readings:
        rest = own[~used[some]] if seen else chunk.places_of(~used)
        used[chunk.pieces_at(rest)] = True
    tokens = tokenizer.settle(used, words)
    sentence_columns = beside(lambda: _sentence_columns(chunks, found), worth=many)
    return TokenIndex(
        vocabulary=tokens.vocabulary,
        **_token_columns(chunks, found, tokens, others),
        **sentence_columns(),
    )


def _read(
    documents: Sequence[Document],
) -> tuple[list[Reading], list[str], np.ndarray, Endings, Tokenizer]:
    """Cut documents into chunks, and read these.

    Returns:
        The readings; the distinct pieces; which of these `with_initialisms` names; and what was
        read in them.
    """
    readings = []
    pieces: list[str] = []
    special = np.zeros(0, dtype=bool)
    endings, tokenizer = Endings(), Tokenizer()
    for chunk, distinct in cut([document.text for document in documents]):
        plain, new = plain_pieces(distinct), distinct.to_pylist()
        endings.read(new, plain)
        singly = tokenizer.read(new, plain)
        special = np.append(special, with_initialisms(new, singly))
        sentences = find_sentences(chunk, endings, also=tokenizer.others | special)
        readings.append(Reading(chunk, *sentences))
        pieces += new
    return readings, pieces, special, endings, tokenizer


def _others(
    chunks: Sequence[Chunk],
    sentences: Sequence[Sentences],
    places: Sequence[np.ndarray],
    others: np.ndarray,
) -> list[np.ndarray]:
    """Find where those stand that `Tokenizer.others` names: where noted, or cut by a sentence."""
    found = []
    for chunk, own, some in zip(chunks, sentences, places, strict=True):
        both = np.union1d(some, own.pieces[own.inside > 0])
        found.append(both[others[chunk.pieces_at(both)]])
    return found


def _token_columns(
    chunks: Sequence[Chunk],
    found: Sequence[Sentences],
    tokens: PieceTokens,
    others: Sequence[np.ndarray],
) -> dict[str, np.ndarray]:
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

    sizes = _concatenate(list(in_threads(lay, range(len(chunks)))), np.int64)
    return {
        "ids": ids,
        "starts": starts,
        "lengths": lengths,
        "sentence_tokens": np.concatenate([[0], np.cumsum(sizes)]),
    }


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
