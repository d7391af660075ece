"""The tokens of texts cut into pieces: found once in each distinct piece, then laid out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

import numpy as np

from summit_analysis.corpus.tokenising.parting import Part
from summit_analysis.corpus.tokenising.plain_pieces import PlainPieces
from summit_analysis.corpus.tokenising.tokens import fold, token_spans

# The token of a piece that has just one, in eight bytes, so that one look in a table finds it all.
SINGLE = np.dtype([("id", np.int32), ("length", np.uint16), ("offset", np.uint16)])
LONGEST = np.iinfo(np.uint16).max


@dataclass(eq=False)
class PieceTokens:
    """The tokens of each distinct piece.

    Attributes:
        vocabulary: the folded tokens, sorted.
        first: per piece the number of its first token, and the total at the end.
        ids: per token, its place in the vocabulary.
        starts, ends: per token, its characters in the piece.
        single: per piece its token as `SINGLE`, in the form of one number; 0 for those that
            `Tokenizer.others` names, and those that are not used.
    """

    vocabulary: list[str]
    first: np.ndarray
    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    single: np.ndarray


class Tokenizer:
    """Finds the tokens of distinct pieces.

    Attributes:
        others: per piece, whether it has no token, or several, or one that `SINGLE` cannot hold.
            They are few.
    """

    def __init__(self) -> None:
        self.others = np.zeros(0, dtype=bool)
        self._rows: list[np.ndarray] = []
        self._forms: list[Any] = []  # as Arrow arrays; of several equal ones, none stands out

    def read(self, pieces: Sequence[str], plain: PlainPieces) -> list[int]:
        """Find and fold the tokens of further pieces; `plain` are those that are known already.

        Returns:
            The places, among these pieces, of those that had to be read one by one.
        """
        unread = np.ones(len(pieces), dtype=bool)
        unread[plain.places] = False
        rest = np.flatnonzero(unread)
        singly = rest.tolist()
        ends = plain.starts + plain.lengths
        self._finish(
            len(pieces),
            self._add(plain.places, plain.starts, ends, plain.words, plain.forms),
            self._read([pieces[place] for place in singly], rest, np.zeros_like(rest)),
        )
        return singly

    def read_parts(self, pieces: Sequence[Sequence[Part]]) -> None:
        """Find and fold the tokens of further pieces, part by part."""
        rows = [
            (part, place, shift)
            for place, parts in enumerate(pieces)
            for part, shift in zip(
                parts, accumulate((len(part.text) for part in parts), initial=0), strict=False
            )
        ]
        found = []
        for capitals in (False, True):
            some = [row for row in rows if row[0].capitals == capitals]
            places, shifts = (np.array([row[i] for row in some], dtype=np.int64) for i in (1, 2))
            printed = [part.text for part, _, _ in some]
            found.append(self._read(printed, places, shifts, mixed_case=not capitals))
        self._finish(len(pieces), *found)

    def words(self) -> tuple[np.ndarray, Any]:
        """Sort the folded tokens of all pieces.

        Returns:
            Per token as it was noted, its place among the distinct ones; and these, sorted.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        forms = pa.concat_arrays([pa.array([], pa.string()), *self._forms]).dictionary_encode()
        order = pc.sort_indices(forms.dictionary)
        places = np.empty(len(order), dtype=np.int32)
        places[order] = np.arange(len(order), dtype=np.int32)
        return places[forms.indices], forms.dictionary.take(order)

    def settle(self, used: np.ndarray, words: Callable[[], tuple[np.ndarray, Any]]) -> PieceTokens:
        """Number the tokens of the pieces that are used, by the sorted vocabulary.

        Args:
            used: per piece, whether it is.
            words: gives what `words` returns.
        """
        rows = np.concatenate([np.zeros((4, 0), dtype=np.int32), *self._rows], axis=1)
        rows = rows[:, used[rows[0]]]
        rows = rows[:, np.argsort(rows[0].astype(np.int64) << 32 | rows[1], kind="stable")]
        first = np.append(0, np.cumsum(np.bincount(rows[0], minlength=len(used))))
        places, vocabulary = words()
        ids, starts, ends = places[rows[3]], rows[1], rows[2]
        there = np.zeros(len(vocabulary), dtype=bool)
        there[ids] = True
        ids = (np.cumsum(there, dtype=np.int32) - 1)[ids]
        vocabulary = vocabulary.take(np.flatnonzero(there))
        single = _single(first, ids, starts, ends)
        return PieceTokens(vocabulary.to_pylist(), first, ids, starts, ends, single)

    def _read(
        self,
        printed: Sequence[str],
        places: np.ndarray,
        shifts: np.ndarray,
        *,
        mixed_case: bool = True,
    ) -> np.ndarray:
        """Read strings one by one; each stands in a piece, from some character of it on."""
        import pyarrow as pa

        text = "\n".join(printed)
        lengths = np.fromiter(map(len, printed), dtype=np.int64, count=len(printed)) + 1
        begins = np.cumsum(lengths) - lengths
        borders = list(chain.from_iterable(token_spans(text)))
        words = [text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
        starts, ends = np.array(borders, dtype=np.int64).reshape(-1, 2).T
        where = np.searchsorted(begins, starts, side="right") - 1
        number = {word: place for place, word in enumerate(dict.fromkeys(words))}
        forms = pa.array([fold(word, mixed_case=mixed_case) for word in number], pa.string())
        numbers = np.array([number[word] for word in words], dtype=np.int32)
        moved = shifts[where] - begins[where]
        return self._add(places[where], starts + moved, ends + moved, forms, numbers)

    def _add(
        self,
        places: np.ndarray,
        starts: np.ndarray,
        ends: np.ndarray,
        forms: Any,
        which: np.ndarray,
    ) -> np.ndarray:
        """Note the tokens of further pieces, whose places are counted from the first of these."""
        numbers = which + sum(map(len, self._forms))
        self._forms.append(forms)
        columns = (places + len(self.others), starts, ends, numbers)
        self._rows.append(np.stack(columns).astype(np.int32))
        return self._rows[-1]

    def _finish(self, count: int, *rows: np.ndarray) -> None:
        """Count so many pieces as read, whose tokens are in some rows."""
        places, _, ends, _ = np.concatenate(rows, axis=1)
        places -= len(self.others)
        others = np.bincount(places, minlength=count) != 1
        others[places[ends > LONGEST]] = True
        self.others = np.append(self.others, others)


def _single(first: np.ndarray, ids: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    pieces = np.flatnonzero(np.diff(first) == 1)
    pieces = pieces[ends[first[pieces]] <= LONGEST]
    tokens = first[pieces]
    rows = np.zeros(len(first) - 1, dtype=SINGLE)
    for name, values in (("id", ids), ("length", ends - starts), ("offset", starts)):
        rows[name][pieces] = values[tokens]
    return rows.view(np.int64)
