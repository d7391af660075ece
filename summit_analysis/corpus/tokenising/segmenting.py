"""Sentences of texts cut into pieces, exactly as Punkt and its mends find them in the text."""

import numpy as np

from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.punkt_endings import Endings
from summit_analysis.corpus.tokenising.punkt_pieces import ALWAYS, ASK, INSIDE, LOOK, NEVER
from summit_analysis.corpus.tokenising.sentence_places import Sentences, contains, place_sentences


def find_sentences(
    chunk: Chunk, endings: Endings, *, also: np.ndarray | None = None
) -> tuple[Sentences, np.ndarray, np.ndarray]:
    """Find the sentences of texts, as `sentence_spans` finds them.

    Args:
        chunk: the texts, cut into pieces.
        endings: what the distinct pieces say, those of the chunk among them.
        also: which of these to look for besides: a truth value for each.

    Returns:
        The sentences in order; where those pieces stand that can end one, or are looked for
        besides; and which pieces these are.
    """
    wanted = endings.kinds != NEVER
    if also is not None:
        wanted |= also
    places = chunk.places_of(wanted)
    pieces = chunk.pieces_at(places)
    kinds = endings.kinds[pieces]
    asked = np.flatnonzero(kinds % LOOK == ASK)
    asked = asked[places[asked] + 1 < len(chunk.codes)]
    ends = endings.ends_between(pieces[asked], chunk.pieces_at(places[asked] + 1))
    kinds[asked] = kinds[asked] - ASK + np.where(ends, ALWAYS, NEVER)  # `LOOK` stays
    return _segment(chunk, endings, places, pieces, kinds), places, pieces


def _segment(
    chunk: Chunk,
    endings: Endings,
    places: np.ndarray,
    pieces: np.ndarray,
    kinds: np.ndarray,
) -> Sentences:
    """Find the sentences, once it is known of each piece whether one ends with it."""
    ends_at = np.append(chunk.paragraph_pieces, len(chunk.codes))[1:] - 1
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
