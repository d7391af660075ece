"""The tokens of texts cut into pieces: found once in each distinct piece, then laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, compress

import numpy as np

from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.plain_pieces import PlainPieces
from summit_analysis.corpus.tokenising.segmenting import Sentences
from summit_analysis.corpus.tokenising.tokens import fold, token_spans

SIXTEEN_BITS = 0xFFFF
BLOCK = 1 << 16
# Marks that are in no token at either end of a piece.
NEVER_IN_TOKENS = ',.;:!?()[]{}/"“”…'


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
    """Finds the tokens of distinct pieces."""

    def __init__(self) -> None:
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
        rows = np.concatenate([np.zeros((4, 0), dtype=np.int32), *self._rows], axis=1)
        rows = rows[:, used[rows[0]]]
        rows = rows[:, np.argsort(rows[0], kind="stable")]
        there = np.zeros(len(self._forms), dtype=bool)
        there[rows[3]] = True
        vocabulary = sorted(compress(self._forms, there.tolist()))
        rank = np.zeros(len(self._forms), dtype=np.int32)
        rank[[self._forms[form] for form in vocabulary]] = np.arange(len(vocabulary))
        return PieceTokens(
            vocabulary=vocabulary,
            first=np.searchsorted(rows[0], np.arange(self._count + 1)),
            ids=rank[rows[3]],
            starts=rows[1],
            ends=rows[2],
        )

    def _number(self, forms: Sequence[str]) -> np.ndarray:
        """Number folded words as they first come."""
        number = self._forms
        for form in forms:
            if form not in number:
                number[form] = len(number)
        return np.array(list(map(number.__getitem__, forms)), dtype=np.int32)

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
    ends: np.ndarray,
) -> np.ndarray:
    """Write the tokens of a chunk into arrays of the right length.

    Args:
        chunk: the chunk.
        found: its sentences.
        tokens: the tokens of the distinct pieces.
        ids, starts, ends: what to fill; offsets are counted in each document.

    Returns:
        Per sentence, how many tokens it has.
    """
    first, counts = tokens.first[chunk.entries], np.diff(tokens.first)[chunk.entries]
    # One look-up for three numbers: a piece's first token's id, its offset and its length.
    columns = (tokens.ids, tokens.starts, tokens.ends - tokens.starts)
    head, offset, length = (np.append(column, 0)[first] for column in columns)
    packed = np.stack((head, offset & SIXTEEN_BITS | length << 16), axis=1).astype(np.int32)
    table = packed.view(np.int64).ravel()
    # Pieces with none or several tokens, or longer than sixteen bits count.
    odd_ones = (counts != 1) | (length > SIXTEEN_BITS >> 1) | (offset > SIXTEEN_BITS)
    shifts = np.repeat(chunk.text_starts.astype(np.int32), np.diff(chunk.text_pieces))
    more = np.zeros(len(found.pieces), dtype=np.int64)
    done = 0
    for begin in range(0, len(chunk.codes), BLOCK):  # block by block, within the cache
        codes = chunk.codes[begin : begin + BLOCK]
        places = chunk.starts[begin : begin + BLOCK] - shifts[begin : begin + BLOCK]
        rows = table[codes].view(np.int32).reshape(-1, 2)
        first_starts = (rows[:, 1] & SIXTEEN_BITS) + places
        odd = np.flatnonzero(odd_ones[codes])
        repeats = counts[codes[odd]]
        steps = np.ones(len(codes), dtype=np.int64)
        steps[odd] = repeats
        at = np.cumsum(steps)
        past = done + int(at[-1])
        at -= steps
        # What has no token is overwritten by what comes next, but for the last ones.
        there = slice(0, np.searchsorted(at, past - done))
        ids[done:past][at[there]] = rows[there, 0]
        starts[done:past][at[there]] = first_starts[there]
        first_starts += rows[:, 1] >> 16
        ends[done:past][at[there]] = first_starts[there]
        # The tokens of the odd ones, one after the other.
        at, excess = done + at[odd], repeats - 1
        sentences = np.searchsorted(found.pieces, odd + begin, side="right") - 1
        more += np.bincount(sentences, weights=excess, minlength=len(more)).astype(np.int64)
        for step in range(int(excess.max(initial=-1)) + 1):
            several = excess >= step
            odd, at, excess = odd[several], at[several], excess[several]
            token = first[codes[odd]] + step
            ids[at + step] = tokens.ids[token]
            starts[at + step] = places[odd] + tokens.starts[token]
            ends[at + step] = places[odd] + tokens.ends[token]
        done = past
    return np.diff(np.append(found.pieces, len(chunk.codes))) + more
