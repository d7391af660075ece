"""Formulas: the phrases that recur, each in its longest form."""

from itertools import zip_longest

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.lexicons import stop_words
from summit_analysis.phrases.repeats import Repeats, nested, repeats

COLUMNS = ["phrase", "words", "count", "documents", "first_date", "last_date"]


def formulas(corpus: Corpus, *, min_words: int = 3, min_count: int = 2) -> pd.DataFrame:
    """Find the phrases that recur, nested ones collapsed into the longest.

    A phrase that a longer one holds at every one of its places is left out. Function words at a
    phrase's ends belong to what stands around it and are cut off. Phrases do not cross a
    sentence's end and may have any length.

    Args:
        corpus: the documents.
        min_words: the fewest words of a phrase, from 2.
        min_count: how often a phrase must occur, from 2.

    Returns:
        One row a phrase, commonest first, then the longer, then by alphabet: `phrase`, `words`
        (its length), `count` (all its places, as a concordance finds them), `documents`,
        `first_date` and `last_date` (of the dated documents it stands in).

    Raises:
        CorpusError: `min_words` or `min_count` is under 2.

    Example:
        >>> import summit_analysis as sa
        >>> sa.formulas(sa.load())["phrase"].tolist()[0]
        'prime minister kishida'
    """
    if min_words < 2 or min_count < 2:
        raise CorpusError("A formula recurs and has several words: both minimums are 2 or more.")
    levels = list(repeats(corpus.index, min_count=min_count))
    found = _trimmed(corpus.index, levels, min_words)
    kept = _outermost({words: len(places) for words, places in found.items()})
    frame = pd.DataFrame([_row(corpus, words, found[words]) for words in kept], columns=COLUMNS)
    for column in ("first_date", "last_date"):
        frame[column] = pd.to_datetime(frame[column])
    note = (
        f"Phrases of {min_words} words or more that occur {min_count} times or more; "
        f"{len(found) - len(kept):,} are left out because a longer one always holds them."
        if kept
        else f"No phrase of {min_words} words or more occurs {min_count} times in these texts."
    )
    return finish(
        frame,
        title="Recurring phrases",
        notes=[note],
        order=["count", "words", "phrase"],
        descending=["count", "words"],
    )


def _trimmed(
    index: TokenIndex, levels: list[Repeats], min_words: int
) -> dict[tuple[int, ...], np.ndarray]:
    """Cut function words off the ends of the longest phrases, and find their places."""
    stopped = stop_words("english")
    function_word = [word in stopped for word in index.vocabulary]
    found: dict[tuple[int, ...], np.ndarray] = {}
    for level, longer in zip_longest(levels, levels[1:]):
        if level.n < min_words:
            continue
        for phrase in np.flatnonzero(~nested(level, longer)).tolist():
            first = int(level.places(phrase)[0])
            last = first + level.n
            while first < last and function_word[index.ids[first]]:
                first += 1
            while first < last and function_word[index.ids[last - 1]]:
                last -= 1
            if last - first >= min_words:
                shorter = levels[last - first - 1]
                number = int(shorter.phrase_at(np.array([first]))[0])
                found[tuple(index.ids[first:last].tolist())] = shorter.places(number)
    return found


def _outermost(counts: dict[tuple[int, ...], int]) -> list[tuple[int, ...]]:
    """Drop the phrases that, once trimmed, stand inside a longer one at all of their places."""
    kept: list[tuple[int, ...]] = []
    inside: set[tuple[tuple[int, ...], int]] = set()
    for words in sorted(counts, key=lambda words: (-len(words), words)):
        if (words, counts[words]) in inside:
            continue
        kept.append(words)
        for size in range(2, len(words)):
            for start in range(len(words) - size + 1):
                inside.add((words[start : start + size], counts[words]))
    return kept


def _row(corpus: Corpus, words: tuple[int, ...], places: np.ndarray) -> tuple[object, ...]:
    index = corpus.index
    documents = np.unique(index.document_of(index.sentence_of(places))).tolist()
    dates = [date for place in documents if (date := corpus.documents[place].metadata.get("date"))]
    return (
        " ".join(index.vocabulary[word] for word in words),
        len(words),
        len(places),
        len(documents),
        min(dates, default=None),
        max(dates, default=None),
    )
