"""What Punkt does after each distinct piece of a text: asked once, and kept as arrays.

Where Punkt ends a sentence depends on one piece (what stands between white space) and the next: it
looks at the last mark in a piece that is followed by white space or by punctuation, and at the
words of these two pieces. So it is asked once for each distinct piece with a mark, and for each
pair of pieces after an abbreviation, an initial, a number or an ellipsis; and of pieces that differ
only in what Punkt does not see, one is asked about for all.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import pandas as pd

from summit_analysis.corpus.tokenising.plain_pieces import PlainPieces, among
from summit_analysis.corpus.tokenising.sentences import continuing_words, may_continue, punkt
from summit_analysis.corpus.tokenising.word_shapes import RE_WORDS, lengthened, shape, shorten

# What a piece can do to a sentence that goes on after it.
NEVER, ALWAYS, ASK, CLOSED, INSIDE = range(5)
LOOK = 8  # added to a kind: the piece is cut as `first_cuts` or `last_cuts` say

QUOTES_AND_BRACKETS = "\"'()[]{}“”‘’«»"
RE_CANDIDATE = re.compile(r"[.?!](?:\W|$)")
RE_INSIDE = re.compile(r"[.?!]\W")
RE_EARLIER = re.compile(r"[?!]|\.\W")
RE_PLAIN_NUMBER = re.compile(r"\d+\.")
MARKS = ".?!"
RE_MARK = re.compile(r"[.?!]")
RE_DOTS = re.compile(r"[^.?!]*(?P<dots>\.{2,})")
COLUMNS = ("kinds", "cuts", "last_cuts", "first_cuts", "first_last_cuts", "closers", "mended")


class Endings:
    """What each distinct piece says about sentences ending in it.

    Attributes:
        kinds: per piece, whether a sentence ends with it when another piece follows; `LOOK` is
            added to it.
        cuts: per piece of kind `INSIDE`, after which of its characters.
        last_cuts: per piece, after which character a sentence ends inside it where no piece
            follows in the paragraph; 0 for none.
        first_cuts, first_last_cuts: per piece that begins with a mark and has another one, after
            which character it is cut for the first one, when another piece follows, and when not.
        closers: per piece, how many closing quotes and brackets it begins with, where these
            belong to the sentence before it.
        mended: per piece, whether sentences cut after it may be one.
        lengths: per piece, its characters.
    """

    kinds: np.ndarray
    cuts: np.ndarray
    last_cuts: np.ndarray
    first_cuts: np.ndarray
    first_last_cuts: np.ndarray
    closers: np.ndarray
    mended: np.ndarray
    lengths: np.ndarray

    def __init__(self) -> None:
        self._contexts = punkt()._lang_vars.period_context_re()
        self._realignment = punkt()._lang_vars.re_boundary_realignment
        self._abbreviations = punkt()._params.abbrev_types
        self._starters = punkt()._params.sent_starters
        self._short = frozenset(RE_WORDS.findall(" ".join(self._abbreviations)))
        self._known = self._short.union(self._starters)
        self._non_word = re.compile(punkt()._lang_vars._re_non_word_chars)
        self._words = punkt()._lang_vars._word_tokenizer_re()
        self._studied: dict[str, tuple[int, int, int, int, int]] = {}
        self._pieces: list[str] = []
        self._answers: dict[str, bool] = {}
        self._groups: dict[str, int] = {}
        self._left, self._right = (np.zeros(0, dtype=np.int32) for _ in range(2))
        for name in (*COLUMNS, "lengths"):
            setattr(self, name, np.zeros(0, dtype=np.uint8 if name == "kinds" else np.int32))

    def read(self, pieces: Sequence[str], plain: PlainPieces) -> None:
        """Look at further pieces, `plain` among them."""
        # A word of letters ends a sentence with its mark, unless the word is known for not.
        known = among(plain.words, continuing_words())
        ending = plain.ending & (plain.lengths > 1)
        ending[ending] &= ~known[plain.forms[ending]]
        others = ~plain.quiet
        others[plain.places[ending]] = False
        rows = self._study_all(pieces, np.flatnonzero(others).tolist())
        for name, values in zip(COLUMNS, rows.T[1:], strict=True):
            before = getattr(self, name)
            column = np.zeros(len(pieces), dtype=before.dtype)
            column[rows[:, 0]] = values
            setattr(self, name, np.append(before, column))
        self.kinds[len(self._pieces) + plain.places[ending]] = ALWAYS
        lengths = np.fromiter(map(len, pieces), dtype=np.int32, count=len(pieces))
        self.lengths = np.append(self.lengths, lengths)
        unknown = np.full(len(pieces), -1, dtype=np.int32)
        self._left, self._right = np.append(self._left, unknown), np.append(self._right, unknown)
        self._pieces.extend(pieces)

    def _study_all(self, pieces: Sequence[str], places: Sequence[int]) -> np.ndarray:
        closing = self._punctuation[1]
        some = [pieces[place] for place in places]
        rows = []
        for place, piece, plain in zip(
            places, some, self._plain_ends.findall("\n".join(some)), strict=False
        ):
            found, closers = (NEVER, 0, 0, 0, 0), 0
            if plain[2] and self._surely_ends(*plain[:3]):
                found = (CLOSED if plain[3] else ALWAYS, 0, 0, 0, 0)
            else:
                if RE_CANDIDATE.search(piece):
                    found = self._study(piece)
                elif piece[-1] != ")" and piece[0] not in closing:
                    continue
                if piece[0] in closing and piece.lstrip(closing)[:2] in ("", "--"):
                    closers = self._closers(piece + " x")
            mended = piece[-1] == ")" or (piece[-1] == "." and may_continue(piece))
            rows.append((place, *found, closers, mended))
        return np.array(rows, dtype=np.int32).reshape(-1, len(COLUMNS) + 1)

    def ends_between(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Say whether Punkt ends a sentence between pieces of kind `ASK` and the next ones."""
        keys = self._stand_in(left, self._left, self._group_before).astype(np.int64) << 32
        keys |= self._stand_in(right, self._right, self._group_after)
        places, pairs = pd.factorize(keys)
        pieces = self._pieces
        both = (f"{pieces[pair >> 32]} {pieces[pair & 0xFFFFFFFF]}" for pair in pairs.tolist())
        return np.array([self._breaks(text) for text in both], dtype=bool)[places]

    def _breaks(self, text: str) -> bool:
        """Say whether Punkt ends a sentence inside a text; it is asked once."""
        if text not in self._answers:
            self._answers[text] = punkt().text_contains_sentbreak(text)
        return self._answers[text]

    def _stand_in(
        self, places: np.ndarray, known: np.ndarray, group: Callable[[str], str]
    ) -> np.ndarray:
        """Return for each piece one that Punkt treats as it treats this one, in this position."""
        asked = np.zeros(len(known), dtype=bool)
        asked[places] = True
        for place in np.flatnonzero(asked & (known < 0)).tolist():
            known[place] = self._groups.setdefault(group(self._pieces[place]), place)
        return known[places]

    def _group_before(self, piece: str) -> str:
        """Name what Punkt sees of a piece of kind `ASK`: any abbreviation is as good as another."""
        word = self._last_word(piece)
        known = word[-1] == "." and word[:-1].lower() in self._abbreviations
        if len(word) == 2 and word[0].isalpha():
            return "< known initial" if known else "< initial"
        return "< abbreviation" if known else "< " + shape(word, self._short)

    def _group_after(self, piece: str) -> str:
        """Name what Punkt sees of the piece after: the first word, if no mark is inside the piece.

        Any word that starts sentences is as good as another.
        """
        if piece.isalpha():
            return "> " + self._word_after(piece)
        if RE_MARK.search(piece, 0, len(piece) - 1):
            return "> " + shape(piece, self._known)
        first = self._words.match(piece)[0]
        if first[-1] in MARKS and not self._short.isdisjoint(RE_WORDS.findall(first.lower())):
            return "> " + first
        return "> " + RE_WORDS.sub(lambda word: self._word_after(word[0]), first)

    def _word_after(self, word: str) -> str:
        if word.lower() in self._starters:
            return "Starter" if word[0].isupper() else "starter"
        return shorten(word)

    def _study(self, piece: str) -> tuple[int, int, int, int, int]:
        """Return the kind of a piece, and where it is cut."""
        short = shape(piece, self._known)
        if short not in self._studied:
            self._studied[short] = self._study_anew(short)
        kind, *cuts = self._studied[short]
        if short != piece and any(cuts):
            cuts = [lengthened(piece, cut, self._known) for cut in cuts]
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
        if not self._breaks(text[: marks[-1] + 1]):
            return 0, first, False
        cut = marks[-1] + self._closers(text[marks[-1] :])
        return (cut if cut < len(piece) else 0), first, True

    def _always_ends(self, piece: str) -> bool:
        """Say whether Punkt ends a sentence after the mark at a piece's end, whatever follows."""
        # A comma starts no sentence: Punkt ends one before it only if before anything.
        return self._breaks(self._last_word(piece) + " ,")

    def _last_word(self, piece: str) -> str:
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
            and not {parts[-1], "-".join(parts)} & self._abbreviations
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
