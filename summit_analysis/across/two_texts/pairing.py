"""Two sides of a comparison: documents of two issuers matched by date and parties."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus, Document
from summit_analysis.corpus.token_views import index_of
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.plurals import counted

Side = Document | Corpus
COLUMNS = ["doc_id", "doc_id_b", "date", "date_b", "days", "parties_shared"]


def pairs(a: Side, b: Side, *, days: int = 1) -> pd.DataFrame:
    """Match the documents of two sides that speak of one meeting, by date and parties.

    Every function of two accounts compares by these pairs: two documents with each other, whatever
    their dates; the documents of two corpora pair by pair. Each document has one partner at most:
    the nearest in date, then the one with the most parties in common, then the one of the same
    kind, then the first.

    Args:
        a: a document, or a corpus of one side's documents.
        b: the same for the other side.
        days: how far apart the dates of two accounts may be; one day, because a meeting late in
            one capital is the next day's in another.

    Returns:
        One row a pair, in the order of `a`: `doc_id` (of `a`), `doc_id_b`, `date`, `date_b`,
        `days` (apart; missing where a date is not known), `parties_shared` (how many parties both
        name; missing where those of either are not known). Notes name the documents without a
        partner. Documents whose parties are both known are paired only if they share two (or all
        that there are).

    Raises:
        CorpusError: a side has no sentence.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> day = datetime.date(2031, 4, 12)
        >>> a = Corpus([Document("a1", "We met.", {"date": day}), Document("a2", "We left.")])
        >>> pairs(a, Corpus([Document("b1", "They met.", {"date": day})]))["doc_id"].tolist()
        ['a1']
    """
    first, second = as_corpus(a, "first"), as_corpus(b, "second")
    found = _chosen(first, second, days)
    rows = [_row(first.documents[i], second.documents[j]) for i, j in found]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    for column in ("date", "date_b"):
        frame[column] = pd.to_datetime(frame[column])
    for column in ("days", "parties_shared"):
        frame[column] = frame[column].astype("Int64")
    notes = [_how(first, second, days)]
    for corpus, side in ((first, 0), (second, 1)):
        partnered = {pair[side] for pair in found}
        alone = [d.doc_id for place, d in enumerate(corpus) if place not in partnered]
        if alone:
            more = f" and {len(alone) - 5} more" if len(alone) > 5 else ""
            notes.append(f"Without a partner on the other side: {', '.join(alone[:5])}{more}.")
    return finish(frame, title="Documents compared", notes=notes)


def as_corpus(side: Side, which: str) -> Corpus:
    """Return a side as a corpus.

    Raises:
        CorpusError: it is neither document nor corpus, or has no sentence to compare.
    """
    corpus = Corpus([side], name=side.doc_id) if isinstance(side, Document) else side
    if not len(index_of(corpus, name=f"The {which} side").ids):
        raise CorpusError(
            f"The {which} side of the comparison is empty: {corpus!r} has no words. "
            "Check the condition that chose it."
        )
    return corpus


def paired(a: Side, b: Side, *, days: int = 1) -> Iterator[tuple[Corpus, Corpus]]:
    """Yield each pair as two corpora of one document.

    Raises:
        CorpusError: a side is empty, or no two documents belong together.
    """
    first, second = as_corpus(a, "first"), as_corpus(b, "second")
    found = _chosen(first, second, days)
    if not found:
        raise CorpusError(
            f"No document of {first.name!r} has a partner in {second.name!r} within "
            f"{counted(days, 'day')} and with the same parties, so that there is nothing to "
            "compare. Look at pairs(a, b), allow more days=, or give two documents."
        )
    for i, j in found:
        yield one_document(first, i), one_document(second, j)


def one_document(corpus: Corpus, place: int) -> Corpus:
    """Cut one document out of a corpus and its index, without tokenising again."""
    index = corpus.index
    begin, end = (int(n) for n in index.document_sentences[place : place + 2])
    first, last = (int(n) for n in (index.sentence_tokens[begin], index.sentence_tokens[end]))
    cut = replace(
        index,
        ids=index.ids[first:last],
        starts=index.starts[first:last],
        lengths=index.lengths[first:last],
        sentence_tokens=index.sentence_tokens[begin : end + 1] - first,
        sentence_starts=index.sentence_starts[begin:end],
        sentence_ends=index.sentence_ends[begin:end],
        sentence_numbers=index.sentence_numbers[begin:end],
        sentence_paragraphs=index.sentence_paragraphs[begin:end],
        document_sentences=np.array([0, end - begin]),
    )
    return Corpus([corpus.documents[place]], name=corpus.documents[place].doc_id, index=cut)


def parties_of(document: Document) -> frozenset[str]:
    """Return the parties a document's metadata name, folded."""
    given = str(document.metadata.get("parties") or "")
    return frozenset(part.strip().casefold() for part in given.split(";") if part.strip())


def same_text(a: Side, b: Side) -> bool:
    """Say whether both sides are the same words, so that a comparison says nothing."""
    if isinstance(a, Document) and isinstance(b, Document):
        return a.text == b.text
    first, second = as_corpus(a, "first"), as_corpus(b, "second")
    texts = [[document.text for document in side] for side in (first, second)]
    # Two parts of one document have its text in common, and not their sentences.
    starts = [side.index.sentence_starts for side in (first, second)]
    return texts[0] == texts[1] and np.array_equal(starts[0], starts[1])


def _chosen(a: Corpus, b: Corpus, days: int) -> list[tuple[int, int]]:
    if len(a) == 1 and len(b) == 1:
        return [(0, 0)]
    candidates = []
    by_date: dict[datetime.date, list[int]] = {}
    for j, document in enumerate(b):
        if date := document.metadata.get("date"):
            by_date.setdefault(date, []).append(j)
    for i, document in enumerate(a):
        date = document.metadata.get("date")
        if not date:
            continue
        for shift in range(-days, days + 1):
            for j in by_date.get(date + datetime.timedelta(days=shift), ()):
                shared = _shared(document, b.documents[j])
                if shared is not None:
                    kind = document.metadata.get("kind") != b.documents[j].metadata.get("kind")
                    candidates.append((abs(shift), -shared, kind, i, j))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for *_, i, j in sorted(candidates):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            found.append((i, j))
    return sorted(found)


def _shared(a: Document, b: Document) -> int | None:
    """Count the parties two documents share; `None` when they are not of one meeting."""
    if a.doc_id == b.doc_id and a.text == b.text:
        return None
    ours, theirs = parties_of(a), parties_of(b)
    if not ours or not theirs:
        return 0
    shared = len(ours & theirs)
    return shared if shared >= min(2, len(ours), len(theirs)) else None


def _row(a: Document, b: Document) -> dict[str, object]:
    ours, theirs = (document.metadata.get("date") for document in (a, b))
    parties = parties_of(a), parties_of(b)
    return {
        "doc_id": a.doc_id,
        "doc_id_b": b.doc_id,
        "date": ours,
        "date_b": theirs,
        "days": abs((ours - theirs).days) if ours and theirs else None,
        "parties_shared": len(parties[0] & parties[1]) if all(parties) else None,
    }


def _how(a: Corpus, b: Corpus, days: int) -> str:
    if len(a) == 1 and len(b) == 1:
        return "Two documents, compared with each other."
    return f"Documents paired by date (up to {counted(days, 'day')} apart) and parties."
