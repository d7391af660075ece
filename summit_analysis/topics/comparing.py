"""Topics of several texts side by side: matrix, order, change over time, prominence."""

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import NOT_KNOWN, groups
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish, notes_of
from summit_analysis.plurals import counted
from summit_analysis.topics.counting import document_counts
from summit_analysis.topics.coverages import Lexicon, absence_note, coverage
from summit_analysis.topics.topic_lexicon import topic_lexicon

NO_MATCH = "no match found"
RESAMPLES = 2_000
SEED = 20220121
COLUMNS = (
    "topic", "sentences", "share", "share_low", "share_high", "documents", "documents_all",
)  # fmt: skip


def topic_matrix(corpus: Corpus, lexicon: Lexicon = None, *, by: str | None = None) -> pd.DataFrame:
    """Lay topics out against documents or sides, so that absences show.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: a metadata column or part of the date, such as `issuer`; none for a column a document.

    Returns:
        One row a topic, in the order of the lexicon, topics without any match last: `topic`, then
        a column for each document or group with the share of its sentences as text (`12 %`), or
        `no match found`. The numbers are in `coverage`.

    Raises:
        LexiconError: the lexicon is malformed.
        CorpusError: there is no such column to group by.

    Example:
        >>> import summit_analysis as sa
        >>> matrix = topic_matrix(sa.load())
        >>> matrix.set_index("topic").loc[["taiwan", "migration"]].iloc[:, 0].tolist()
        ['4 %', 'no match found']
    """
    table = coverage(corpus, lexicon, by=by)
    column = by or "doc_id"
    wide = table.pivot(index="topic", columns=column, values="share")
    names = list(dict.fromkeys(table[column]))
    wide = wide.reindex(index=list(dict.fromkeys(table["topic"])), columns=names)
    silent = ~(wide > 0).any(axis=1)
    wide = pd.concat([wide[~silent], wide[silent]])
    text = wide.map(lambda share: f"{share:.0%}".replace("%", " %") if share > 0 else NO_MATCH)
    text.columns.name = None
    absent = int((wide == 0).to_numpy().sum())
    return finish(
        text.reset_index(),
        title=f"Topics by {by or 'document'}",
        notes=[*notes_of(table)[:2], absence_note(absent, wide.size)],
    )


def topic_order(corpus: Corpus, lexicon: Lexicon = None) -> pd.DataFrame:
    """Say in which order each document takes its topics up.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.

    Returns:
        One row for each document and topic that it has, in the order of their first sentences:
        `doc_id`, `order` (from 1; topics that begin in one sentence share it), `topic`,
        `first_sentence`, `position` (0 to 1), `sentences`.

    Raises:
        LexiconError: the lexicon is malformed.

    Example:
        >>> import summit_analysis as sa
        >>> order = topic_order(sa.load())
        >>> order.loc[order["order"] == 2, "topic"].tolist()
        ['multilateral_institutions', 'bilateral_ties']
    """
    table = coverage(corpus, lexicon)
    there = table[table["sentences"] > 0].copy()
    there["order"] = (
        there.groupby("doc_id", sort=False)["first_sentence"].rank(method="dense").astype(int)
    )
    place = {document.doc_id: number for number, document in enumerate(corpus)}
    rank = {topic: number for number, topic in enumerate(dict.fromkeys(table["topic"]))}
    keys = there.assign(_place=there["doc_id"].map(place), _rank=there["topic"].map(rank))
    keys = keys.sort_values(["_place", "order", "_rank"], kind="stable")
    columns = ["doc_id", "order", "topic", "first_sentence", "position", "sentences"]
    return finish(keys[columns], title="Order of topics", notes=notes_of(table))


def topic_trend(
    corpus: Corpus,
    lexicon: Lexicon = None,
    *,
    by: str = "year",
    resamples: int = RESAMPLES,
) -> pd.DataFrame:
    """Follow each topic's share of sentences over time, or over the values of a column.

    Args:
        corpus: the texts; those without a date or value are left out and counted in a note.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: `decade`, `year`, `quarter`, `month` of the date, or a metadata column.
        resamples: how often the documents of a group are drawn anew for its interval.

    Returns:
        One row a topic and group, groups in the order of `corpus.grouping`: `topic`, the `by`
        column, `sentences`, `share` (of the group's sentences), `share_low`, `share_high` (95 %
        percentile interval, documents drawn with replacement; Efron 1979; missing for a group of
        one document), `documents` (that have the topic), `documents_all`.

    Raises:
        LexiconError: the lexicon is malformed.
        CorpusError: no document has the column or a date.

    Example:
        >>> import summit_analysis as sa
        >>> rows = topic_trend(sa.load()).query("topic == 'taiwan'")
        >>> rows[["year", "sentences", "documents_all"]].values.tolist()
        [['2022', 1, 1]]
    """
    words = topic_lexicon(lexicon)
    counts, lengths = document_counts(corpus, words)
    names, group_of = groups(corpus, by, beside=COLUMNS)
    if set(names) <= {NOT_KNOWN}:
        raise CorpusError(f"No document has a known {by!r} to follow topics by.")
    # Documents by name, so that what is drawn does not depend on their order.
    order = np.argsort(corpus.doc_ids(np.arange(len(corpus))).to_numpy(dtype=object))
    parts, unknown = [], 0
    for number, name in enumerate(names):
        members = order[group_of[order] == number]
        if name == NOT_KNOWN:
            unknown = len(members)
            continue
        own, size = counts[members], lengths[members]
        low, high = _interval(own, size, resamples)
        parts.append(
            pd.DataFrame(
                {
                    "topic": pd.Series(list(words.topics), dtype="str"),
                    by: pd.Series([name] * len(words.topics), dtype="str"),
                    "sentences": own.sum(axis=0),
                    "share": own.sum(axis=0) / max(size.sum(), 1),
                    "share_low": low,
                    "share_high": high,
                    "documents": (own > 0).sum(axis=0),
                    "documents_all": len(own),
                }
            )
        )
    frame = pd.concat(parts, ignore_index=True)
    rank = {topic: number for number, topic in enumerate(words.topics)}
    frame = frame.iloc[np.argsort(frame["topic"].map(rank), kind="stable")]
    return finish(
        frame,
        title=f"Topics by {by}",
        notes=[
            f"Intervals: {resamples:,} draws of each group's documents, seed {SEED}; a group of "
            "one document has none.",
            *(
                [f"Left out: {counted(unknown, 'document')} without a known {by}."]
                if unknown
                else []
            ),
        ],
    )


def prominence(corpus: Corpus, lexicon: Lexicon = None, *, by: str = "issuer") -> pd.DataFrame:
    """Say how prominent each topic is with each issuer: how much room, how early, how regularly.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: the metadata column or part of the date that tells sides apart.

    Returns:
        One row for each side and topic that it has, most room first: the `by` column, `topic`,
        `share` (of its sentences), `position` (where in a document it first stands, 0 to 1, mean
        over the documents that have it), `opening` (share of those documents that have it in their
        first fifth), `document_share` (of its documents, those that have it). The three are kept
        apart: a topic may be regular and late, or rare and first.

    Raises:
        LexiconError: the lexicon is malformed.
        CorpusError: there is no such column.

    Example:
        >>> import summit_analysis as sa
        >>> list(prominence(sa.load()).columns)
        ['issuer', 'topic', 'share', 'position', 'opening', 'document_share']
    """
    table = coverage(corpus, lexicon)
    names, group_of = groups(corpus, by, beside=table.columns.drop("doc_id"))
    rooms = coverage(corpus, lexicon, by=by).set_index([by, "topic"])["share"]
    side = {document.doc_id: names[group] for document, group in zip(corpus, group_of, strict=True)}
    table[by] = table["doc_id"].map(side).astype("str")
    there = table[table["sentences"] > 0].assign(first=lambda rows: rows["position"] < 0.2)
    frame = (
        there.groupby([by, "topic"], sort=False)
        .agg(position=("position", "mean"), opening=("first", "mean"), there=("doc_id", "size"))
        .reset_index()
    )
    place = frame[by].map({name: number for number, name in enumerate(names)}).to_numpy(dtype=int)
    frame["document_share"] = frame["there"] / np.bincount(group_of)[place]
    frame["share"] = rooms.reindex(pd.MultiIndex.from_frame(frame[[by, "topic"]])).to_numpy()
    frame = frame.iloc[np.lexsort((frame["topic"], -frame["share"], place))]
    return finish(
        frame[[by, "topic", "share", "position", "opening", "document_share"]],
        title=f"Prominence of topics by {by}",
        notes=[*notes_of(table)[:2], "Topics without a match have no row."],
    )


def _interval(
    counts: np.ndarray, lengths: np.ndarray, resamples: int
) -> tuple[np.ndarray, np.ndarray]:
    if len(counts) < 2:
        missing = np.full(counts.shape[1], np.nan)
        return missing, missing
    # Begun anew for each group, so that its interval does not depend on the others.
    draw = np.random.default_rng(SEED)
    weights = draw.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), resamples)
    shares = (weights @ counts) / np.maximum(weights @ lengths, 1)[:, None]
    low, high = np.percentile(shares, [2.5, 97.5], axis=0)
    return low, high
