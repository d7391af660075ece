"""Data the library decides by (stop words, abbreviations, furniture, topics) and its reader."""

from summit_analysis.lexicons.labels import topic_label
from summit_analysis.lexicons.reading import bundled_lexicons, read_lexicon
from summit_analysis.lexicons.stop_lists import stop_words

__all__ = ["bundled_lexicons", "read_lexicon", "stop_words", "topic_label"]
