"""The document-level p of a comparison of two corpora, and what to say about it."""

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.plurals import counted, is_are
from summit_analysis.terms.counting import TermCounts
from summit_analysis.terms.pairing import Pair, Side, by_document
from summit_analysis.terms.permutations import AFFORDABLE, SAMPLED, document_p_values, shuffles
from summit_analysis.terms.selection import only


def document_p(
    target: Corpus,
    reference: Corpus,
    both: Pair,
    kept: np.ndarray,
    *,
    permutations: int | None = None,
) -> tuple[np.ndarray | None, list[str]]:
    """Shuffle documents between the sides, where both have several.

    Args:
        target, reference: the corpora.
        both: their counts.
        kept: the places of the terms asked about.
        permutations: how many shuffles to draw if not all are tried; 0 for none at all.

    Returns:
        p per term, or None where it cannot or should not be computed, and the notes that say so.
    """
    notes = _shared(target, reference)
    sizes = (_filled(both.target), _filled(both.reference))
    if min(sizes) < 2:
        side = "each side" if max(sizes) == 1 else "one side"
        notes.append(
            f"With one document on {side}, p is descriptive: words of one text are not "
            "independent, and nothing can be said about other texts."
        )
        return None, notes
    warning = "p takes tokens as independent, which words of one text are not, so it is too small"
    if permutations == 0:
        return None, [*notes, f"{warning}."]
    sampled = permutations or SAMPLED
    if permutations is None and sum(sizes) * len(kept) * sampled > AFFORDABLE:
        notes.append(
            f"{warning}; shuffling {sum(sizes):,} documents would take long and was left out "
            f"(permutations={SAMPLED} computes it)."
        )
        return None, notes
    ways, exact = shuffles(*sizes, sampled=sampled)
    first, second = (
        _in_order(corpus, side, only(by_document(both, side), kept))
        for corpus, side in ((target, both.target), (reference, both.reference))
    )
    p = document_p_values(first[0], second[0], first[1], second[1], ways)
    # Swapping equal sides is another way to the same distance.
    least = (2 if exact and sizes[0] == sizes[1] else 1) / len(ways)
    how = f"all {len(ways):,} ways" if exact else f"{len(ways) - 1:,} random ways (fixed seed)"
    notes.append(
        f"{warning}; p_documents compares the documents' mean rates over {how} of dividing "
        f"{sum(sizes)} documents into {sizes[0]} and {sizes[1]}. It is not adjusted, and cannot "
        f"be under {least:.2g}."
    )
    return p, notes


def _filled(side: Side) -> int:
    return 0 if side.sizes is None else int(np.count_nonzero(side.sizes))


def _in_order(corpus: Corpus, side: Side, counts: TermCounts) -> tuple[TermCounts, np.ndarray]:
    """Order a side's documents by name, so that the shuffles do not depend on theirs."""
    assert side.sizes is not None
    names = np.array([document.doc_id for document in corpus], dtype=object)
    order = np.array([place for place in np.argsort(names) if side.sizes[place]], dtype=np.int64)
    rank = np.full(len(names), -1, dtype=np.int64)
    rank[order] = np.arange(len(order))
    renumbered = TermCounts(counts.ids, counts.term, rank[counts.document], counts.count)
    return renumbered, side.sizes[order]


def _shared(target: Corpus, reference: Corpus) -> list[str]:
    """Say where the sides are not two separate samples."""
    theirs = {document.doc_id: document.text for document in reference}
    both = [document.doc_id for document in target if theirs.get(document.doc_id) == document.text]
    if not both:
        return []
    own, other = target.index, reference.index
    same = sum(
        len(_sentences(target, own, doc_id) & _sentences(reference, other, doc_id))
        for doc_id in both
    )
    if same:
        return [
            f"The sides overlap: {counted(same, 'sentence')} {is_are(same)} on both, which hides "
            "differences. Compare with the rest instead."
        ]
    parts = "one document" if len(both) == 1 else f"the same {len(both):,} documents"
    return [f"The sides are parts of {parts}, so not independent."]


def _sentences(corpus: Corpus, index: TokenIndex, doc_id: str) -> set[int]:
    place = corpus.place(doc_id)
    first, last = index.document_sentences[place : place + 2]
    return set(index.sentence_numbers[first:last].tolist())
