"""What the package offers; `__init__.py` imports each name when it is first used."""

from . import (
    findings,
    plots,
)
from .across import (
    acts_on,
    align,
    find_accounts,
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
    verbs_used,
)
from .answers import (
    answer,
)
from .bundle import (
    bundled,
)
from .corpus import (
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
from .phrases import (
    acts,
    commitments,
    formulas,
    leading_formula,
    named_documents,
    p_frame_evidence,
    p_frames,
    requests,
    strengths,
    write_register,
)
from .tables import (
    show,
)
from .terms import (
    collocates,
    concordance,
    dispersion,
    diversity,
    dtm,
    frequency,
    keyness,
    trend,
)
from .topics import (
    coverage,
    topic_evidence,
    uncovered,
)

__version__: str

__all__ = [
    "TOKEN_DEFINITION",
    "Corpus",
    "Document",
    "acts",
    "acts_on",
    "align",
    "answer",
    "bundled",
    "cite",
    "clean",
    "collocates",
    "commitments",
    "concordance",
    "coverage",
    "describe",
    "dispersion",
    "diversity",
    "dtm",
    "find_accounts",
    "findings",
    "first_uses",
    "formulas",
    "frequency",
    "from_frame",
    "history",
    "inherited",
    "keyness",
    "lacking",
    "leading_formula",
    "load",
    "named_documents",
    "only_in",
    "p_frame_evidence",
    "p_frames",
    "pairs",
    "plots",
    "read",
    "renamed",
    "requests",
    "shared_runs",
    "show",
    "sides",
    "strengths",
    "topic_evidence",
    "topic_order",
    "trend",
    "two_accounts",
    "uncovered",
    "verbs_used",
    "write_register",
]
