"""Punkt's rules between two words, for parameters set by hand: abbreviations and starters.

NLTK's Punkt says the same, but takes ten times as long, for the objects that it makes and the time
limits it sets. Of Punkt's rules (Kiss and Strunk, 2006) those are left out that need a corpus on
which it was trained: where words stand there, and which follow each other.
"""

import re
from functools import cache
from typing import Any

from summit_analysis.corpus.tokenising.sentences import punkt

MARKS = (".", "?", "!")


def breaks(text: str) -> bool:
    """Say whether Punkt ends a sentence inside a text without line breaks.

    Example:
        >>> breaks("They met. He"), breaks("the U.S. economy"), breaks("met.")
        (True, False, False)
    """
    words = word_pattern().findall(text)
    return any(map(ends_after, words, words[1:]))


def ends_after(word: str, following: str) -> bool:
    """Say whether Punkt ends a sentence after a word, as it cuts them, when another follows.

    Example:
        >>> ends_after("U.S.", "The"), ends_after("U.S.", "economy"), ends_after("J.", "Smith")
        (True, False, False)
    """
    ends = _ends_alone(word)
    initial = _is_initial(word)
    if ends is None:
        return not initial and following[0].isupper() and _starts(following)
    if ends and (initial or _is_number(word)):
        # The sentence goes on with punctuation or a small letter; after an initial, a capital, too.
        goes_on = following in punkt().PUNCTUATION or following[0].islower()
        return not (goes_on or (initial and following[0].isupper()))
    return ends


def _ends_alone(word: str) -> bool | None:
    """Say whether a word ends a sentence as it stands; None for abbreviations and ellipses."""
    if word in MARKS:
        return True
    if word[-1] != ".":
        return False
    if word[-2] == ".":
        return None if not word.strip(".") else False
    bare = word[:-1].lower()
    known = punkt()._params.abbrev_types
    return None if bare in known or bare.rsplit("-", 1)[-1] in known else True


def _starts(word: str) -> bool:
    lower = word.lower()
    if len(word) > 1 and lower[-1] == "." and _ends_alone(word):
        lower = lower[:-1]
    return lower in punkt()._params.sent_starters


def _is_initial(word: str) -> bool:
    return len(word) == 2 and bool(punkt()._Token._RE_INITIAL.match(word))


def _is_number(word: str) -> bool:
    return any(map(str.isdecimal, word)) and bool(punkt()._Token._RE_NUMERIC.match(word.lower()))


@cache
def word_pattern() -> re.Pattern[str]:
    """Return what Punkt cuts words by."""
    return untimed(punkt()._lang_vars._word_tokenizer_re())


def untimed(pattern: Any) -> re.Pattern[str]:
    """Compile a pattern of NLTK's as Python does: recent ones set a limit of time at every use."""
    return re.compile(pattern.pattern, pattern.flags & (re.VERBOSE | re.MULTILINE))
