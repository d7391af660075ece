"""Formulas: the phrases that recur, each in its longest form."""

from collections.abc import Iterator
from itertools import zip_longest

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import labels
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.frames import finish
from summit_analysis.lexicons import stop_words
from summit_analysis.phrases.recurrence.name_words import capitals, name_words, only_names
from summit_analysis.phrases.recurrence.repeated_runs import Repeats, nested, repeats
from summit_analysis.phrases.recurrence.variants import group_variants
from summit_analysis.plurals import counted, verb
from summit_analysis.terms.language import check_english

COLUMNS = ["phrase", "words", "count", "documents", "first_date", "last_date"]


def formulas(
    corpus: Corpus,
    *,
    min_words: int = 3,
    min_count: int = 2,
    by: str | None = None,
    names: bool = False,
    group: bool = True,
) -> pd.DataFrame:
    """Find the phrases that recur, nested ones collapsed into the longest.

    A phrase that a longer one holds at every one of its places is left out. Function words at a
    phrase's ends belong to what stands around it and are cut off. Phrases do not cross a
    sentence's end and may have any length.

    Args:
        corpus: the documents.
        min_words: the fewest words of a phrase, from 2.
        min_count: how often a phrase must occur, from 2.
        by: a metadata column or a part of the date: one row for each phrase and group, with zero
            rows, so that an absence shows.
        names: also list phrases that are only names, titles and numbers (`Prime Minister Kishida`).
        group: put near-variants under the commonest of them (`underscored/reaffirmed the
            importance`); otherwise each has its own row.

    Returns:
        One row a phrase (and group), commonest first, then the longer, then by alphabet: the `by`
        column, `phrase`, `words` (its length), `count` (all its places, as a concordance finds
        them), `documents`, `first_date` and `last_date` (of the dated documents it stands in),
        `variants` (a list of the phrases grouped under it, commonest first; their places are not
        in `count`, but for those that contain it).

    Raises:
        CorpusError: `min_words` or `min_count` is no whole number from 2, or no document has the
            column.

    Example:
        >>> import summit_analysis as sa
        >>> sa.formulas(sa.load())["phrase"].tolist()[:2]
        ['shared the intention', 'two leaders shared']
    """
    language = check_english(corpus)
    check_whole("min_words", min_words, least=2)
    check_whole("min_count", min_count, least=2)
    levels = list(repeats(corpus.index, min_count=min_count))
    found = _trimmed(corpus.index, levels, min_words)
    kept = _outermost({words: len(places) for words, places in found.items()})
    notes = [
        f"Phrases of {min_words} words or more that occur {min_count} times or more; "
        f"left out, being always part of a longer one: {len(found) - len(kept):,}."
    ]
    if not names:
        mere = only_names(corpus, capitals(corpus), kept, [found[words] for words in kept])
        kept = [words for words, name in zip(kept, mere, strict=True) if not name]
        if any(mere):
            notes.append(f"Left out, being names, titles or numbers alone: {sum(mere):,}.")
    vocabulary = corpus.index.vocabulary
    texts = [tuple(vocabulary[word] for word in words) for words in kept]
    heads: dict[int, list[int]] = {number: [] for number in range(len(kept))}
    if group:
        known = frozenset(vocabulary[word] for word in np.flatnonzero(name_words(corpus)).tolist())
        heads = group_variants(texts, [len(found[words]) for words in kept], known)
        near = len(kept) - len(heads)
        notes.append(f"{counted(near, 'near-variant')} {verb(near, 'stand')} under the commonest.")
    if not kept:
        notes = [f"No phrase of {min_words} words or more occurs {min_count} times in these texts."]
    rows = []
    for head, members in heads.items():
        variants = [" ".join(texts[member]) for member in members]
        for row in _rows(corpus, kept[head], found[kept[head]], by):
            rows.append((*row, variants))
    frame = pd.DataFrame(rows, columns=[*([by] if by else []), *COLUMNS, "variants"])
    for column in ("first_date", "last_date"):
        frame[column] = pd.to_datetime(frame[column])
    order = ["count", "words", "phrase"]
    if by:
        total = frame.groupby("phrase")["count"].transform("sum")
        frame = frame.assign(_total=total)
        order = ["_total", "words", "phrase", by]
    done = finish(
        frame,
        title=f"Recurring phrases{f' by {by}' if by else ''}",
        notes=[*notes, *language],
        order=order,
        descending=["count", "words", "_total"],
    )
    done.attrs["min_words"] = min_words
    if by:
        attributes = done.attrs
        done = done.drop(columns="_total")
        done.attrs = attributes
    return done


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


def _rows(
    corpus: Corpus, words: tuple[int, ...], places: np.ndarray, by: str | None
) -> Iterator[tuple[object, ...]]:
    """Yield a phrase's row, or one for each group."""
    index = corpus.index
    documents = index.document_of(index.sentence_of(places))
    phrase = " ".join(index.vocabulary[word] for word in words)
    if by is None:
        yield (phrase, len(words), *_spread(corpus, documents))
        return
    group = np.array(labels(corpus, by, beside=[*COLUMNS, "variants"]), dtype=object)
    for name in sorted(set(group.tolist())):
        yield (name, phrase, len(words), *_spread(corpus, documents[group[documents] == name]))


def _spread(corpus: Corpus, documents: np.ndarray) -> tuple[object, ...]:
    there = np.unique(documents).tolist()
    dates = [date for place in there if (date := corpus.documents[place].metadata.get("date"))]
    first, last = min(dates, default=None), max(dates, default=None)
    return len(documents), len(there), first, last
