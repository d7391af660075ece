"""What Punkt does in a piece of text and after it, whatever the next piece is."""

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from summit_analysis.corpus.tokenising.punkt_rules import MARKS, breaks, untimed
from summit_analysis.corpus.tokenising.sentences import may_continue, punkt
from summit_analysis.corpus.tokenising.word_shapes import RE_WORDS, lengthened, shape

# What a piece can do to a sentence that goes on after it.
NEVER, ALWAYS, ASK, CLOSED, INSIDE = range(5)
LOOK = 8  # added to a kind: the piece is cut as `first_cuts` or `last_cuts` say

QUOTES_AND_BRACKETS = "\"'()[]{}“”‘’«»"
RE_CANDIDATE = re.compile(r"[.?!](?:\W|$)")
RE_INSIDE = re.compile(r"[.?!]\W")
RE_EARLIER = re.compile(r"[?!]|\.\W")
RE_PLAIN_NUMBER = re.compile(r"\d+\.")
RE_DOTS = re.compile(r"[^.?!]*(?P<dots>\.{2,})")
COLUMNS = ("kinds", "cuts", "last_cuts", "first_cuts", "first_last_cuts", "closers", "mended")


class PunktPieces:
    """Asks Punkt about pieces, once about all that differ only in what it does not see.

    Attributes:
        abbreviations, starters: the words that Punkt knows.
        short: the parts of its abbreviations.
        known: these and the starters.
    """

    def __init__(self) -> None:
        self.abbreviations = punkt()._params.abbrev_types
        self.starters = punkt()._params.sent_starters
        self.short = frozenset(RE_WORDS.findall(" ".join(self.abbreviations)))
        self.known = self.short.union(self.starters)
        self._contexts = untimed(punkt()._lang_vars.period_context_re())
        self._realignment = untimed(punkt()._lang_vars.re_boundary_realignment)
        self._non_word = re.compile(punkt()._lang_vars._re_non_word_chars)
        self._studied: dict[str, tuple[int, int, int, int, int]] = {}
        self._answers: dict[str, bool] = {}

    def study(self, pieces: Sequence[str], places: Sequence[int]) -> np.ndarray:
        """Study some pieces, by their places.

        Returns:
            Per piece that can end a sentence, or close one, its place and the columns of
            `COLUMNS`, which `Endings` explains; int32.
        """
        closing = self._punctuation[1]
        some = [pieces[place] for place in places]
        lines = self._plain_ends.findall("\n".join(some))  # one also where there is no piece
        rows: list[int] = []  # flat: Python would look after thousands of tuples
        for place, piece, (word, between, mark, after) in zip(places, some, lines, strict=False):
            found, closers = (NEVER, 0, 0, 0, 0), 0
            if mark and self._surely_ends(word, between, mark):
                found = (CLOSED if after else ALWAYS, 0, 0, 0, 0)
            else:
                if RE_CANDIDATE.search(piece):
                    found = self._study(piece)
                elif piece[-1] != ")" and piece[0] not in closing:
                    continue
                if piece[0] in closing and piece.lstrip(closing)[:2] in ("", "--"):
                    closers = self._closers(piece + " x")
            mended = piece[-1] == ")" or (piece[-1] == "." and may_continue(piece))
            rows += place, *found, closers, mended
        return np.array(rows, dtype=np.int32).reshape(-1, len(COLUMNS) + 1)

    def breaks(self, text: str) -> bool:
        """Say whether Punkt ends a sentence inside a text; it is asked once."""
        if text not in self._answers:
            self._answers[text] = breaks(text)
        return self._answers[text]

    def _study(self, piece: str) -> tuple[int, int, int, int, int]:
        """Return the kind of a piece, and where it is cut."""
        short = shape(piece, self.known)
        if short not in self._studied:
            self._studied[short] = self._study_anew(short)
        kind, *cuts = self._studied[short]
        if short != piece and any(cuts):
            cuts = [lengthened(piece, cut, self.known) for cut in cuts]
        cut, last_cut, first_cut, first_last_cut = cuts
        return kind, cut, last_cut, first_cut, first_last_cut

    def _study_anew(self, piece: str) -> tuple[int, int, int, int, int]:
        cut = first_cut = last_cut = first_last_cut = 0
        kind, broken = NEVER, False
        if RE_INSIDE.search(piece):
            cut, first_cut, broken = self._cut_inside(piece, piece + " x")
            last_cut, first_last_cut, _ = self._cut_inside(piece, piece)
        if broken:
            kind = INSIDE if cut else CLOSED
        elif RE_PLAIN_NUMBER.fullmatch(piece):
            kind = ASK
        elif piece[-1] in MARKS:
            kind = ALWAYS if self._always_ends(piece) else ASK
        look = LOOK if last_cut or first_cut or first_last_cut else 0
        return kind + look, cut, last_cut, first_cut, first_last_cut

    def _cut_inside(self, piece: str, text: str) -> tuple[int, int, bool]:
        """Return where a sentence ends before a piece's end, and before that, and whether any."""
        marks = [found.end() for found in self._contexts.finditer(text)]
        # Punkt passes over all but the last mark of a piece, and one that it begins with.
        first = 1 + self._closers(text[1:]) if len(marks) > 1 and marks[0] == 1 else 0
        if not marks or marks[-1] == len(piece):
            return 0, first, False
        if not self.breaks(text[: marks[-1] + 1]):
            return 0, first, False
        cut = marks[-1] + self._closers(text[marks[-1] :])
        return (cut if cut < len(piece) else 0), first, True

    def _always_ends(self, piece: str) -> bool:
        """Say whether Punkt ends a sentence after the mark at a piece's end, whatever follows."""
        # A comma starts no sentence: Punkt ends one before it only if before anything.
        return self.breaks(self.last_word(piece) + " ,")

    def last_word(self, piece: str) -> str:
        """Return what Punkt sees of a piece and its mark: a quote, a bracket begins a new word.

        That is the whole piece where a mark before ends a sentence, perhaps, inside it; and several
        full stops are a word of their own.
        """
        if dots := RE_DOTS.fullmatch(piece):
            return dots["dots"]
        if RE_EARLIER.search(piece, 0, len(piece) - 1):
            return piece
        word = self._non_word.split(piece[:-1])[-1]
        return piece[max(len(piece) - len(word) - 2, 0) :]

    def _surely_ends(self, word: str, between: str, mark: str) -> bool:
        """Say whether a word and a mark, alone but for quotes and brackets, end a sentence."""
        if between or mark != ".":
            return True
        parts = word.lower().split("-")
        return (
            len(word) > 1
            and "".join(parts).isalpha()
            and not {parts[-1], "-".join(parts)} & self.abbreviations
        )

    def _closers(self, text: str) -> int:
        found = self._realignment.match(text)
        return len(found.group().rstrip()) if found else 0

    @cached_property
    def _punctuation(self) -> tuple[str, str]:
        """The quotes and brackets that are no part of a word to Punkt, and the closing ones."""
        around = "".join(mark for mark in QUOTES_AND_BRACKETS if self._contexts.match("." + mark))
        return around, "".join(mark for mark in around if self._closers(mark + " x"))

    @cached_property
    def _plain_ends(self) -> re.Pattern[str]:
        """Of each line the word, what is between, the mark, and what is after, or nothing.

        That is for a word with one mark, and only what Punkt takes for punctuation around it.
        """
        some, closing = map(re.escape, self._punctuation)
        return re.compile(
            rf"^(?:[{some}]*([^\W_]+(?:-[^\W_]+)*)([{some}]*)([.?!])([{closing}]*)|.*)$",
            re.MULTILINE,
        )
