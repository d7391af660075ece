"""The tokens of texts cut into pieces: found once in each distinct piece, then laid out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.pieces import Chunk
from summit_analysis.corpus.segmenting import Sentences
from summit_analysis.corpus.tokens import fold, initialism_places, token_spans

SIXTEEN_BITS = 0xFFFF


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


def part_pieces(
    chunks: Sequence[Chunk], sentences: Sequence[Sentences], pieces: list[str]
) -> set[int]:
    """Make pieces of their own of what sentences cut apart, and of capitals in capitals.

    Args:
        chunks: the chunks; those concerned are changed.
        sentences: their sentences, changed likewise: each begins with a piece afterwards.
        pieces: the distinct pieces; new ones are added at its end.

    Returns:
        The numbers of the added pieces that stand in all-capitals sentences, where US is the word
        it looks like.
    """
    shouted: dict[str, int] = {}
    parts: dict[str, int] = {}
    for chunk, found in zip(chunks, sentences, strict=True):
        if (found.inside > 0).any():
            _part(chunk, found, pieces, parts)
    special = _with_initialism(pieces)
    for chunk, found in zip(chunks, sentences, strict=True):
        places = np.flatnonzero(special[chunk.entries][chunk.codes])
        if len(places):
            _shout(chunk, found, places, pieces, shouted)
    return set(shouted.values())


def tokens_of_pieces(pieces: list[str], shouted: set[int], used: np.ndarray) -> PieceTokens:
    """Find the tokens of the pieces that are used, and number them by the sorted vocabulary."""
    text, begins = _join(pieces)
    spans = list(token_spans(text))
    starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    where = np.searchsorted(begins, starts, side="right") - 1
    keep = used[where]
    spans = [span for span, kept in zip(spans, keep.tolist(), strict=True) if kept]
    starts, ends, where = starts[keep], ends[keep], where[keep]
    words = [text[start:end] for start, end in spans]
    folded = {word: fold(word) for word in set(words)}
    forms = [folded[word] for word in words]
    if shouted:
        for place in np.flatnonzero(np.isin(where, list(shouted))).tolist():
            forms[place] = fold(words[place], mixed_case=False)
    vocabulary = sorted(set(forms))
    id_of = {form: place for place, form in enumerate(vocabulary)}
    return PieceTokens(
        vocabulary=vocabulary,
        first=np.searchsorted(where, np.arange(len(pieces) + 1)),
        ids=np.fromiter((id_of[form] for form in forms), dtype=np.int32, count=len(forms)),
        starts=(starts - begins[where]).astype(np.int32),
        ends=(ends - begins[where]).astype(np.int32),
    )


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
    repeats = counts.astype(np.int8 if counts.max(initial=0) < 128 else np.int64)[chunk.codes]
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
    more = repeats[uneven].astype(np.int64)
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


def _join(pieces: Sequence[str]) -> tuple[str, np.ndarray]:
    lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces)) + 1
    return "\n".join(pieces), np.cumsum(lengths) - lengths


def _with_initialism(pieces: Sequence[str]) -> np.ndarray:
    text, begins = _join(pieces)
    places = np.fromiter(initialism_places(text), dtype=np.int64)
    special = np.zeros(len(pieces), dtype=bool)
    special[np.searchsorted(begins, places, side="right") - 1] = True
    return special


def _part(chunk: Chunk, found: Sentences, pieces: list[str], parts: dict[str, int]) -> None:
    cut = np.flatnonzero(found.inside > 0)
    owners, offsets = found.pieces[cut], found.inside[cut]
    codes = chunk.entries[chunk.codes[owners]]
    local: dict[int, int] = {}

    def code_of(text: str) -> int:
        if text not in parts:
            parts[text] = len(pieces)
            pieces.append(text)
        return local.setdefault(parts[text], len(chunk.entries) + len(local))

    new_codes, heads = [], {}
    for number, (owner, offset, code) in enumerate(
        zip(owners.tolist(), offsets.tolist(), codes.tolist(), strict=True)
    ):
        last = number + 1 == len(owners) or owners[number + 1] != owner
        piece = pieces[code]
        new_codes.append(code_of(piece[offset : None if last else offsets[number + 1]]))
        if number == 0 or owners[number - 1] != owner:
            heads[owner] = code_of(piece[:offset])
    changed = chunk.codes.copy()
    changed[list(heads)] = list(heads.values())
    chunk.codes = np.insert(changed, owners + 1, new_codes)
    starts = chunk.starts[owners] + offsets
    chunk.starts = np.insert(chunk.starts, owners + 1, starts.astype(np.int32))
    chunk.entries = np.append(chunk.entries, list(local)).astype(np.int32)
    chunk.text_pieces = chunk.text_pieces + np.searchsorted(owners, chunk.text_pieces)
    found.pieces = found.pieces + np.cumsum(found.inside > 0)
    found.inside = np.zeros_like(found.inside)


def _shout(
    chunk: Chunk, found: Sentences, places: np.ndarray, pieces: list[str], shouted: dict[str, int]
) -> None:
    sentences = np.searchsorted(found.pieces, places, side="right") - 1
    upper = np.zeros(len(found.starts), dtype=bool)
    for sentence in np.unique(sentences).tolist():
        number = found.texts[sentence]
        shift = chunk.text_starts[number]
        text = chunk.texts[number][found.starts[sentence] - shift : found.ends[sentence] - shift]
        upper[sentence] = text.isupper()
    places = places[upper[sentences]]
    if not len(places):
        return
    codes, which = np.unique(chunk.codes[places], return_inverse=True)
    entries = []
    for code in codes.tolist():
        piece = pieces[chunk.entries[code]]
        if piece not in shouted:
            shouted[piece] = len(pieces)
            pieces.append(piece)
        entries.append(shouted[piece])
    changed = chunk.codes.copy()
    changed[places] = len(chunk.entries) + which
    chunk.codes = changed
    chunk.entries = np.append(chunk.entries, entries).astype(np.int32)
