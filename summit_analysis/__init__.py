"""Load diplomatic text and ask plain questions of it: words, topics, phrases."""

from summit_analysis import plots
from summit_analysis.answers import answer
from summit_analysis.bundle import bundled
from summit_analysis.corpus import Corpus, Document, clean, from_frame, load, read
from summit_analysis.phrases import formulas
from summit_analysis.tables import show
from summit_analysis.terms import concordance, frequency

__version__ = "0.1.0"

__all__ = [
    "Corpus",
    "Document",
    "answer",
    "bundled",
    "clean",
    "concordance",
    "formulas",
    "frequency",
    "from_frame",
    "load",
    "plots",
    "read",
    "show",
]
