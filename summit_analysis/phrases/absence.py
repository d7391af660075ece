"""Say why no act was found, so that an empty table explains itself."""

from collections.abc import Sequence

from summit_analysis.phrases.grammar import Grammar
from summit_analysis.phrases.parties import Parties
from summit_analysis.phrases.words import Sentence

ENGLISH = frozenset("the of and to in that on for with by".split())
LEAST_ENGLISH = 0.12


def why_none(documents: Sequence[Sequence[Sentence]], grammar: Grammar, parties: Parties) -> str:
    """Say why documents have no act.

    Args:
        documents: the sentences of each document.
        grammar: the word lists.
        parties: the lexicon of parties.

    Returns:
        A sentence or two: no words, another language, no verb, or no party that acts.
    """
    words = [word for sentences in documents for sentence in sentences for word in sentence.words]
    if not words:
        return "No act was found: the texts have no words."
    if sum(word in ENGLISH for word in words) / len(words) < LEAST_ENGLISH and len(words) > 20:
        return (
            "No act was found: few of the words are English function words, and the word lists are "
            "English. A list of names or a text in another language has no acts for them."
        )
    if not any(grammar.act_verb(word) for word in words):
        return "No act was found: no word of these texts is a form of an act verb of the lexicon."
    if not any(word in parties.starters for word in words):
        return "No act was found: no country, grouping, title or pronoun of a party is named."
    return (
        "No act was found: no sentence has a known party as the subject of a verb of saying, "
        "promising, asking or meeting."
    )
