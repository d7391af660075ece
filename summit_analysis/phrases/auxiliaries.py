"""Read predicates with an auxiliary or an adjective."""

from summit_analysis.phrases.grammar import Grammar
from summit_analysis.phrases.verb_groups import Predicate, pass_adverbs, satisfied
from summit_analysis.phrases.words import Sentence


def future_predicate(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    """Read what follows "will"."""
    words, end = sentence.words, len(sentence.words)
    at, also = pass_adverbs(sentence, place, grammar, modifiers)
    if at >= end or (not words[at].isalpha() and "-" not in words[at]):
        return None
    negated = negated or also
    if words[at] == "be":
        nxt, _ = pass_adverbs(sentence, at + 1, grammar, modifiers)
        found = grammar.verbs.get(words[nxt]) if nxt < end else None
        if found and "g" in found[1]:
            return Predicate(nxt, found[0], "w", "will", negated, modifiers)
        return None
    found = grammar.verbs.get(words[at])
    if found is not None and "b" not in found[1]:
        return None
    lemma = found[0] if found else words[at]
    if lemma in grammar.sets["not_undertaken"]:
        return None
    return Predicate(at, lemma, "w", "will", negated, modifiers)


def perfect_predicate(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    """Read what follows "have": an act, if the verb is one of speech or decision."""
    words, end = sentence.words, len(sentence.words)
    at, also = pass_adverbs(sentence, place, grammar, modifiers)
    found = grammar.act_verb(words[at]) if at < end else None
    if not found or "n" not in found[1] or found[0] not in grammar.sets["perfect"]:
        return None
    if satisfied(sentence, at, found[0], grammar):
        return Predicate(at, found[0], "n", "perfect", negated or also, modifiers)
    return None


def copula_predicate(
    sentence: Sentence, be: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    """Read what follows a form of "be": an adjective, or an act going on."""
    words, end = sentence.words, len(sentence.words)
    at, also = pass_adverbs(sentence, be + 1, grammar, modifiers)
    if at >= end:
        return None
    negated = negated or also
    adjective = adjective_predicate(sentence, be, be + 1, grammar, modifiers, negated)
    if adjective is not None:
        return adjective
    if words[at] == "united" and at + 2 < end and words[at + 1] == "in":
        found = grammar.act_verb(words[at + 2])
        if found and "g" in found[1]:
            return Predicate(at + 2, found[0], "g", "progressive", negated, modifiers)
    found = grammar.act_verb(words[at])
    if not found or "g" not in found[1] or found[0] not in grammar.sets["progressive"]:
        return None
    if words[be] in ("is", "are", "am") and satisfied(sentence, at, found[0], grammar):
        return Predicate(at, found[0], "g", "progressive", negated, modifiers)
    return None


def adjective_predicate(
    sentence: Sentence, be: int, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    """Read a predicate adjective or participle: "are determined to", "remain concerned"."""
    words, end = sentence.words, len(sentence.words)
    modifiers = list(modifiers)
    at, also = pass_adverbs(sentence, place, grammar, modifiers)
    if at >= end or words[at] not in grammar.adjectives:
        transparent = at < end and words[at] in grammar.sets["transparent_adjectives"]
        if transparent and at + 2 < end and words[at + 1] == "to":
            return inner_predicate(sentence, at + 2, grammar, modifiers, negated or also)
        return None
    negated = negated or also
    word = words[at]
    if word in grammar.sets["transparent_adjectives"] and at + 2 < end and words[at + 1] == "to":
        inner = inner_predicate(sentence, at + 2, grammar, modifiers, negated)
        if inner is not None:
            return inner
    found = grammar.verbs.get(word)
    form = {"is": "s", "are": "b", "am": "b", "was": "d", "were": "d"}.get(words[be], "")
    lemma = "be"
    if words[be] not in grammar.sets["be"]:
        lemma, letters = grammar.verbs[words[be]]
        form = letters[0]
    if found and "n" in found[1]:
        return Predicate(at, found[0], form or "b", "adjective", negated, modifiers)
    return Predicate(be, lemma, form or "b", "adjective", negated, modifiers)


def inner_predicate(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    """Read the act inside "are pleased to …", "would like to …", "went on to …"."""
    words, end = sentence.words, len(sentence.words)
    at, also = pass_adverbs(sentence, place, grammar, modifiers)
    found = grammar.act_verb(words[at]) if at < end else None
    if (
        found
        and "b" in found[1]
        and found[0] in grammar.sets["speech"]
        and satisfied(sentence, at, found[0], grammar)
    ):
        return Predicate(at, found[0], "b", "inner", negated or also, modifiers)
    return None
