"""Whether a text is English, judged by how many of its words are English function words."""

import warnings
from bisect import bisect_left

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import SummitAnalysisWarning
from summit_analysis.lexicons import stop_words

# English prose has 35 to 55 % of them; French and German share under 10 % of their tokens with it.
LEAST_SHARE = 0.2
FEWEST_TOKENS = 50
# Of a large corpus every so-many-th token tells as much as all.
ENOUGH_TOKENS = 100_000


def function_word_share(index: TokenIndex) -> float:
    """Return the share of the tokens that are known English function words, from 0 to 1.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> function_word_share(Corpus([Document("a", "We met in the room")]).index)
        0.6
    """
    if not len(index.ids):
        return 0.0
    words = index.vocabulary
    places = [(bisect_left(words, word), word) for word in stop_words("english")]
    known = [place for place, word in places if place < len(words) and words[place] == word]
    looked_at = index.ids[:: max(len(index.ids) // ENOUGH_TOKENS, 1)]
    counts = np.bincount(looked_at, minlength=len(words))
    return float(counts[known].sum() / len(looked_at))


def check_english(corpus: Corpus) -> list[str]:
    """Warn, once a corpus, when it does not look English; a text too short to judge passes.

    Returns:
        The warning as a note for the result, or nothing.

    Raises:
        CorpusError: it is no corpus.
    """
    index = index_of(corpus)
    share = function_word_share(index)
    if len(index.ids) < FEWEST_TOKENS or share >= LEAST_SHARE:
        return []
    note = (
        f"Only {share:.0%} of the tokens of {corpus.name!r} are known English function words "
        "(English prose has 35 to 55 %): sentences, stop words and word families are made for "
        "English, so check that the text is."
    )
    if "language" not in corpus.warned:
        corpus.warned.add("language")
        warnings.warn(note, SummitAnalysisWarning, stacklevel=3)
    return [note]
