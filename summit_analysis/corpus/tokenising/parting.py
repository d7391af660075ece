"""Pieces told apart by where they stand: cut by a sentence's end, or among capitals."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.sentence_places import Sentences
from summit_analysis.corpus.tokenising.tokens import initialisms


class Part(NamedTuple):
    """What a sentence has of a piece, and whether initialisms are words like others there."""

    text: str
    capitals: bool


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


def part_pieces(
    chunks: Sequence[Chunk],
    sentences: Sequence[Sentences],
    places: Sequence[np.ndarray],
    pieces: Sequence[str],
    special: np.ndarray,
) -> tuple[list[tuple[Part, ...]], set[int]]:
    """Make further pieces of those that sentences cut ("said.)Then"), and of US among capitals.

    Args:
        chunks: the chunks; those concerned are changed.
        sentences: their sentences.
        places: per chunk, where pieces stand among which are all that are special.
        pieces: the distinct pieces.
        special: what `with_initialisms` says of them.

    Returns:
        The further distinct pieces, as their parts, which the chunks' entries count after the
        others; and in the place of which of the others they stand.
    """
    parted: dict[tuple[Part, ...], int] = {}
    replaced: set[int] = set()
    for chunk, own, some in zip(chunks, sentences, places, strict=True):
        found = dict(_in_capitals(chunk, own, some[special[chunk.pieces_at(some)]], pieces))
        found.update(_cut(chunk, own, pieces, special))
        if found:
            at = np.array(list(found))
            replaced.update(chunk.pieces_at(at).tolist())
            entries = [
                parted.setdefault(parts, len(pieces) + len(parted)) for parts in found.values()
            ]
            new, which = np.unique(entries, return_inverse=True)
            chunk.codes[at] = len(chunk.entries) + which
            chunk.entries = np.append(chunk.entries, new).astype(np.int32)
    return list(parted), replaced


def _in_capitals(
    chunk: Chunk, sentences: Sentences, places: np.ndarray, pieces: Sequence[str]
) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """Find the pieces, at some places, that stand in all-capitals sentences."""
    owners = np.searchsorted(sentences.pieces, places, side="right") - 1
    entries = chunk.pieces_at(places)
    upper = {owner: _is_upper(chunk, sentences, owner) for owner in set(owners.tolist())}
    for place, owner, entry in zip(places.tolist(), owners.tolist(), entries.tolist(), strict=True):
        if upper[owner]:
            yield place, (Part(pieces[entry], capitals=True),)


def _cut(
    chunk: Chunk, sentences: Sentences, pieces: Sequence[str], special: np.ndarray
) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """Find the pieces inside which sentences begin."""
    cut = np.flatnonzero(sentences.inside > 0)
    places = sentences.pieces[cut].tolist()
    rows = zip(places, cut.tolist(), sentences.inside[cut].tolist(), strict=True)
    for place, some in groupby(rows, key=lambda row: row[0]):
        _, numbers, offsets = zip(*some, strict=True)
        entry = int(chunk.pieces_at(place))
        borders = pairwise([0, *offsets, len(pieces[entry])])
        yield (
            place,
            tuple(
                Part(
                    pieces[entry][first:past],
                    capitals=bool(special[entry]) and _is_upper(chunk, sentences, number),
                )
                for number, (first, past) in zip((numbers[0] - 1, *numbers), borders, strict=True)
            ),
        )


def _is_upper(chunk: Chunk, sentences: Sentences, number: int) -> bool:
    """Say whether a sentence is all capitals."""
    text = sentences.texts[number]
    shift = chunk.text_starts[text]
    first, past = sentences.starts[number] - shift, sentences.ends[number] - shift
    return chunk.texts[text][first:past].isupper()
