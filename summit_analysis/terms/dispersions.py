"""Dispersion: whether a term is spread evenly over the parts of a corpus, or clumps."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import groups
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.plurals import counted
from summit_analysis.terms.counting import TermCounts
from summit_analysis.terms.dispersion_measures import (
    deviation_of_proportions,
    divergence_dispersion,
    juilland_d,
    normalised_deviation,
)
from summit_analysis.terms.frequencies import PER
from summit_analysis.terms.language import check_english
from summit_analysis.terms.selection import count_selected
from summit_analysis.terms.spelling import term_texts

SLICES = 10


def dispersion(
    corpus: Corpus,
    *,
    n: int = 1,
    parts: int | str | None = None,
    stopwords: str | Iterable[str] | None = None,
    min_count: int = 1,
    compounds: Compounds = "keep",
) -> pd.DataFrame:
    """Measure how evenly each term is spread over the parts of a corpus.

    Args:
        corpus: the documents.
        n: how many words a term has; phrases do not cross a sentence's end.
        parts: a metadata column or `decade`, `year`, `quarter`, `month`, `doc_id`, whose values
            are the parts; or a number of slices of about equal length, cut between sentences
            through the documents in their order. By default the documents, and 10 slices of a
            single one.
        stopwords: `"english"`, or words of one's own; terms that begin or end with one are left
            out.
        min_count: the least count a term needs; spread says little about a rare term.
        compounds: `"split"` counts the parts of hyphenated compounds instead of the whole.

    Returns:
        One row a term, commonest first, ties in alphabetical order: `term`, `count`, `rate` (per
        1,000 tokens), `range` (in how many parts it occurs), `dp` (Gries 2008), `dp_norm`
        (Lijffijt & Gries 2012), `dkl` (Gries 2021), all 0 when even and near 1 when clumped, and
        `juilland_d`, which is 1 when even.

    Raises:
        CorpusError: there is only one part, or no document has the column.

    Example:
        >>> import summit_analysis as sa
        >>> spread = sa.dispersion(sa.load(), stopwords="english", min_count=5)
        >>> spread[["term", "count", "range"]].values.tolist()[0]
        ['leaders', 19, 9]
    """
    index = index_of(corpus, compounds)
    index, part_of, names, what = _parts(corpus, index, parts)
    sizes = np.bincount(part_of, weights=np.diff(index.document_tokens), minlength=len(names))
    by_document, dropped = count_selected(index, n=n, stopwords=stopwords, min_count=min_count)
    counts = _by_part(by_document, part_of, len(names))
    totals = counts.totals()
    frame = pd.DataFrame(
        {
            "term": pd.Series(term_texts(index, counts.ids), dtype="str"),
            "count": totals,
            "rate": totals * PER / sizes.sum(),
            "range": counts.documents(),
            "dp": deviation_of_proportions(counts, sizes),
            "dp_norm": normalised_deviation(counts, sizes),
            "dkl": divergence_dispersion(counts, sizes),
            "juilland_d": juilland_d(counts, sizes),
        }
    )
    notes = [
        f"Parts: {what}; {counted(int(sizes.sum()), 'token')}.",
        "range counts the parts a term stands in. dp, dp_norm and dkl (1 - exp(-KL), KL in nats) "
        "are 0 when a term is even and near 1 when it clumps; juilland_d runs the other way. A "
        "term with fewer occurrences than there are parts cannot be even.",
        *dropped,
        *check_english(corpus),
    ]
    frame = finish(
        frame,
        title="Spread of words" if n == 1 else f"Spread of phrases of {n} words",
        notes=notes,
        order=["count", "term"],
        descending=["count"],
    )
    frame.attrs["parts"] = len(sizes)
    return frame


def slices(index: TokenIndex, number: int) -> TokenIndex:
    """Cut an index into so many parts of about equal length, between sentences.

    Returns:
        The index with the parts as its documents: fewer where there are too few sentences.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> index = Corpus([Document("a", "We met. We spoke. We left. We wrote.")]).index
        >>> slices(index, 2).document_tokens.tolist()
        [0, 4, 8]
    """
    wanted = np.arange(number + 1) * len(index.ids) / number
    after = np.clip(np.searchsorted(index.sentence_tokens, wanted), 1, None)
    ends = index.sentence_tokens
    before = after - 1
    nearer = np.where(wanted - ends[before] < ends[after] - wanted, before, after)
    cuts = np.unique(nearer)
    return replace(index, document_sentences=cuts[np.diff(ends[cuts], prepend=-1) > 0])


def _parts(
    corpus: Corpus, index: TokenIndex, parts: int | str | None
) -> tuple[TokenIndex, np.ndarray, list[str], str]:
    """Find the part of each document (or slice), leaving out parts without a token."""
    if parts is None:
        parts = "doc_id" if len(corpus) > 1 else SLICES
    if isinstance(parts, str):
        names, part_of = groups(corpus, parts)
        sizes = np.bincount(part_of, weights=np.diff(index.document_tokens), minlength=len(names))
        full = np.flatnonzero(sizes)
        # A document without tokens has no counts, so its part does not matter.
        part_of = np.searchsorted(full, part_of).clip(max=max(len(full) - 1, 0))
        names = [names[place] for place in full]
        kind = "documents" if parts == "doc_id" else f"values of {parts}"
        what = f"{len(names):,} {kind}"
    else:
        check_whole("parts", parts, least=1)
        index = slices(index, parts) if len(index.ids) else index
        part_of = np.arange(len(index.document_sentences) - 1)
        names = [str(place) for place in part_of]
        what = f"{len(names):,} slices of about equal length, cut between sentences"
        if len(corpus) > 1:
            what += ", through the documents in their order"
    if len(names) < 2:
        raise CorpusError(
            f"Dispersion needs two parts or more with words in them; parts={parts!r} makes "
            f"{len(names)} of {corpus.name!r}. Give a number of slices, or a column that tells "
            "the documents apart."
        )
    return index, part_of, names, what


def _by_part(counts: TermCounts, part_of: np.ndarray, size: int) -> TermCounts:
    """Sum the counts of documents over parts."""
    cells = counts.term.astype(np.int64) * size + part_of[counts.document]
    found, place = np.unique(cells, return_inverse=True)
    count = np.bincount(place, weights=counts.count, minlength=len(found)).astype(np.int64)
    return TermCounts(counts.ids, found // size, found % size, count)
