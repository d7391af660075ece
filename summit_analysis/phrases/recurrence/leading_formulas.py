"""The formula to begin with, in a corpus one does not know."""

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.patterns import find
from summit_analysis.errors import CorpusError
from summit_analysis.lexicons import stop_words
from summit_analysis.phrases.recurrence.formula_finding import formulas

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
    order = ["documents", "count", "words", "phrase"]
    ranked = phrases.sort_values(order, ascending=[False, False, False, True], kind="stable")
    for text in ranked.loc[ranked["words"] >= LONG, "phrase"]:
        if _plain_words(corpus, text) >= PLAIN:
            return str(text)
    if len(ranked):
        return str(ranked["phrase"].iloc[0])
    if not len(corpus.index.ids):
        raise CorpusError("The corpus has no words, and so no formula.")
    words = {corpus.index.vocabulary[i] for i in corpus.index.ids.tolist()}
    return max(words, key=lambda word: (len(word), word))


def _plain_words(corpus: Corpus, phrase: str) -> int:
    """Count the words of a phrase that are printed without a capital, function words left out."""
    index = corpus.index
    firsts, lasts = find(index, phrase)
    place = index.document_of(index.sentence_of(firsts[:1]))[0]
    text = corpus.documents[place].text
    stopped = stop_words("english")
    return sum(
        text[index.starts[token]].islower() and index.vocabulary[index.ids[token]] not in stopped
        for token in range(int(firsts[0]), int(lasts[0]) + 1)
    )
