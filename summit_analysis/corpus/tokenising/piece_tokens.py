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


@dataclass(eq=False)
class PieceTokens:
    """The tokens of each distinct piece.

    Attributes:
        vocabulary: the folded tokens, sorted.
        first: per piece the number of its first token, and the total at the end.
        ids: per token, its place in the vocabulary.
        starts, ends: per token, its characters in the piece.
    """

    vocabulary: list[str]
    first: np.ndarray
    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray


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
        return PieceTokens(
            vocabulary=forms.take(order).to_pylist(),
            first=np.searchsorted(rows[0], np.arange(self._count + 1)),
            ids=rank[rows[3]],
            starts=rows[1],
            ends=rows[2],
        )

    def _number(self, forms: Sequence[str]) -> np.ndarray:
        """Number folded words as they first come."""
        number = self._forms
        return np.array([number.setdefault(form, len(number)) for form in forms], dtype=np.int32)

    def _add(
        self, places: np.ndarray, starts: np.ndarray, ends: np.ndarray, forms: np.ndarray
    ) -> None:
        columns = (places + self._count, starts, ends, forms)
        self._rows.append(np.stack(columns).astype(np.int32))


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
    sizes = (tokens.ends - tokens.starts).astype(lengths.dtype)
    heads, offsets, wide = (
        np.append(column, np.zeros(1, column.dtype))[first]
        for column in (tokens.ids, tokens.starts, sizes)
    )
    several = counts != 1  # or none
    more = np.zeros(len(found.pieces), dtype=np.int64)
    shifts = np.repeat(chunk.text_starts.astype(np.int32), np.diff(chunk.text_pieces))
    done = 0
    for begin in range(0, len(chunk.codes), BLOCK):  # block by block, within the cache
        codes = chunk.codes[begin : begin + BLOCK]
        places = chunk.starts[begin : begin + BLOCK] - shifts[begin : begin + BLOCK]
        # No code is out of range: clipping spares the check.
        odd = np.flatnonzero(np.take(several, codes, mode="clip"))
        repeats = counts[codes[odd]]
        at = odd + np.cumsum(repeats - 1) - (repeats - 1)
        # Per token, how many pieces on from that of the token before.
        steps = np.ones(len(codes) + int((repeats - 1).sum()) + 1, dtype=np.int32)
        np.add.at(steps, at[repeats == 0], 1)
        token, which = _count_up(first[codes[odd]], repeats)
        inside = token - first[codes[odd]][which]
        at = at[which] + inside
        steps[at[inside > 0]] = 0
        piece = np.cumsum(steps[:-1], dtype=np.int32) - 1
        codes_of, past = np.take(codes, piece, mode="clip"), done + len(piece)
        own = slice(done, past)
        # As if each piece had one token, and then the tokens of the odd ones.
        np.take(heads, codes_of, out=ids[own], mode="clip")
        np.take(wide, codes_of, out=lengths[own], mode="clip")
        np.take(offsets, codes_of, out=starts[own], mode="clip")
        starts[own] += np.take(places, piece, mode="clip")
        ids[own][at] = tokens.ids[token]
        lengths[own][at] = sizes[token]
        starts[own][at] = places[odd[which]] + tokens.starts[token]
        sentences = np.searchsorted(found.pieces, odd + begin, side="right") - 1
        np.add.at(more, sentences, repeats - 1)
        done = past
    return np.diff(np.append(found.pieces, len(chunk.codes))) + more


def _count_up(firsts: np.ndarray, times: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count from each of some numbers on, so many times, and say which of them it was."""
    which = np.repeat(np.arange(len(firsts)), times)
    steps = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    return firsts[which] + steps, which
