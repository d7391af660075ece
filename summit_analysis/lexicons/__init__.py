"""Data the library decides by (stop words, abbreviations, furniture, topics) and its reader."""

from summit_analysis.lexicons.reading import read_lexicon

__all__ = ["read_lexicon"]
