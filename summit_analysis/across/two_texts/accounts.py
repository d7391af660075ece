"""Two accounts laid side by side, sentence by sentence, with what has no counterpart in place."""

import numpy as np
import pandas as pd

from summit_analysis.across.two_texts.aligning import LEAST_SCORE, Similarity, align
from summit_analysis.across.two_texts.pairing import Side, paired, same_text
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.frames import finish
from summit_analysis.topics.headings import title_sentences, titles_note

NO_MATCH = "No match found in this text"


def two_accounts(
    a: Side,
    b: Side,
    *,
    similarity: Similarity | None = None,
    min_score: float = LEAST_SCORE,
    days: int = 1,
) -> pd.DataFrame:
    """Lay two accounts of one meeting side by side, every sentence of both in its place.

    A title that stands at the head of its text is no sentence of it.

    Args:
        a: a document, or a corpus whose documents are matched with those of `b` as `pairs` does.
        b: the other side.
        similarity, min_score, days: as in `align`.

    Returns:
        One row for each pair of sentences and for each sentence without a counterpart: `pair` (of
        documents, from 1), the evidence columns of `a` and with `_b` of `b` (missing where no match
        was found in that text), `score`, `relation`. The rows follow `a`; a sentence that only `b`
        has stands after the one before it in `b`.

    Raises:
        CorpusError: a side is empty, or no documents match.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> a = Document("a", "They discussed fair trade. They raised the status of the islands.")
        >>> b = Document("b", "We discussed free and fair trade. We spoke about whales.")
        >>> rows = two_accounts(a, b)
        >>> rows[["sentence", "sentence_b"]].values.tolist()
        [[0, 0], [<NA>, 1], [1, <NA>]]
    """
    frames, titles = [], []
    for number, (first, second) in enumerate(paired(a, b, days=days), start=1):
        matched = align(first, second, similarity=similarity, min_score=min_score)
        frame = _laid_out(first, second, matched)
        frame.insert(0, "pair", number)
        frames.append(frame)
        titles += [title_sentences(first), title_sentences(second)]
    frame = pd.concat(frames, ignore_index=True)
    for column in ("sentence", "start", "end"):
        for end in ("", "_b"):
            frame[column + end] = frame[column + end].astype("Int64")
    notes = [
        f"Sentences matched by score {min_score:g} or more. “{NO_MATCH}” does not say that the "
        "matter was not discussed.",
        *titles_note(np.concatenate(titles)),
    ]
    if same_text(a, b):
        notes.append("Both sides are the same text.")
    return finish(frame, title="Two accounts side by side", notes=notes)


def _laid_out(a: Corpus, b: Corpus, matched: pd.DataFrame) -> pd.DataFrame:
    pairs = matched.to_dict("records")
    of_a: dict[int, list[dict]] = {}
    for row in pairs:
        of_a.setdefault(row["sentence"], []).append(row)
    answered = {row["sentence_b"] for row in pairs}
    ours = [_evidence(row, "", a) for row in _sentences(a)]
    lines: list[dict] = []
    for row in ours:
        lines += of_a.get(row["sentence"], [row])
    place_of: dict[int, int] = {}
    for place, line in enumerate(lines):
        if line.get("sentence_b") is not None:
            place_of.setdefault(line["sentence_b"], place)
    after: dict[int, list[dict]] = {}
    place = -1
    for row in (_evidence(row, "_b", b) for row in _sentences(b)):
        if row["sentence_b"] in answered:
            place = place_of[row["sentence_b"]]
        else:
            after.setdefault(place, []).append(row)
    laid = list(after.get(-1, []))
    for place, line in enumerate(lines):
        laid += [line, *after.get(place, [])]
    columns = [*EVIDENCE, "score", "relation", *[f"{name}_b" for name in EVIDENCE]]
    frame = pd.DataFrame(laid, columns=columns)
    frame["doc_id"] = a.documents[0].doc_id
    frame["doc_id_b"] = b.documents[0].doc_id
    return frame


def _sentences(corpus: Corpus) -> list[dict]:
    return corpus.sentences[~title_sentences(corpus)].to_dict("records")


def _evidence(row: dict, end: str, corpus: Corpus) -> dict:
    found = {name + end: row[name] for name in ("sentence", "start", "end")}
    text = {"match" + end: row["text"], "quote" + end: row["text"]}
    return {"doc_id" + end: corpus.documents[0].doc_id, **found, **text}
