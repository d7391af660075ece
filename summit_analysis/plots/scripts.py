"""A text as a script: sentence by sentence, each act marked with who did it, and of which kind."""

from typing import Any

import pandas as pd

from summit_analysis.arguments import check_frame
from summit_analysis.coding.coded_sheets import ACT_CLASSES
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.view import View
from summit_analysis.topics import Lexicon, topic_evidence

# What a report can carry and a reader will read; the rest is in the table of acts.
NEEDED = ("doc_id", "sentence", "start", "end", "actor", "act_class", "is_reply")
MOST_DOCUMENTS = 3
MOST_SENTENCES = 120


def script(
    corpus: Corpus,
    acts: pd.DataFrame,
    lexicon: Lexicon = None,
    *,
    documents: int = MOST_DOCUMENTS,
    sentences: int = MOST_SENTENCES,
) -> View:
    """Show texts sentence by sentence, with the verb of each act marked and named.

    Args:
        corpus: the texts.
        acts: what `acts` returns for them, or some rows of it.
        lexicon: topics, as `topic_lexicon` reads them; none for the bundled ones.
        documents: how many to show at most, the first ones that have acts.
        sentences: how many to show at most, in all.

    Returns:
        A `View`: after each marked verb stands who did it and the act's class, and “reply” where
        the text presents it as one; beside each sentence its topics.

    Raises:
        SummitAnalysisError: the frame is not what `acts` returns.
        LexiconError: the lexicon is malformed.

    Example:
        >>> from summit_analysis import Corpus, Document, acts
        >>> corpus = Corpus([Document("d", "The two leaders condemned the coup in Myanmar.")])
        >>> print(script(corpus, acts(corpus)).text)
        d
        The two leaders condemned [joint · expressive] the coup in Myanmar. {other regions}
    """
    index_of(corpus)
    check_frame(acts, NEEDED, call="script", maker="acts")
    with_acts = set(acts["doc_id"])
    there = [document.doc_id for document in corpus if document.doc_id in with_acts]
    notes = [str(note) for note in acts.attrs.get("notes", ())]
    if len(there) > documents:
        notes.insert(0, f"Showing the first {documents:,} of {len(there):,} documents with acts.")
    entries: list[dict[str, Any]] = []
    if there:
        chosen = corpus.where(doc_id=there[:documents])
        rows = chosen.sentences
        if len(rows) > sentences:
            notes.insert(0, f"Showing the first {sentences:,} of their {len(rows):,} sentences.")
        shown = rows.head(sentences)
        topics = _topics(chosen, lexicon)
        for document in chosen:
            own = shown[shown["doc_id"] == document.doc_id]
            marks = acts[acts["doc_id"] == document.doc_id]
            lines = _lines(document.text, own, marks, topics)
            if lines:
                metadata = document.metadata
                title = str(metadata.get("title") or document.doc_id)
                entries.append({"title": title, "source": _source(metadata), "lines": lines})
    classes = [name for name in ACT_CLASSES if name in set(acts["act_class"])]
    text = "\n\n".join(
        "\n".join([entry["title"], *map(_plain, entry["lines"])]) for entry in entries
    )
    caption = (
        f"Acts in the text{'s' * (len(entries) > 1)}: the verb, then who did it, and its class"
    )
    data = {"entries": entries, "classes": classes}
    return View("script.html.j2", caption, data, text, acts, tuple(notes))


def _topics(corpus: Corpus, lexicon: Lexicon) -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    rows = topic_evidence(corpus, lexicon).drop_duplicates(["doc_id", "sentence", "topic"])
    for doc_id, sentence, topic in zip(
        rows["doc_id"], rows["sentence"], rows["topic"], strict=True
    ):
        found.setdefault((doc_id, int(sentence)), []).append(topic_label(str(topic)))
    return found


def _lines(
    text: str, sentences: pd.DataFrame, acts: pd.DataFrame, topics: dict[tuple[str, int], list[str]]
) -> list[dict[str, Any]]:
    by_sentence = dict(list(acts.sort_values("start", kind="stable").groupby("sentence")))
    lines, paragraph = [], None
    for row in sentences.to_dict("records"):
        own = by_sentence.get(row["sentence"])
        lines.append(
            {
                "parts": _parts(text, row["start"], row["end"], own),
                "topics": topics.get((row["doc_id"], row["sentence"]), []),
                "opens": row["paragraph"] != paragraph,
            }
        )
        paragraph = row["paragraph"]
    return lines


def _parts(text: str, start: int, end: int, acts: pd.DataFrame | None) -> list[dict[str, str]]:
    """Cut a sentence into plain stretches and verbs with what they are."""
    parts, done = [], start
    for act in acts.to_dict("records") if acts is not None else ():
        if act["start"] < done:
            continue  # the same verb twice is marked once
        label = f"{act['actor']} · {act['act_class']}"
        said = [*(["not"] if act.get("negated") else []), *(["reply"] if act["is_reply"] else [])]
        parts += [
            {"text": text[done : act["start"]]},
            {
                "text": text[act["start"] : act["end"]],
                "label": " · ".join([label, *said]),
                "css": f"sa-{act['act_class']}" if act["act_class"] in ACT_CLASSES else "",
            },
        ]
        done = act["end"]
    parts.append({"text": text[done:end]})
    return [part for part in parts if part["text"]]


def _source(metadata: Any) -> str:
    return ", ".join(str(metadata[key]) for key in ("issuer", "date") if metadata.get(key))


def _plain(line: dict[str, Any]) -> str:
    words = "".join(
        part["text"] + (f" [{part['label']}]" if "label" in part else "") for part in line["parts"]
    )
    return " ".join(words.split()) + (f" {{{', '.join(line['topics'])}}}" if line["topics"] else "")
