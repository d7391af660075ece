"""By what act a text speaks of a matter: through time, and on both sides of a meeting."""

from typing import Any

import numpy as np
import pandas as pd

from summit_analysis.across.two_texts.aligning import LEAST_SCORE, Similarity, align
from summit_analysis.across.two_texts.pairing import Side, paired
from summit_analysis.arguments import check_frame
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.corpus.token_views import index_of
from summit_analysis.frames import finish
from summit_analysis.phrases import acts
from summit_analysis.plurals import counted

TAKEN = ["act_id", "actor", "verb", "complement", "modifiers", "act_class", "strength"]


def acts_on(corpus: Corpus, occurrences: pd.DataFrame) -> pd.DataFrame:
    """Say by what act each text speaks of a thing: condemns it, or expresses concern about it.

    The act is the one that the occurrence itself holds (`reaffirmed the commitment to …`), the
    first if it holds several; otherwise the last one that begins before it in its sentence.

    Args:
        corpus: the documents.
        occurrences: evidence rows: what `history` or `concordance` returns.

    Returns:
        The rows in their order: the evidence columns, `date` and `issuer`, `act` (in words), and
        of the act `act_id, actor, verb, complement, modifiers, act_class, strength`, as `acts`
        gives them; empty text where no act was found in the occurrence or before it.

    Raises:
        SummitAnalysisError: it is no corpus, or the frame has no evidence columns.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> from summit_analysis.terms import concordance
        >>> corpus = Corpus([Document("a", "The two leaders strongly condemned the seizure.")])
        >>> acts_on(corpus, concordance(corpus, "seizure"))["act"].tolist()
        ['strongly condemn']
    """
    index_of(corpus)
    check_frame(occurrences, EVIDENCE, call="acts_on", maker="concordance")
    frame = occurrences[list(EVIDENCE)].reset_index(drop=True)
    places = [corpus.documents[corpus.place(doc_id)].metadata for doc_id in frame["doc_id"]]
    frame["date"] = pd.to_datetime(pd.Series([known.get("date") for known in places], dtype=object))
    frame["issuer"] = pd.Series([str(known.get("issuer", "")) for known in places], dtype="str")
    spoken = set(frame["doc_id"])
    found = _by_sentence(acts(corpus.where(doc_id=spoken))) if spoken else {}
    rows = []
    for row in frame.to_dict("records"):
        here = found.get((row["doc_id"], row["sentence"]), [])
        act = _spoken_by(here, row["start"], row["end"]) or dict.fromkeys(TAKEN, "")
        rows.append({"act": in_words(act), **{name: act[name] for name in TAKEN}})
    frame = pd.concat([frame, pd.DataFrame(rows, columns=["act", *TAKEN])], axis=1)
    without = int((frame["act"] == "").sum())
    notes = [
        f"{counted(len(frame), 'occurrence')}; in or before {without:,} no act was found in the "
        "sentence."
    ]
    return finish(frame, title="By what act the texts speak of it", notes=notes)


def verbs_used(
    a: Side,
    b: Side,
    *,
    similarity: Similarity | None = None,
    min_score: float = LEAST_SCORE,
    days: int = 1,
) -> pd.DataFrame:
    """Set side by side the acts by which two accounts report one matter.

    Args:
        a: a document, or a corpus whose documents are matched with those of `b` as `pairs` does.
        b: the other side.
        similarity, min_score, days: as in `align`.

    Returns:
        One row for each pair of matched sentences with an act on either side, in the order of `a`:
        `acts` and `acts_b` (lists, in words, with the actor), `shared` (the words that match the
        sentences), `score`, and the evidence columns of both sentences.

    Raises:
        CorpusError: a side is empty, or no documents match.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> a = Document("a", "The two leaders condemned the seizure of fishing boats.")
        >>> b = Document("b", "The President expressed concern over the seizure of fishing boats.")
        >>> verbs_used(a, b)[["acts", "acts_b"]].values.tolist()
        [[['joint: condemn'], ['President: express concern']]]
    """
    frames = []
    for first, second in paired(a, b, days=days):
        frame = align(first, second, similarity=similarity, min_score=min_score)
        for end, corpus in (("", first), ("_b", second)):
            found = _by_sentence(acts(corpus))
            doc_id = corpus.documents[0].doc_id
            said = [
                [f"{act['actor']}: {in_words(act)}" for act in found.get((doc_id, sentence), [])]
                for sentence in frame["sentence" + end]
            ]
            frame["acts" + end] = pd.Series(said, dtype=object, index=frame.index)
        frames.append(frame)
    frame = pd.concat(frames, ignore_index=True)
    spoken = (frame["acts"].map(len) + frame["acts_b"].map(len)) > 0
    order = ["acts", "acts_b", "shared", "score"]
    others = [name for name in frame.columns if name not in order and name != "relation"]
    notes = [
        f"{counted(int(spoken.sum()), 'pair')} of sentences with an act; a sentence may have "
        "several acts, and not all of them need be about what the two share."
    ]
    chosen = frame.loc[np.asarray(spoken, dtype=bool), [*order, *others]]
    return finish(chosen, title="Acts on the same matter", notes=notes)


def in_words(act: dict[str, Any]) -> str:
    """Write an act as words: its verb, what grades it, and the noun that carries its meaning.

    Example:
        >>> in_words({"verb": "express", "complement": "concern", "modifiers": "strong"})
        'express strong concern'
    """
    grades = str(act["modifiers"]).replace(",", " ").replace(";", " ").split()
    before = [word for word in grades if word.endswith("ly") or not act["complement"]]
    within = [word for word in grades if word not in before]
    return " ".join([*before, *filter(None, [act["verb"], *within, act["complement"]])])


def _spoken_by(acts: list[dict[str, Any]], start: int, end: int) -> dict[str, Any] | None:
    """Choose, of the acts of a sentence, the one by which it speaks of a place in it."""
    own = [act for act in acts if start <= act["start"] < end]
    # A verb of the formula's own says more of it than one of a clause before.
    ahead = [act for act in acts if act["start"] < start]
    return own[0] if own else ahead[-1] if ahead else None


def _by_sentence(found: pd.DataFrame) -> dict[tuple[str, int], list[dict[str, Any]]]:
    rows: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in found.sort_values(["doc_id", "start"]).to_dict("records"):
        rows.setdefault((row["doc_id"], row["sentence"]), []).append(row)  # type: ignore[arg-type]
    return rows  # type: ignore[return-value]
