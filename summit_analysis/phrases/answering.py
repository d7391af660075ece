"""Say whether an act presents itself as an answer to another."""

from summit_analysis.phrases.grammar import Grammar
from summit_analysis.phrases.memory import Subject
from summit_analysis.phrases.scanning import Found, Scan
from summit_analysis.phrases.subjects import subject_at
from summit_analysis.phrases.verb_groups import Predicate

RETURNS = frozenset({"response", "turn", "reply", "return"})
POINTING = (["it"], ["this"], ["that"])
CONSENT = frozenset({"agree", "accept", "concur", "consent", "pledge", "promise", "welcome"})
ANSWER = frozenset({"respond", "reply", "reciprocate"})


def in_response(scan: Scan, subject: Subject, predicate: Predicate, begin: int) -> bool:
    """Say whether "in response" or "in turn" stands before or after the subject.

    "In response to" what the other party said counts too; to what happened elsewhere it does not.
    """
    words = scan.sentence.words
    for first, last in ((max(0, subject.start - 4), subject.start), (subject.end, predicate.verb)):
        for place in range(first, last - 1):
            if words[place] == "in" and words[place + 1] in RETURNS and words[place + 2] != "to":
                return True
    if (
        words[begin] == "in"
        and words[begin + 1] in RETURNS
        and words[begin + 2 : begin + 3] == ["to"]
    ):
        other = subject_at(scan.sentence, begin + 3, scan.memory)
        return other is not None and other.kind == "person" and other.actor != subject.actor
    return False


def answers_clause(scan: Scan, subject: Subject, predicate: Predicate) -> bool:
    """Say whether a clause presents itself as an answer to the one before it."""
    words, grammar, verb = scan.sentence.words, scan.grammar, predicate.verb
    for at in range(verb + 1, min(len(words) - 1, verb + 6)):
        noun_to = words[at] in ("support", "agreement", "welcome", "appreciation")
        if noun_to and words[at + 1] in ("to", "for"):
            return words[at + 2 : at + 3] in POINTING
    if predicate.lemma in ANSWER:
        return True
    if predicate.lemma in ("accept", "decline") and "invitation" in words[verb : verb + 6]:
        return True
    before = scan.acts[-1] if scan.acts else None
    if before is None or "joint" in (before.actor, subject.actor) or before.actor == subject.actor:
        return False
    return _answers_act(before, predicate, words[subject.end : verb + 10], grammar)


def _answers_act(before: Found, predicate: Predicate, around: list[str], grammar: Grammar) -> bool:
    """Say whether an act after another party's, in the same sentence, answers it."""
    lemma = predicate.lemma
    if grammar.classes.get(before.predicate.lemma) == "directive":
        return lemma in CONSENT or "support" in around
    if lemma == "thank":
        # "offered her congratulations, and X thanked her"
        return bool({"him", "her", "them"} & set(around))
    return lemma == "agree" and "also" in around
