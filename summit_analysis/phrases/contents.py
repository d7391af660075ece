"""Read the clause that an act reports: whose future it speaks of."""

from summit_analysis.phrases.complements import STOPS
from summit_analysis.phrases.grammar import Grammar
from summit_analysis.phrases.memory import Memory, Subject
from summit_analysis.phrases.subjects import subject_at
from summit_analysis.phrases.words import Sentence

WISHES = (["like"], ["welcome"], ["appreciate"], ["prefer"])
CLAUSE_REACH = 12
OWN_FUTURE = frozenset(
    {"will", "would", "shall", "intend", "intends", "intended", "plan", "plans", "planned"}
)


def that_clause(
    sentence: Sentence, verb: int, subject: Subject | None, memory: Memory, grammar: Grammar
) -> str:
    """Say what a verb's clause states: `own` future of the actor's side, `other`, or `""`."""
    words, end = sentence.words, len(sentence.words)
    at = verb + 1
    limit = min(end, verb + CLAUSE_REACH)
    while at < limit and words[at] != "that":
        word = words[at]
        if (
            word in ("to", "with", "by", "in", "on", "clear", "plain", "out", "note", "it")
            or word == ","
            or word in grammar.sets["adverbs"]
        ):
            at += 1
            continue
        found = subject_at(sentence, at, memory)
        if found is None:
            capital = sentence.printed[at][:1].isupper()
            if capital and any(_auxiliary(word, grammar) for word in words[at + 1 : at + 4]):
                return "other"
            if words[at] in (
                "the",
                "this",
                "this",
                "context",
                "regard",
                "again",
                "meeting",
                "call",
            ):
                at += 1
                continue
            return ""
        if found.end < end and _auxiliary(words[found.end], grammar):
            return _whose(sentence, found, subject, memory, grammar)
        at = found.end
    if at >= limit:
        return ""
    at = _after_parenthesis(sentence, at + 1, grammar)
    found = subject_at(sentence, at, memory) if at < end else None
    if found is None and at < end and words[at] in grammar.sets["possessives"]:
        # "that his forces would stay": his own side.
        return "own" if {"will", "would"} & set(words[at + 1 : at + 5]) else "other"
    if found is None or found.possessive:
        return "other"
    return _whose(sentence, found, subject, memory, grammar)


def _after_parenthesis(sentence: Sentence, at: int, grammar: Grammar) -> int:
    """Pass over adverbs and ", together with their teams," after "that"."""
    words, end = sentence.words, len(sentence.words)
    while at < end and (words[at] == "," or words[at] in grammar.sets["adverbs"]):
        if words[at] == "," and at + 1 < end and words[at + 1] not in grammar.sets["determiners"]:
            close = next((c for c in range(at + 1, min(end, at + 16)) if words[c] == ","), -1)
            if close > 0:
                at = close
        at += 1
    return at


def _auxiliary(word: str, grammar: Grammar) -> bool:
    sets = grammar.sets
    return word in sets["modals"] or word in sets["be"] or word in sets["have"]


def _whose(
    sentence: Sentence, inner: Subject, outer: Subject | None, memory: Memory, grammar: Grammar
) -> str:
    words, end = sentence.words, len(sentence.words)
    persons = outer is not None and outer.kind == inner.kind == "person"
    if persons and outer is not None and inner.actor != outer.actor:
        return "other"
    if inner.kind == "party" and outer is not None:
        others = {p.country for p in memory.people.in_order if p.country and p.name != outer.actor}
        foreign = outer.kind == "person" and inner.actor not in (outer.country, memory.own)
        if foreign and (outer.country or inner.actor in others):
            return "other"
        if outer.kind == "party" and inner.actor != outer.actor:
            return "other"
    for at in range(inner.end, min(end, inner.end + 14)):
        if words[at] == "would" and words[at + 1 : at + 2] in WISHES:
            return "other"
        if words[at] in OWN_FUTURE:
            return "own"
        if words[at] in (
            "are",
            "is",
            "were",
            "was",
            "remain",
            "remains",
            "remained",
            "stand",
            "stands",
        ):
            ahead = words[at + 1 : at + 5]
            if any(grammar.adjectives.get(word) == "commissive" for word in ahead):
                return "own"
        if words[at] in STOPS or (at == inner.end and _auxiliary(words[at], grammar)):
            return "other"
        found = grammar.act_verb(words[at])
        if found is not None and "g" not in found[1]:
            return "other"
    return "other"
