"""Read predicates with an auxiliary or an adjective."""

from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import (
    Predicate,
    pass_adverbs,
    past_aside,
    satisfied,
)
from summit_analysis.phrases.grammar.word_lists import Grammar


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
    if not found or "n" not in found[1]:
        return None
    today = (
        "today" in words[max(0, place - 12) : place + 1]
        and grammar.classes[found[0]] == "declarative"
    )
    if found[0] not in grammar.sets["perfect"] and not today:
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
    of_view = words[at : at + 2] == ["of", "the"]
    if of_view and set(words[at + 2 : at + 4]) & grammar.sets["opinions"]:
        # "are of the firm view that"
        form = {"is": "s", "was": "d", "were": "d"}.get(words[be], "b")
        lemma = "be" if words[be] in grammar.sets["be"] else grammar.verbs[words[be]][0]
        return Predicate(be, lemma, form, "adjective", negated or also, modifiers)
    if at >= end or words[at] not in grammar.adjectives:
        transparent = at < end and words[at] in grammar.sets["transparent_adjectives"]
        if transparent and at + 2 < end and words[at + 1] == "to":
            return inner_predicate(sentence, at + 2, grammar, modifiers, negated or also)
        return None
    negated = negated or also
    word = words[at]
    to = past_aside(sentence, at + 1, grammar) if at + 1 < end else at
    if word in grammar.sets["transparent_adjectives"] and to + 1 < end and words[to] == "to":
        inner = inner_predicate(sentence, to + 1, grammar, modifiers, negated)
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
    sentence: Sentence,
    place: int,
    grammar: Grammar,
    modifiers: list[str],
    negated: bool,
    *,
    occasion: bool = False,
) -> Predicate | None:
    """Read the act inside "are pleased to …", "would like to …", "went on to …"."""
    words, end = sentence.words, len(sentence.words)
    at, also = pass_adverbs(sentence, place, grammar, modifiers)
    found = grammar.verbs.get(words[at]) if at < end else None
    if found is None or "b" not in found[1]:
        return None
    if found[0] in grammar.sets["openers"] and words[at + 1 : at + 2] == ["by"]:
        # "would like to begin by thanking"
        begun = grammar.act_verb(words[at + 2]) if at + 2 < end else None
        if begun and "g" in begun[1] and begun[0] in grammar.sets["participles"]:
            return Predicate(at + 2, begun[0], "g", "inner", negated or also, modifiers)
    if found[0] in grammar.sets["takes_occasion"]:
        # "would like to take this opportunity to thank"
        taken = occasion_predicate(sentence, at, grammar, modifiers, negated or also)
        if taken is not None:
            return taken
    spoken = found[0] in grammar.sets["speech"] or found[0] in grammar.sets["spoken"]
    if found[0] not in grammar.classes:
        return None
    if (spoken or (occasion and found[0] in grammar.classes)) and satisfied(
        sentence, at, found[0], grammar
    ):
        return Predicate(at, found[0], "b", "inner", negated or also, modifiers)
    return None


def occasion_predicate(
    sentence: Sentence, verb: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    """Read "had the opportunity to meet …", "have the honour to convey …"."""
    words = sentence.words
    for at in range(verb + 1, min(len(words) - 2, verb + 7)):
        if words[at] in grammar.sets["occasions"]:
            to = next((n for n in range(at + 1, min(len(words), at + 3)) if words[n] == "to"), 0)
            if to:
                return inner_predicate(sentence, to + 1, grammar, modifiers, negated, occasion=True)
            return None
        if words[at] in grammar.sets["prepositions"]:
            return None
    return None
