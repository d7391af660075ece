"""Words and phrases: how often, where, beside what, against what."""

from summit_analysis.terms.concordances import concordance
from summit_analysis.terms.frequencies import frequency

__all__ = ["concordance", "frequency"]
