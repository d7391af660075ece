"""Topics: which a text speaks of, with how much room, and the words that say so."""

from summit_analysis.topics.coverages import Lexicon, coverage, topic_evidence, uncovered
from summit_analysis.topics.entries import TopicLexicon
from summit_analysis.topics.topic_lexicon import topic_lexicon

__all__ = ["Lexicon", "TopicLexicon", "coverage", "topic_evidence", "topic_lexicon", "uncovered"]
