"""Sentences of texts cut into pieces, exactly as Punkt and its mends find them in the text."""

import re
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.tokenising.byte_scan import ODD_SPACES
from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.punkt_endings import (
    ALWAYS,
    ASK,
    INSIDE,
    LOOK,
    NEVER,
    Endings,
)
from summit_analysis.corpus.tokenising.sentences import belongs_together, sentence_spans

# Punkt tells the words before a mark apart by ASCII's white space only, so that it passes over all
# but the last of marks with another kind of space between them; and it does not take the ASCII
# separators for white space.
RE_GLUED = re.compile(
    rf"[\x1c-\x1f]|[{ODD_SPACES}][.?!]"
    rf"|[.?!][^ \t\n\r\v\f{ODD_SPACES}]*[{ODD_SPACES}][^ \t\n\r\v\f.?!]*[.?!]"
)
RE_PLAIN_SPACE = re.compile(r"[ \t\n\r\v\f]")


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


def segment(chunk: Chunk, endings: Endings) -> Sentences:
    """Find the sentences of a chunk, as `sentence_spans` finds them.

    Args:
        chunk: the texts, cut into pieces.
        endings: what its distinct pieces say.

    Returns:
        The sentences, in order.
    """
    ends_at = np.append(chunk.paragraph_pieces, len(chunk.codes))[1:] - 1
    at = chunk.places_of(endings.kinds != NEVER)
    codes = chunk.pieces_at(at)
    kinds = endings.kinds[codes]
    looked = np.flatnonzero(kinds >= LOOK)
    kinds %= LOOK
    last = np.zeros(len(at), dtype=bool)
    last[np.searchsorted(at, ends_at)[_contains(at, ends_at)]] = True
    cuts, first_cuts = (np.zeros(len(at), dtype=np.int32) for _ in range(2))
    own, ending = codes[looked], last[looked]
    cuts[looked] = np.where(ending, endings.last_cuts[own], endings.cuts[own])
    first_cuts[looked] = np.where(ending, endings.first_last_cuts[own], endings.first_cuts[own])
    kinds[last] = np.where(cuts[last] > 0, INSIDE, NEVER)
    asked = np.flatnonzero(kinds == ASK)
    following = chunk.pieces_at(at[asked] + 1)
    kinds[asked] = np.where(endings.ends_between(codes[asked], following), ALWAYS, NEVER)
    # Punkt passes over the first of several marks behind a single space at a paragraph's beginning.
    indented = chunk.starts[chunk.paragraph_pieces] - chunk.paragraph_starts == 1
    if indented.any():
        first_cuts[_contains(chunk.paragraph_pieces[indented], at)] = 0
    keep, also = np.flatnonzero(kinds != NEVER), np.flatnonzero(first_cuts)
    return _sentences(
        chunk,
        endings,
        ends_at,
        np.concatenate((at[keep], at[also])),
        np.concatenate((kinds[keep], np.full(len(also), INSIDE, dtype=np.uint8))),
        np.concatenate((cuts[keep], first_cuts[also])),
        np.concatenate((codes[keep], codes[also])),
    )


def _sentences(
    chunk: Chunk,
    endings: Endings,
    ends_at: np.ndarray,
    at: np.ndarray,
    kinds: np.ndarray,
    cuts: np.ndarray,
    codes: np.ndarray,
) -> Sentences:
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
    real[after[whole]] = ~_contains(ends_at, at[after[whole]] + 1)
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
        if _glued(chunk.texts[number], spaces):
            found = _replace(found, chunk, number)
    return found


def _glued(text: str, spaces: list[int]) -> bool:
    """Look for `RE_GLUED`, which never crosses ASCII's white space, around odd spaces only."""
    done = 0
    for first in spaces:
        if first < done:
            continue
        space = RE_PLAIN_SPACE.search(text, first + 1)
        done = space.start() if space else len(text)
        while first > 0 and not RE_PLAIN_SPACE.match(text, first - 1):
            first -= 1
        if RE_GLUED.search(text, first, done):
            return True
    return False


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


def _contains(ordered: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Say which of the wanted numbers are among ordered ones."""
    if not len(ordered):
        return np.zeros(len(wanted), dtype=bool)
    places = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return ordered[places] == wanted
