"""The names in a sentence, by how they are printed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summit_analysis.lexicons import stop_words

# Words of a name, with the small words that may stand inside one: the Republic of Korea.
_CAPITAL = r"[^\W\da-z_][\w.’'-]*"
RE_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|and|the|of\s+the)\s+)?{_CAPITAL})*")
RE_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# People are named in many ways by their titles, and are not what is renamed.
RE_PERSON = re.compile(
    r"\b(?:President|Prime|Minister|Premier|Chancellor|Secretary|King|Queen|Prince|Princess|Emir|"
    r"Sultan|Sheikh|Vice|Ambassador|Senator|Governor|General|Majesty|Highness|Excellency|Mrs?|Ms|Dr|"
    r"Madam|Leaders?|Jr)\b"
)
RE_NUMBER = re.compile(r"\s+\d")
# A sentence with more capitalised words than this is a heading, and shows no names.
HEADING = 0.6


class Name(NamedTuple):
    """A name where it stands."""

    text: str
    start: int
    end: int


def names_in(text: str, start: int = 0) -> Iterator[Name]:
    """Yield the names of a sentence: runs of capitalised words, dates and sentence openings not.

    Args:
        text: a sentence.
        start: its place in the document; the names' places count from there.

    Example:
        >>> [name.text for name in names_in("They met in the Republic of Sorrelay on May 3.")]
        ['Republic of Sorrelay']
    """
    capitals = [word[:1].isupper() for word in text.split()]
    if sum(capitals) > HEADING * len(capitals):
        return
    for found in RE_NAME.finditer(text):
        words = found.group()
        begin = found.start()
        first = words.split()[0]
        if RE_PERSON.search(words) or RE_NUMBER.match(text, found.end()):
            continue
        if begin == 0:  # the capital may only be the sentence's own
            words = words[len(first) :].lstrip()
            begin = found.end() - len(words)
        words = re.sub(r"[’']s?$|[.]$", "", words) if not words.endswith("S.") else words
        if words and not RE_MONTH.match(words) and words.lower() not in stop_words("english"):
            yield Name(words, start + begin, start + begin + len(words))
