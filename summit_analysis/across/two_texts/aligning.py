"""Sentences of two accounts that speak of one matter, by the rare words they share."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from summit_analysis.across.two_texts.pairing import Side, as_corpus, paired, same_text
from summit_analysis.across.two_texts.weighing import WeightedSentences
from summit_analysis.corpus import Corpus
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.terms.language import check_english
from summit_analysis.topics.headings import title_sentences, titles_note

Similarity = Callable[[Sequence[str], Sequence[str]], "np.ndarray"]

LEAST_SCORE = 0.15
# A sentence that has a better match elsewhere needs more, and not much less than the better one.
LEAST_SECOND_SCORE = 0.25
LEAST_SECOND_PART = 0.5


def align(
    a: Side,
    b: Side,
    *,
    similarity: Similarity | None = None,
    min_score: float = LEAST_SCORE,
    days: int = 1,
) -> pd.DataFrame:
    """Match the sentences of two accounts of one meeting.

    The score is the cosine of the sentences' words, stemmed and without function words, each
    weighted by its rarity in the two texts together, log(1 + sentences / sentences that have it).
    A sentence is matched with its best counterpart, and with every sentence whose best counterpart
    it is, so that one may answer to several. A title that stands at the head of its text is not
    matched.

    Args:
        a: a document, or a corpus whose documents are matched with those of `b` as `pairs` does.
        b: the other side.
        similarity: instead of the lexical score, a function of two lists of sentences that returns
            an array, sentences of `a` × sentences of `b`, from 0 to 1; an embedding model, say.
        min_score: the least score of a pair.
        days: how far apart the dates of two accounts may be, where corpora are matched.

    Returns:
        One row a pair of sentences, in the order of `a`: the evidence columns of `a` (the match is
        the sentence), `score` (0 to 1), `shared` (words in common, the rarest first), `relation`
        (`one to one`, `one to many`, `many to one`, `many to many`), and with `_b` the sentence of
        `b`. A sentence that is in no row has no match found in the other text.

    Raises:
        CorpusError: a side is empty, no documents match, or `similarity` returns something else
            than an array of the right shape.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> a = Document("a", "They condemned the seizure of boats. They discussed trade.")
        >>> b = Document("b", "She raised fair trade. He called the seizure of boats reckless.")
        >>> align(a, b)[["sentence", "sentence_b"]].values.tolist()
        [[0, 1], [1, 0]]
    """
    a, b = as_corpus(a, "first"), as_corpus(b, "second")
    language = [*check_english(a), *check_english(b)]
    frames = []
    lengths = np.zeros(2, dtype=np.int64)
    titles = np.zeros(0, dtype=bool)
    for first, second in paired(a, b, days=days):
        titled = title_sentences(first), title_sentences(second)
        lengths += [int((~own).sum()) for own in titled]
        titles = np.concatenate([titles, *titled])
        frames.append(_align_documents(first, second, titled, similarity, min_score))
    frame = pd.concat(frames, ignore_index=True)
    matched = [
        len(frame[["doc_id" + end, "sentence" + end]].drop_duplicates()) for end in ("", "_b")
    ]
    how = "a similarity given by the caller" if similarity else "the rare words they share"
    notes = [
        f"Sentences matched by {how}, score {min_score:g} or more: {matched[0]:,} of "
        f"{lengths[0]:,} in the first text, {matched[1]:,} of {lengths[1]:,} in the second.",
        "For a sentence that is not here no match was found in the other text, which does not say "
        "that the matter was not discussed.",
        *titles_note(titles),
    ]
    if same_text(a, b):
        notes.append("Both sides are the same text.")
    return finish(frame, title="Sentences on the same matter", notes=[*notes, *language])


def _align_documents(
    a: Corpus,
    b: Corpus,
    titled: tuple[np.ndarray, np.ndarray],
    similarity: Similarity | None,
    min_score: float,
) -> pd.DataFrame:
    ours, theirs = a.sentences, b.sentences
    weighted = WeightedSentences(a.index, b.index)
    if similarity is None:
        scores = weighted.scores()
    else:
        scores = np.asarray(similarity(ours["text"].tolist(), theirs["text"].tolist()), dtype=float)
        if scores.shape != (len(ours), len(theirs)):
            raise CorpusError(
                f"similarity= returned an array of shape {scores.shape}; the texts have "
                f"{len(ours)} × {len(theirs)} sentences."
            )
    # Under every score there is, so that a title is nobody's counterpart.
    scores = np.array(scores)
    scores[titled[0]] = scores[:, titled[1]] = -np.inf
    first, second = _pairs(scores, min_score)
    rows_a = ours.iloc[first].reset_index(drop=True)
    rows_b = theirs.iloc[second].reset_index(drop=True)
    frame = _as_evidence(rows_a)
    frame["score"] = scores[first, second]
    frame["shared"] = [weighted.shared(i, j) for i, j in zip(first, second, strict=True)]
    frame["relation"] = _relations(first, second)
    return pd.concat([frame, _as_evidence(rows_b).add_suffix("_b")], axis=1)


def _pairs(scores: np.ndarray, min_score: float) -> tuple[np.ndarray, np.ndarray]:
    """Choose the pairs: best for either side, and for a second partner good enough."""
    if not scores.size:
        return np.zeros(0, dtype=int), np.zeros(0, dtype=int)
    best_a = scores >= scores.max(axis=1, keepdims=True)
    best_b = scores >= scores.max(axis=0, keepdims=True)
    mutual = best_a & best_b & (scores >= min_score)
    better = np.maximum(scores.max(axis=1, keepdims=True), scores.max(axis=0, keepdims=True))
    good = (scores >= max(min_score, LEAST_SECOND_SCORE)) & (scores >= LEAST_SECOND_PART * better)
    second = (best_a | best_b) & good
    first, other = np.nonzero(mutual | second)
    return first, other


def _relations(first: np.ndarray, second: np.ndarray) -> list[str]:
    of_a = dict(zip(*np.unique(first, return_counts=True), strict=True))
    of_b = dict(zip(*np.unique(second, return_counts=True), strict=True))
    return [
        f"{'many' if of_b[j] > 1 else 'one'} to {'many' if of_a[i] > 1 else 'one'}"
        for i, j in zip(first, second, strict=True)
    ]


def _as_evidence(rows: pd.DataFrame) -> pd.DataFrame:
    frame = rows[["doc_id", "sentence", "start", "end"]].copy()
    frame["match"] = rows["text"]
    frame["quote"] = rows["text"]
    return frame
