"""The tokens of a chunk, laid out one after the other from those of its pieces."""

import numpy as np

from summit_analysis.corpus.tokenising.blocks import blocks, look_up, spread
from summit_analysis.corpus.tokenising.piece_tokens import SINGLE, PieceTokens
from summit_analysis.corpus.tokenising.pieces import Chunk
from summit_analysis.corpus.tokenising.sentence_places import Sentences


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
    text_starts = chunk.text_starts.astype(np.int32)
    entries = chunk.pieces_at(others)
    firsts, times = tokens.first[entries], np.diff(tokens.first)[entries]
    token, which = _count_up(firsts, times)
    more = np.append(0, np.cumsum(times - 1))
    at = (others + more[:-1] - firsts)[which] + token
    ids[at] = tokens.ids[token]
    lengths[at] = tokens.ends[token] - tokens.starts[token]
    texts = np.searchsorted(chunk.text_pieces, others, side="right") - 1
    starts[at] = (chunk.starts[others] - text_starts[texts])[which] + tokens.starts[token]
    alone, free = np.ones(len(chunk.codes), dtype=bool), np.ones(len(ids), dtype=bool)
    alone[others] = free[at] = False
    done = 0
    for block in blocks(len(chunk.codes)):
        kept = alone[block]
        rows = look_up(single, chunk.codes[block][kept]).view(SINGLE)
        places = (chunk.starts[block] - spread(text_starts, chunk.text_pieces, block))[kept]
        past = int(np.searchsorted(others, block.stop))
        own = slice(done, done := block.stop + int(more[past]))
        here = free[own]
        ids[own][here], lengths[own][here] = rows["id"], rows["length"]
        starts[own][here] = places + rows["offset"]
    sizes = np.diff(np.append(found.pieces, len(chunk.codes)))
    np.add.at(sizes, np.searchsorted(found.pieces, others, side="right") - 1, times - 1)
    # Where a sentence begins inside a piece, what is before belongs to the one before it.
    cut = np.flatnonzero(found.inside)
    entries = chunk.pieces_at(found.pieces[cut])
    token, which = _count_up(tokens.first[entries], np.diff(tokens.first)[entries])
    before = np.bincount(which[tokens.starts[token] < found.inside[cut][which]], minlength=len(cut))
    sizes[cut] -= before
    sizes[cut - 1] += before
    return sizes


def _count_up(firsts: np.ndarray, times: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count from each of some numbers on, so many times, and say which of them it was."""
    which = np.repeat(np.arange(len(firsts)), times)
    steps = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    return firsts[which] + steps, which
