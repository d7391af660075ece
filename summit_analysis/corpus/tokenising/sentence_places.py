"""Where the sentences of a chunk are, once it is known after which pieces, or in them, they end."""

from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.tokenising.odd_spaces import glued
from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.punkt_endings import Endings
from summit_analysis.corpus.tokenising.punkt_pieces import ALWAYS, INSIDE
from summit_analysis.corpus.tokenising.sentences import belongs_together, sentence_spans


@dataclass(eq=False)
class Sentences:
    """The sentences of a chunk; positions are characters counted from the chunk's beginning.

    Attributes:
        starts, ends: per sentence, its place.
        texts: per sentence, the number of its document in the chunk.
        paragraphs: per sentence, the number of its paragraph in the document, from 0.
        pieces: per sentence, the piece it begins in.
        inside: per sentence, at which character of that piece.
    """

    starts: np.ndarray
    ends: np.ndarray
    texts: np.ndarray
    paragraphs: np.ndarray
    pieces: np.ndarray
    inside: np.ndarray

    def narrowed(self) -> "Sentences":
        """Return the same in half the memory; a chunk has no number beyond 32 bits."""
        return Sentences(*(values.astype(np.int32) for values in vars(self).values()))


def place_sentences(
    chunk: Chunk,
    endings: Endings,
    ends_at: np.ndarray,
    at: np.ndarray,
    kinds: np.ndarray,
    cuts: np.ndarray,
    codes: np.ndarray,
) -> Sentences:
    """Find where sentences begin and end.

    Args:
        chunk: the texts, cut into pieces.
        endings: what the distinct pieces say.
        ends_at: the last piece of each paragraph.
        at: the pieces that sentences end with, or inside.
        kinds: per such piece, which of the two: `ALWAYS` or `CLOSED`, or `INSIDE`.
        cuts: after which of its characters, if inside.
        codes: which of the distinct pieces it is.

    Returns:
        The sentences, in order.
    """
    inside = kinds == INSIDE
    end_piece = at.copy()
    end_inside = np.where(inside, cuts, endings.lengths[codes])
    mended = endings.mended[codes] > 0
    next_piece = np.where(inside, at, at + 1)
    next_inside = np.where(inside, cuts, 0)
    # Closing quotes and brackets after white space still belong to the sentence before.
    after = np.flatnonzero(kinds == ALWAYS)
    right = chunk.pieces_at(at[after] + 1)
    closed = np.flatnonzero(endings.closers[right])
    after, right = after[closed], right[closed]
    closers, whole = endings.closers[right], endings.closers[right] == endings.lengths[right]
    end_piece[after] = at[after] + 1
    end_inside[after] = closers
    mended[after] = endings.mended[right] > 0
    next_piece[after] = np.where(whole, at[after] + 2, at[after] + 1)
    next_inside[after] = np.where(whole, 0, closers)
    # … and where nothing is left of the paragraph then, there is no further sentence.
    real = np.ones(len(at), dtype=bool)
    real[after[whole]] = ~contains(ends_at, at[after[whole]] + 1)
    # Breaks inside paragraphs, then their ends, in the order of the text.
    paragraph_ends = chunk.starts[ends_at] + endings.lengths[chunk.pieces_at(ends_at)]
    ends = np.concatenate((chunk.starts[end_piece[real]] + end_inside[real], paragraph_ends))
    paragraph_starts = chunk.paragraph_starts
    upcoming = np.concatenate(
        (
            chunk.starts[next_piece[real]] + next_inside[real],
            np.append(paragraph_starts, -1)[1:],
        )
    ).astype(np.int64)
    pieces = np.concatenate((next_piece[real], np.append(chunk.paragraph_pieces, -1)[1:]))
    inside = np.concatenate((next_inside[real], np.zeros(len(ends_at), dtype=np.int64)))
    doubtful = np.concatenate((mended[real], np.zeros(len(ends_at), dtype=bool)))
    hard = np.arange(len(ends)) >= real.sum()
    order = np.argsort(ends, kind="stable")
    ends, upcoming, pieces = ends[order], upcoming[order], pieces[order]
    inside, doubtful, hard = inside[order], doubtful[order], hard[order]
    doubtful |= inside > 0
    doubtful |= np.append(False, inside > 0)[:-1]
    starts = np.append(paragraph_starts[:1], upcoming)[: len(ends)]
    joined = _joined(chunk, starts, ends, np.flatnonzero(doubtful & ~hard))
    first = np.append(True, ~joined)[:-1]
    pieces = np.append(chunk.paragraph_pieces[:1], pieces)[: len(ends)][first]
    inside = np.append(0, inside)[:-1][first]
    paragraphs = np.cumsum(np.append(0, hard)[:-1])[first]
    per_text = np.diff(np.searchsorted(pieces, chunk.text_pieces))
    texts = np.repeat(np.arange(len(per_text)), per_text)
    found = Sentences(
        starts=starts[first],
        ends=ends[~joined],
        texts=texts,
        paragraphs=chunk.paragraph_numbers[paragraphs],
        pieces=pieces,
        inside=inside,
    ).narrowed()
    for number, spaces in chunk.odd.items():
        if glued(chunk.texts[number], spaces):
            found = _replace(found, chunk, number)
    return found


def _joined(chunk: Chunk, starts: np.ndarray, ends: np.ndarray, doubtful: np.ndarray) -> np.ndarray:
    """Mark the breaks, among the doubtful ones, after which the sentence goes on."""
    joined = np.zeros(len(ends), dtype=bool)
    texts = np.searchsorted(chunk.text_starts, ends[doubtful], side="right") - 1
    for place, number in zip(doubtful.tolist(), texts.tolist(), strict=True):
        first = place
        while first > 0 and joined[first - 1]:
            first -= 1
        shift = chunk.text_starts[number]
        before = int(starts[first] - shift), int(ends[place] - shift)
        joined[place] = belongs_together(
            chunk.texts[number], before, int(starts[place + 1] - shift)
        )
    return joined


def _replace(found: Sentences, chunk: Chunk, number: int) -> Sentences:
    """Put the sentences that Punkt finds in one document in the place of those found."""
    spans = np.array(list(sentence_spans(chunk.texts[number])), dtype=np.int64).reshape(-1, 3)
    starts = spans[:, 0] + chunk.text_starts[number]
    first, past = chunk.text_pieces[number : number + 2]
    own = chunk.starts[first:past]
    pieces = np.searchsorted(own, starts, side="right") - 1
    inside = starts - own[pieces]
    # White space at a paragraph's beginning belongs to its first sentence.
    text = chunk.texts[number]
    blank = np.array([text[start].isspace() for start in spans[:, 0].tolist()], dtype=bool)
    pieces[blank], inside[blank] = np.searchsorted(own, starts[blank]), 0
    new = Sentences(
        starts,
        spans[:, 1] + chunk.text_starts[number],
        np.full(len(spans), number),
        spans[:, 2],
        pieces + first,
        inside,
    )
    before, after = np.searchsorted(found.texts, (number, number + 1))
    return Sentences(
        *(
            np.concatenate((getattr(found, name)[:before], value, getattr(found, name)[after:]))
            for name, value in vars(new).items()
        )
    )


def contains(ordered: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Say which of the wanted numbers are among ordered ones."""
    if not len(ordered):
        return np.zeros(len(wanted), dtype=bool)
    places = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return ordered[places] == wanted
