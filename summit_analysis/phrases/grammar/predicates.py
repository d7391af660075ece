"""Read what follows a party as a predicate."""

from summit_analysis.phrases.grammar.auxiliaries import (
    adjective_predicate,
    copula_predicate,
    future_predicate,
    inner_predicate,
    occasion_predicate,
    perfect_predicate,
)
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import (
    Predicate,
    finite,
    is_lower,
    pass_adverbs,
    past_aside,
    satisfied,
)
from summit_analysis.phrases.grammar.word_lists import Grammar

PAST_CONDUCT = frozenset({"recently", "previously", "already", "earlier", "repeatedly"})


def predicate_at(
    sentence: Sentence, place: int, grammar: Grammar, *, plural: bool | None = None
) -> Predicate | None:
    """Read the predicate that begins at an item, or None when it is no act.

    Args:
        sentence: the sentence.
        place: the item after the subject.
        grammar: the word lists.
        plural: whether the subject is plural; None when not known.

    Returns:
        The predicate.
    """
    words, end = sentence.words, len(sentence.words)
    modifiers: list[str] = []
    at, negated = pass_adverbs(sentence, place, grammar, modifiers)
    if at >= end:
        return None
    word = words[at]
    sets = grammar.sets
    if words[place:at] and PAST_CONDUCT & set(words[place:at]):
        return None
    if word in sets["future"]:
        return future_predicate(sentence, at + 1, grammar, modifiers, negated)
    if word == "would" or word == "should":
        nxt, also = pass_adverbs(sentence, at + 1, grammar, modifiers)
        if nxt + 2 < end and words[nxt] in ("like", "wish"):
            to = past_aside(sentence, nxt + 1, grammar)
            if words[to] == "to":
                return inner_predicate(sentence, to + 1, grammar, modifiers, negated or also)
        refused = grammar.act_verb(words[nxt]) if nxt < end else None
        if also and refused and sentence.words[place - 1] in ("we", "i"):
            # "We would not support any change".
            if "b" in refused[1] and refused[0] in sets["refused"]:
                return Predicate(nxt, refused[0], "b", "plain", True, modifiers)
            return None
        if sentence.words[place - 1] == "i" or (nxt < end and words[nxt] == "welcome"):
            return inner_predicate(sentence, nxt, grammar, modifiers, negated or also)
        return None
    if word in ("can", "could") or (negated and words[at - 1 : at] == ["cannot"]):
        nxt, also = pass_adverbs(sentence, at + 1, grammar, modifiers)
        if also and words[nxt : nxt + 1] == ["agree"] and "more" in words[nxt : nxt + 5]:
            return Predicate(nxt, "agree", "b", "plain", False, modifiers)
        if word in ("can", "could"):
            return None
    if word == "must" and sentence.words[place - 1] in ("we", "i"):
        # "I must also express my thanks"
        nxt, also = pass_adverbs(sentence, at + 1, grammar, modifiers)
        owed = grammar.act_verb(words[nxt]) if nxt < end else None
        if owed and not also and owed[0] in sets["owed"] and "b" in owed[1]:
            return inner_predicate(sentence, nxt, grammar, modifiers, negated)
    if word in ("may", "might", "must"):
        return None
    found_verb = grammar.verbs.get(word)
    if found_verb is not None and found_verb[0] in sets["takes_occasion"]:
        taken = occasion_predicate(sentence, at, grammar, modifiers, negated)
        if taken is not None:
            taken.form = finite(found_verb[1], plural) or taken.form
            return taken
    if word in sets["have"]:
        found = perfect_predicate(sentence, at + 1, grammar, modifiers, negated)
        if found is not None:
            return found
    if word in ("are", "am", "is") and words[at + 1 : at + 3] == ["going", "to"]:
        return future_predicate(sentence, at + 3, grammar, modifiers, negated)
    if word in sets["be"]:
        return copula_predicate(sentence, at, grammar, modifiers, negated)
    if word in sets["do"]:
        nxt, also = pass_adverbs(sentence, at + 1, grammar, modifiers)
        if also and nxt + 1 < end and words[nxt] == "and" and words[nxt + 1] in sets["future"]:
            return predicate_at(sentence, nxt + 1, grammar, plural=plural)
        found_verb = grammar.act_verb(words[nxt]) if nxt < end else None
        if found_verb and "b" in found_verb[1] and (negated or also):
            form = {"does": "s", "did": "d"}.get(word, "b")
            return Predicate(nxt, found_verb[0], form, "plain", True, modifiers)
        return None
    if word == "having":
        return perfect_predicate(sentence, at + 1, grammar, modifiers, negated)
    found_verb = grammar.act_verb(word)
    if found_verb is None or not is_lower(sentence, at):
        return None
    lemma, letters = found_verb
    if lemma in ("remain", "stand"):
        adjective = adjective_predicate(sentence, at, at + 1, grammar, modifiers, negated)
        if adjective is not None:
            return adjective
        if lemma == "remain" and _next_word(sentence, at + 1, grammar) not in ("seized", "in"):
            return None
    if lemma in sets["transparent_verbs"]:
        to = at + 1 + (at + 1 < end and words[at + 1] == "on")
        to = past_aside(sentence, to, grammar) if lemma in ("wish", "want") else to
        if to + 1 < end and words[to] == "to":
            inner = inner_predicate(sentence, to + 1, grammar, modifiers, negated)
            if inner is not None:
                inner.form = finite(letters, plural) or inner.form
                return inner
    following = _next_word(sentence, at + 1, grammar)
    participle = "n" in grammar.verbs.get(following, ("", ""))[1] or following.endswith("ed")
    if lemma == "have" and participle:
        return None
    form = finite(letters, plural)
    if (
        form == "s"
        and grammar.classes[lemma] == "procedural"
        and not (set(words[at + 1 : at + 5]) & set(grammar.with_word.get(lemma, ())))
    ):
        return None
    if not form or not satisfied(sentence, at, lemma, grammar):
        return None
    return Predicate(at, lemma, form, "plain", negated, modifiers)


def _next_word(sentence: Sentence, place: int, grammar: Grammar) -> str:
    """Return the first word that is no adverb."""
    at, _ = pass_adverbs(sentence, place, grammar, [])
    return sentence.words[at] if at < len(sentence.words) else ""
