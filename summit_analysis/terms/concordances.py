"""Every place where a word or phrase stands, with what stands beside it."""

from difflib import get_close_matches
from typing import Literal, get_args

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_choice, check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import Cuts, cut_out, evidence, texts_at
from summit_analysis.corpus.search.patterns import find
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.frames import finish

SPACE = ord(" ")  # stands in for the bytes below: controls, line breaks and tabs among them
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
    begins, ends = _context(index, firsts, lasts, sentences, window)
    places = index.document_of(sentences)
    # One cut out of each text, which has to be fetched from memory; all else out of these cuts.
    wide = np.minimum(begins, index.sentence_starts[sentences])
    past = np.maximum(ends, index.sentence_ends[sentences])
    texts = cut_out(texts_at(corpus, places), wide, past)
    frame = evidence(corpus, firsts, lasts, index=index, cuts=Cuts(sentences, texts, wide))
    starts, stops = frame["start"].to_numpy() - wide, frame["end"].to_numpy() - wide
    frame["left"] = _squeezed(cut_out(texts, begins - wide, starts))
    frame["right"] = _squeezed(cut_out(texts, stops, ends - wide))
    if sort != "document":
        keys = _neighbours(index, firsts, lasts, window, left=sort == "left")
        order = np.array(sorted(range(len(keys)), key=lambda row: (keys[row], row)), dtype=int)
        frame = frame.iloc[order]
    found = np.count_nonzero(np.diff(places, prepend=-1))
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
    while len(short := short[~index.paragraph_begins[left[short]]]):
        left[short] -= 1
        short = short[begins[short] < index.sentence_tokens[left[short]]]
    short = np.flatnonzero(ends >= past[right])
    while len(short := short[~index.paragraph_begins[right[short] + 1]]):
        right[short] += 1
        short = short[ends[short] >= past[right[short]]]
    begins = np.maximum(begins, index.sentence_tokens[left])
    ends = np.minimum(ends, past[right] - 1)
    return index.starts[begins], index.starts[ends] + index.lengths[ends]


def _squeezed(pieces: list[str]) -> pd.Series:
    """Put one space in the place of line breaks, controls and several spaces; none at the ends."""
    import pyarrow as pa
    import pyarrow.compute as pc

    _, offsets, characters = pa.array([*pieces, " "], pa.large_string()).buffers()
    plain = np.maximum(np.frombuffer(characters, dtype=np.uint8), SPACE)
    lines = pa.Array.from_buffers(
        pa.large_string(), len(pieces), [None, offsets, pa.py_buffer(plain)]
    )
    lines = pc.utf8_trim_whitespace(lines)
    # Two spaces are looked for in all bytes at once, which is quicker than line by line.
    _, offsets, characters = lines.buffers()
    space = np.frombuffer(characters or b"", dtype=np.uint8) == SPACE
    doubled = np.flatnonzero(space[:-1] & space[1:])
    begins = np.frombuffer(offsets, dtype=np.int64)
    some = np.zeros(len(pieces), dtype=bool)
    some[np.searchsorted(begins, doubled, side="right") - 1] = True
    if len(doubled):
        single = pc.replace_substring_regex(lines.filter(some), "  +", " ")
        lines = pc.replace_with_mask(lines, some, single)
    return pd.Series(lines, dtype="str")


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
