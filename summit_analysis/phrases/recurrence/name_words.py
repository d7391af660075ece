"""Which words of a corpus are names, by how they are printed."""

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.lexicons import stop_words

# A word is a name when it has its capital at nearly every place that does not call for one.
LEAST_PART = 0.9


def capitals(corpus: Corpus) -> np.ndarray:
    """Say of each token whether it is printed with a capital or as a number."""
    index = corpus.index
    result = np.zeros(len(index.ids), dtype=bool)
    bounds = index.document_tokens.tolist()
    for document, first, last in zip(corpus, bounds, bounds[1:], strict=False):
        initials = [document.text[start] for start in index.starts[first:last].tolist()]
        result[first:last] = [letter.isupper() or letter.isdigit() for letter in initials]
    return result


def name_words(corpus: Corpus) -> np.ndarray:
    """Say of each word of the vocabulary whether it is printed as a name or a number.

    A word is a name if it has a capital at nine in ten of its places inside a sentence, and has one
    such place at least. Function words are no names.

    Returns:
        A truth value a word, in the order of `corpus.index.vocabulary`.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> corpus = Corpus([Document("a", "They met in Port Averne on the port's quay.")])
        >>> names = name_words(corpus)
        >>> [word for word, name in zip(corpus.index.vocabulary, names, strict=True) if name]
        ['averne']
    """
    index = corpus.index
    inside = np.ones(len(index.ids), dtype=bool)
    begins = index.sentence_tokens[:-1]
    inside[begins[begins < len(inside)]] = False
    size = len(index.vocabulary)
    places = np.bincount(index.ids[inside], minlength=size)
    high = np.bincount(index.ids[inside & capitals(corpus)], minlength=size)
    stopped = stop_words("english")
    function_word = np.array([word in stopped for word in index.vocabulary], dtype=bool)
    return (places > 0) & (high >= LEAST_PART * places) & ~function_word


def only_names(
    corpus: Corpus, capital: np.ndarray, phrases: list[tuple[int, ...]], places: list[np.ndarray]
) -> list[bool]:
    """Say of each phrase whether it is all capitals, but for function words, nearly everywhere.

    Args:
        corpus: the documents.
        capital: what `capitals` returns.
        phrases: the words of each phrase, by number.
        places: the tokens at which each begins.
    """
    stopped = stop_words("english")
    vocabulary = corpus.index.vocabulary
    result = []
    for words, starts in zip(phrases, places, strict=True):
        content = [n for n, word in enumerate(words) if vocabulary[word] not in stopped]
        high = capital[starts[:, None] + np.array(content, dtype=np.int64)].all(axis=1)
        result.append(bool(content) and float(high.mean()) >= LEAST_PART)
    return result
