"""What Punkt does after each distinct piece of a text: asked once, and kept as arrays.

Where Punkt ends a sentence depends on one piece (what stands between white space) and the next: it
looks at the last mark in a piece that is followed by white space or by punctuation, and at the
words of these two pieces. So it is asked once for each distinct piece with a mark, and for each
pair of pieces after an abbreviation, an initial, a number or an ellipsis; and of pieces that differ
only in what Punkt does not see, one is asked about for all.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from summit_analysis.corpus.tokenising.plain_pieces import PlainPieces, among
from summit_analysis.corpus.tokenising.punkt_pieces import ALWAYS, COLUMNS, PunktPieces
from summit_analysis.corpus.tokenising.punkt_rules import MARKS, word_pattern
from summit_analysis.corpus.tokenising.sentences import continuing_words
from summit_analysis.corpus.tokenising.word_shapes import RE_WORDS, shape, shorten

RE_MARK = re.compile(r"[.?!]")


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
        self._punkt = PunktPieces()
        self._pieces: list[str] = []
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
        rows = self._punkt.study(pieces, np.flatnonzero(others).tolist())
        for name, values in zip(COLUMNS, rows.T[1:], strict=True):
            before = getattr(self, name)
            column = np.zeros(len(pieces), dtype=before.dtype)
            column[rows[:, 0]] = values
            setattr(self, name, np.append(before, column))
        self.kinds[len(self._pieces) + plain.places[ending]] = ALWAYS
        self.lengths = np.append(self.lengths, plain.sizes.astype(np.int32))
        unknown = np.full(len(pieces), -1, dtype=np.int32)
        self._left, self._right = np.append(self._left, unknown), np.append(self._right, unknown)
        self._pieces.extend(pieces)

    def ends_between(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Say whether Punkt ends a sentence between pieces of kind `ASK` and the next ones."""
        keys = self._stand_in(left, self._left, self._group_before).astype(np.int64) << 32
        keys |= self._stand_in(right, self._right, self._group_after)
        places, pairs = pd.factorize(keys)
        pieces = self._pieces
        both = (f"{pieces[pair >> 32]} {pieces[pair & 0xFFFFFFFF]}" for pair in pairs.tolist())
        return np.array([self._punkt.breaks(text) for text in both], dtype=bool)[places]

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
        word = self._punkt.last_word(piece)
        known = word[-1] == "." and word[:-1].lower() in self._punkt.abbreviations
        if len(word) == 2 and word[0].isalpha():
            return "< known initial" if known else "< initial"
        return "< abbreviation" if known else "< " + shape(word, self._punkt.short)

    def _group_after(self, piece: str) -> str:
        """Name what Punkt sees of the piece after: the first word, if no mark is inside the piece.

        Any word that starts sentences is as good as another.
        """
        if piece.isalpha():
            return "> " + self._word_after(piece)
        if RE_MARK.search(piece, 0, len(piece) - 1):
            return "> " + shape(piece, self._punkt.known)
        first = word_pattern().findall(piece)[0]
        if first[-1] in MARKS and not self._punkt.short.isdisjoint(RE_WORDS.findall(first.lower())):
            return "> " + first
        return "> " + RE_WORDS.sub(lambda word: self._word_after(word[0]), first)

    def _word_after(self, word: str) -> str:
        if word.lower() in self._punkt.starters:
            return "Starter" if word[0].isupper() else "starter"
        return shorten(word)
