"""Pieces that must be told apart: those a sentence ends in, and those in all-capitals sentences."""

from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.segmenting import Sentences
from summit_analysis.corpus.tokenising.tokens import initialisms


def part_at_sentences(
    chunks: Sequence[Chunk], sentences: Sequence[Sentences], pieces: list[str]
) -> tuple[list[str], set[int]]:
    """Make pieces of their own of what sentences cut apart: "said.)Then".

    Args:
        chunks: the chunks; those concerned are changed.
        sentences: their sentences, changed likewise: each begins with a piece afterwards.
        pieces: the distinct pieces.

    Returns:
        The further distinct pieces, which the chunks' entries count after the others; and which of
        the others were cut somewhere.
    """
    parts: dict[str, int] = {}
    whole: set[int] = set()
    for chunk, found in zip(chunks, sentences, strict=True):
        if (found.inside > 0).any():
            _insert(chunk, found, _part(chunk, found, pieces, parts, whole))
    return list(parts), whole


def with_initialisms(pieces: Sequence[str], singly: Sequence[int]) -> np.ndarray:
    """Say of each piece whether it has capitals that fold otherwise in an all-capitals sentence.

    Args:
        pieces: the distinct pieces.
        singly: the places of those that may have.
    """
    some = [pieces[place] for place in singly]
    text = "\n".join(some)
    lengths = np.fromiter(map(len, some), dtype=np.int64, count=len(some))
    begins = np.append(0, np.cumsum(lengths + 1))
    found = np.zeros(len(pieces), dtype=bool)
    for word in initialisms():
        at = text.find(word)
        while at >= 0:
            found[singly[int(np.searchsorted(begins, at, side="right")) - 1]] = True
            at = text.find(word, at + 1)
    return found


def part_capitals(
    chunks: Sequence[Chunk],
    sentences: Sequence[Sentences],
    pieces: Sequence[str],
    places: Sequence[np.ndarray],
) -> tuple[list[str], set[int]]:
    """Tell pieces such as US in an all-capitals sentence from those elsewhere.

    Args:
        chunks: the chunks; those concerned are changed.
        sentences: their sentences.
        pieces: the distinct pieces.
        places: per chunk, where pieces stand that are concerned: see `with_initialisms`.

    Returns:
        The distinct pieces in such sentences, which the chunks' entries count after the others;
        and which of the others they were.
    """
    capitals: dict[int, int] = {}
    for chunk, own, some in zip(chunks, sentences, places, strict=True):
        if len(some):
            _part_capitals(chunk, own, some, len(pieces), capitals)
    return [pieces[entry] for entry in capitals], set(capitals)


def _part(
    chunk: Chunk, found: Sentences, pieces: list[str], parts: dict[str, int], whole: set[int]
) -> list[int]:
    """Number the parts of a chunk's pieces, and put the first of each in the place of the whole.

    Adds to `parts` what is new, and to `whole` what was cut.

    Returns:
        The codes of all further parts, in order.
    """
    cut = np.flatnonzero(found.inside > 0)
    owners, offsets = found.pieces[cut], found.inside[cut]
    codes = chunk.pieces_at(owners)
    whole.update(codes.tolist())
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
    chunk.insert(owners, codes, (chunk.starts[owners] + found.inside[cut]).tolist())
    chunk.text_pieces = chunk.text_pieces + np.searchsorted(owners, chunk.text_pieces)
    found.pieces = found.pieces + np.cumsum(cut)
    found.inside = np.zeros_like(found.inside)


def _part_capitals(
    chunk: Chunk, found: Sentences, places: np.ndarray, total: int, capitals: dict[int, int]
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
    entries = [
        capitals.setdefault(entry, total + len(capitals)) for entry in chunk.entries[codes].tolist()
    ]
    chunk.codes[places] = len(chunk.entries) + which
    chunk.entries = np.append(chunk.entries, entries).astype(np.int32)
