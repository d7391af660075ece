"""Every place where a word or phrase stands, with what stands beside it."""

from difflib import get_close_matches
from typing import Literal, get_args

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_choice, check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import as_column, cut_out, evidence, texts_at
from summit_analysis.corpus.search.patterns import find
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.frames import finish

Sort = Literal["document", "left", "right"]


def concordance(
    corpus: Corpus,
    pattern: str,
    *,
    window: int = 10,
    sort: Sort = "document",
    compounds: Compounds = "keep",
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
        `summit_analysis.corpus.search.evidence_rows`), `left` and `right` (the context as printed).

    Raises:
        PatternError: the pattern is empty, malformed, or would match everything.
        CorpusError: window or sort is none that there is.

    Example:
        >>> import summit_analysis as sa
        >>> sa.concordance(sa.load(), "Senkaku *")["match"].tolist()
        ['Senkaku Islands']
    """
    check_whole("window", window)
    check_choice("sort", sort, get_args(Sort))
    index = index_of(corpus, compounds)
    firsts, lasts = find(index, pattern)
    sentences = index.sentence_of(firsts)
    frame = evidence(corpus, firsts, lasts, index=index, sentences=sentences)
    begins, ends = _context(index, firsts, lasts, sentences, window)
    places = index.document_of(sentences)
    contexts = cut_out(texts_at(corpus, places), begins, ends)
    contexts = [context.replace("\n", " ").replace("\t", " ") for context in contexts]
    left = cut_out(contexts, np.zeros_like(begins), index.starts[firsts] - begins)
    right = cut_out(contexts, index.ends[lasts] - begins, ends - begins)
    frame["left"], frame["right"] = _squeezed(left), _squeezed(right)
    if sort != "document":
        keys = _neighbours(index, firsts, lasts, window, left=sort == "left")
        order = np.array(sorted(range(len(keys)), key=lambda row: (keys[row], row)), dtype=int)
        frame = frame.iloc[order]
    found = len(np.unique(places))
    notes = [f"{len(frame):,} matches in {found:,} of {len(corpus):,} documents."]
    if frame.empty:
        notes = [f"No match found in this text for {pattern!r}.{similar_words(index, pattern)}"]
    return finish(frame, title=f"“{pattern}” in context", notes=notes)


def _context(
    index: TokenIndex, firsts: np.ndarray, lasts: np.ndarray, sentences: np.ndarray, window: int
) -> tuple[np.ndarray, np.ndarray]:
    """Find the characters at which the context of each match begins and ends."""
    begins, ends = firsts - window, lasts + window
    left, right = sentences.copy(), sentences.copy()
    past = index.sentence_tokens[1:]
    # A few steps, sentence by sentence, as far as the context goes within the paragraph.
    short = np.flatnonzero(begins < index.sentence_tokens[left])
    while len(short := short[~_first_in_paragraph(index, left[short])]):
        left[short] -= 1
        short = short[begins[short] < index.sentence_tokens[left[short]]]
    short = np.flatnonzero(ends >= past[right])
    while len(short := short[~_first_in_paragraph(index, right[short] + 1)]):
        right[short] += 1
        short = short[ends[short] >= past[right[short]]]
    begins = np.maximum(begins, index.sentence_tokens[left])
    ends = np.minimum(ends, past[right] - 1)
    return index.starts[begins], index.ends[ends]


def _first_in_paragraph(index: TokenIndex, sentences: np.ndarray) -> np.ndarray:
    """Say which sentences, by place, begin a paragraph; what comes after the last one does too."""
    inside = np.minimum(sentences, len(index.sentence_numbers) - 1)
    same = index.sentence_paragraphs[inside] == index.sentence_paragraphs[inside - 1]
    return (sentences > inside) | (index.sentence_numbers[inside] == 0) | ~same


def _squeezed(pieces: list[str]) -> pd.Series:
    """Leave one space where pieces of text have several, and none at their ends."""
    lines = [piece.strip() for piece in pieces]
    lines = [" ".join(line.split()) if "  " in line else line for line in lines]
    return as_column(lines)


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
