"""Pieces that must be told apart: those a sentence ends in, and those in all-capitals sentences."""

from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.segmenting import Sentences
from summit_analysis.corpus.tokenising.threads import in_threads
from summit_analysis.corpus.tokenising.tokens import initialisms


def part_at_sentences(
    chunks: Sequence[Chunk], sentences: Sequence[Sentences], pieces: list[str]
) -> list[str]:
    """Make pieces of their own of what sentences cut apart: "said.)Then".

    Args:
        chunks: the chunks; those concerned are changed.
        sentences: their sentences, changed likewise: each begins with a piece afterwards.
        pieces: the distinct pieces.

    Returns:
        The further distinct pieces, which the chunks' entries count after the others.
    """
    parts: dict[str, int] = {}
    cuts = [
        (chunk, found, _part(chunk, found, pieces, parts))
        for chunk, found in zip(chunks, sentences, strict=True)
        if (found.inside > 0).any()
    ]
    list(in_threads(lambda each: _insert(*each), cuts))
    return list(parts)


def part_capitals(
    chunks: Sequence[Chunk],
    sentences: Sequence[Sentences],
    pieces: list[str],
    singly: Sequence[int],
) -> list[str]:
    """Tell pieces such as US in an all-capitals sentence from those elsewhere.

    Args:
        chunks: the chunks; those concerned are changed.
        sentences: their sentences.
        pieces: the distinct pieces.
        singly: the places of those that may have such words.

    Returns:
        The distinct pieces in such sentences, which the chunks' entries count after the others.
    """
    capitals: dict[str, int] = {}
    special = np.zeros(len(pieces), dtype=bool)
    special[singly] = _with_initialism([pieces[place] for place in singly])
    found = in_threads(lambda chunk: _places(chunk, special), chunks)
    for chunk, own, places in zip(chunks, sentences, list(found), strict=True):
        if len(places):
            _part_capitals(chunk, own, places, pieces, capitals)
    return list(capitals)


def _places(chunk: Chunk, special: np.ndarray) -> np.ndarray:
    # No code is out of range: clipping spares the check.
    return np.flatnonzero(np.take(special[chunk.entries], chunk.codes, mode="clip"))


def _with_initialism(pieces: Sequence[str]) -> np.ndarray:
    text = "\n".join(pieces)
    lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    begins = np.append(0, np.cumsum(lengths + 1))
    special = np.zeros(len(pieces), dtype=bool)
    for word in initialisms():
        at = text.find(word)
        while at >= 0:
            special[np.searchsorted(begins, at, side="right") - 1] = True
            at = text.find(word, at + 1)
    return special


def _part(chunk: Chunk, found: Sentences, pieces: list[str], parts: dict[str, int]) -> list[int]:
    """Number the parts of a chunk's pieces, and put the first of each in the place of the whole.

    Returns:
        The codes of all further parts, in order.
    """
    cut = np.flatnonzero(found.inside > 0)
    owners, offsets = found.pieces[cut], found.inside[cut]
    codes = chunk.entries[chunk.codes[owners]]
    local: dict[int, int] = {}

    def code_of(text: str) -> int:
        entry = parts.setdefault(text, len(pieces) + len(parts))
        return local.setdefault(entry, len(chunk.entries) + len(local))

    new_codes, heads = [], {}
    for number, (owner, offset, code) in enumerate(
        zip(owners.tolist(), offsets.tolist(), codes.tolist(), strict=True)
    ):
        last = number + 1 == len(owners) or owners[number + 1] != owner
        piece = pieces[code]
        new_codes.append(code_of(piece[offset : None if last else offsets[number + 1]]))
        if number == 0 or owners[number - 1] != owner:
            heads[owner] = code_of(piece[:offset])
    chunk.codes[list(heads)] = list(heads.values())
    chunk.entries = np.append(chunk.entries, list(local)).astype(np.int32)
    return new_codes


def _insert(chunk: Chunk, found: Sentences, codes: list[int]) -> None:
    """Put further parts of pieces into a chunk, each as the first piece of its sentence."""
    cut = found.inside > 0
    owners = found.pieces[cut]
    starts = (chunk.starts[owners] + found.inside[cut]).astype(np.int32)
    chunk.replace_pieces(
        np.insert(chunk.codes, owners + 1, codes), np.insert(chunk.starts, owners + 1, starts)
    )
    chunk.text_pieces = chunk.text_pieces + np.searchsorted(owners, chunk.text_pieces)
    found.pieces = found.pieces + np.cumsum(cut)
    found.inside = np.zeros_like(found.inside)


def _part_capitals(
    chunk: Chunk,
    found: Sentences,
    places: np.ndarray,
    pieces: list[str],
    capitals: dict[str, int],
) -> None:
    sentences = np.searchsorted(found.pieces, places, side="right") - 1
    upper = np.zeros(len(found.starts), dtype=bool)
    for sentence in np.unique(sentences).tolist():
        number = found.texts[sentence]
        shift = chunk.text_starts[number]
        text = chunk.texts[number][found.starts[sentence] - shift : found.ends[sentence] - shift]
        upper[sentence] = text.isupper()
    places = places[upper[sentences]]
    codes, which = np.unique(chunk.codes[places], return_inverse=True)
    printed = [pieces[chunk.entries[code]] for code in codes.tolist()]
    entries = [capitals.setdefault(piece, len(pieces) + len(capitals)) for piece in printed]
    chunk.codes[places] = len(chunk.entries) + which
    chunk.entries = np.append(chunk.entries, entries).astype(np.int32)
