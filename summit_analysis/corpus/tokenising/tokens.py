"""What a token is: the one definition that everything counts by."""

import re
from collections.abc import Iterator
from functools import cache

from summit_analysis.lexicons import read_lexicon

TOKEN_DEFINITION = (
    "A token is a run of letters and digits. Hyphens, apostrophes and an ampersand inside it, full "
    "stops inside initials (U.S.), and the marks inside a number (1,234.5) or between figures "
    "(2+2) belong to it, so that Japan-U.S., cross-Strait, COVID-19 and d'Ivoire are one token "
    "each; a possessive 's does not. Tokens are counted folded: lower case, plain quotes and "
    "hyphens. Capitals that would be mistaken for another word (US and us, WHO and who, IT and "
    "it) stay apart in mixed-case text, and US counts as U.S."
)

HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
APOSTROPHES = "'\u2019\u02bc\u2032"

_LETTER = r"[^\W\d_]"
_WORD = r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*"
_UNIT = (
    rf"(?:(?<![^\W_])(?:{_LETTER}\.){{2,}}(?![^\W_])"  # U.S.  a.m.
    rf"|(?<![^\W_]){_LETTER}(?:\.{_LETTER})+(?![^\W_])"  # U.S without the last full stop
    r"|\d+(?:[.,]\d+)+(?![^\W_])"  # 1,234.5
    rf"|{_WORD}(?:[{APOSTROPHES}](?![sS](?![^\W_])){_WORD})*)"  # d'Ivoire; not the s of Japan's
)

# Never matches across white space: the text can be cut there first, which is what makes it fast.
RE_TOKEN = re.compile(rf"{_UNIT}(?:[{HYPHENS}&]{_UNIT}|(?<=\d)\+(?=\d){_UNIT})*")
RE_TOKEN_OR_POSSESSIVE = re.compile(
    rf"(?P<token>{RE_TOKEN.pattern})(?:[{APOSTROPHES}][sS](?![^\W_]))?"
)

_FOLD_CHARACTERS = str.maketrans(dict.fromkeys(HYPHENS, "-") | dict.fromkeys(APOSTROPHES, "'"))


def token_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each token, in order.

    Args:
        text: any text; a possessive *'s* is passed over and belongs to no token.

    Yields:
        `(start, end)` in characters, so that `text[start:end]` is the token as printed.

    Example:
        >>> text = "Japan-U.S. talks (“2+2”), Côte d’Ivoire’s 1,234.5 t"
        >>> [text[start:end] for start, end in token_spans(text)]
        ['Japan-U.S.', 'talks', '2+2', 'Côte', 'd’Ivoire', '1,234.5', 't']
    """
    for found in RE_TOKEN_OR_POSSESSIVE.finditer(text):
        yield found.span("token")


def fold(token: str, *, mixed_case: bool = True) -> str:
    """Fold a printed token to the form it is counted under.

    Args:
        token: a token as printed.
        mixed_case: whether it stands in text that also has small letters. In an all-capitals
            heading US can only be read as the word it looks like.

    Returns:
        The folded form.

    Example:
        >>> fold("U.S."), fold("US"), fold("us"), fold("US-Japan"), fold("d’Ivoire")
        ('u.s.', 'u.s.', 'us', 'u.s.-japan', "d'ivoire")
    """
    if token.isascii() and token.isalpha():  # nearly always: nothing to replace or to take apart
        return (mixed_case and _initialisms().get(token)) or _lower(token)
    plain = token.translate(_FOLD_CHARACTERS)
    if mixed_case and any(part in _initialisms() for part in plain.split("-")):
        return "-".join(_initialisms().get(part) or _lower(part) for part in plain.split("-"))
    return "-".join(map(_lower, plain.split("-"))) if "-" in plain else _lower(plain)


def initialisms() -> list[str]:
    """Return the capitals whose folding depends on the case of the text around.

    Example:
        >>> "WHO" in initialisms()
        True
    """
    return list(_initialisms())


def special_forms() -> frozenset[str]:
    """Return the lower-case words that folding may treat otherwise than by lowering the case.

    Example:
        >>> "who" in special_forms(), "what" in special_forms()
        (True, False)
    """
    return frozenset([*_spellings(), *(word.lower() for word in _initialisms())])


def tokenize(text: str) -> list[str]:
    """Fold every token of a text, in order.

    Example:
        >>> tokenize("The U.S.’s share: US told us")
        ['the', 'u.s.', 'share', 'u.s.', 'told', 'us']
    """
    mixed_case = not text.isupper()
    return [fold(text[start:end], mixed_case=mixed_case) for start, end in token_spans(text)]


def _lower(part: str) -> str:
    lower = part.lower()
    return _spellings().get(lower, lower)


@cache
def _spellings() -> dict[str, str]:
    return dict(read_lexicon("tokens")["spellings"])


@cache
def _initialisms() -> dict[str, str]:
    return dict(read_lexicon("tokens")["initialisms"])
