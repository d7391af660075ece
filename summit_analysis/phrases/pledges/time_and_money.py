"""Find deadlines and sums in a row of words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summit_analysis.lexicons import read_lexicon

LONGEST_DATE = 10
RE_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?|fy\d{2,4}")
RE_SUM = re.compile(
    r"(?:[A-Z]{1,3})?[$€£¥₹₩]\s?\d[\d,.]*\d?(?:[\s-](?:thousand|million|billion|trillion|bn|mn|m)\b)?"
    r"|\b\d[\d,.]*(?:\s(?:hundred|thousand|million|billion|trillion))?"
    r"\s(?:U\.S\. |US |Canadian |Australian )?"
    r"(?:dollars?|yen|euros?|pounds|won|yuan|renminbi|rupees?|crowns?|kroner|kronor|francs|rubles|pesos)\b"
    r"|\b(?:USD|EUR|GBP|JPY|AUD|CAD)\s?\d[\d,.]*(?:\s(?:million|billion|trillion))?"
)


@dataclass(frozen=True)
class Deadline:
    """A deadline: the items it runs over, one past the last at the end."""

    first: int
    end: int


def find_deadline(words: Sequence[str], first: int, end: int, *, year: int = 0) -> Deadline | None:
    """Find the first date by which, or in which, something is to be done.

    Args:
        words: folded words of a sentence.
        first: where to begin.
        end: where to stop.
        year: the document's year; an earlier year is no deadline. 0 when not known.

    Returns:
        The deadline's items, or None.

    Example:
        >>> words = "establish a joint center in oslo by march 31 2033".split()
        >>> find_deadline(words, 0, len(words))
        Deadline(first=6, end=10)
    """
    units, months, openers = _words("time_units"), _words("months"), _words("deadline_words")
    small, loose, points = _words("date_words"), _words("loose"), _words("points_ahead")
    at = first
    while at < end:
        word = words[at]
        if word not in openers:
            at += 1
            continue
        last, solid, ahead = at + 1, False, word in points
        while last < end and last - at < LONGEST_DATE:
            inner = words[last]
            if RE_YEAR.fullmatch(inner):
                if year and inner[:4].isdigit() and int(inner[:4]) < year:
                    break
                solid = ahead = True
            elif inner in units or inner in months:
                solid = True
                ahead = ahead or inner in months
            elif inner in small or inner.isdigit() or (inner == "," and solid):
                ahead = ahead or inner in points
            else:
                break
            last += 1
        while last > at + 1 and words[last - 1] in (",", "of", "and", "the", "to", "in", "at", "a"):
            last -= 1
        if solid and (ahead or word not in loose) and not (word in ("as", "no") and last - at < 3):
            return Deadline(at, last)
        at += 1
    return None


def find_sum(text: str) -> str:
    """Find the first sum of money in a text.

    Example:
        >>> find_sum("more than $1.5 billion"), find_sum("40 million crowns"), find_sum("40 ships")
        ('$1.5 billion', '40 million crowns', '')
    """
    found = RE_SUM.search(text)
    return found.group().strip(" ,.") if found else ""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("commitments")[name])
