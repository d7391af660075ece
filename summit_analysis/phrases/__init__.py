"""Phrases: what recurs, and who did what with words."""

from summit_analysis.phrases.recurring import formulas

__all__ = ["formulas"]
