"""Topics: which a text speaks of, with how much room, and the words that say so."""

from summit_analysis.topics.comparing import prominence, topic_matrix, topic_order, topic_trend
from summit_analysis.topics.coverages import Lexicon, coverage, topic_evidence, uncovered
from summit_analysis.topics.entries import TopicLexicon
from summit_analysis.topics.suggesting import suggest_entries, suggest_topics
from summit_analysis.topics.topic_lexicon import topic_lexicon

__all__ = [
    "Lexicon",
    "TopicLexicon",
    "coverage",
    "prominence",
    "suggest_entries",
    "suggest_topics",
    "topic_evidence",
    "topic_lexicon",
    "topic_matrix",
    "topic_order",
    "topic_trend",
    "uncovered",
]
