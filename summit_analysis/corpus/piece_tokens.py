"""The tokens of texts cut into pieces: found once in each distinct piece, then laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from summit_analysis.corpus.pieces import Chunk
from summit_analysis.corpus.segmenting import Sentences
from summit_analysis.corpus.tokens import fold, token_spans

SIXTEEN_BITS = 0xFFFF
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
    """Finds the tokens of distinct pieces, as they come."""

    def __init__(self) -> None:
        self._count = 0
        self._rows: list[np.ndarray] = []
        self._forms: list[str] = []
        self._folded: dict[str, str] = {}

    def read(self, pieces: Sequence[str], *, mixed_case: bool = True) -> None:
        """Find and fold the tokens of further pieces."""
        cores = [piece.strip(NEVER_IN_TOKENS) for piece in pieces]
        plain = [place for place, core in enumerate(cores) if core.isalpha()]
        odd = [place for place, core in enumerate(cores) if core and not core.isalpha()]
        # A run of letters is a token.
        words = [cores[place] for place in plain]
        starts = np.array([pieces[place].find(cores[place]) for place in plain], dtype=np.int32)
        ends = starts + np.fromiter(map(len, words), dtype=np.int32, count=len(words))
        self._add(plain, starts, ends, words, mixed_case=mixed_case)
        text = "\n".join([pieces[place] for place in odd])
        lengths = np.array([len(pieces[place]) + 1 for place in odd], dtype=np.int64)
        begins = np.cumsum(lengths) - lengths
        spans = list(token_spans(text))
        starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        where = np.searchsorted(begins, starts, side="right") - 1
        words = [text[start:end] for start, end in spans]
        shift, owners = begins[where], np.array(odd, dtype=np.int64)[where]
        self._add(owners, starts - shift, ends - shift, words, mixed_case=mixed_case)
        self._count += len(pieces)

    def settle(self, used: np.ndarray) -> PieceTokens:
        """Number the tokens of the pieces that are used, by the sorted vocabulary."""
        rows = np.concatenate([np.zeros((3, 0), dtype=np.int32), *self._rows], axis=1)
        order = np.flatnonzero(used[rows[0]])
        order = order[np.argsort(rows[0, order], kind="stable")]
        # Numbered as they first come, then by the alphabet.
        number = {form: place for place, form in enumerate(dict.fromkeys(self._forms))}
        numbers = np.array(list(map(number.__getitem__, self._forms)), dtype=np.int64)[order]
        there = np.zeros(len(number), dtype=bool)
        there[numbers] = True
        vocabulary = sorted(compress(number, there.tolist()))
        rank = np.zeros(len(number), dtype=np.int32)
        rank[[number[form] for form in vocabulary]] = np.arange(len(vocabulary))
        owners, starts, ends = rows[:, order]
        return PieceTokens(
            vocabulary=vocabulary,
            first=np.searchsorted(owners, np.arange(self._count + 1)),
            ids=rank[numbers],
            starts=starts,
            ends=ends,
        )

    def _add(
        self,
        places: Sequence[int] | np.ndarray,
        starts: np.ndarray,
        ends: np.ndarray,
        words: Sequence[str],
        *,
        mixed_case: bool,
    ) -> None:
        owners = np.array(places, dtype=np.int32) + self._count
        self._rows.append(np.stack((owners, starts, ends)).astype(np.int32))
        if not mixed_case:
            self._forms += [fold(word, mixed_case=False) for word in words]
            return
        for word in set(words).difference(self._folded):
            self._folded[word] = fold(word)
        self._forms += map(self._folded.__getitem__, words)


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
    long = (length > SIXTEEN_BITS >> 1) | (offset > SIXTEEN_BITS)
    repeats = counts.astype(np.int64)[chunk.codes]
    places = chunk.starts - np.repeat(
        chunk.text_starts.astype(np.int32), np.diff(chunk.text_pieces)
    )
    rows = np.repeat(packed.view(np.int64).ravel()[chunk.codes], repeats)
    rows = rows.view(np.int32).reshape(-1, 2)
    ids[:] = rows[:, 0]
    starts[:] = np.repeat(places, repeats)
    starts += rows[:, 1] & SIXTEEN_BITS
    np.add(starts, rows[:, 1] >> 16, out=ends)
    # Pieces with more than one token, or longer than sixteen bits count, one token at a time.
    uneven = np.flatnonzero((repeats != 1) | (long[chunk.codes] if long.any() else False))
    more = repeats[uneven]
    out = uneven + np.cumsum(more - 1) - (more - 1)
    step = 0
    while len(uneven):
        left = more > step
        uneven, more, out = uneven[left], more[left], out[left]
        token = first[chunk.codes[uneven]] + step
        ids[out + step] = tokens.ids[token]
        starts[out + step] = places[uneven] + tokens.starts[token]
        ends[out + step] = places[uneven] + tokens.ends[token]
        step += 1
    if not len(found.pieces) or not len(repeats):
        return np.zeros(len(found.pieces), dtype=np.int64)
    begins = np.minimum(found.pieces, len(repeats) - 1)
    lengths = np.add.reduceat(repeats, begins, dtype=np.int64)
    return np.where(np.diff(np.append(found.pieces, len(repeats))) > 0, lengths, 0)
