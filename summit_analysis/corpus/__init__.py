"""Reading, cleaning and indexing: from files to a corpus whose text never changes again."""

from summit_analysis.corpus.citations import cite
from summit_analysis.corpus.cleaning.typist_rules import clean
from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.describing import describe
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.reading.from_frames import from_frame
from summit_analysis.corpus.reading.loading import load, read
from summit_analysis.corpus.resemblance import duplicates
from summit_analysis.corpus.tokenising.tokens import TOKEN_DEFINITION, tokenize
from summit_analysis.corpus.two_sides import sides

__all__ = [
    "TOKEN_DEFINITION",
    "Corpus",
    "Document",
    "cite",
    "clean",
    "describe",
    "duplicates",
    "from_frame",
    "load",
    "read",
    "sides",
    "tokenize",
]
