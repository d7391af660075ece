"""Discovering p-frames: phrases that recur with one word that varies."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.patterns import Element, find_runs
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import CorpusError
from summit_analysis.lexicons import stop_words
from summit_analysis.phrases.recurrence.name_words import name_words
from summit_analysis.terms.counting import count_terms


def discovered(
    corpus: Corpus,
    words: int | Iterable[int],
    min_count: int,
    min_fillers: int,
    min_entropy: float,
) -> pd.DataFrame:
    """Find the places of the p-frames that are frequent and free enough.

    Args:
        corpus: the documents.
        words: the lengths to look for.
        min_count, min_fillers, min_entropy: as in `p_frames`.

    Returns:
        One row a place: `first` and `last` (token numbers), `p_frame`, `filler`.

    Raises:
        CorpusError: a length is under 3.
    """
    index = corpus.index
    sizes = sorted(set(words) if isinstance(words, Iterable) else {words}, reverse=True)
    if not sizes or min(sizes) < 3:
        raise CorpusError("A p-frame has three words or more: one that varies, one on either side.")
    stopped = stop_words("english")
    content = np.array([word not in stopped for word in index.vocabulary], dtype=bool)
    plain = content & ~name_words(corpus)
    found: list[pd.DataFrame] = []
    inside: set[tuple[int, int, tuple[int, ...]]] = set()
    for n in sizes:
        counts = count_terms(index, n=n)
        totals = counts.totals()
        for slot in range(1, n - 1):
            fixed = np.delete(counts.ids, slot, axis=1)
            rows = np.flatnonzero((content[fixed].sum(axis=1) >= 2) & plain[fixed].any(axis=1))
            if not len(rows):
                continue
            number = _numbered(fixed[rows], len(index.vocabulary))
            kept = _free(number, totals[rows], min_count, min_fillers, min_entropy)[number]
            found += _frames(index, counts.ids, totals, rows[kept], number[kept], slot, inside)
    if not found:
        return pd.DataFrame({"first": [], "last": [], "p_frame": [], "filler": []})
    return pd.concat(found, ignore_index=True)


def _numbered(rows: np.ndarray, size: int) -> np.ndarray:
    """Number equal rows of word ids alike."""
    keys, top = rows[:, 0].astype(np.int64), size
    for column in rows.T[1:]:
        if top * size >= 2**62:  # the packed words would not fit in 64 bits: rank them first
            keys = np.unique(keys, return_inverse=True)[1].astype(np.int64)
            top = int(keys.max()) + 1
        keys, top = keys * size + column, top * size
    return np.unique(keys, return_inverse=True)[1].reshape(-1)


def _free(
    number: np.ndarray, count: np.ndarray, min_count: int, min_fillers: int, min_entropy: float
) -> np.ndarray:
    """Say of each p-frame whether it is frequent and free enough; a row is one filler of one."""
    total = np.bincount(number, weights=count)
    share = count / total[number]
    entropy = np.bincount(number, weights=-share * np.log2(share))
    often = (total >= min_count) & (np.bincount(number) >= min_fillers)
    return often & (entropy >= min_entropy - 1e-9)


def _frames(
    index: TokenIndex,
    ids: np.ndarray,
    totals: np.ndarray,
    rows: np.ndarray,
    number: np.ndarray,
    slot: int,
    inside: set[tuple[int, int, tuple[int, ...]]],
) -> list[pd.DataFrame]:
    """Spell out the p-frames of one length and slot, but for those a longer one always holds."""
    order = np.argsort(number, kind="stable")
    bounds = np.flatnonzero(np.diff(number[order], prepend=-1, append=-1))
    frames = []
    for begin, end in pairwise(bounds.tolist()):
        members = rows[order[begin:end]]
        words = tuple(ids[members[0]].tolist())
        fixed = (*words[:slot], -1, *words[slot + 1 :])
        total = int(totals[members].sum())
        if (len(members), total, fixed) in inside:
            continue
        for cut in (fixed[1:], fixed[:-1]):
            if -1 in cut[1:-1]:
                inside.add((len(members), total, cut))
                for shorter in (cut[1:], cut[:-1]):
                    if -1 in shorter[1:-1]:
                        inside.add((len(members), total, shorter))
        pattern = [
            [
                Element("", prefix=True) if word < 0 else Element(index.vocabulary[word])
                for word in fixed
            ]
        ]
        firsts, lasts = find_runs(index, pattern)
        frames.append(
            pd.DataFrame(
                {
                    "first": firsts,
                    "last": lasts,
                    "p_frame": " ".join("*" if w < 0 else index.vocabulary[w] for w in fixed),
                    "filler": [index.vocabulary[i] for i in index.ids[firsts + slot].tolist()],
                }
            )
        )
    return frames
