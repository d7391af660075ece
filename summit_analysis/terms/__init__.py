"""Words and phrases: how often, where, beside what, against what."""

from summit_analysis.terms.collocations import collocates
from summit_analysis.terms.concordances import concordance
from summit_analysis.terms.dispersions import dispersion
from summit_analysis.terms.frequencies import frequency
from summit_analysis.terms.key_terms import keyness
from summit_analysis.terms.lexical_diversity import diversity
from summit_analysis.terms.matrices import dtm
from summit_analysis.terms.trends import trend

__all__ = [
    "collocates",
    "concordance",
    "dispersion",
    "diversity",
    "dtm",
    "frequency",
    "keyness",
    "trend",
]
