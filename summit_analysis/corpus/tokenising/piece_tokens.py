"""The tokens of texts cut into pieces: found once in each distinct piece, then laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.plain_pieces import PlainPieces
from summit_analysis.corpus.tokenising.segmenting import Sentences
from summit_analysis.corpus.tokenising.tokens import fold, token_spans

BLOCK = 1 << 17
# The token of a piece that has just one, in eight bytes, so that one look in a table finds it all.
SINGLE = np.dtype([("id", np.int32), ("length", np.uint16), ("offset", np.uint16)])
OTHER = -1  # in these eight bytes: there is none, or several, or one that does not fit


@dataclass(eq=False)
class PieceTokens:
    """The tokens of each distinct piece.

    Attributes:
        vocabulary: the folded tokens, sorted.
        first: per piece the number of its first token, and the total at the end.
        ids: per token, its place in the vocabulary.
        starts, ends: per token, its characters in the piece.
        single: per piece its token as `SINGLE`, in the form of one number, or `OTHER`.
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
        self._forms: dict[str, int] = {}

    def read(
        self, pieces: Sequence[str], plain: PlainPieces | None = None, *, mixed_case: bool = True
    ) -> None:
        """Find and fold the tokens of further pieces; `plain` are those that are known already."""
        others = np.ones(len(pieces), dtype=bool)
        if plain is not None:
            others[plain.places] = False
            numbers = self._number(plain.words)
            ends = plain.starts + plain.lengths
            self._add(plain.places, plain.starts, ends, numbers[plain.forms])
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
        folded = {word: fold(word, mixed_case=mixed_case) for word in set(words)}
        numbers = self._number([folded[word] for word in words])
        self._add(rest[where], starts - begins[where], ends - begins[where], numbers)
        self._count += len(pieces)

    def settle(self, used: np.ndarray) -> PieceTokens:
        """Number the tokens of the pieces that are used, by the sorted vocabulary."""
        import pyarrow as pa
        import pyarrow.compute as pc

        rows = np.concatenate([np.zeros((4, 0), dtype=np.int32), *self._rows], axis=1)
        rows = rows[:, used[rows[0]]]
        rows = rows[:, np.argsort(rows[0], kind="stable")]
        found = np.zeros(len(self._forms), dtype=bool)
        found[rows[3]] = True
        there = np.flatnonzero(found)
        forms = pa.array(self._forms, pa.string()).take(pa.array(there))
        order = pc.sort_indices(forms)
        rank = np.zeros(len(self._forms), dtype=np.int32)
        rank[there[order]] = np.arange(len(there))
        first = np.searchsorted(rows[0], np.arange(self._count + 1))
        ids, starts, ends = rank[rows[3]], rows[1], rows[2]
        single = _single(first, ids, starts, ends)
        return PieceTokens(forms.take(order).to_pylist(), first, ids, starts, ends, single)

    def _number(self, forms: Sequence[str]) -> np.ndarray:
        """Number folded words as they first come."""
        number = self._forms
        return np.array([number.setdefault(form, len(number)) for form in forms], dtype=np.int32)

    def _add(
        self, places: np.ndarray, starts: np.ndarray, ends: np.ndarray, forms: np.ndarray
    ) -> None:
        columns = (places + self._count, starts, ends, forms)
        self._rows.append(np.stack(columns).astype(np.int32))


def _single(first: np.ndarray, ids: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    single = np.full(len(first) - 1, OTHER, dtype=np.int64)
    places = np.flatnonzero(np.diff(first) == 1)
    places = places[ends[first[places]] <= np.iinfo(SINGLE["offset"]).max]
    rows = np.zeros(len(places), dtype=SINGLE)
    for name, values in (("id", ids), ("length", ends - starts), ("offset", starts)):
        rows[name] = values[first[places]]
    single[places] = rows.view(np.int64)
    return single


def lay_tokens(
    chunk: Chunk,
    found: Sentences,
    tokens: PieceTokens,
    ids: np.ndarray,
    starts: np.ndarray,
    lengths: np.ndarray,
) -> np.ndarray:
    """Write the tokens of a chunk into arrays of the right length.

    Args:
        chunk: the chunk.
        found: its sentences.
        tokens: the tokens of the distinct pieces.
        ids, starts, lengths: what to fill; offsets are counted in each document.

    Returns:
        Per sentence, how many tokens it has.
    """
    first, counts = tokens.first[chunk.entries], np.diff(tokens.first)[chunk.entries]
    single = tokens.single[chunk.entries]
    shifts = np.repeat(chunk.text_starts.astype(np.int32), np.diff(chunk.text_pieces))
    sizes = np.diff(np.append(found.pieces, len(chunk.codes)))
    done = 0
    for begin in range(0, len(chunk.codes), BLOCK):  # block by block, within the cache
        codes = chunk.codes[begin : begin + BLOCK]
        # No code is out of range: clipping spares the check.
        rows = np.take(single, codes, mode="clip")
        places = chunk.starts[begin : begin + BLOCK] - shifts[begin : begin + BLOCK]
        others = np.flatnonzero(rows == OTHER)
        firsts, times = first[codes[others]], counts[codes[others]]
        if len(others):
            repeats = np.ones(len(codes), dtype=np.intp)
            repeats[others] = times
            rows, places = np.repeat(rows, repeats), np.repeat(places, repeats)
        own, rows = slice(done, done := done + len(rows)), rows.view(SINGLE)
        ids[own], lengths[own] = rows["id"], rows["length"]
        np.add(places, rows["offset"], out=starts[own])
        token, which = _count_up(firsts, times)
        at = (others + np.cumsum(times - 1) - (times - 1) - firsts)[which] + token
        ids[own][at] = tokens.ids[token]
        lengths[own][at] = tokens.ends[token] - tokens.starts[token]
        starts[own][at] = places[at] + tokens.starts[token]
        sentences = np.searchsorted(found.pieces, others + begin, side="right") - 1
        np.add.at(sizes, sentences, times - 1)
    return sizes


def _count_up(firsts: np.ndarray, times: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count from each of some numbers on, so many times, and say which of them it was."""
    which = np.repeat(np.arange(len(firsts)), times)
    steps = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    return firsts[which] + steps, which
