"""Trend: how a term's rate changes from one period to the next, and how surely."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_whole, texts_of
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import NOT_KNOWN, groups
from summit_analysis.corpus.search.patterns import find
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.terms.concordances import similar_words
from summit_analysis.terms.frequencies import PER
from summit_analysis.terms.language import check_english
from summit_analysis.terms.resampling import RESAMPLES, bounds, draw_documents

FEW_DOCUMENTS = 5
COLUMNS = ["count", "tokens", "rate", "rate_low", "rate_high", "documents", "documents_all"]


def trend(
    corpus: Corpus,
    terms: str | Iterable[str],
    *,
    by: str = "year",
    resamples: int = RESAMPLES,
    compounds: Compounds = "keep",
) -> pd.DataFrame:
    """Follow the rate of terms over time, or over the values of any metadata column.

    Args:
        corpus: the documents.
        terms: a pattern or several, as for `concordance`.
        by: `decade`, `year`, `quarter`, `month` of the date, or a metadata column.
        resamples: how often the documents of a group are drawn anew for its interval.
        compounds: `"split"` looks at the parts of hyphenated compounds instead of the whole.

    Returns:
        One row a term and group, terms in the order given, groups in theirs: `term`, the `by`
        column, `count`, `tokens` (of the group), `rate` (per 1,000 tokens), `rate_low` and
        `rate_high` (95 % percentile interval, documents drawn with replacement: Efron 1979),
        `documents` (that have the term), `documents_all`. A group of one document has no interval.

    Raises:
        CorpusError: no term is given, or no document has the column or a date.
        PatternError: a term is no pattern.

    Example:
        >>> import summit_analysis as sa
        >>> sa.trend(sa.load(), "leaders")[["year", "count", "documents_all"]].values.tolist()
        [['2022', 19, 1]]
    """
    check_whole("resamples", resamples, least=1)
    wanted = texts_of("terms", terms)
    if not wanted:
        raise CorpusError("No term is given; name a word, a phrase or a pattern.")
    index = index_of(corpus, compounds)
    names, group_of = groups(corpus, by, beside=["term", *COLUMNS])
    if set(names) <= {NOT_KNOWN}:
        raise CorpusError(
            f"No document of {corpus.name!r} has a {by}: give dates in the metadata, or another "
            "column in by=."
        )
    # Documents by name, so that what is drawn does not depend on their order.
    order = np.argsort(corpus.doc_ids(np.arange(len(corpus))).to_numpy(dtype=object))
    tokens = np.diff(index.document_tokens)
    members = {name: order[group_of[order] == number] for number, name in enumerate(names)}
    weights = {name: _draws(len(places), resamples) for name, places in members.items()}
    rows, absent = [], []
    for term in wanted:
        firsts, _ = find(index, term)
        counts = np.bincount(
            index.document_of(index.sentence_of(firsts)), minlength=len(corpus)
        ).astype(np.int64)
        if not len(firsts):
            absent.append(f"{term!r} does not occur in this text.{similar_words(index, term)}")
        for name, places in members.items():
            rows.append((term, name, *_row(counts[places], tokens[places], weights[name])))
    frame = pd.DataFrame(rows, columns=["term", by, *COLUMNS])
    frame = frame.astype({"term": "str", by: "str"})
    notes = [
        f"Rates per {PER:,} tokens of each {by}. Intervals: 95 %, {resamples:,} draws of whole "
        "documents (fixed seed), since words of one text are not independent.",
        *absent,
        *_warnings(frame, by, len(wanted)),
        *check_english(corpus),
    ]
    return finish(frame, title=f"{', '.join(f'“{term}”' for term in wanted)} by {by}", notes=notes)


def _draws(documents: int, resamples: int) -> np.ndarray | None:
    return draw_documents(documents, resamples) if documents > 1 else None


def _row(counts: np.ndarray, tokens: np.ndarray, draws: np.ndarray | None) -> tuple[object, ...]:
    count, size = int(counts.sum()), int(tokens.sum())
    rate = count * PER / size if size else 0.0
    low = high = float("nan")
    if draws is not None and size:
        drawn = draws @ tokens
        rates = (draws @ counts)[drawn > 0] * PER / drawn[drawn > 0]
        low, high = (float(end[0]) for end in bounds(rates[:, None]))
    return count, size, rate, low, high, int((counts > 0).sum()), len(counts)


def _warnings(frame: pd.DataFrame, by: str, terms: int) -> list[str]:
    notes = []
    groups = frame.head(len(frame) // terms)
    alone = groups.loc[groups["documents_all"] == 1, by].tolist()
    if alone:
        notes.append(f"No interval for {', '.join(alone)}: one document says nothing of others.")
    few = groups[groups["documents_all"].between(2, FEW_DOCUMENTS - 1)]
    if len(few):
        notes.append(
            f"Intervals from fewer than {FEW_DOCUMENTS} documents are too narrow: "
            f"{', '.join(few[by])}."
        )
    if ((frame["count"] == 0) & (frame["rate_high"] == 0)).any():
        notes.append(
            "An interval of 0 to 0 says that no document of the group has the term: drawing them "
            "anew cannot show how often others would."
        )
    if (groups["tokens"] == 0).any():
        notes.append("A group without tokens has the rate 0.")
    years = [int(name) for name in groups[by] if name.isdigit()] if by == "year" else []
    gaps = sorted(set(range(min(years), max(years))) - set(years)) if years else []
    if gaps:
        notes.append(f"No documents in {', '.join(map(str, gaps))}.")
    if len(groups) == 1:
        notes.append(f"There is one {by} only, so no change to see.")
    return notes
