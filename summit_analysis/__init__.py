"""Load diplomatic text and ask plain questions of it: words, topics, phrases."""

from summit_analysis import findings, plots
from summit_analysis.across import (
    align,
    first_uses,
    history,
    inherited,
    lacking,
    only_in,
    pairs,
    renamed,
    shared_runs,
    topic_order,
    two_accounts,
)
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
from summit_analysis.phrases import formulas, p_frame_evidence, p_frames
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
    "align",
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
    "first_uses",
    "formulas",
    "frequency",
    "from_frame",
    "history",
    "inherited",
    "keyness",
    "lacking",
    "load",
    "only_in",
    "p_frame_evidence",
    "p_frames",
    "pairs",
    "plots",
    "read",
    "renamed",
    "shared_runs",
    "show",
    "sides",
    "topic_evidence",
    "topic_order",
    "trend",
    "two_accounts",
    "uncovered",
]
