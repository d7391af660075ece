"""Stop words: the bundled English list, or a reader's own."""

from collections.abc import Iterable
from functools import cache

from summit_analysis.errors import LexiconError
from summit_analysis.lexicons.reading import read_lexicon


def stop_words(source: str | Iterable[str] | None) -> frozenset[str]:
    """Return a set of stop words, folded to lower case.

    Args:
        source: `"english"` for the bundled list, any words of one's own, or `None` for none.

    Raises:
        LexiconError: a list of that name is not bundled, or what was given are no words.

    Example:
        >>> "the" in stop_words("english"), stop_words(None) == frozenset()
        (True, True)
    """
    if source is None:
        return frozenset()
    if isinstance(source, str):
        return _bundled(source)
    words = list(source) if isinstance(source, Iterable) else [source]
    if not all(isinstance(word, str) for word in words):
        raise LexiconError(
            f"Stop words are 'english' or a list of words, not {source!r:.60}: for instance "
            "stopwords=['the', 'of']."
        )
    return frozenset(word.lower() for word in words)


@cache
def _bundled(name: str) -> frozenset[str]:
    lists = read_lexicon("stopwords")
    if not isinstance(lists.get(name), dict):
        raise LexiconError(
            f"There is no stop list called {name!r}; `english` is bundled. "
            "Pass the words themselves, as in stopwords=['the', 'of']."
        )
    return frozenset(word for words in lists[name].values() for word in words)
