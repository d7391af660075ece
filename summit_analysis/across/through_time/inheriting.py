"""What a text takes word for word from earlier ones, where, and from whom; and what is new."""

from typing import Literal, NamedTuple, get_args

import numpy as np
import pandas as pd

from summit_analysis.across.dates import dated_order
from summit_analysis.across.numbering import Words, common_words, number_phrases
from summit_analysis.across.two_texts.pairing import as_corpus
from summit_analysis.across.two_texts.sharing import SHORTEST_RUN
from summit_analysis.arguments import check_choice, check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import evidence
from summit_analysis.frames import finish

# The day of a document without a date: after all others, so that it lends to none.
NEVER = np.iinfo(np.int64).max
Unit = Literal["document", "sentence", "run"]


class Runs(NamedTuple):
    """Inherited runs: first tokens, lengths, and the first tokens at two of their sources."""

    firsts: np.ndarray
    lengths: np.ndarray
    latest: np.ndarray
    earliest: np.ndarray


def inherited(
    corpus: Corpus, *, unit: Unit = "document", min_words: int = SHORTEST_RUN
) -> pd.DataFrame:
    """Measure how much of each document stands word for word in an earlier one.

    Documents are taken in the order of their dates; one of the same day is not earlier, and one
    without a date neither inherits nor lends. A run of words is the longest that a single earlier
    document has, within a sentence; case and punctuation do not count.

    Args:
        corpus: the documents of a series.
        unit: what a row is: a `"document"`, a `"sentence"`, or a `"run"` of inherited words.
        min_words: the fewest words of a run, from 2.

    Returns:
        By document, in the order of dates: `doc_id, date, issuer, tokens, inherited` (tokens in
        runs), `share` (of its tokens), `new_sentences` (without an inherited run), `sources` (how
        many earlier documents its runs are nearest to), `main_source` (the one of most words).

        By sentence, in the same order: the evidence columns (the match is the sentence), `words`,
        `inherited`, `share`; `share` 0 is what is new.

        By run: the evidence columns, `words`, `source_doc_id, source_start, source_end,
        source_date, source_issuer` of the latest earlier document that has the whole run, and
        `first_doc_id, first_date` of the earliest.

    Raises:
        CorpusError: no words at all, an unknown unit, or `min_words` under 2.

    Example:
        >>> import datetime
        >>> from summit_analysis.corpus import Document
        >>> text = "They will keep the Strait open to the traffic of all nations."
        >>> days = [datetime.date(2031, 4, day) for day in (1, 2)]
        >>> corpus = Corpus([Document(str(day), text, {"date": day}) for day in days])
        >>> inherited(corpus)["share"].tolist()
        [0.0, 1.0]
    """
    check_choice("unit", unit, get_args(Unit))
    check_whole("min_words", min_words, least=2)
    as_corpus(corpus, "only")
    order = dated_order(corpus)
    words = common_words(corpus.index)
    runs = _find(corpus, words, order.day, min_words)
    if unit == "run":
        frame = _by_run(corpus, runs, order.place)
    elif unit == "sentence":
        frame = _by_sentence(corpus, runs, order.place)
    else:
        frame = _by_document(corpus, runs, order.place)
    notes = [
        f"Runs of {min_words} words or more that an earlier document of this corpus has, within a "
        "sentence. What was published elsewhere before is not known here."
    ]
    if len(corpus) == 1:
        notes.append("One document: there is no earlier one to inherit from.")
    notes += order.notes
    if frame.empty:
        notes.append("No match found in this text for wording of an earlier one.")
    frame = finish(frame, title=f"Wording from earlier documents, by {unit}", notes=notes)
    frame.attrs["min_words"] = min_words
    return frame


def _find(corpus: Corpus, words: Words, day: np.ndarray, n: int) -> Runs:
    """Go through the texts and take, at each place, the longest run an earlier document has."""
    index = corpus.index
    starts, phrase = number_phrases(words, n)
    document = np.repeat(np.arange(len(corpus)), np.diff(index.document_tokens))
    phrase_at = np.full(len(words.ids) + 1, -1, dtype=np.int64)
    phrase_at[starts] = phrase
    day = np.where(day < 0, NEVER, day)
    day_at = day[document[starts]] if len(starts) else np.zeros(0, dtype=np.int64)
    # Places of each phrase, by day: those before a given day are then a slice.
    by_phrase = np.lexsort((starts, day_at, phrase))
    bounds = np.searchsorted(phrase[by_phrase], np.arange(int(phrase.max(initial=-1)) + 2))
    places, days = starts[by_phrase], day_at[by_phrase]
    first_day = days[bounds[:-1]] if len(places) else days
    inherits = np.zeros(len(words.ids) + 1, dtype=bool)
    inherits[starts] = (first_day[phrase] < day_at) & (day_at < NEVER)
    found: list[tuple[int, int, int, int]] = []
    done = 0
    for start in np.flatnonzero(inherits).tolist():
        if start + n <= done:
            continue
        number = phrase_at[start]
        low, high = bounds[number], bounds[number + 1]
        before = int(np.searchsorted(days[low:high], day[document[start]]))
        earlier = places[low : low + before]
        length = n
        while len(earlier):
            following = phrase_at[start + length - n + 1]
            longer = earlier[phrase_at[earlier + length - n + 1] == following]
            if following < 0 or not len(longer):
                break
            earlier, length = longer, length + 1
        found.append((start, length, int(earlier[-1]), int(earlier[0])))
        done = start + length
    columns = np.array(found, dtype=np.int64).reshape(-1, 4)
    return Runs(*columns.T)


def _covered(corpus: Corpus, runs: Runs) -> np.ndarray:
    """Say of each token whether an inherited run holds it."""
    change = np.zeros(len(corpus.index.ids) + 1, dtype=np.int64)
    np.add.at(change, runs.firsts, 1)
    np.add.at(change, runs.firsts + runs.lengths, -1)
    return np.cumsum(change)[:-1] > 0


def _documents_of(corpus: Corpus, tokens: np.ndarray) -> np.ndarray:
    index = corpus.index
    return index.document_of(index.sentence_of(tokens))


def _by_document(corpus: Corpus, runs: Runs, order: np.ndarray) -> pd.DataFrame:
    index = corpus.index
    covered = np.concatenate(([0], np.cumsum(_covered(corpus, runs))))
    tokens = np.diff(index.document_tokens)
    inside = np.diff(covered[index.document_tokens])
    fresh = np.diff(covered[index.sentence_tokens]) == 0
    fresh_before = np.concatenate(([0], np.cumsum(fresh)))
    new = np.diff(fresh_before[index.document_sentences])
    sources: list[dict[int, int]] = [{} for _ in corpus]
    borrowers = _documents_of(corpus, runs.firsts).tolist()
    lenders = _documents_of(corpus, runs.latest).tolist()
    for borrower, lender, length in zip(borrowers, lenders, runs.lengths.tolist(), strict=True):
        sources[borrower][lender] = sources[borrower].get(lender, 0) + length
    main = [
        corpus.documents[max(found, key=lambda place: (found[place], place))].doc_id
        if found
        else ""
        for found in sources
    ]
    frame = pd.DataFrame(
        {
            "doc_id": corpus.doc_ids(np.arange(len(corpus))),
            "date": pd.to_datetime(pd.Series([d.metadata.get("date") for d in corpus])),
            "issuer": pd.Series([str(d.metadata.get("issuer", "")) for d in corpus], dtype="str"),
            "tokens": tokens,
            "inherited": inside,
            "share": inside / np.maximum(tokens, 1),
            "new_sentences": new,
            "sources": [len(found) for found in sources],
            "main_source": pd.Series(main, dtype="str"),
        }
    )
    return frame.iloc[order]


def _by_sentence(corpus: Corpus, runs: Runs, order: np.ndarray) -> pd.DataFrame:
    index = corpus.index
    covered = np.concatenate(([0], np.cumsum(_covered(corpus, runs))))
    lengths = np.diff(index.sentence_tokens)
    frame = corpus.sentences.rename(columns={"text": "match"}).drop(columns="paragraph")
    frame["quote"] = frame["match"]
    frame["words"] = lengths
    frame["inherited"] = np.diff(covered[index.sentence_tokens])
    frame["share"] = frame["inherited"] / np.maximum(lengths, 1)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    of_document = rank[index.document_of(np.arange(len(lengths)))]
    return frame.iloc[np.argsort(of_document, kind="stable")]


def _by_run(corpus: Corpus, runs: Runs, order: np.ndarray) -> pd.DataFrame:
    index = corpus.index
    frame = evidence(corpus, runs.firsts, runs.firsts + runs.lengths - 1)
    frame["words"] = runs.lengths
    latest = _documents_of(corpus, runs.latest)
    earliest = _documents_of(corpus, runs.earliest)
    dates = pd.to_datetime(pd.Series([d.metadata.get("date") for d in corpus])).to_numpy()
    issuers = np.array([str(d.metadata.get("issuer", "")) for d in corpus], dtype=object)
    frame["source_doc_id"] = corpus.doc_ids(latest)
    frame["source_start"] = index.starts[runs.latest]
    frame["source_end"] = index.ends[runs.latest + runs.lengths - 1]
    frame["source_date"] = dates[latest]
    frame["source_issuer"] = pd.Series(issuers[latest], dtype="str")
    frame["first_doc_id"] = corpus.doc_ids(earliest)
    frame["first_date"] = dates[earliest]
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return frame.iloc[np.argsort(rank[_documents_of(corpus, runs.firsts)], kind="stable")]
