"""The search pattern, one syntax everywhere, and where it matches in a token index."""

import re
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus.search.token_places import Places, places_in
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.corpus.tokenising.tokens import fold, token_spans
from summit_analysis.errors import PatternError

RE_GAP = re.compile(r"\.{3}|…")
LONGEST_GAP = 5
LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True)
class Element:
    """One token of a pattern: a word, a word's beginning, or (empty prefix) any token."""

    text: str
    prefix: bool = False

    @property
    def any(self) -> bool:
        """Whether every token fits."""
        return self.prefix and not self.text


def parse_pattern(pattern: str) -> list[list[Element]]:
    """Parse a pattern: words, `denuclear*` (a word's ending), `*` (one token), `...` (one to five).

    Args:
        pattern: what to look for; words are folded as tokens are, so `U.S.` finds `US`.

    Returns:
        The runs of elements between the `...`, in order.

    Raises:
        PatternError: the pattern is empty, begins or ends with `...`, has a star that does not
            end a word, or would match everything.

    Example:
        >>> [[element.text for element in run] for run in parse_pattern("peace and ... Strait*")]
        [['peace', 'and'], ['strait']]
    """
    if not isinstance(pattern, str):
        raise PatternError(f"A pattern is a string, not {type(pattern).__name__}: {pattern!r:.60}.")
    runs: list[list[Element]] = [[]]
    for word in RE_GAP.sub(" ... ", pattern).split():
        if word == "...":
            runs.append([])
        elif word == "*":
            runs[-1].append(Element("", prefix=True))
        else:
            runs[-1] += _elements(word, pattern)
    if not all(runs):
        raise PatternError(
            f"{pattern!r}: words are missing. `...` stands between words, for one to five tokens."
            if pattern.strip()
            else "The pattern is empty; give a word or a phrase to look for."
        )
    if all(element.any for run in runs for element in run):
        raise PatternError(f"{pattern!r} matches everything; give at least one word.")
    return runs


def find(index: TokenIndex, pattern: str) -> tuple[np.ndarray, np.ndarray]:
    """Find every place a pattern matches; a match never crosses a sentence's end.

    Args:
        index: where to look.
        pattern: as `parse_pattern` reads it.

    Returns:
        The numbers of the first and of the last token of each match, in the order of the text. At
        one starting token there is one match, the shortest; matches may overlap.
    """
    return find_runs(index, parse_pattern(pattern))


def find_runs(
    index: TokenIndex, runs: list[list[Element]], *, places: Places | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Find every place a parsed pattern matches, as `find`.

    Args:
        index: where to look.
        runs: the pattern, as `parse_pattern` returns it.
        places: tells where the ids of a range stand, in order.
    """
    places = places or places_in(index)
    firsts, lasts = _find_run(index, runs[-1], places)
    for run in reversed(runs[:-1]):
        if not len(firsts):
            break
        starts, ends = _find_run(index, run, places)
        # The nearest continuation that itself has a continuation: right to left, so none is missed.
        nearest = np.searchsorted(firsts, ends + 2)
        there = nearest < len(firsts)
        starts, ends, nearest = starts[there], ends[there], nearest[there]
        near = firsts[nearest] <= ends + 1 + LONGEST_GAP
        starts, nearest = starts[near], nearest[near]
        same = index.sentence_of(starts) == index.sentence_of(lasts[nearest])
        firsts, lasts = starts[same], lasts[nearest[same]]
    return firsts, lasts


def matching_ids(index: TokenIndex, element: Element) -> tuple[int, int]:
    """Return the range of vocabulary ids an element fits, as `(first, one past the last)`."""
    vocabulary = index.vocabulary
    if element.any:
        return 0, len(vocabulary)
    first = bisect_left(vocabulary, element.text)
    if element.prefix:
        return first, bisect_left(vocabulary, element.text + LAST_CHARACTER)
    there = first < len(vocabulary) and vocabulary[first] == element.text
    return first, first + there


def _find_run(
    index: TokenIndex, run: list[Element], places: Places
) -> tuple[np.ndarray, np.ndarray]:
    ranges = [matching_ids(index, element) for element in run]
    sizes = [places.count(*each) for each in ranges]
    anchor = sizes.index(min(sizes))
    if not sizes[anchor]:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    starts = places.of(*ranges[anchor]) - anchor
    if len(run) > 1:
        starts = starts[(starts >= 0) & (starts + len(run) <= len(index.ids))]
        for offset, (first, last) in enumerate(ranges):
            if offset != anchor and not run[offset].any:
                ids = index.ids[starts + offset]
                starts = starts[(ids >= first) & (ids < last)]
        past = index.sentence_tokens[index.sentence_of(starts) + 1]
        starts = starts[starts + len(run) <= past]
    return starts, starts + len(run) - 1


def _elements(word: str, pattern: str) -> list[Element]:
    stem = word[:-1] if word.endswith("*") else word
    if "*" in stem:
        raise PatternError(
            f"{pattern!r}: a star stands for a word's ending (denuclear*) or, alone, one token; "
            f"{word!r} has it elsewhere."
        )
    folded = [fold(stem[start:end]) for start, end in token_spans(stem)]
    if not folded:
        raise PatternError(f"{pattern!r}: {word!r} has no letter or digit to look for.")
    elements = [Element(text) for text in folded]
    if word.endswith("*"):
        elements[-1] = Element(folded[-1], prefix=True)
    return elements
