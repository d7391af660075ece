"""Read the clause that an act reports: whose future it speaks of."""

from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.subjects import subject_at
from summit_analysis.phrases.grammar.complements import STOPS
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.word_lists import Grammar

FINITE_AUXILIARIES = frozenset(
    "is are was were has have had should must can could may might".split()
)
OWN_BODIES = frozenset({"government", "department", "ministry", "administration", "agency"})
RECIPIENTS = frozenset({"assure", "reassure", "inform", "remind", "tell", "promise"})
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
    lemma = grammar.verbs.get(words[verb], ("", ""))[0]
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
        if found is None and lemma in RECIPIENTS and words[at] not in STOPS:
            at += 1
            continue
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
            return "other" if _bare_clause(sentence, verb, memory, grammar) else ""
        if found.end < end and _auxiliary(words[found.end], grammar):
            return _whose(sentence, found, subject, memory, grammar)
        at = found.end
    if at >= limit:
        return ""
    at = _after_parenthesis(sentence, at + 1, grammar)
    found = subject_at(sentence, at, memory) if at < end else None
    if found is None and outer_is_party(subject) and _own_body(sentence, at):
        return "own"
    if found is None and at < end and words[at] in grammar.sets["possessives"]:
        # "that his forces would stay": his own side.
        return "own" if {"will", "would"} & set(words[at + 1 : at + 5]) else "other"
    if found is None or found.possessive:
        return "other"
    return _whose(sentence, found, subject, memory, grammar)


def _bare_clause(sentence: Sentence, verb: int, memory: Memory, grammar: Grammar) -> bool:
    """Say whether a clause without "that" follows: "agreed the talks were useful"."""
    words = sentence.words
    lemma = grammar.verbs.get(words[verb], ("", ""))[0]
    if lemma not in grammar.sets["says"]:
        return False
    for at in range(verb + 1, min(len(words), verb + 9)):
        word = words[at]
        if word in FINITE_AUXILIARIES:
            return at > verb + 1
        if word in STOPS or word in (",", "to", "and") or word in grammar.sets["prepositions"]:
            return False
        if at > verb + 1 and (
            word in grammar.sets["determiners"]
            or word in grammar.sets["possessives"]
            or subject_at(sentence, at, memory) is not None
        ):
            return False
    return False


def outer_is_party(subject: Subject | None) -> bool:
    """Say whether a country or a body speaks."""
    return subject is not None and subject.kind in ("party", "we")


def _own_body(sentence: Sentence, at: int) -> bool:
    """Say whether an office, named in capitals, "will" do something: "that the FBI will send"."""
    words = sentence.words
    for place in range(at, min(len(words) - 1, at + 8)):
        if words[place] == "will":
            name = sentence.printed[place - 1]
            body = name.isupper() and len(name) > 1 and name.isalpha()
            return place > at and (body or words[place - 1] in OWN_BODIES)
        if words[place] in STOPS or words[place] == ",":
            return False
    return False


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
    if outer is not None and outer.kind in ("i", "we") and inner.kind == "pronoun":
        return "other"
    speaks = outer is not None and outer.kind in ("i", "we") and outer.actor != "joint"
    if speaks and inner.kind in ("party", "person") and inner.actor != memory.own:
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
