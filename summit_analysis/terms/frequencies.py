"""How often words and phrases occur, in all and by group."""

from collections.abc import Iterable
from typing import Literal

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import labels
from summit_analysis.frames import finish
from summit_analysis.lexicons import stop_words
from summit_analysis.terms.counting import count_terms, term_texts
from summit_analysis.terms.families import fold_families
from summit_analysis.terms.language import check_english
from summit_analysis.terms.selection import select_terms

Compounds = Literal["keep", "split"]
PER = 1000


def frequency(
    corpus: Corpus,
    n: int = 1,
    *,
    by: str | None = None,
    stopwords: str | Iterable[str] | None = None,
    stem: bool = False,
    min_count: int = 1,
    compounds: Compounds = "keep",
) -> pd.DataFrame:
    """Count words, or phrases of n words, in a corpus.

    Args:
        corpus: the documents.
        n: how many words a term has, from 1; phrases do not cross a sentence's end.
        by: a metadata column, or `year`, `quarter`, `month` of the date: one row for each term and
            group, with zero rows, so that an absence shows.
        stopwords: `"english"`, or words of one's own; terms that begin or end with one are left
            out. Rates stay per all tokens.
        stem: count words of one family together; the column `members` shows them.
        min_count: the least count, over all groups, a term needs.
        compounds: `"split"` counts the parts of hyphenated compounds instead of the whole.

    Returns:
        One row a term (and group), commonest first, ties in alphabetical order: the `by` column,
        `term`, `count`, `rate` (per 1,000 tokens of the group), `documents` (in how many it
        occurs), `rank` (1 is the commonest of its group; equal counts share a rank), `members`.

    Raises:
        CorpusError: n is out of range, or no document has the column.

    Example:
        >>> import summit_analysis as sa
        >>> sa.frequency(sa.load(), 3)[["term", "count"]].values.tolist()[0]
        ['the two leaders', 18]
    """
    index = corpus.split_index if compounds == "split" else corpus.index
    members: dict[str, list[str]] = {}
    if stem:
        index, members = fold_families(index)
    counts = count_terms(index, n=n)
    kept, notes = select_terms(
        counts.ids,
        counts.totals(),
        index.vocabulary,
        stopped=stop_words(stopwords),
        min_count=min_count,
    )
    terms = pd.Series(term_texts(index, counts.ids[kept]), dtype="str")
    groups = ["all"] * len(corpus) if by is None else labels(corpus, by)
    names, group_of = np.unique(np.array(groups, dtype=object), return_inverse=True)
    cells, documents = counts.by_group(group_of, len(names))
    tokens = np.bincount(
        group_of, weights=np.diff(index.document_tokens), minlength=len(names)
    ).astype(np.int64)
    frames = [
        _group_frame(terms, cells[kept, place], documents[kept, place], int(tokens[place]))
        for place in range(len(names))
    ]
    frame = pd.concat(frames, ignore_index=True) if frames else _group_frame(terms, [], [], 0)
    if by is not None:
        frame.insert(0, by, pd.Series(np.repeat(names, len(terms)), dtype="str"))
    if stem:
        families = frame["term"].map(lambda term: _members(term, members))
        frame["members"] = families.astype("str")
    what = "Words" if n == 1 else f"Phrases of {n} words"
    order = ["count", "term"] if by is None else [by, "count", "term"]
    frame = finish(
        frame,
        title=f"{what}{f' by {by}' if by else ''}",
        notes=[_base(names, tokens, by), *notes, *check_english(corpus)],
        order=order,
        descending=["count"],
    )
    frame.attrs["documents"] = len(corpus)
    return frame


def _group_frame(terms: pd.Series, count, documents, tokens: int) -> pd.DataFrame:  # type: ignore[no-untyped-def]
    frame = pd.DataFrame({"term": terms, "count": count})
    frame["rate"] = frame["count"] * PER / tokens if tokens else 0.0
    frame["documents"] = documents
    frame["rank"] = frame["count"].rank(method="min", ascending=False).astype("int64")
    return frame


def _base(names: np.ndarray, tokens: np.ndarray, by: str | None) -> str:
    if by is None:
        return f"Base: {int(tokens.sum()):,} tokens; rate per {PER:,} tokens."
    parts = ", ".join(f"{name} {int(size):,}" for name, size in zip(names, tokens, strict=True))
    return f"Base: tokens in each group of {by}: {parts}; rate per {PER:,} tokens of the group."


def _members(term: str, members: dict[str, list[str]]) -> str:
    return " | ".join(", ".join(members[word]) for word in term.split(" "))
