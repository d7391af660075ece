"""Where sentences begin and end: Punkt with parameters set by hand, by paragraph."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from summit_analysis.lexicons import read_lexicon

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

# A speaker's label with a stage direction is no sentence: "PRESIDENT X: (As interpreted.)".
RE_STAGE_DIRECTION = re.compile(r"[^\n:]{1,60}:\s+\([^()\n]{1,60}\)")
RE_NEXT_WORD = re.compile(r"\S{1,40}")
OPENERS = "([“‘\"'"
CONTINUING = ("before_digits", "country_initials", "abbreviations", "may_end_sentence")
RE_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each paragraph: what blank lines separate.

    Example:
        >>> list(paragraph_spans("One.\\n\\nTwo."))
        [(0, 4), (6, 10)]
    """
    for found in RE_PARAGRAPH.finditer(text):
        yield found.span()


def sentence_spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the place of each sentence, in order; a sentence never crosses a paragraph's end.

    Args:
        text: cleaned text, paragraphs separated by a blank line.

    Yields:
        `(start, end, paragraph)`, characters and a paragraph number from 0. Every character that
        is not white space lies in exactly one sentence.

    Example:
        >>> text = "They met in the U.S. The two leaders met at 9 a.m. in Room No. 5. They left."
        >>> [text[start:end] for start, end, _ in sentence_spans(text)]
        ['They met in the U.S.', 'The two leaders met at 9 a.m. in Room No. 5.', 'They left.']
    """
    for number, (start, end) in enumerate(paragraph_spans(text)):
        for first, last in _split(text[start:end]):
            yield start + first, start + last, number


def _split(paragraph: str) -> Iterator[tuple[int, int]]:
    pending: tuple[int, int] | None = None
    for start, end in punkt().span_tokenize(paragraph):
        if pending is None:
            pending = (start, end)
        elif belongs_together(paragraph, pending, start):
            pending = (pending[0], end)
        else:
            yield pending
            pending = (start, end)
    if pending is not None:
        yield pending


def belongs_together(paragraph: str, before: tuple[int, int], start: int) -> bool:
    """Say whether a sentence goes on where Punkt cut it: what its parameters cannot express.

    Args:
        paragraph: the text.
        before: the place of the sentence so far.
        start: where the next one would begin.
    """
    words = paragraph[before[0] : before[1]].rsplit(None, 1)
    last_word = words[-1].lstrip(OPENERS)
    if last_word.endswith("."):
        return _continues(last_word[:-1], paragraph, start)
    return bool(RE_STAGE_DIRECTION.fullmatch(paragraph, before[0], before[1]))


def may_continue(word: str) -> bool:
    """Say whether a sentence can go on after this word and its full stop, for some next word."""
    data = _word_sets()
    bare = word.lstrip(OPENERS)[:-1]
    lower = bare.lower()
    return (
        bare in data["before_digits"]
        or lower in data["country_initials"]
        or (lower in data["abbreviations"] and lower not in data["may_end_sentence"])
    )


@cache
def continuing_words() -> frozenset[str]:
    """Return the words of which `may_continue` may be true, or that abbreviate, in lower case."""
    words = frozenset().union(*(_word_sets()[name] for name in CONTINUING))
    return frozenset(word.lower() for word in words)


def _continues(word: str, paragraph: str, start: int) -> bool:
    """Say whether a sentence goes on after `word` and its full stop; at `start` the next begins."""
    data = _word_sets()
    if word in data["before_digits"]:
        return any(character.isdigit() for character in _next_word(paragraph, start))
    lower = word.lower()
    if lower in data["country_initials"]:
        return _next_word(paragraph, start).lower() in data["titles"]
    return lower in data["abbreviations"] and lower not in data["may_end_sentence"]


def _next_word(paragraph: str, start: int) -> str:
    found = RE_NEXT_WORD.search(paragraph, start)  # which can begin with white space
    return found[0] if found else ""


@cache
def punkt() -> "PunktSentenceTokenizer":
    """Build Punkt with the bundled abbreviations; nothing is downloaded or trained."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    data: dict[str, Any] = read_lexicon("sentences")
    parameters = PunktParameters()
    parameters.abbrev_types = set(data["abbreviations"]) | set(data["may_end_sentence"])
    parameters.sent_starters = set(data["sentence_starters"])
    return PunktSentenceTokenizer(parameters)


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    data = read_lexicon("sentences")
    return {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
