"""What one account has and the other has not: topics, and sentences without a counterpart."""

import numpy as np
import pandas as pd

from summit_analysis.across.two_texts.aligning import LEAST_SCORE, Similarity, align
from summit_analysis.across.two_texts.pairing import Side, paired, same_text
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.frames import finish
from summit_analysis.topics import coverage, topic_evidence
from summit_analysis.topics.coverages import Lexicon
from summit_analysis.topics.headings import title_sentences, titles_note

COLUMNS = ["side", "kind", "topic", *EVIDENCE]
NOT_DISCUSSED = (
    "What is in one text only has no match found in the other text, which does not say that it was "
    "not discussed."
)


def only_in(
    a: Side,
    b: Side,
    *,
    lexicon: Lexicon = None,
    similarity: Similarity | None = None,
    min_score: float = LEAST_SCORE,
    days: int = 1,
) -> pd.DataFrame:
    """List what one account has and the other has not, by topic and by sentence.

    Args:
        a: a document, or a corpus whose documents are matched with those of `b` as `pairs` does.
        b: the other side.
        lexicon: the topics, as `topic_lexicon` reads them; none for the bundled ones.
        similarity: as in `align`.
        min_score: the least score at which a sentence counts as answered, as in `align`.
        days: how far apart the dates of two accounts may be, where corpora are matched.

    Returns:
        For each pair of documents, first what `a` has, in the order of the text: `side` (`a` or
        `b`), `kind`, `topic`, `other_doc_id` (the text without it), and the evidence columns. Rows
        of kind `topic` are the words that name a topic which the other text does not name, and
        which has a sentence at least that no sentence there answers; rows of kind `sentence` are
        the sentences for which no match was found there, with their topics; a title that stands
        at the head of its text is none.

    Raises:
        CorpusError: a side is empty, or no documents match.
        LexiconError: the lexicon is malformed.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> a = Document("a", "They discussed the Taiwan Strait. They discussed semiconductors.")
        >>> b = Document("b", "We talked about semiconductors.")
        >>> rows = only_in(a, b)
        >>> rows.loc[rows["kind"] == "topic", ["side", "topic", "match"]].values.tolist()
        [['a', 'taiwan', 'Taiwan']]
    """
    frames, titles = [], []
    for first, second in paired(a, b, days=days):
        matched = align(first, second, similarity=similarity, min_score=min_score)
        topics = [topic_evidence(corpus, lexicon) for corpus in (first, second)]
        answered = [set(matched["sentence"]), set(matched["sentence_b"])]
        for side, (corpus, other) in enumerate(((first, second), (second, first))):
            rows = [
                _topic_rows(topics[side], topics[1 - side], answered[side]),
                _sentence_rows(corpus, topics[side], answered[side]),
            ]
            frame = pd.concat(rows, ignore_index=True)
            frame.insert(0, "side", "ab"[side])
            frame.insert(3, "other_doc_id", other.documents[0].doc_id)
            frames.append(frame)
            titles.append(title_sentences(corpus))
    frame = pd.concat(frames, ignore_index=True)
    notes = [
        NOT_DISCUSSED,
        "Topics are those of the lexicon, found by its words.",
        *titles_note(np.concatenate(titles)),
    ]
    if same_text(a, b):
        notes.append("Both sides are the same text.")
    return finish(frame, title="In one account only", notes=notes)


def topics_side_by_side(
    a: Side, b: Side, *, lexicon: Lexicon = None, days: int = 1
) -> pd.DataFrame:
    """Put the topics of two accounts side by side, in the order in which each takes them up.

    Args:
        a: a document, or a corpus whose documents are matched with those of `b` as `pairs` does.
        b: the other side.
        lexicon: as in `only_in`.
        days: how far apart the dates of two accounts may be, where corpora are matched.

    Returns:
        One row for each pair of documents and topic that either has, in the order of `a`, then of
        `b`: `doc_id, doc_id_b, topic`, `place` and `place_b` (1 is the topic taken up first),
        `first_sentence` and `first_sentence_b` (numbers from 0), `sentences` and `sentences_b`.
        A place is missing where no match for the topic was found in that text.

    Raises:
        CorpusError: a side is empty, or no documents match.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> a = Document("a", "They discussed Taiwan. They discussed semiconductors.")
        >>> b = Document("b", "We talked about semiconductors. We talked about Taiwan.")
        >>> order = topics_side_by_side(a, b).set_index("topic")
        >>> order.loc["taiwan", ["first_sentence", "first_sentence_b"]].tolist()
        [0, 1]
    """
    frames = []
    for first, second in paired(a, b, days=days):
        ours, theirs = (_places(corpus, lexicon) for corpus in (first, second))
        theirs = theirs.add_suffix("_b")
        frame = ours.join(theirs, how="outer").reset_index()
        frame.insert(0, "doc_id", first.documents[0].doc_id)
        frame.insert(1, "doc_id_b", second.documents[0].doc_id)
        order = ["place", "place_b", "topic"]
        frames.append(frame.sort_values(order, na_position="last"))
    frame = pd.concat(frames, ignore_index=True)
    return finish(frame, title="Topics in the order of each account", notes=[NOT_DISCUSSED])


def _topic_rows(ours: pd.DataFrame, theirs: pd.DataFrame, answered: set[int]) -> pd.DataFrame:
    """Keep the topics that the other text neither names nor answers sentence by sentence."""
    alone = set(ours.loc[~ours["sentence"].isin(answered), "topic"]) - set(theirs["topic"])
    rows = ours[ours["topic"].isin(alone)].copy()
    rows["kind"] = "topic"
    return rows[COLUMNS[1:]]


def _sentence_rows(corpus: Corpus, topics: pd.DataFrame, answered: set[int]) -> pd.DataFrame:
    sentences = corpus.sentences
    alone = ~sentences["sentence"].isin(answered) & ~title_sentences(corpus)
    rows = sentences[alone].rename(columns={"text": "match"})
    rows["quote"] = rows["match"]
    rows["kind"] = "sentence"
    named = topics.groupby("sentence")["topic"].agg(lambda found: ", ".join(sorted(set(found))))
    found = named.to_dict()
    topic_of = [found.get(sentence, "") for sentence in rows["sentence"]]
    rows["topic"] = pd.Series(topic_of, index=rows.index, dtype="str")
    return rows[COLUMNS[1:]]


def _places(corpus: Corpus, lexicon: Lexicon) -> pd.DataFrame:
    table = coverage(corpus, lexicon)
    table = table[table["sentences"] > 0].sort_values(["first_sentence", "topic"])
    frame = table.set_index("topic")[["first_sentence", "sentences"]]
    places = frame["first_sentence"].rank(method="min").astype("Int64")
    frame.insert(0, "place", places)
    return frame.astype("Int64")
