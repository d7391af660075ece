"""How often words and phrases occur, in all and by group."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import groups
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.corpus.tokenising.sorting import sort_by
from summit_analysis.frames import finish
from summit_analysis.terms.counting import count_terms, total_terms
from summit_analysis.terms.families import fold_families
from summit_analysis.terms.language import check_english
from summit_analysis.terms.runs import first_of_runs, run_lengths
from summit_analysis.terms.selection import select_terms
from summit_analysis.terms.spelling import term_column

PER = 1000
COLUMNS = ("term", "count", "rate", "documents", "rank", "members")
SIXTEEN_BITS = 0xFFFF


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
        by: a metadata column, or `decade`, `year`, `quarter`, `month` of the date: one row for each
            term and group, with zero rows, so that an absence shows.
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
    index = index_of(corpus, compounds)
    members: dict[str, list[str]] = {}
    if stem:
        index, members = fold_families(index)
    names, group_of = groups(corpus, by, beside=COLUMNS)
    if by is None:
        ids, totals, in_documents = total_terms(index, n=n)
        cells, documents = totals[:, None], in_documents[:, None]
    else:
        counts = count_terms(index, n=n)
        ids, totals = counts.ids, counts.totals()
        cells, documents = counts.by_group(group_of, max(len(names), 1))
    kept, notes = select_terms(
        ids, totals, index.vocabulary, stopwords=stopwords, min_count=min_count
    )
    tokens = np.bincount(
        group_of, weights=np.diff(index.document_tokens), minlength=len(names)
    ).astype(np.int64)
    frames = []
    for place, size in enumerate(tokens.tolist() or [0]):
        # Terms are counted in alphabetical order, in which a stable sort leaves ties.
        count = cells[:, place]
        every = len(kept) == len(ids)  # no copies of millions of rows for nothing
        rows = _commonest_first(count) if every else kept[_commonest_first(count[kept])]
        terms = term_column(index, ids, rows)
        frames.append(_group_frame(terms, cells[rows, place], documents[rows, place], size))
    frame = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    if by is not None:
        frame.insert(0, by, pd.Series(np.repeat(names, len(kept)), dtype="str"))
    if stem:
        families = frame["term"].map(lambda term: _members(term, members))
        frame["members"] = families.astype("str")
    what = "Words" if n == 1 else f"Phrases of {n} words"
    frame = finish(
        frame,
        title=f"{what}{f' by {by}' if by else ''}",
        notes=[_base(names, tokens, by), *notes, *check_english(corpus)],
    )
    frame.attrs["documents"] = len(corpus)
    return frame


def _commonest_first(count: np.ndarray) -> np.ndarray:
    """Order counts from high to low, equal ones as they stand."""
    # Nearly all counts are small, and sorted by counting them; the others by comparing, below.
    short = np.minimum(count, SIXTEEN_BITS)
    places = np.arange(len(count), dtype=np.int32)
    order = sort_by(SIXTEEN_BITS - short, places, size=SIXTEEN_BITS + 1)
    high = int(np.count_nonzero(short == SIXTEEN_BITS))
    order[:high] = order[:high][np.argsort(-count[order[:high]], kind="stable")]
    return order


def _group_frame(
    terms: pd.Series, count: np.ndarray, documents: np.ndarray, tokens: int
) -> pd.DataFrame:
    """Make the rows of a group of terms whose counts fall."""
    rate = np.zeros(len(count))
    if tokens:
        np.divide(np.multiply(count, float(PER), out=rate), tokens, out=rate)
    first = first_of_runs(count)
    rank = np.repeat(first + 1, run_lengths(first, len(count)))
    count, documents = (column.astype(np.int64, copy=False) for column in (count, documents))
    columns = {"count": count, "rate": rate, "documents": documents, "rank": rank}
    return pd.DataFrame({"term": terms, **columns}, copy=False)


def _base(names: list[str], tokens: np.ndarray, by: str | None) -> str:
    if by is None:
        return f"Base: {int(tokens.sum()):,} tokens; rate per {PER:,} tokens."
    parts = ", ".join(f"{name} {int(size):,}" for name, size in zip(names, tokens, strict=True))
    return f"Base: tokens in each group of {by}: {parts}; rate per {PER:,} tokens of the group."


def _members(term: str, members: dict[str, list[str]]) -> str:
    return " | ".join(", ".join(members[word]) for word in term.split(" "))
