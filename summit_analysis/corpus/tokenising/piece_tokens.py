"""The tokens of texts cut into pieces: found once in each distinct piece, then laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from summit_analysis.corpus.tokenising.pieces import BLOCK, Chunk
from summit_analysis.corpus.tokenising.plain_pieces import PlainPieces
from summit_analysis.corpus.tokenising.segmenting import Sentences
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
        singly: the places of the pieces that had to be read one by one.
    """

    def __init__(self) -> None:
        self.singly: list[int] = []
        self._count = 0
        self._rows: list[np.ndarray] = []
        self._forms: list[Any] = []  # as Arrow arrays; of several equal ones, none stands out

    def read(
        self, pieces: Sequence[str], plain: PlainPieces | None = None, *, mixed_case: bool = True
    ) -> None:
        """Find and fold the tokens of further pieces; `plain` are those that are known already."""
        import pyarrow as pa

        others = np.ones(len(pieces), dtype=bool)
        if plain is not None:
            others[plain.places] = False
            ends = plain.starts + plain.lengths
            self._add(plain.places, plain.starts, ends, plain.words, plain.forms)
        rest = np.flatnonzero(others)
        self.singly += (rest + self._count).tolist()
        printed = [pieces[place] for place in rest.tolist()]
        text = "\n".join(printed)
        lengths = np.fromiter(map(len, printed), dtype=np.int64, count=len(printed)) + 1
        begins = np.cumsum(lengths) - lengths
        spans = list(token_spans(text))
        flat = np.fromiter(chain.from_iterable(spans), dtype=np.int64, count=2 * len(spans))
        starts, ends = flat[::2], flat[1::2]
        where = np.searchsorted(begins, starts, side="right") - 1
        words = [text[start:end] for start, end in spans]
        number = {word: place for place, word in enumerate(dict.fromkeys(words))}
        forms = pa.array([fold(word, mixed_case=mixed_case) for word in number], pa.string())
        numbers = np.array([number[word] for word in words], dtype=np.int32)
        self._add(rest[where], starts - begins[where], ends - begins[where], forms, numbers)
        self._count += len(pieces)

    def others(self) -> np.ndarray:
        """Say of each piece whether it has no token, or several, or one that `SINGLE` cannot hold.

        They are few.
        """
        places = np.concatenate([np.zeros(0, dtype=np.int32), *(rows[0] for rows in self._rows)])
        others = np.bincount(places, minlength=self._count) != 1
        for rows in self._rows:
            others[rows[0][rows[2] > LONGEST]] = True
        return others

    def settle(self, used: np.ndarray) -> PieceTokens:
        """Number the tokens of the pieces that are used, by the sorted vocabulary."""
        import pyarrow as pa
        import pyarrow.compute as pc

        rows = np.concatenate([np.zeros((4, 0), dtype=np.int32), *self._rows], axis=1)
        rows = rows[:, used[rows[0]]]
        rows = rows[:, np.argsort(rows[0], kind="stable")]
        forms = pa.concat_arrays([pa.array([], pa.string()), *self._forms]).dictionary_encode()
        numbers = forms.indices.to_numpy()[rows[3]]
        found = np.zeros(len(forms.dictionary), dtype=bool)
        found[numbers] = True
        there = np.flatnonzero(found)
        forms = forms.dictionary.take(there)
        order = pc.sort_indices(forms)
        rank = np.zeros(len(found), dtype=np.int32)
        rank[there[order]] = np.arange(len(there))
        first = np.searchsorted(rows[0], np.arange(self._count + 1))
        ids, starts, ends = rank[numbers], rows[1], rows[2]
        vocabulary = forms.take(order).to_pylist()
        return PieceTokens(vocabulary, first, ids, starts, ends, _single(first, ids, starts, ends))

    def _add(
        self,
        places: np.ndarray,
        starts: np.ndarray,
        ends: np.ndarray,
        forms: Any,
        which: np.ndarray,
    ) -> None:
        numbers = which + sum(map(len, self._forms))
        self._forms.append(forms)
        columns = (places + self._count, starts, ends, numbers)
        self._rows.append(np.stack(columns).astype(np.int32))


def _single(first: np.ndarray, ids: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    pieces = np.flatnonzero(np.diff(first) == 1)
    pieces = pieces[ends[first[pieces]] <= LONGEST]
    tokens = first[pieces]
    rows = np.zeros(len(first) - 1, dtype=SINGLE)
    for name, values in (("id", ids), ("length", ends - starts), ("offset", starts)):
        rows[name][pieces] = values[tokens]
    return rows.view(np.int64)


def lay_tokens(
    chunk: Chunk,
    found: Sentences,
    tokens: PieceTokens,
    others: np.ndarray,
    ids: np.ndarray,
    starts: np.ndarray,
    lengths: np.ndarray,
) -> np.ndarray:
    """Write the tokens of a chunk into arrays of the right length.

    Args:
        chunk: the chunk.
        found: its sentences.
        tokens: the tokens of the distinct pieces.
        others: the places of the pieces that `Tokenizer.others` names.
        ids, starts, lengths: what to fill; offsets are counted in each document.

    Returns:
        Per sentence, how many tokens it has.
    """
    single = tokens.single[chunk.entries]
    shifts = np.repeat(chunk.text_starts.astype(np.int32), np.diff(chunk.text_pieces))
    entries = chunk.pieces_at(others)
    firsts, times = tokens.first[entries], np.diff(tokens.first)[entries]
    token, which = _count_up(firsts, times)
    more = np.append(0, np.cumsum(times - 1))
    at = (others + more[:-1] - firsts)[which] + token
    ids[at] = tokens.ids[token]
    lengths[at] = tokens.ends[token] - tokens.starts[token]
    starts[at] = (chunk.starts[others] - shifts[others])[which] + tokens.starts[token]
    alone, free = np.ones(len(chunk.codes), dtype=bool), np.ones(len(ids), dtype=bool)
    alone[others] = free[at] = False
    done = 0
    for begin in range(0, len(chunk.codes), BLOCK):  # block by block, within the cache
        block = slice(begin, begin + BLOCK)
        # No code is out of range: clipping spares the check.
        kept = alone[block]
        rows = np.take(single, chunk.codes[block][kept], mode="clip").view(SINGLE)
        places = (chunk.starts[block] - shifts[block])[kept]
        past = int(np.searchsorted(others, begin + len(kept)))
        own = slice(done, done := begin + len(kept) + int(more[past]))
        here = free[own]
        ids[own][here], lengths[own][here] = rows["id"], rows["length"]
        starts[own][here] = places + rows["offset"]
    sizes = np.diff(np.append(found.pieces, len(chunk.codes)))
    np.add.at(sizes, np.searchsorted(found.pieces, others, side="right") - 1, times - 1)
    return sizes


def _count_up(firsts: np.ndarray, times: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count from each of some numbers on, so many times, and say which of them it was."""
    which = np.repeat(np.arange(len(firsts)), times)
    steps = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    return firsts[which] + steps, which
