"""Read what follows a party as a predicate: auxiliaries, negation, adverbs and the act's verb."""

from dataclasses import dataclass, field

from summit_analysis.phrases.grammar import Grammar
from summit_analysis.phrases.words import Sentence

REACH = 10
PAST_CONDUCT = frozenset({"recently", "previously", "already", "earlier", "repeatedly"})
MOST_BETWEEN = 8


@dataclass
class Predicate:
    """An act's verb and what stands around it.

    Attributes:
        verb: the item that is the act's verb.
        lemma: its lemma.
        form: the letter of its form: `b`, `s`, `d`, `n`, `g`, or `w` under "will".
        mood: `plain`, `will`, `perfect`, `progressive`, `passive`, `adjective` or `inner`.
        negated: whether the verb itself is.
        modifiers: graders found before it.
    """

    verb: int
    lemma: str
    form: str
    mood: str
    negated: bool = False
    modifiers: list[str] = field(default_factory=list)


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
    at, negated = _pass_adverbs(sentence, place, grammar, modifiers)
    if at >= end:
        return None
    word = words[at]
    sets = grammar.sets
    if words[place:at] and PAST_CONDUCT & set(words[place:at]):
        return None
    if word in sets["future"]:
        return _future(sentence, at + 1, grammar, modifiers, negated)
    if word == "would" or word == "should":
        nxt, also = _pass_adverbs(sentence, at + 1, grammar, modifiers)
        if nxt + 2 < end and words[nxt] == "like" and words[nxt + 1] == "to":
            return _inner(sentence, nxt + 2, grammar, modifiers, negated or also)
        if sentence.words[place - 1] == "i" or nxt < end and words[nxt] == "welcome":
            return _inner(sentence, nxt, grammar, modifiers, negated or also)
        return None
    if word in ("can", "cannot", "could", "may", "might", "must"):
        return None
    if word in sets["have"]:
        found = _perfect(sentence, at + 1, grammar, modifiers, negated)
        if found is not None:
            return found
    if word in ("are", "am", "is") and words[at + 1 : at + 3] == ["going", "to"]:
        return _future(sentence, at + 3, grammar, modifiers, negated)
    if word in sets["be"]:
        return _copula(sentence, at, grammar, modifiers, negated)
    if word in sets["do"]:
        nxt, also = _pass_adverbs(sentence, at + 1, grammar, modifiers)
        found_verb = grammar.act_verb(words[nxt]) if nxt < end else None
        if found_verb and "b" in found_verb[1] and (negated or also):
            return Predicate(nxt, found_verb[0], "b", "plain", True, modifiers)
        return None
    if word == "having":
        return _perfect(sentence, at + 1, grammar, modifiers, negated)
    found_verb = grammar.act_verb(word)
    if found_verb is None or not is_lower(sentence, at):
        return None
    lemma, letters = found_verb
    if lemma in ("remain", "stand"):
        adjective = _adjective(sentence, at, at + 1, grammar, modifiers, negated)
        if adjective is not None:
            return adjective
    if lemma in sets["transparent_verbs"]:
        to = at + 1 + (at + 1 < end and words[at + 1] == "on")
        if to + 1 < end and words[to] == "to":
            inner = _inner(sentence, to + 1, grammar, modifiers, negated)
            if inner is not None:
                inner.form = _finite(letters, plural) or inner.form
                return inner
    form = _finite(letters, plural)
    if form == "s" and grammar.classes[lemma] == "procedural" and not (
        set(words[at + 1 : at + 5]) & set(grammar.with_word.get(lemma, ()))
    ):
        return None
    if not form or not satisfied(sentence, at, lemma, grammar):
        return None
    return Predicate(at, lemma, form, "plain", negated, modifiers)


def is_lower(sentence: Sentence, at: int) -> bool:
    """Say whether a word is printed as a verb is: a capital in mid-sentence begins a name."""
    printed = sentence.printed[at]
    return not printed[:1].isupper() or at == 0 or printed.isupper() and len(printed) > 1


def satisfied(sentence: Sentence, verb: int, lemma: str, grammar: Grammar) -> bool:
    """Say whether the words that a verb needs to be an act follow it."""
    needs = grammar.needs.get(lemma)
    if needs is None:
        return True
    words = sentence.words
    for at in range(verb + 1, min(len(words), verb + 1 + REACH)):
        if words[at] in needs:
            return True
        if words[at] in (";", "that", "which", "who"):
            return False
    return False


def _finite(letters: str, plural: bool | None) -> str:
    if "d" in letters:
        return "d"
    if "s" in letters and plural is not True:
        return "s"
    if "b" in letters and plural is not False:
        return "b"
    return ""


def _pass_adverbs(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str]
) -> tuple[int, bool]:
    """Pass over adverbs and short parentheses; return where they end, and whether one negates."""
    words, end = sentence.words, len(sentence.words)
    adverbs, graders = grammar.sets["adverbs"], grammar.sets["graders"]
    at, negated, start = place, False, place
    while at < end and at - start < MOST_BETWEEN:
        word = words[at]
        if word in ("not", "never", "cannot"):
            negated = True
        elif word in graders and word.endswith("ly"):
            modifiers.append(word)
        elif word == "once" and at + 1 < end and words[at + 1] == "again":
            at += 1
        elif word in ("in", "for", "on") and at + 1 < end and words[at + 1] in ("turn", "particular", "response", "principle", "addition"):
            at += 1
        elif word == "," and at + 2 < end and words[at + 1] in adverbs and words[at + 2] == ",":
            at += 2
        elif not (word in adverbs or word.endswith("ly") and word not in grammar.verbs):
            break
        at += 1
    return at, negated


def _future(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    words, end = sentence.words, len(sentence.words)
    at, also = _pass_adverbs(sentence, place, grammar, modifiers)
    if at >= end or not words[at].isalpha() and "-" not in words[at]:
        return None
    negated = negated or also
    if words[at] == "be":
        nxt, _ = _pass_adverbs(sentence, at + 1, grammar, modifiers)
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


def _perfect(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    words, end = sentence.words, len(sentence.words)
    at, also = _pass_adverbs(sentence, place, grammar, modifiers)
    found = grammar.act_verb(words[at]) if at < end else None
    if found and "n" in found[1] and found[0] in grammar.sets["perfect"]:
        if satisfied(sentence, at, found[0], grammar):
            return Predicate(at, found[0], "n", "perfect", negated or also, modifiers)
    return None


def _copula(
    sentence: Sentence, be: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    words, end = sentence.words, len(sentence.words)
    at, also = _pass_adverbs(sentence, be + 1, grammar, modifiers)
    if at >= end:
        return None
    negated = negated or also
    adjective = _adjective(sentence, be, be + 1, grammar, modifiers, negated)
    if adjective is not None:
        return adjective
    if words[at] == "united" and at + 2 < end and words[at + 1] == "in":
        found = grammar.act_verb(words[at + 2])
        if found and "g" in found[1]:
            return Predicate(at + 2, found[0], "g", "progressive", negated, modifiers)
    found = grammar.act_verb(words[at])
    if found and "g" in found[1] and found[0] in grammar.sets["progressive"]:
        if words[be] in ("is", "are", "am") and satisfied(sentence, at, found[0], grammar):
            return Predicate(at, found[0], "g", "progressive", negated, modifiers)
    return None


def _adjective(
    sentence: Sentence, be: int, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    words, end = sentence.words, len(sentence.words)
    modifiers = list(modifiers)
    at, also = _pass_adverbs(sentence, place, grammar, modifiers)
    if at >= end or words[at] not in grammar.adjectives:
        if at < end and words[at] in grammar.sets["transparent_adjectives"]:
            if at + 2 < end and words[at + 1] == "to":
                return _inner(sentence, at + 2, grammar, modifiers, negated or also)
        return None
    negated = negated or also
    word = words[at]
    if word in grammar.sets["transparent_adjectives"] and at + 2 < end and words[at + 1] == "to":
        inner = _inner(sentence, at + 2, grammar, modifiers, negated)
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


def _inner(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str], negated: bool
) -> Predicate | None:
    """Read the act inside "are pleased to …", "would like to …", "went on to …"."""
    words, end = sentence.words, len(sentence.words)
    at, also = _pass_adverbs(sentence, place, grammar, modifiers)
    found = grammar.act_verb(words[at]) if at < end else None
    if found and "b" in found[1] and found[0] in grammar.sets["speech"] and satisfied(sentence, at, found[0], grammar):
        return Predicate(at, found[0], "b", "inner", negated or also, modifiers)
    return None
