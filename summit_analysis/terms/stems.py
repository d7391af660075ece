"""The stem of a word, by which its forms are told to be one word's."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.stem.snowball import EnglishStemmer


@cache
def stem(word: str) -> str:
    """Stem a word (Snowball, Porter 2001).

    Example:
        >>> stem("condemned"), stem("condemns")
        ('condemn', 'condemn')
    """
    return str(_stemmer().stem(word))


@cache
def _stemmer() -> "EnglishStemmer":
    from nltk.stem.snowball import EnglishStemmer

    return EnglishStemmer()
