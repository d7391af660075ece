"""What the lexicon does not know: groups of terms in uncovered sentences, and words near a seed."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_whole, texts_of
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.patterns import find
from summit_analysis.corpus.token_views import index_of
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.plurals import counted, is_are
from summit_analysis.terms import keyness
from summit_analysis.terms.collocation_measures import log_dice_score
from summit_analysis.topics.coverages import Lexicon, uncovered
from summit_analysis.topics.headings import title_sentences
from summit_analysis.topics.term_sentences import phrases_of, term_matrix

FEWEST_DOCUMENTS = 8
FEWEST_SENTENCES = 60
MOST_TERMS = 120
LEAST_DOCUMENTS = 3
LONGEST = 3


def suggest_topics(corpus: Corpus, lexicon: Lexicon = None, *, groups: int = 12) -> pd.DataFrame:
    """Group the key terms of the sentences that have no topic: candidates for new topics.

    Terms that lean on uncovered sentences (LRC above 0 against the covered ones) are grouped by
    the sentences they share (Ward linkage over positive pointwise mutual information). They are
    suggestions to read, not topics: much of what is uncovered is procedure.

    Args:
        corpus: at least eight documents, with at least 60 sentences without a topic.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        groups: how many groups to cut the terms into, at most.

    Returns:
        One row a term, groups by size of their sentences: `group` (from 1), `term`, `sentences`
        (uncovered, that have it), `documents`, `lrc`, `quote` (the first such sentence).

    Raises:
        CorpusError: there are too few documents or sentences; the message says how many.

    Example:
        >>> import summit_analysis as sa
        >>> suggest_topics(sa.load())
        Traceback (most recent call last):
        summit_analysis.errors.CorpusError: 1 document is too little to suggest topics from: ...
    """
    index_of(corpus)
    check_whole("groups", groups, least=1)
    if len(corpus) < FEWEST_DOCUMENTS:
        documents = f"{counted(len(corpus), 'document')} {is_are(len(corpus))}"
        raise CorpusError(
            f"{documents} too little to suggest topics from: words that meet by chance "
            f"in a few texts look like topics. Give at least {FEWEST_DOCUMENTS}; for one text, "
            "read uncovered()."
        )
    bare = uncovered(corpus, lexicon)
    looked_at = bare.attrs["sentences"]
    if len(bare) < FEWEST_SENTENCES or len(bare) == looked_at:
        raise CorpusError(
            f"{len(bare)} of {looked_at} sentences have no topic: at least "
            f"{FEWEST_SENTENCES}, and some with one, are needed to suggest topics from."
        )
    inside = corpus.subset(bare)
    sentences = corpus.sentences[~title_sentences(corpus)]
    covered = sentences.merge(bare[["doc_id", "sentence"]], indicator=True, how="left")
    outside = corpus.subset(covered[covered["_merge"] == "left_only"])
    keys = keyness(inside, outside, stopwords="english", permutations=0)
    wordy = keys["term"].str.fullmatch(r"[^\W\d_][^\d]{2,}")
    leaning = (keys["lrc"] > 0) & (keys["documents_target"] >= LEAST_DOCUMENTS)
    keys = keys[wordy & leaning].head(MOST_TERMS)
    matrix = term_matrix(inside, keys["term"].tolist())
    # A term of every sentence shares them by chance with any other: nothing to group it by.
    telling = np.flatnonzero(~matrix.all(axis=1))
    keys, matrix = keys.iloc[telling], matrix[telling]
    notes = [
        f"{len(bare):,} of {looked_at:,} sentences have no topic; terms in at least "
        f"{LEAST_DOCUMENTS} documents whose lean on them is beyond chance (LRC above 0)."
    ]
    columns = ["group", "term", "sentences", "documents", "lrc", "quote"]
    if len(keys) < 2:
        return finish(
            pd.DataFrame(columns=columns),
            title="Suggested topics",
            notes=[*notes, "No two terms lean on the uncovered sentences: nothing to group."],
        )
    number = _grouped(matrix, groups)
    size = np.array([(matrix[number == group].sum(axis=0) > 0).sum() for group in range(groups)])
    order = {group: place + 1 for place, group in enumerate(np.argsort(-size, kind="stable"))}
    texts = inside.sentences["text"]
    frame = pd.DataFrame(
        {
            "group": [order[group] for group in number],
            "term": keys["term"].to_numpy(),
            "sentences": matrix.sum(axis=1),
            "documents": keys["documents_target"].to_numpy(),
            "lrc": keys["lrc"].to_numpy(),
            "quote": [texts.iloc[int(row.argmax())] for row in matrix],
        }
    )
    return finish(
        frame,
        title="Suggested topics",
        notes=notes,
        order=["group", "sentences", "term"],
        descending=["sentences"],
    )


def suggest_entries(
    corpus: Corpus, seeds: str | Iterable[str], *, n: int = 3, most: int = 40
) -> pd.DataFrame:
    """Suggest words and phrases for a topic from a few of its words.

    Args:
        corpus: the texts.
        seeds: patterns that surely speak of the topic.
        n: the longest phrase, in words, at most three.
        most: how many rows at most.

    Returns:
        One row a candidate, best first: `candidate`, `sentences` (that have it), `with_seed` (of
        those, with a seed), `precision` (the share), `documents`, `log_dice` (Rychlý 2008, over
        sentences), `quote`. Candidates stand in two documents, and hold no seed.

    Raises:
        CorpusError: no seed is given, or none is found.
        PatternError: a seed is no pattern.

    Example:
        >>> import summit_analysis as sa
        >>> suggest_entries(sa.load(), "Ukraine").attrs["notes"][0]
        'Seeds stand in 2 of 28 sentences.'
    """
    if not 1 <= n <= LONGEST:
        raise CorpusError(f"n={n}: candidates have one to {LONGEST} words.")
    index = index_of(corpus)
    wanted = texts_of("seeds", seeds)
    if not wanted:
        raise CorpusError("No seed is given; name a word or two of the topic.")
    seeded = np.zeros(len(index.sentence_starts), dtype=bool)
    covered = np.zeros(len(index.ids), dtype=bool)
    for pattern in wanted:
        firsts, lasts = find(index, pattern)
        seeded[index.sentence_of(firsts)] = True
        for step in range(int((lasts - firsts).max(initial=0)) + 1):
            covered[np.minimum(firsts + step, lasts)] = True
    if not seeded.any():
        raise CorpusError(f"None of the seeds stands in the corpus: {', '.join(wanted)}.")
    frame = phrases_of(corpus, seeded, covered, n)
    joint, alone = frame["with_seed"], frame["sentences"]
    frame["precision"] = joint / alone
    frame["log_dice"] = log_dice_score(joint, int(seeded.sum()), alone)
    frame = frame.sort_values(["log_dice", "candidate"], ascending=[False, True]).head(most)
    texts = corpus.sentences["text"]
    frame["quote"] = [texts.iloc[place] for place in frame.pop("first")]
    columns = ["candidate", "sentences", "with_seed", "precision", "documents", "log_dice", "quote"]
    return finish(
        frame[columns],
        title="Candidate entries",
        notes=[
            f"Seeds stand in {int(seeded.sum()):,} of {counted(len(seeded), 'sentence')}.",
            "Candidates stand in at least two documents.",
        ],
        order=["log_dice", "candidate"],
        descending=["log_dice"],
    )


def _grouped(matrix: np.ndarray, groups: int) -> np.ndarray:
    """Cut terms into groups by the sentences they share more often than chance would have it."""
    from scipy.cluster.hierarchy import fcluster, linkage

    flat = matrix.astype(np.float64)
    joint = flat @ flat.T
    alone = flat.sum(axis=1)
    with np.errstate(divide="ignore"):
        surprise = np.log2(joint * flat.shape[1] / np.outer(alone, alone))
    profile = np.clip(surprise, 0, None)  # positive pointwise mutual information
    profile /= np.linalg.norm(profile, axis=1, keepdims=True)
    return fcluster(linkage(profile, method="ward"), groups, criterion="maxclust") - 1
