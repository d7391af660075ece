"""The formula to begin with, in a corpus one does not know."""

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.errors import CorpusError
from summit_analysis.lexicons import stop_words
from summit_analysis.phrases.naming import name_words
from summit_analysis.phrases.recurring import formulas

LONG = 5
PLAIN = 2


def leading_formula(corpus: Corpus) -> str:
    """Choose a formula worth following: the one of five words or more in most documents.

    Two of its words at least are no names, so that an opening such as `President Mirrow spoke` is
    not taken for a formula.

    Args:
        corpus: the documents.

    Returns:
        A phrase, as `formulas` lists it; of equally spread ones the more frequent, then the longer.
        Where no long phrase recurs a shorter one, and where none does the text's longest word.

    Raises:
        CorpusError: the corpus has no words.

    Example:
        >>> import summit_analysis as sa
        >>> leading_formula(sa.load(sa.bundled("data", "examples", "series")))
        'peace and stability across the lanner strait'
    """
    phrases = formulas(corpus)
    names = name_words(corpus)
    stopped = stop_words("english")
    vocabulary = corpus.index.vocabulary
    plain = {
        word
        for word, name in zip(vocabulary, names, strict=True)
        if not name and word not in stopped
    }
    telling = [sum(word in plain for word in text.split()) >= PLAIN for text in phrases["phrase"]]
    long = phrases[(phrases["words"] >= LONG) & np.array(telling, dtype=bool)]
    chosen = long if len(long) else phrases
    if len(chosen):
        order = ["documents", "count", "words", "phrase"]
        best = chosen.sort_values(order, ascending=[False, False, False, True], kind="stable")
        return str(best["phrase"].iloc[0])
    if not vocabulary:
        raise CorpusError("The corpus has no words, and so no formula.")
    return max(vocabulary, key=lambda word: (len(word), word))
