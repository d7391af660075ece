"""One thing, two names: where two accounts of one matter name it differently."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from summit_analysis.across.differing import differences, printed
from summit_analysis.across.two_texts.aligning import Similarity, align
from summit_analysis.across.two_texts.names import RE_NAME, Name, names_in
from summit_analysis.across.two_texts.pairing import Side, paired, parties_of
from summit_analysis.corpus import Corpus, Document
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.frames import finish
from summit_analysis.lexicons import stop_words
from summit_analysis.plurals import counted

COLUMNS = [
    "name", "name_b", "count", "why", "score", "alone",
    *EVIDENCE, *(f"{name}_b" for name in EVIDENCE),
]  # fmt: skip
RE_BEFORE = re.compile(
    r"(?:^|\s)(?:of|in|on|near|around|to|towards?|across|over|from|with|against|at|for|covers?)"
    r"(?:\s+the)?\s+$"
)
CONTEXT_WORDS = 2
# What a single meeting of two names needs before it counts for anything.
LEAST_SCORE_ONCE = 0.2
COMMON_IN_STATES = frozenset(
    "republic kingdom united states state federation union of the and".split()
)


class Renaming(NamedTuple):
    """Two names in two aligned sentences, and how much speaks for their being one thing."""

    name: Name
    name_b: Name
    row: int
    same_place: bool
    alone: bool


def renamed(
    a: Side, b: Side, *, similarity: Similarity | None = None, days: int = 1
) -> pd.DataFrame:
    """Find what two accounts of one matter call by different names.

    In aligned sentences two names are taken for one thing when they stand at the same place, after
    the same words (`denuclearization of North Korea`, `… of the Korean Peninsula`); or when each
    stands in its own account and never in the other, and each is the name the other meets most
    often. Two names that meet once only must both follow a preposition, with no other such name in
    either sentence. People, dates and the parties themselves are left out.

    Args:
        a: a document, or a corpus whose documents are matched with those of `b` as `pairs` does.
        b: the other side.
        similarity: as in `align`.
        days: how far apart the dates of two accounts may be, where corpora are matched.

    Returns:
        One row for each pair of sentences with two such names, the most frequent names first:
        `name`, `name_b`, `count` (pairs of sentences), `why` (`same place` or `one side each`),
        `score` (of the alignment), and the evidence columns of both sides; the matches are the
        names. It is for a reader to judge whether both mean one thing: a change of name can be a
        change of matter.

    Raises:
        CorpusError: a side is empty, or no documents match.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> a = Document("a", "They want complete denuclearization of North Korea soon.")
        >>> b = Document("b", "We seek the complete denuclearization of the Korean Peninsula.")
        >>> renamed(a, b)[["name", "name_b"]].values.tolist()
        [['North Korea', 'Korean Peninsula']]
    """
    rows = []
    compared = 0
    for first, second in paired(a, b, days=days):
        compared += 1
        matched = align(first, second, similarity=similarity)
        found = list(_candidates(first, second, matched))
        rows += [_row(matched, each) for each in found]
    frame = _sure(pd.DataFrame(rows, columns=COLUMNS)).drop(columns="alone")
    notes = [
        f"Names in aligned sentences of {counted(compared, 'pair')} of documents. Two "
        "names at one place need not mean one thing: read the sentences."
    ]
    if frame.empty:
        notes.append("No match found in these texts for one thing under two names.")
    return finish(
        frame,
        title="One matter, two names",
        notes=notes,
        order=["count", "name", "name_b", "doc_id", "start", "start_b"],
        descending=["count"],
    )


def _candidates(a: Corpus, b: Corpus, matched: pd.DataFrame) -> Iterator[Renaming]:
    ours, theirs = a.documents[0], b.documents[0]
    known_a, known_b = _words(ours), _words(theirs)
    parties = parties_of(ours) | parties_of(theirs) | COMMON_IN_STATES
    parties = frozenset(word for party in parties for word in party.split())
    for place, row in enumerate(matched.to_dict("records")):
        names_a = list(names_in(row["match"], row["start"]))
        names_b = list(names_in(row["match_b"], row["start_b"]))
        twins = set(_same_place(row["match"], row["match_b"]))
        for one in names_a:
            for other in names_b:
                pair = (_folded(one), _folded(other))
                named = any(set(words.split()) <= parties for words in pair)
                if pair in twins and pair[0] != pair[1] and not named:
                    yield Renaming(one, other, place, True, True)
        own_a = [name for name in names_a if _only_here(name, known_b, parties)]
        own_b = [name for name in names_b if _only_here(name, known_a, parties)]
        kinds = {_folded(name) for name in own_a}, {_folded(name) for name in own_b}
        strong = row["score"] >= LEAST_SCORE_ONCE and all(len(kind) == 1 for kind in kinds)
        for one in own_a:
            for other in own_b:
                alone = strong and _placed(ours, one) and _placed(theirs, other)
                yield Renaming(one, other, place, False, alone)


def _folded(name: Name) -> str:
    return " ".join(printed(name.text).words)


def _only_here(name: Name, known: str, parties: frozenset[str]) -> bool:
    """Say whether the other account never has a name, and it is not that of a party."""
    words = _folded(name)
    return f" {words} " not in known and not set(words.split()) <= parties


def _placed(document: Document, name: Name) -> bool:
    """Say whether a name follows a preposition and is no mere adjective of what follows it."""
    after = printed(document.text[name.end : name.end + 40])
    close = bool(after.spans) and not document.text[name.end : name.end + after.spans[0][0]].strip()
    single = " " not in name.text
    adjective = single and close and after.words[0] not in stop_words("english")
    return bool(RE_BEFORE.search(document.text[: name.start][-30:])) and not adjective


def _same_place(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the names that replace one another after words that both sentences have."""
    pieces = differences(before, after)
    for ahead, piece in pairwise(pieces):
        same = ahead.kind == "same" and len(printed(ahead.after).words) >= CONTEXT_WORDS
        if not same or piece.kind == "same" or not piece.before or not piece.after:
            continue
        yield _head(piece.before), _head(piece.after)


def _head(text: str) -> str:
    """Return the name that a changed stretch begins with, folded."""
    bare = text[4:] if text.lower().startswith("the ") else text
    found = RE_NAME.match(bare)
    return " ".join(printed(found.group()).words) if found else ""


def _words(document: Document) -> str:
    return f" {' '.join(printed(document.text).words)} "


def _row(matched: pd.DataFrame, each: Renaming) -> tuple[object, ...]:
    row = matched.iloc[each.row]
    one, other = each.name, each.name_b
    return (
        one.text, other.text, 0, "same place" if each.same_place else "one side each", row["score"],
        each.alone,
        row["doc_id"], row["sentence"], one.start, one.end, one.text, row["quote"],
        row["doc_id_b"], row["sentence_b"], other.start, other.end, other.text, row["quote_b"],
    )  # fmt: skip


def _sure(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the names that stand at one place, and those that meet twice and prefer one another."""
    frame = frame.drop_duplicates(["doc_id", "start", "doc_id_b", "start_b"])
    keys = list(zip(frame["name"], frame["name_b"], strict=True))
    meetings = set(zip(keys, frame["doc_id"], frame["sentence"], frame["sentence_b"], strict=True))
    times = Counter(key for key, *_ in meetings)
    best: Counter[tuple[str, int]] = Counter()
    for key, count in times.items():
        for side, name in enumerate(key):
            best[name, side] = max(best[name, side], count)
    sure = {key for key, alone in zip(keys, frame["alone"], strict=True) if alone}
    preferred = {key for key in keys if times[key] == best[key[0], 0] == best[key[1], 1]}
    twins = {key for key, why in zip(keys, frame["why"], strict=True) if why == "same place"}
    kept = [key in twins or (key in preferred and (times[key] > 1 or key in sure)) for key in keys]
    frame = frame.assign(count=[times[key] for key in keys])
    return frame[np.array(kept, dtype=bool)]
