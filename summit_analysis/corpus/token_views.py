"""The tokens that a statistic counts: whole compounds, or their parts."""

from typing import Any, Literal

from summit_analysis.arguments import check_choice
from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import CorpusError

Compounds = Literal["keep", "split"]


def index_of(corpus: Any, compounds: Compounds = "keep", *, name: str = "corpus") -> TokenIndex:
    """Return the token index to count in.

    Args:
        corpus: the documents; anything else is refused.
        compounds: `"split"` for the parts of hyphenated compounds instead of the whole.
        name: what the caller calls the corpus.

    Raises:
        CorpusError: it is no corpus, or compounds is neither word.

    Example:
        >>> from summit_analysis.corpus import Document
        >>> corpus = Corpus([Document("a", "Japan-U.S. talks")])
        >>> index_of(corpus, "split").vocabulary
        ['japan', 'talks', 'u.s.']
    """
    if not isinstance(corpus, Corpus):
        raise CorpusError(
            f"{name} is a corpus, not {type(corpus).__name__}; load() makes one from files, and "
            "from_frame() from a table."
        )
    check_choice("compounds", compounds, ("keep", "split"))
    return corpus.split_index if compounds == "split" else corpus.index
