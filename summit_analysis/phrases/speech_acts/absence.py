"""Say why no act was found, so that an empty table explains itself."""

from collections.abc import Sequence

from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.phrases.actors.parties import Parties
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.word_lists import Grammar
from summit_analysis.terms.language import LEAST_SHARE, function_word_share

# Fewer words are too few to tell the language by, even where there is nothing else to say.
FEWEST_WORDS = 20


def why_none(
    index: TokenIndex,
    documents: Sequence[Sequence[Sentence]],
    grammar: Grammar,
    parties: Parties,
) -> str:
    """Say why documents have no act.

    Args:
        index: their tokens.
        documents: the sentences of each document.
        grammar: the word lists.
        parties: the lexicon of parties.

    Returns:
        A sentence or two: no words, another language, no verb, or no party that acts.
    """
    words = [word for sentences in documents for sentence in sentences for word in sentence.words]
    if not words:
        return "No act was found: the texts have no words."
    if len(words) > FEWEST_WORDS and function_word_share(index) < LEAST_SHARE:
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
