"""The sentences behind a topic's figures, folded away until a reader opens them."""

from typing import Any, cast

import pandas as pd

from summit_analysis.arguments import check_whole
from summit_analysis.corpus import Corpus, cite
from summit_analysis.corpus.grouping import labels
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.columns import column_of, document_label
from summit_analysis.plots.view import View
from summit_analysis.plurals import counted
from summit_analysis.tables.cells import ibid
from summit_analysis.topics import Lexicon, topic_evidence

# What a report can carry; the rest is in the CSV.
MOST_QUOTATIONS = 150
CELL = "cell"
SENTENCE = ["doc_id", "sentence", "topic"]


def quotations(
    corpus: Corpus, lexicon: Lexicon = None, *, by: str | None = None, most: int = MOST_QUOTATIONS
) -> View:
    """List the sentences behind each cell of `topic_heat_map`, folded by topic.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: a metadata column or part of the date, as for `topic_heat_map`.
        most: how many quotations at most. When there are more, every cell keeps its first one as
            long as the number allows, then its second, and so on.

    Returns:
        A `View`: a line a topic that opens on its sentences, by document or group, each with the
        words that fired marked, its citation and the lexicon's entries. Its CSV has every
        sentence.

    Raises:
        LexiconError: the lexicon is malformed.
        CorpusError: there would be more than 40 columns, there is no such column, or `most` is no
            whole number from 1.

    Example:
        >>> from summit_analysis import Corpus, Document
        >>> print(quotations(Corpus([Document("d", "They spoke of Taiwan.")])).text)
        Taiwan (1 sentence)
        d: They spoke of Taiwan. [d, para. 1; Taiwan*]
    """
    check_whole("most", most, least=1)
    by = column_of(corpus, by)
    evidence = topic_evidence(corpus, lexicon)
    rows = evidence.drop_duplicates([*SENTENCE, "entry"])
    entries = rows.groupby([*SENTENCE, "quote"], sort=False)["entry"].agg(", ".join)
    rows = cite(corpus, entries.reset_index())
    column = dict(zip([d.doc_id for d in corpus], labels(corpus, by or "doc_id"), strict=True))
    rows.insert(0, CELL, rows["doc_id"].map(column))
    shown = _first_of_each(rows, [CELL, "topic"], most)
    marks = _marks(corpus, evidence.merge(shown[SENTENCE], on=SENTENCE))
    sizes = rows["topic"].value_counts().sort_index()
    sizes = sizes.sort_values(ascending=False, kind="stable")
    order = {topic: place for place, topic in enumerate(sizes.index)}
    topics: list[dict[str, Any]] = []
    for topic, own in sorted(shown.groupby("topic"), key=lambda pair: order[pair[0]]):
        cells = [
            {
                "label": document_label(corpus, str(name)) if by is None else str(name),
                "quotations": [
                    {
                        "parts": marks[row["doc_id"], row["sentence"], row["topic"]],
                        "text": row["quote"],
                        "source": source,
                        "entries": row["entry"],
                    }
                    for row, source in zip(
                        cell.to_dict("records"),
                        ibid(cell["citation"].tolist(), cell["doc_id"].tolist()),
                        strict=True,
                    )
                ],
            }
            for name, cell in own.groupby(CELL, sort=False)
        ]
        topics.append({"label": topic_label(str(topic)), "size": int(sizes[topic]), "cells": cells})
    notes = list(evidence.attrs["notes"])
    if len(shown) < len(rows):
        notes.insert(
            0,
            f"Showing {len(shown):,} of {len(rows):,} quotations, the first of each cell; the CSV "
            "has all.",
        )
    text = "\n\n".join(map(_plain, topics))
    caption = "The sentences behind the figures: open a topic to read them"
    return View(
        "quotations.html.j2",
        caption,
        {"topics": topics, "columns": rows[CELL].nunique()},
        text,
        rows,
        tuple(notes),
    )


def _first_of_each(rows: pd.DataFrame, cell: list[str], most: int) -> pd.DataFrame:
    """Keep so many rows, taking the cells in turn."""
    turn = rows.groupby(cell, sort=False).cumcount()
    return rows.loc[turn.sort_values(kind="stable").index[:most].sort_values()]


def _marks(corpus: Corpus, rows: pd.DataFrame) -> dict[tuple[str, int, str], list[dict[str, Any]]]:
    """Cut each sentence into parts, those that fired marked."""
    sentences = corpus.sentences.set_index(["doc_id", "sentence"])[["start", "end"]]
    spans = dict(zip(sentences.index, sentences.to_numpy().tolist(), strict=True))
    found: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
    for key, own in rows.groupby(SENTENCE, sort=False):
        doc_id, sentence, topic = cast(tuple[str, int, str], key)
        text = corpus[doc_id].text
        done, end = spans[doc_id, sentence]
        parts: list[dict[str, Any]] = []
        for first, last in zip(own["start"], own["end"], strict=True):
            parts += [
                {"text": text[done:first], "marked": False},
                {"text": text[first:last], "marked": True},
            ]
            done = last
        parts.append({"text": text[done:end], "marked": False})
        found[doc_id, sentence, topic] = [part for part in parts if part["text"]]
    return found


def _plain(topic: dict[str, Any]) -> str:
    lines = [f"{topic['label']} ({counted(topic['size'], 'sentence')})"]
    for cell in topic["cells"]:
        for each in cell["quotations"]:
            sentence = " ".join(each["text"].split())
            lines.append(f"{cell['label']}: {sentence} [{each['source']}; {each['entries']}]")
    return "\n".join(lines)
