"""A formula through time: where it stands, and what its wording gained and lost."""

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np
import pandas as pd

from summit_analysis.across.dates import Order, dated_order
from summit_analysis.across.through_time.anchoring import Formula, Place, formula_of, places_of
from summit_analysis.across.through_time.extents import extents
from summit_analysis.across.through_time.successive_wordings import compared, series_of
from summit_analysis.across.two_texts.pairing import as_corpus
from summit_analysis.arguments import check_choice
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import evidence
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.frames import finish
from summit_analysis.plurals import counted, is_are
from summit_analysis.terms.language import check_english

Scope = Literal["passage", "sentence", "formula"]
SENTENCES_BEFORE, SENTENCES_AFTER = 1, 2


def history(
    corpus: Corpus,
    pattern: str,
    *,
    scope: Scope = "passage",
    by: str | Sequence[str] | None = "issuer",
    near: bool = True,
) -> pd.DataFrame:
    """Follow a formula through the documents of a series, in the order of their dates.

    A formula is anchored on its own words and on its object, the name in it (`the Taiwan Strait`)
    or, where it names none, the one that follows (`denuclearization of the Korean Peninsula`). So a
    word that a text uses of another object is no part of its history.

    Args:
        corpus: the documents of a series.
        pattern: the formula, as in `concordance`; names with their capitals.
        scope: whose words are compared: of the `"passage"` (the sentence, and the neighbours in
            its paragraph that speak of the object, where the pattern names one), of the
            `"sentence"`, or of the `"formula"` alone, with its object, the words set
            before it and those in which several documents go on.
        by: occurrences are compared with the one before of the same issuer, as far as the issuer
            is known; another metadata column, several, or `None` for the one before, whoever's.
        near: also find places that have the object and at least half of the formula's other
            words, so that a dropped or inserted word does not hide them. Patterns with `*` or
            `...` say themselves what may vary.

    Returns:
        One row an occurrence, by date, undated ones last: the evidence columns, `date`, `issuer`,
        `exact` (the pattern matches as given), `object`, `wording` (the text compared),
        `compared_with` (a `doc_id`, the latest of an earlier day or document; empty for the first),
        `before` (its wording), `added`, `removed`, `changed` (lists: words put in, words gone,
        `old → new`), `first_use` (content words, where no earlier occurrence has one of their
        family). "First" means: in this formula, in this corpus. Notes name the documents in which
        no match was found, and say where documents of one day stand in the order they were loaded.

    Raises:
        CorpusError: an empty corpus, an unknown scope or column.
        PatternError: the pattern cannot be read.

    Example:
        >>> import datetime
        >>> from summit_analysis.corpus import Document
        >>> texts = ["They want peace across the Lanner Strait.",
        ...          "They want lasting peace across the Lanner Strait."]
        >>> corpus = Corpus([Document(str(day), text, {"date": datetime.date(2031, 4, day)})
        ...                  for day, text in enumerate(texts, start=1)])
        >>> history(corpus, "peace across the Lanner Strait")["added"].tolist()
        [[], ['lasting']]
    """
    check_choice("scope", scope, get_args(Scope))
    language = check_english(as_corpus(corpus, "only"))
    order = dated_order(corpus)
    formula = formula_of(corpus, pattern)
    places = places_of(corpus, formula, near=near)
    frame = _occurrences(corpus, formula, places, order, scope)
    series = series_of(corpus, by)
    frame = compared(frame, [series[doc_id] for doc_id in frame["doc_id"]])
    notes = [*_notes(corpus, pattern, formula, frame, order), *language]
    return finish(frame, title=f"“{pattern}” through time", notes=notes)


def lacking(corpus: Corpus, pattern: str, *, near: bool = True) -> pd.DataFrame:
    """List the documents of a series in which no match for a formula was found.

    Args:
        corpus: the documents.
        pattern: the formula, as in `history`.
        near: as in `history`.

    Returns:
        One row a document, by date: `doc_id, date, issuer, title`. That a text lacks a formula
        does not say that the matter was not discussed.

    Raises:
        CorpusError: an empty corpus.
        PatternError: the pattern cannot be read.

    Example:
        >>> import summit_analysis as sa
        >>> lacking(sa.load(), "South Pacific")["doc_id"].tolist()
        ['japan-us-summit-video-teleconference-2022-01-21']
    """
    as_corpus(corpus, "only")
    order = dated_order(corpus)
    places = places_of(corpus, formula_of(corpus, pattern), near=near)
    index = corpus.index
    firsts = np.array([place.first for place in places], dtype=np.int64)
    there = set(index.document_of(index.sentence_of(firsts)).tolist())
    absent = [place for place in order.place.tolist() if place not in there]
    frame = _known(corpus, np.array(absent, dtype=np.int64), ("title",))
    missing = (
        f"No match found in {len(frame):,} of {counted(len(corpus), 'document')}, which does not "
        "say that the matter was not discussed."
    )
    return finish(
        frame,
        title=f"Documents without “{pattern}”",
        notes=[missing if absent else "A match was found in every document.", *order.notes],
    )


def _occurrences(
    corpus: Corpus, formula: Formula, places: list[Place], order: Order, scope: Scope
) -> pd.DataFrame:
    index = corpus.index
    firsts = np.array([place.first for place in places], dtype=np.int64)
    lasts = np.array([place.last for place in places], dtype=np.int64)
    frame = evidence(corpus, firsts, lasts)
    sentences = index.sentence_of(firsts)
    documents = index.document_of(sentences)
    frame = pd.concat([frame, _known(corpus, documents).drop(columns="doc_id")], axis=1)
    frame["exact"] = [place.exact for place in places]
    wordings, objects = [], []
    for place, extent, document, sentence in zip(
        places, extents(corpus, places), documents.tolist(), sentences.tolist(), strict=True
    ):
        text = corpus.documents[document].text
        if scope == "formula":
            start, end = index.starts[extent[0]], index.ends[extent[1]]
        else:
            start, end = _around(corpus, formula, sentence, wide=scope == "passage")
        wordings.append(" ".join(text[start:end].split()))
        named = place.object_first >= 0
        objects.append(
            text[index.starts[place.object_first] : index.ends[place.object_last]] if named else ""
        )
    frame["object"] = pd.Series(objects, dtype="str")
    frame["wording"] = pd.Series(wordings, dtype="str")
    rank = np.empty(len(corpus), dtype=np.int64)
    rank[order.place] = np.arange(len(corpus))
    by_date = np.argsort(rank[documents], kind="stable")
    return frame.iloc[by_date].reset_index(drop=True)


def _around(corpus: Corpus, formula: Formula, sentence: int, *, wide: bool) -> tuple[int, int]:
    """Find the characters of a sentence, or of the passage on the object that it is part of."""
    index = corpus.index
    first = last = sentence
    if wide and formula.object_words:
        names = {part for word in formula.object_words for part in word.split("-")}
        while first > sentence - SENTENCES_BEFORE and _goes_on(index, first - 1, first, names):
            first -= 1
        while last < sentence + SENTENCES_AFTER and _goes_on(index, last + 1, last, names):
            last += 1
    return int(index.sentence_starts[first]), int(index.sentence_ends[last])


def _goes_on(index: TokenIndex, sentence: int, beside: int, names: set[str]) -> bool:
    """Say whether a sentence stands in the same paragraph and speaks of the object too."""
    if not 0 <= sentence < len(index.sentence_starts):
        return False
    documents = index.document_of(np.array([sentence, beside]))
    paragraphs = index.sentence_paragraphs[[sentence, beside]]
    if documents[0] != documents[1] or paragraphs[0] != paragraphs[1]:
        return False
    tokens = slice(*index.sentence_tokens[sentence : sentence + 2].tolist())
    words = (index.vocabulary[i] for i in index.ids[tokens].tolist())
    return any(part in names for word in words for part in word.split("-"))


def _known(corpus: Corpus, places: np.ndarray, more: Sequence[str] = ()) -> pd.DataFrame:
    documents = [corpus.documents[place] for place in places.tolist()]
    columns = {
        name: pd.Series([str(d.metadata.get(name, "")) for d in documents], dtype="str")
        for name in ("issuer", *more)
    }
    dates = pd.to_datetime(pd.Series([d.metadata.get("date") for d in documents], dtype=object))
    return pd.DataFrame({"doc_id": corpus.doc_ids(places), "date": dates, **columns})


def _notes(
    corpus: Corpus, pattern: str, formula: Formula, frame: pd.DataFrame, order: Order
) -> list[str]:
    if frame.empty:
        words = sorted({w for w in formula.own_words | set(formula.object_words)})
        there = [word for word in words if word in set(corpus.index.vocabulary)]
        hint = f" Of its words these do occur: {', '.join(there)}." if there else ""
        return [f"No match found in this text for {pattern!r}.{hint}", *order.notes]
    present = set(frame["doc_id"])
    absent = [d.doc_id for d in corpus if d.doc_id not in present]
    notes = [
        f"{counted(len(frame), 'occurrence')} in {len(present):,} of "
        f"{counted(len(corpus), 'document')}. “First” and “new” mean: in this "
        "formula, in this corpus."
    ]
    if not frame["exact"].all():
        near = int((~frame["exact"]).sum())
        notes.append(f"{near:,} of them {is_are(near)} near the pattern, not exact.")
    if absent:
        which = ": " + ", ".join(absent) if len(absent) <= 5 else "; lacking() lists them"
        notes.append(f"No match found in {counted(len(absent), 'document')}{which}.")
    if not frame["compared_with"].any():
        notes.append("There is no earlier occurrence to compare with.")
    return [*notes, *_one_day(frame), *order.notes]


def _one_day(frame: pd.DataFrame) -> list[str]:
    """Say where what is first, or before, goes by the order of the files and not by time."""
    day_of = dict(zip(frame["doc_id"], frame["date"], strict=True))
    dated = frame.dropna(subset=["date"]).drop_duplicates("doc_id")
    texts = dated.groupby("date")["doc_id"].agg(list)
    decided = {
        row["date"]
        for row in frame.to_dict("records")
        if row["first_use"] or day_of.get(row["compared_with"]) == row["date"]
    }
    shared = [", ".join(ids) for day, ids in texts.items() if len(ids) > 1 and day in decided]
    if not shared:
        return []
    more = f"; and {counted(len(shared) - 3, 'more day')}" if len(shared) > 3 else ""
    return [
        "Documents of one day are in the order in which they were loaded, which does not say which "
        f"was first: {'; '.join(shared[:3])}{more}."
    ]
