"""Which words of a corpus are names, by how they are printed."""

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.lexicons import stop_words

# A word is a name when it has its capital at nearly every place that does not call for one.
LEAST_PART = 0.9


def name_words(corpus: Corpus) -> np.ndarray:
    """Say of each word of the vocabulary whether it is printed as a name or a number.

    A word is a name if it has a capital at nine in ten of its places inside a sentence (anywhere,
    where it only ever begins one). Function words are no names.

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
    capital = np.zeros(len(index.ids), dtype=bool)
    digit = np.zeros(len(index.ids), dtype=bool)
    bounds = index.document_tokens.tolist()
    for document, first, last in zip(corpus, bounds, bounds[1:], strict=False):
        initials = [document.text[start] for start in index.starts[first:last].tolist()]
        capital[first:last] = [character.isupper() for character in initials]
        digit[first:last] = [character.isdigit() for character in initials]
    inside = np.ones(len(index.ids), dtype=bool)
    begins = index.sentence_tokens[:-1]
    inside[begins[begins < len(inside)]] = False
    size = len(index.vocabulary)
    places = np.bincount(index.ids[inside], minlength=size)
    capitals = np.bincount(index.ids[inside & capital], minlength=size)
    anywhere = np.bincount(index.ids[capital], minlength=size)
    numbers = np.bincount(index.ids[digit], minlength=size) > 0
    stopped = stop_words("english")
    function_word = np.array([word in stopped for word in index.vocabulary], dtype=bool)
    named = np.where(places > 0, capitals >= LEAST_PART * places, anywhere > 0)
    return (named | numbers) & ~function_word
