"""Across texts: two accounts of one meeting, a formula through time, wording old and new."""

from summit_analysis.across.inheriting import inherited
from summit_analysis.across.pairing import pairs
from summit_analysis.across.sharing import shared_runs

__all__ = ["inherited", "pairs", "shared_runs"]
