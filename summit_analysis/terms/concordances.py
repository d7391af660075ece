"""Every place where a word or phrase stands, with what stands beside it."""

from difflib import get_close_matches
from typing import Literal

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.evidence import evidence
from summit_analysis.corpus.indexing import TokenIndex
from summit_analysis.corpus.patterns import find
from summit_analysis.frames import finish

Sort = Literal["document", "left", "right"]


def concordance(
    corpus: Corpus,
    pattern: str,
    *,
    window: int = 10,
    sort: Sort = "document",
    compounds: Literal["keep", "split"] = "keep",
) -> pd.DataFrame:
    """Show every place where a word, phrase or pattern stands, in its context.

    Args:
        corpus: the documents.
        pattern: words; `denuclear*` for a word's ending; `*` for one token; `...` for one to five.
            A match never crosses a sentence's end.
        window: how many tokens of context to show on each side, within the paragraph.
        sort: `"document"` in the order of the texts; `"left"` by the words before the match, the
            nearest first; `"right"` by the match and the words after it.
        compounds: `"split"` looks at the parts of hyphenated compounds instead of the whole.

    Returns:
        One row a match: `doc_id`, `sentence`, `start`, `end`, `match`, `quote` (evidence, see
        `summit_analysis.corpus.evidence`), `left` and `right` (the context as printed).

    Raises:
        PatternError: the pattern is empty, malformed, or would match everything.

    Example:
        >>> import summit_analysis as sa
        >>> sa.concordance(sa.load(), "Senkaku *")["match"].tolist()
        ['Senkaku Islands']
    """
    index = corpus.split_index if compounds == "split" else corpus.index
    firsts, lasts = find(index, pattern)
    frame = evidence(corpus, firsts, lasts, index=index)
    begins, ends = _context(index, firsts, lasts, window)
    texts = [corpus[doc_id].text for doc_id in frame["doc_id"]]
    frame["left"] = _cut(texts, begins, frame["start"])
    frame["right"] = _cut(texts, frame["end"], ends)
    frame["_first"] = firsts
    if sort != "document":
        keys = _neighbours(index, firsts, lasts, window, left=sort == "left")
        frame["_key"] = pd.Series(keys, dtype=object)
        order = np.array(sorted(range(len(keys)), key=lambda row: (keys[row], row)), dtype=int)
        frame = frame.iloc[order].drop(columns="_key")
    found = frame["doc_id"].nunique()
    notes = [f"{len(frame):,} matches in {found:,} of {len(corpus):,} documents."]
    if frame.empty:
        notes = [f"No match found in this text for {pattern!r}.{similar_words(index, pattern)}"]
    return finish(frame.drop(columns="_first"), title=f"“{pattern}” in context", notes=notes)


def _context(
    index: TokenIndex, firsts: np.ndarray, lasts: np.ndarray, window: int
) -> tuple[np.ndarray, np.ndarray]:
    """Find the characters at which the context of each match begins and ends."""
    sentences = np.repeat(np.arange(len(index.sentence_starts)), np.diff(index.sentence_tokens))
    documents = index.document_of(np.arange(len(index.sentence_starts)))
    change = np.diff(index.sentence_paragraphs) | np.diff(documents)
    paragraph = np.concatenate(([0], np.cumsum(change != 0)))[sentences]
    first_of = np.searchsorted(paragraph, paragraph[firsts], side="left")
    last_of = np.searchsorted(paragraph, paragraph[firsts], side="right") - 1
    begins = index.starts[np.maximum(firsts - window, first_of)]
    ends = index.ends[np.minimum(lasts + window, last_of)]
    return begins, ends


def _cut(texts: list[str], starts, ends) -> pd.Series:  # type: ignore[no-untyped-def]
    pieces = [text[start:end] for text, start, end in zip(texts, starts, ends, strict=True)]
    return pd.Series([" ".join(piece.split()) for piece in pieces], dtype="str")


def _neighbours(
    index: TokenIndex, firsts: np.ndarray, lasts: np.ndarray, window: int, *, left: bool
) -> list[list[str]]:
    words = index.vocabulary
    if left:
        ranges = [range(first - 1, max(first - 1 - window, -1), -1) for first in firsts.tolist()]
    else:
        pairs = zip(firsts.tolist(), lasts.tolist(), strict=True)
        ranges = [range(a, min(b + 1 + window, len(index.ids))) for a, b in pairs]
    return [[words[index.ids[place]] for place in places] for places in ranges]


def similar_words(index: TokenIndex, pattern: str) -> str:
    """Name the words of the corpus that look like one that was not found, as a sentence."""
    if " " in pattern.strip() or "*" in pattern:
        return ""
    near = get_close_matches(pattern.lower(), index.vocabulary, n=3, cutoff=0.8)
    return f" Similar words that do occur: {', '.join(near)}." if near else ""
