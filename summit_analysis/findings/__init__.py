"""From a frame, the sentence that states its finding: for openings, captions and alt texts."""

from summit_analysis.findings.of_accounts import counterparts, one_sided, two_names, wording_in_both
from summit_analysis.findings.of_acts import (
    acts_done,
    asks_answered,
    commitments_made,
    strongest_words,
    voices_apart,
)
from summit_analysis.findings.of_corpora import (
    length_of_sentences,
    size_of_corpus,
    what_cleaning_did,
)
from summit_analysis.findings.of_phrases import (
    followed,
    recurring_phrases,
    wording_inherited,
    words_came_and_went,
)
from summit_analysis.findings.of_rates import change, rates_apart
from summit_analysis.findings.of_terms import (
    commonest_words,
    company,
    leaning,
    places_of,
    spread_of_terms,
    variety,
)
from summit_analysis.findings.of_topics import order_of_topics, topics_covered, without_topic
from summit_analysis.findings.prose import listed
from summit_analysis.plurals import number_of

__all__ = [
    "acts_done",
    "asks_answered",
    "change",
    "commitments_made",
    "commonest_words",
    "company",
    "counterparts",
    "followed",
    "leaning",
    "length_of_sentences",
    "listed",
    "number_of",
    "one_sided",
    "order_of_topics",
    "places_of",
    "rates_apart",
    "recurring_phrases",
    "size_of_corpus",
    "spread_of_terms",
    "strongest_words",
    "topics_covered",
    "two_names",
    "variety",
    "voices_apart",
    "what_cleaning_did",
    "without_topic",
    "wording_in_both",
    "wording_inherited",
    "words_came_and_went",
]


def __dir__() -> list[str]:
    """List the findings and not the modules that they are made in."""
    return __all__
