"""Sentences of texts cut into pieces: Punkt asked once for each piece and pair of pieces.

Where Punkt may end a sentence depends on one piece of text (what stands between white space) and
the piece after it: it looks at the last mark in a piece that is followed by white space or by
punctuation, and at the words of these two pieces. So it is asked once for each distinct piece
with a mark, and for each distinct pair after an abbreviation, an initial, a number or an ellipsis.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from summit_analysis.corpus.pieces import ODD_SPACES, Chunk
from summit_analysis.corpus.sentences import (
    belongs_together,
    may_continue,
    punkt,
    sentence_spans,
)

# What a piece can do to a sentence that goes on after it.
NEVER, ALWAYS, ASK, CLOSED, INSIDE = range(5)
LOOK = 8  # added to a kind: the piece is cut as `first_cuts` or `last_cuts` say

RE_PLAIN_END = re.compile(r"[^\W\d_]{2,}[.?!]")
RE_PLAIN_WORD = re.compile(r"[^\W\d_]+,?")
# Punkt tells the words before a mark apart by ASCII's white space only, so that two marks with
# nothing but another kind of space between them are not cut apart; nor does it take the ASCII
# separators for white space.
RE_GLUED = re.compile(
    rf"[\x1c-\x1f]|[.?!][^ \t\n\r\v\f{ODD_SPACES}]*[{ODD_SPACES}][^ \t\n\r\v\f.?!]*[.?!]"
)


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


class Endings:
    """What each distinct piece says about sentences ending in it.

    Attributes:
        kinds: per piece, whether a sentence ends with it when another piece follows; `LOOK` is
            added to it.
        cuts: per piece of kind `INSIDE`, after which of its characters.
        last_cuts: per piece, after which character a sentence ends inside it where no piece
            follows in the paragraph; 0 for none.
        first_cuts: per piece that begins with a mark and has another one, after which character
            it is cut for the first one, when another piece follows, and when none does.
        closers: per piece, how many closing quotes and brackets it begins with, where these
            belong to the sentence before it.
        lengths: per piece, its characters.
        mended: per piece, whether sentences cut after it may be one.
    """

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._answers: dict[tuple[str, str], bool] = {}
        count = len(pieces)
        self.kinds = np.zeros(count, dtype=np.uint8)
        self.cuts = np.zeros(count, dtype=np.int32)
        self.last_cuts = np.zeros(count, dtype=np.int32)
        self.first_cuts = np.zeros((2, count), dtype=np.int32)
        self.closers = np.zeros(count, dtype=np.int32)
        self.mended = np.zeros(count, dtype=bool)
        self.lengths = np.fromiter(map(len, pieces), dtype=np.int32, count=count)
        self._abbreviations = punkt()._params.abbrev_types
        for place, piece in enumerate(pieces):
            if "." in piece or "?" in piece or "!" in piece:
                self._study(place, piece)
            if not piece[0].isalnum():
                self.closers[place] = self._closers(piece + " x")
                self.mended[place] |= piece[-1] == ")"

    def ends_before(self, left: int, right: int) -> bool:
        """Say whether Punkt ends a sentence between two pieces, by their numbers."""
        pair = self._pieces[left], _stand_in(self._pieces[right])
        if pair not in self._answers:
            self._answers[pair] = punkt().text_contains_sentbreak(" ".join(pair))
        return self._answers[pair]

    def _study(self, place: int, piece: str) -> None:
        if RE_PLAIN_END.fullmatch(piece):
            known = piece[-1] == "." and piece[:-1].lower() in self._abbreviations
            self.kinds[place] = ASK if known else ALWAYS
        else:
            self._study_marks(place, piece)
            self.last_cuts[place] = self._study_cut(place, piece, last=True)[0]
            if self.last_cuts[place] or self.first_cuts[:, place].any():
                self.kinds[place] += LOOK
        self.mended[place] = piece[-1] == ")" or (piece[-1] == "." and may_continue(piece))

    def _study_marks(self, place: int, piece: str) -> None:
        cut, broken = self._study_cut(place, piece, last=False)
        if cut or broken:
            self.cuts[place] = cut
            self.kinds[place] = INSIDE if cut else CLOSED
        elif piece[-1] in ".?!":
            # A comma starts no sentence: Punkt ends one before it only if before anything.
            always = punkt().text_contains_sentbreak(piece + " ,")
            self.kinds[place] = ALWAYS if always else ASK

    def _study_cut(self, place: int, piece: str, *, last: bool) -> tuple[int, bool]:
        """Return where a sentence ends before a piece's end (0: nowhere), and whether one does."""
        text = piece if last else piece + " x"
        marks = [found.end() for found in self._contexts.finditer(text)]
        if len(marks) > 1 and marks[0] == 1:
            # Punkt passes over all but the last mark of a piece, and this one.
            self.first_cuts[int(last), place] = 1 + self._closers(text[1:])
        if (
            not marks
            or marks[-1] == len(piece)
            or not punkt().text_contains_sentbreak(text[: marks[-1] + 1])
        ):
            return 0, False
        cut = marks[-1] + self._closers(text[marks[-1] :])
        return (cut if cut < len(piece) else 0), True

    def _closers(self, text: str) -> int:
        found = self._realignment.match(text)
        return len(found.group().rstrip()) if found else 0

    @cached_property
    def _contexts(self) -> re.Pattern[str]:
        return punkt()._lang_vars.period_context_re()

    @cached_property
    def _realignment(self) -> Any:
        return punkt()._lang_vars.re_boundary_realignment


def segment(chunk: Chunk, endings: Endings) -> Sentences:
    """Find the sentences of a chunk, as `sentence_spans` finds them.

    Args:
        chunk: the texts, cut into pieces.
        endings: what its distinct pieces say.

    Returns:
        The sentences, in order.
    """
    entries = chunk.entries
    ends_at = np.append(chunk.paragraph_pieces, len(chunk.codes))[1:] - 1
    at = np.flatnonzero(endings.kinds[entries][chunk.codes])
    codes = entries[chunk.codes[at]]
    last = _contains(ends_at, at)
    cuts = np.where(last, endings.last_cuts[codes], endings.cuts[codes])
    kinds = endings.kinds[codes] % LOOK
    kinds[last] = np.where(cuts[last] > 0, INSIDE, NEVER)
    asked = np.flatnonzero(kinds == ASK)
    following = entries[chunk.codes[at[asked] + 1]]
    keys = codes[asked].astype(np.int64) << 32 | following
    pairs, which = np.unique(keys, return_inverse=True)
    broken = [endings.ends_before(pair >> 32, pair & 0xFFFFFFFF) for pair in pairs.tolist()]
    kinds[asked] = np.where(np.array(broken, dtype=bool)[which], ALWAYS, NEVER)
    first_cuts = endings.first_cuts[last.astype(np.int64), codes]
    keep, also = kinds != NEVER, first_cuts > 0
    return _sentences(
        chunk,
        endings,
        ends_at,
        np.concatenate((at[keep], at[also])),
        np.concatenate((kinds[keep], np.full(also.sum(), INSIDE, dtype=np.uint8))),
        np.concatenate((cuts[keep], first_cuts[also])),
    )


def _sentences(
    chunk: Chunk,
    endings: Endings,
    ends_at: np.ndarray,
    at: np.ndarray,
    kinds: np.ndarray,
    cuts: np.ndarray,
) -> Sentences:
    entries = chunk.entries
    inside = kinds == INSIDE
    end_piece = at.copy()
    end_inside = np.where(inside, cuts, endings.lengths[entries[chunk.codes[at]]])
    next_piece = np.where(inside, at, at + 1)
    next_inside = np.where(inside, cuts, 0)
    # Closing quotes and brackets after white space still belong to the sentence before.
    after = np.flatnonzero(kinds == ALWAYS)
    right = entries[chunk.codes[at[after] + 1]]
    after, right = after[endings.closers[right] > 0], right[endings.closers[right] > 0]
    closers, whole = endings.closers[right], endings.closers[right] == endings.lengths[right]
    end_piece[after] = at[after] + 1
    end_inside[after] = closers
    next_piece[after] = np.where(whole, at[after] + 2, at[after] + 1)
    next_inside[after] = np.where(whole, 0, closers)
    void = _contains(ends_at, next_piece - 1) & (next_inside == 0)
    real = ~void
    # Breaks inside paragraphs, then their ends, in the order of the text.
    paragraph_ends = chunk.starts[ends_at] + endings.lengths[entries[chunk.codes[ends_at]]]
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
    paired = np.concatenate((end_piece[real], ends_at))
    hard = np.arange(len(ends)) >= real.sum()
    order = np.argsort(ends, kind="stable")
    ends, upcoming, pieces = ends[order], upcoming[order], pieces[order]
    inside, paired, hard = inside[order], paired[order], hard[order]
    doubtful = endings.mended[entries[chunk.codes[paired]]] | (inside > 0)
    doubtful |= np.append(False, inside > 0)[:-1]
    starts = np.append(paragraph_starts[:1], upcoming)[: len(ends)]
    joined = _joined(chunk, starts, ends, np.flatnonzero(doubtful & ~hard))
    first = np.append(True, ~joined)[:-1]
    pieces = np.append(chunk.paragraph_pieces[:1], pieces)[: len(ends)][first]
    inside = np.append(0, inside)[:-1][first]
    paragraphs = np.cumsum(np.append(0, hard)[:-1])[first]
    texts = np.searchsorted(chunk.text_pieces, pieces, side="right") - 1
    found = Sentences(
        starts=starts[first],
        ends=ends[~joined],
        texts=texts,
        paragraphs=chunk.paragraph_numbers[paragraphs],
        pieces=pieces,
        inside=inside,
    )
    for number in chunk.odd:
        if RE_GLUED.search(chunk.texts[number]):
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
    blank = np.array([chunk.texts[number][start].isspace() for start in spans[:, 0].tolist()])
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


def _stand_in(piece: str) -> str:
    """Return a word that Punkt treats as it treats this one: by case, and as a sentence starter."""
    word = piece.rstrip(",")
    if not RE_PLAIN_WORD.fullmatch(piece) or not (word[0].isupper() or word[0].islower()):
        return piece
    starters = punkt()._params.sent_starters
    stand_in = min(starters) if word.lower() in starters else "zz"
    return stand_in.capitalize() if word[0].isupper() else stand_in
