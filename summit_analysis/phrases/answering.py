"""Say whether an act presents itself as an answer to another."""

from summit_analysis.phrases.memory import Subject
from summit_analysis.phrases.scanning import Scan
from summit_analysis.phrases.verb_groups import Predicate
from summit_analysis.phrases.words import Sentence


def in_response(sentence: Sentence, subject: Subject, predicate: Predicate) -> bool:
    """Say whether "in response" or "in turn" stands before or after the subject."""
    words = sentence.words
    for first, last in ((max(0, subject.start - 4), subject.start), (subject.end, predicate.verb)):
        for place in range(first, last - 1):
            if words[place] == "in" and words[place + 1] in ("response", "turn", "reply", "return"):
                return words[place + 2] != "to"
    return False


def answers_clause(scan: Scan, subject: Subject, predicate: Predicate) -> bool:
    """Say whether a clause presents itself as an answer to the one before it."""
    words, grammar = scan.sentence.words, scan.grammar
    verb = predicate.verb
    for at in range(verb + 1, min(len(words) - 1, verb + 6)):
        if words[at] in ("support", "agreement", "welcome", "appreciation") and words[at + 1] in (
            "to",
            "for",
        ):
            return words[at + 2 : at + 3] in (["it"], ["this"], ["that"])
    if predicate.lemma in ("accept", "decline"):
        return "invitation" in words[verb : verb + 6]
    before = scan.acts[-1] if scan.acts else None
    if (
        before is not None
        and before.actor != subject.actor
        and "joint" not in (before.actor, subject.actor)
    ):
        asked = grammar.classes.get(before.predicate.lemma) == "directive"
        if asked and predicate.lemma in (
            "agree",
            "accept",
            "concur",
            "consent",
            "pledge",
            "promise",
        ):
            return True
        if asked and "support" in words[verb : verb + 8]:
            return True
        if predicate.lemma == "agree" and "also" in words[subject.end : verb + 2]:
            return True
    return predicate.lemma in ("respond", "reply", "reciprocate")
