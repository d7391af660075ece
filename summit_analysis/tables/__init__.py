"""Frames as tables, and findings as text, that show themselves."""

from summit_analysis.tables.answers import answer
from summit_analysis.tables.showing import Table, show, style

__all__ = ["Table", "answer", "show", "style"]
