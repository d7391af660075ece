"""Wording that two accounts share word for word: what both sides negotiated, or both copied."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from summit_analysis.across.numbering import Words, common_words, number_phrases
from summit_analysis.across.two_texts.pairing import Side, paired, same_text
from summit_analysis.arguments import check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.corpus.search.evidence_rows import evidence
from summit_analysis.frames import finish
from summit_analysis.plurals import counted

SHORTEST_RUN = 8


def shared_runs(a: Side, b: Side, *, min_words: int = SHORTEST_RUN, days: int = 1) -> pd.DataFrame:
    """Find the runs of words that two accounts share verbatim, each in its longest form.

    Words are compared as tokens are folded, so that case and punctuation do not count. A run stays
    within a sentence, and is maximal: at two of its places at least, one on each side, the words
    before differ and so do the words after.

    Args:
        a: a document, or a corpus whose documents are matched with those of `b` as `pairs` does.
        b: the other side.
        min_words: the fewest words of a run, from 2.
        days: how far apart the dates of two accounts may be, where corpora are matched.

    Returns:
        One row for each pair of documents and run, longest first: `words` (its length), `text` (as
        printed in `a`), `count` and `count_b` (how often it stands on either side), `whole` (it is
        a whole sentence on both), and the first place on each side: `doc_id, sentence, start, end,
        match, quote` of `a`, the same with `_b` of `b`.

    Raises:
        CorpusError: a side is empty, no documents match, or `min_words` is under 2.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> a = Document("a", "They will open a direct line before the end of the year.")
        >>> b = Document("b", "We agreed to open a direct line before the end of 2032.")
        >>> shared_runs(a, b)[["words", "text"]].values.tolist()
        [[8, 'open a direct line before the end of']]
    """
    check_whole("min_words", min_words, least=2)
    frames = [_runs(first, second, min_words) for first, second in paired(a, b, days=days)]
    frame = pd.concat(frames, ignore_index=True)
    notes = [
        f"Runs of {min_words} words or more, within a sentence; case and punctuation not compared. "
        f"{counted(len(frames), 'pair')} of documents."
    ]
    if frame.empty:
        notes.append(f"No match found in these texts for a shared run of {min_words} words.")
    if same_text(a, b):
        notes.append("Both sides are the same text.")
    order = ["words", "doc_id", "start", "doc_id_b", "start_b"]
    frame = finish(
        frame, title="Wording in both accounts", notes=notes, order=order, descending=["words"]
    )
    frame.attrs["min_words"] = min_words
    return frame


def _runs(a: Corpus, b: Corpus, min_words: int) -> pd.DataFrame:
    firsts, seconds, lengths, counts = _maximal(a, b, min_words)
    ours = evidence(a, firsts, firsts + lengths - 1)
    theirs = evidence(b, seconds, seconds + lengths - 1)[list(EVIDENCE)].add_suffix("_b")
    frame = pd.concat([ours[list(EVIDENCE)], theirs], axis=1)
    frame.insert(0, "words", lengths)
    frame.insert(1, "text", ours["match"])
    frame.insert(2, "count", counts[:, 0])
    frame.insert(3, "count_b", counts[:, 1])
    whole = np.ones(len(frame), dtype=bool)
    for corpus, places in ((a, firsts), (b, seconds)):
        sentences = corpus.index.sentence_of(places)
        whole &= np.diff(corpus.index.sentence_tokens)[sentences] == lengths
    frame.insert(4, "whole", whole)
    return frame


def _maximal(
    a: Corpus, b: Corpus, min_words: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return first places in a and in b, lengths, and counts on both sides of the maximal runs."""
    words = common_words(a.index, b.index)
    middle = int(words.bounds[1])
    levels = list(_levels(words, middle, min_words))
    firsts, seconds, lengths, counts = [], [], [], []
    for level, (n, starts, phrase, ours, theirs) in enumerate(levels):
        maximal = ours * theirs
        # A pair of places is extended to the left, to the right or to both: what remains of all
        # pairs is maximal. Each kind of extension is a shared phrase of one or two words more.
        for more, sign in ((1, -1), (2, 1)):
            if level + more >= len(levels):
                continue
            _, longer_starts, longer, longer_ours, longer_theirs = levels[level + more]
            _, once = np.unique(longer, return_index=True)
            pairs = longer_ours * longer_theirs
            shifts = (0, 1) if more == 1 else (1,)
            for shift in shifts:
                inner = phrase[np.searchsorted(starts, longer_starts[once] + shift)]
                maximal = maximal + sign * np.bincount(
                    inner, weights=pairs, minlength=len(ours)
                ).astype(np.int64)
        kept = np.flatnonzero(maximal > 0)
        first = np.full(len(ours), len(words.ids))
        np.minimum.at(first, phrase, starts)
        second = np.full(len(ours), len(words.ids))
        inside = starts >= middle
        np.minimum.at(second, phrase[inside], starts[inside])
        firsts.append(first[kept])
        seconds.append(second[kept] - middle)
        lengths.append(np.full(len(kept), n))
        counts.append(np.stack([ours[kept], theirs[kept]], axis=1))
    if not levels:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, empty, np.zeros((0, 2), dtype=np.int64)
    return tuple(np.concatenate(part) for part in (firsts, seconds, lengths, counts))  # type: ignore[return-value]


def _levels(
    words: Words, middle: int, n: int
) -> Iterator[tuple[int, np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
    """Yield, for each length, the phrases that stand on both sides: places, numbers, counts."""
    starts, phrase = number_phrases(words, n)
    while True:
        size = int(phrase.max(initial=-1)) + 1
        on_b = starts >= middle
        theirs = np.bincount(phrase[on_b], minlength=size)
        ours = np.bincount(phrase[~on_b], minlength=size)
        both = (ours > 0) & (theirs > 0)
        if not both.any():
            return
        stays = both[phrase]
        starts, phrase = starts[stays], (np.cumsum(both) - 1)[phrase[stays]]
        yield n, starts, phrase, ours[both], theirs[both]
        # One word longer: what begins here and what begins at the next word are both shared.
        places = np.minimum(np.searchsorted(starts, starts + 1), len(starts) - 1)
        longer = (starts[places] == starts + 1) & (words.left[starts] > n)
        keys = phrase[longer] * (int(both.sum()) + 1) + phrase[places[longer]]
        starts, n = starts[longer], n + 1
        phrase = np.unique(keys, return_inverse=True)[1].astype(np.int64)
