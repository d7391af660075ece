"""Sentences of texts cut into pieces, exactly as Punkt and its mends find them in the text."""

from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.punkt_endings import Endings
from summit_analysis.corpus.tokenising.punkt_pieces import ALWAYS, ASK, INSIDE, LOOK, NEVER
from summit_analysis.corpus.tokenising.sentence_places import Sentences, contains, place_sentences
from summit_analysis.corpus.tokenising.threads import in_threads


def find_sentences(
    chunks: Sequence[Chunk], endings: Endings, *, also: np.ndarray | None = None
) -> tuple[list[Sentences], list[np.ndarray], list[np.ndarray]]:
    """Find the sentences of texts, as `sentence_spans` finds them.

    Args:
        chunks: the texts, cut into pieces.
        endings: what the distinct pieces say.
        also: which of these to look for besides: a truth value for each.

    Returns:
        Per chunk, its sentences in order; where those pieces stand that can end one, or are looked
        for besides; and which pieces these are.
    """
    wanted = endings.kinds != NEVER
    if also is not None:
        wanted |= also

    def look(chunk: Chunk) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        places = chunk.places_of(wanted)
        pieces = chunk.pieces_at(places)
        asked = np.flatnonzero(endings.kinds[pieces] % LOOK == ASK)
        return places, pieces, asked[places[asked] + 1 < len(chunk.codes)]

    rows = list(in_threads(look, chunks))
    # Punkt is asked once, and here: threads would wait for one another.
    none = np.zeros(0, dtype=np.int32)
    left, right = [none], [none]
    for chunk, (places, pieces, asked) in zip(chunks, rows, strict=True):
        left.append(pieces[asked])
        right.append(chunk.pieces_at(places[asked] + 1))
    ends = endings.ends_between(np.concatenate(left), np.concatenate(right))
    _, *answers = np.split(ends, np.cumsum([len(some) for some in left])[:-1])

    def find(number: int) -> Sentences:
        return _segment(chunks[number], endings, *rows[number], answers[number])

    found = list(in_threads(find, range(len(chunks))))
    return found, [row[0] for row in rows], [row[1] for row in rows]


def _segment(
    chunk: Chunk,
    endings: Endings,
    places: np.ndarray,
    pieces: np.ndarray,
    asked: np.ndarray,
    answers: np.ndarray,
) -> Sentences:
    ends_at = np.append(chunk.paragraph_pieces, len(chunk.codes))[1:] - 1
    kinds = endings.kinds[pieces]
    kinds[asked] = kinds[asked] - ASK + np.where(answers, ALWAYS, NEVER)  # `LOOK` stays
    can = np.flatnonzero(kinds != NEVER)
    at, codes, kinds = places[can], pieces[can], kinds[can]
    looked = np.flatnonzero(kinds >= LOOK)
    kinds %= LOOK
    last = np.zeros(len(at), dtype=bool)
    last[np.searchsorted(at, ends_at)[contains(at, ends_at)]] = True
    cuts, first_cuts = (np.zeros(len(at), dtype=np.int32) for _ in range(2))
    own, ending = codes[looked], last[looked]
    cuts[looked] = np.where(ending, endings.last_cuts[own], endings.cuts[own])
    first_cuts[looked] = np.where(ending, endings.first_last_cuts[own], endings.first_cuts[own])
    kinds[last] = np.where(cuts[last] > 0, INSIDE, NEVER)
    # Punkt passes over the first of several marks behind a single space at a paragraph's beginning.
    indented = chunk.starts[chunk.paragraph_pieces] - chunk.paragraph_starts == 1
    if indented.any():
        first_cuts[contains(chunk.paragraph_pieces[indented], at)] = 0
    keep, also = np.flatnonzero(kinds != NEVER), np.flatnonzero(first_cuts)
    return place_sentences(
        chunk,
        endings,
        ends_at,
        np.concatenate((at[keep], at[also])),
        np.concatenate((kinds[keep], np.full(len(also), INSIDE, dtype=np.uint8))),
        np.concatenate((cuts[keep], first_cuts[also])),
        np.concatenate((codes[keep], codes[also])),
    )
