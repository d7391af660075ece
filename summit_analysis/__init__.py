"""Load diplomatic text and ask plain questions of it: words, topics, phrases."""

from summit_analysis import findings, plots
from summit_analysis.answers import answer
from summit_analysis.bundle import bundled
from summit_analysis.corpus import (
    TOKEN_DEFINITION,
    Corpus,
    Document,
    cite,
    clean,
    describe,
    from_frame,
    load,
    read,
    sides,
)
from summit_analysis.phrases import formulas
from summit_analysis.tables import show
from summit_analysis.terms import (
    collocates,
    concordance,
    dispersion,
    diversity,
    dtm,
    frequency,
    keyness,
    trend,
)
from summit_analysis.topics import coverage, topic_evidence, uncovered

__version__ = "0.1.0"

__all__ = [
    "TOKEN_DEFINITION",
    "Corpus",
    "Document",
    "answer",
    "bundled",
    "cite",
    "clean",
    "collocates",
    "concordance",
    "coverage",
    "describe",
    "dispersion",
    "diversity",
    "dtm",
    "findings",
    "formulas",
    "frequency",
    "from_frame",
    "keyness",
    "load",
    "plots",
    "read",
    "show",
    "sides",
    "topic_evidence",
    "trend",
    "uncovered",
]
