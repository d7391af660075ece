"""The same text under two names, and texts that are nearly the same."""

import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_number
from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.frames import finish
from summit_analysis.plurals import counted, verb

# Five words in a row seldom come together twice by chance.
WORDS = 5
# Of a document's shingles, those whose hash is among the lowest stand for all (Broder, 1997).
KEPT = 400
# By the lowest of these documents that resemble each other find each other.
LOOKED_UP = KEPT // 8
# Multiples of the golden ratio's 64 bits, so that the places of words in a run are told apart.
STEPS = [np.uint64((place + 1) * 0x9E3779B97F4A7C15 % 2**64) for place in range(WORDS)]
# What more documents share is a formula of the genre and tells no two of them from the rest.
MOST_SHARING = 50


def duplicates(corpus: Corpus, *, least: float = 0.8) -> pd.DataFrame:
    """Find documents that are the same, or nearly.

    Two documents' resemblance is the share of runs of five words that both have among all that
    either has (Broder, 1997, "On the resemblance and containment of documents"), counted on a
    sample of 400 runs a document where they have more. Runs that more than 50 documents have are
    taken for formulas and lead to no pair, so that of a crowd of more than 50 near copies only some
    pairs are told of (those with the same words always are); a note says so.

    Args:
        corpus: the documents.
        least: the least resemblance to be told of, from 0 to 1.

    Returns:
        One row a pair, the most alike first: `doc_id`, `other` (later in the corpus),
        `resemblance` (1 for the same runs), `same` (whether the words are the same in the same
        order), `tokens` and `other_tokens`.

    Raises:
        CorpusError: it is no corpus, or `least` is out of bounds.

    Example:
        >>> from summit_analysis.corpus import from_frame
        >>> text = "The two leaders met in Temmis and agreed to meet again."
        >>> corpus = from_frame(pd.DataFrame({"doc_id": ["a", "b"], "text": [text, text]}))
        >>> duplicates(corpus)[["doc_id", "other", "same"]].values.tolist()
        [['a', 'b', True]]
    """
    index = index_of(corpus)
    check_number("least", least, least=0, most=1)
    least = float(least)
    bounds = index.sentence_tokens[index.document_sentences]
    own = [index.ids[start:end] for start, end in pairwise(bounds)]
    sketches = [_sketch(ids) for ids in own]
    prints = [zlib.crc32(ids.astype(np.int64).tobytes()) for ids in own]
    rows = []
    for first, second in sorted(_candidates(sketches, prints)):
        same = prints[first] == prints[second] and bool(np.array_equal(own[first], own[second]))
        alike = 1.0 if same else _resemblance(sketches[first], sketches[second])
        if alike >= least:
            rows.append(
                {
                    "doc_id": corpus.documents[first].doc_id,
                    "other": corpus.documents[second].doc_id,
                    "resemblance": alike,
                    "same": same,
                    "tokens": len(own[first]),
                    "other_tokens": len(own[second]),
                }
            )
    columns = ["doc_id", "other", "resemblance", "same", "tokens", "other_tokens"]
    frame = pd.DataFrame(rows, columns=columns)
    frame = frame.sort_values("resemblance", ascending=False, kind="stable", ignore_index=True)
    size = counted(len(corpus), "document")
    note = (
        f"Runs of {WORDS} words; resemblance of {least:g} and more. {size}."
        if rows
        else f"No two of the {size} resemble each other by {least:g} or more."
    )
    notes = [note]
    crowded = _crowded(sketches, least)
    if crowded:
        notes.append(
            f"{counted(crowded, 'document')} {verb(crowded, 'consist')} largely of runs that more "
            f"than {MOST_SHARING} have; "
            "among them more pairs may resemble each other than are told of."
        )
    return finish(frame, title="Documents that are the same, or nearly", notes=notes)


def _sketch(ids: np.ndarray) -> np.ndarray:
    """Hash a document's runs of words; the lowest hashes, in order."""
    if not len(ids):
        return np.empty(0, dtype=np.uint64)
    width = min(WORDS, len(ids))
    hashes = np.zeros(len(ids) - width + 1, dtype=np.uint64)
    for place in range(width):
        part = ids[place : len(ids) - width + 1 + place].astype(np.uint64)
        hashes = _mix(hashes ^ _mix(part + STEPS[place]))
    return np.unique(hashes)[:KEPT]


def _mix(numbers: np.ndarray) -> np.ndarray:
    """Scatter numbers over 64 bits (the finishing step of Steele, Lea and Flood's SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(numbers ^ (numbers >> np.uint64(31)))


def _candidates(sketches: Sequence[np.ndarray], prints: Sequence[int]) -> set[tuple[int, int]]:
    """Pair documents that share one of their lowest hashes, or all their words."""
    holders: dict[tuple[str, int], list[int]] = {}
    for number, (sketch, whole) in enumerate(zip(sketches, prints, strict=True)):
        holders.setdefault(("whole", whole), []).append(number)
        for value in sketch[:LOOKED_UP].tolist():
            holders.setdefault(("run", value), []).append(number)
    return {
        (first, second)
        for (kind, _), numbers in holders.items()
        if 1 < len(numbers) <= MOST_SHARING or (kind == "whole" and len(numbers) > 1)
        for place, first in enumerate(numbers)
        for second in numbers[place + 1 :]
    }


def _crowded(sketches: Sequence[np.ndarray], least: float) -> int:
    """Count the documents that could have been found by runs which too many documents share.

    Two that resemble each other by `least` share about that part of what they are looked up by;
    half of it allows for chance.
    """
    looked_up = [sketch[:LOOKED_UP] for sketch in sketches]
    values, counts = np.unique(
        np.concatenate([*looked_up, np.empty(0, np.uint64)]), return_counts=True
    )
    common = values[counts > MOST_SHARING]
    return sum(len(own) > 0 and float(np.isin(own, common).mean()) > least / 2 for own in looked_up)


def _resemblance(one: np.ndarray, other: np.ndarray) -> float:
    """Estimate the share of common runs from the lowest hashes of both together."""
    union = np.union1d(one, other)[:KEPT]
    if not len(union):
        return 0.0
    both = np.intersect1d(one, other, assume_unique=True)
    return float(np.isin(union, both, assume_unique=True).mean())
