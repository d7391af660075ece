"""A text as a script: each sentence with its acts marked by actor and kind."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.errors import CorpusError
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.view import View

HOW_TO_READ = (
    "A mark stands at the act’s verb; after it the actor, the class and the noun that carries the "
    "meaning. ↩ marks a reply, ¬ a negated act. Sentences without a mark hold no act."
)


def script(
    corpus: Corpus,
    acts: pd.DataFrame,
    *,
    topics: pd.DataFrame | None = None,
    doc_id: str | None = None,
    sentences: int = 60,
) -> View:
    """Show a text with its acts marked up, to be read and printed.

    Args:
        corpus: the texts.
        acts: a frame made by `acts` of that corpus.
        topics: a frame made by `topic_evidence`, for topics beside each sentence.
        doc_id: which document; none for the first.
        sentences: how many sentences to show at most; the notes say how many there are.

    Returns:
        A `View`, which shows itself in a notebook and has `.save(path)`. All text is escaped.

    Raises:
        CorpusError: there is no such document.

    Example:
        >>> import summit_analysis as sa
        >>> corpus = sa.load()
        >>> "held [Kishida, procedural: meeting]" in script(corpus, sa.acts(corpus)).text
        True
    """
    if not len(corpus):
        raise CorpusError("The corpus has no document to show.")
    document = corpus[doc_id] if doc_id is not None else corpus.documents[0]
    own = acts[acts["doc_id"] == document.doc_id]
    spoken = _topics(topics, document.doc_id)
    rows = corpus.sentences
    rows = rows[rows["doc_id"] == document.doc_id]
    lines = [
        {
            "paragraph": int(row["paragraph"]),
            "pieces": list(_pieces(document.text, int(row["start"]), int(row["end"]), own)),
            "topics": spoken.get(int(row["sentence"]), []),
        }
        for row in rows.head(sentences).to_dict("records")
    ]
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: line["paragraph"])]
    title = str(document.metadata.get("title") or document.doc_id)
    notes = [HOW_TO_READ]
    if len(rows) > sentences:
        notes.insert(0, f"Showing {sentences:,} of {len(rows):,} sentences.")
    if len(corpus) > 1:
        notes.append(f"This is one of {len(corpus):,} documents: {document.doc_id}.")
    text = "\n\n".join(" ".join(_plain(line) for line in paragraph) for paragraph in paragraphs)
    return View("script.html.j2", title, {"paragraphs": paragraphs}, text, tuple(notes))


def _pieces(text: str, start: int, end: int, acts: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Cut a sentence at its acts' verbs."""
    at = start
    for act in acts[(acts["start"] >= start) & (acts["start"] < end)].to_dict("records"):
        first, last = int(act["start"]), int(act["end"])
        if first < at:
            continue
        yield {"text": text[at:first], "act": None}
        yield {"text": text[first:last], "act": _label(act)}
        at = last
    yield {"text": text[at:end], "act": None}


def _label(act: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        "actor": act["actor"],
        "kind": act["act_class"],
        "noun": act["complement"],
        "joint": act["actor"] == "joint",
        "marks": ("↩" if act["is_reply"] else "") + ("¬" if act["negated"] else ""),
    }


def _topics(topics: pd.DataFrame | None, doc_id: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    if topics is not None:
        own = topics.loc[topics["doc_id"] == doc_id, ["sentence", "topic"]].drop_duplicates()
        for sentence, topic in own.sort_values(["sentence", "topic"]).itertuples(index=False):
            found.setdefault(int(sentence), []).append(topic_label(str(topic)))
    return found


def _plain(line: dict[str, Any]) -> str:
    parts = []
    for piece in line["pieces"]:
        act = piece["act"]
        parts.append(piece["text"])
        if act:
            noun = f": {act['noun']}" if act["noun"] else ""
            parts.append(f" [{act['marks']}{act['actor']}, {act['kind']}{noun}]")
    return "".join(parts) + (f" ({', '.join(line['topics'])})" if line["topics"] else "")
