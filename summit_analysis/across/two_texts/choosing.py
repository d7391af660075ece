"""What to compare in a corpus one does not know: two accounts, or the next best thing."""

from itertools import combinations
from typing import NamedTuple

import numpy as np

from summit_analysis.across.dates import dated_order
from summit_analysis.across.two_texts.pairing import as_corpus, pairs
from summit_analysis.corpus import Corpus, sides
from summit_analysis.corpus.grouping import NOT_KNOWN, labels
from summit_analysis.errors import CorpusError
from summit_analysis.plurals import number_of

MOST_ISSUERS = 12


class Accounts(NamedTuple):
    """Two sides to compare.

    Attributes:
        a, b: the documents of either side, paired in order.
        how: a sentence that says how they were chosen.
        names: what to call the sides.
    """

    a: Corpus
    b: Corpus
    how: str
    names: tuple[str, str]


def find_accounts(corpus: Corpus) -> Accounts:
    """Find two accounts of the same meetings in a corpus.

    Args:
        corpus: the documents.

    Returns:
        The documents of the two issuers that have most meetings in common, as `pairs` matches
        them; `how` they were chosen; and the `names` of the sides. Where there are no such
        issuers, the two latest documents, or two halves of the only one; `how` then says what is
        missing.

    Raises:
        CorpusError: the corpus has no words, or one sentence only.

    Example:
        >>> import summit_analysis as sa
        >>> a, b, how, names = find_accounts(sa.load(sa.bundled("data", "examples", "series")))
        >>> len(a), len(b), how
        (6, 6, 'Accounts by Keldrava and by Sorrelay of 6 meetings.')
    """
    as_corpus(corpus, "only")
    best = _two_issuers(corpus)
    if best is not None:
        return best
    if len(corpus) == 1:
        first, second = sides(corpus)
        return Accounts(
            first,
            second,
            "The corpus has one document, and no second account of its meeting to compare it with: "
            "its two halves stand in for two accounts, to show the method.",
            ("the first half", "the second half"),
        )
    order = dated_order(corpus).place.tolist()
    # The latest two with a date; without dates, the last two as loaded.
    dated = [place for place in order if corpus.documents[place].metadata.get("date")]
    chosen = (dated if len(dated) > 1 else order)[-2:]
    first, second = (_only(corpus, [place]) for place in chosen)
    if len(corpus) == 2:
        how = "The two documents of the corpus are compared."
    else:
        how = (
            "No two accounts of one meeting were found (two issuers, the same date and parties): "
            "the two latest documents are compared instead."
        )
    names = ("the first text", "the second text")
    if (
        len(dated) > 1
        and first.documents[0].metadata["date"] < second.documents[0].metadata["date"]
    ):
        names = ("the earlier text", "the later text")
    return Accounts(first, second, how, names)


def _two_issuers(corpus: Corpus) -> Accounts | None:
    if not any(document.metadata.get("issuer") for document in corpus):
        return None
    issuers = np.array(labels(corpus, "issuer"), dtype=object)
    names, counts = np.unique(issuers[issuers != NOT_KNOWN], return_counts=True)
    leading = sorted(names[np.argsort(-counts, kind="stable")][:MOST_ISSUERS].tolist())
    groups = {name: _only(corpus, np.flatnonzero(issuers == name).tolist()) for name in leading}
    best: tuple[int, str, str] | None = None
    for one, other in combinations(leading, 2):
        met = pairs(groups[one], groups[other])
        # Of equal numbers the accounts by one party each are more telling than a joint text.
        if len(met) and met["days"].notna().all() and (best is None or len(met) > best[0]):
            best = (len(met), one, other)
    if best is None:
        return None
    number, one, other = best
    met = pairs(groups[one], groups[other])
    a, b = (
        groups[name].where(doc_id=set(met[column]))
        for name, column in ((one, "doc_id"), (other, "doc_id_b"))
    )
    how = f"Accounts by {one} and by {other} of {number_of(number, 'meeting')}."
    return Accounts(a, b, how, (one, other))


def _only(corpus: Corpus, places: list[int]) -> Corpus:
    ids = [corpus.documents[place].doc_id for place in places]
    if not ids:
        raise CorpusError("No document to compare.")
    return corpus.where(doc_id=ids)
