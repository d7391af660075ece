"""Say whether an act presents itself as an answer to another."""

from summit_analysis.phrases.actors.memory import Subject
from summit_analysis.phrases.actors.subjects import subject_at
from summit_analysis.phrases.grammar.verb_groups import Predicate
from summit_analysis.phrases.grammar.word_lists import Grammar
from summit_analysis.phrases.speech_acts.walk_state import Found, Scan

RETURNS = frozenset({"response", "turn", "reply", "return"})
POINTING = (["it"], ["this"], ["that"])
SAID_BY_OTHERS = frozenset(
    "call calls appeal appeals invitation request requests question questions proposal proposals"
    " concern concerns remark remarks statement statements comment comments offer point points"
    " explanation announcement decision initiative commitment pledge intervention".split()
)
ASKED = frozenset("call calls appeal appeals invitation request requests question".split())
ON_HEARING = frozenset({"hearing", "receiving"})
THAT_ONE = frozenset({"this", "that", "these", "those", "his", "her", "their"})
GREETED = frozenset("welcome support applaud commend appreciate endorse accept".split())
CONSENT = frozenset({"agree", "accept", "concur", "consent", "pledge", "promise", "welcome"}) | {
    "assure",
    "reassure",
    "undertake",
}
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
    if words[begin] in ("upon", "on", "after") and words[begin + 1] in ON_HEARING:
        return words[begin + 2] in THAT_ONE
    if (
        words[begin] == "in"
        and words[begin + 1] in RETURNS
        and words[begin + 2 : begin + 3] == ["to"]
    ):
        named = words[begin + 3 : begin + 7]
        if named[:1] and named[0] in THAT_ONE and SAID_BY_OTHERS & set(named):
            return True
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
    for at in range(verb + 1, min(len(words) - 2, verb + 7)):
        if words[at] == "respond" and "to" in words[at + 1 : at + 3]:
            return bool(ASKED & set(words[at + 2 : at + 6]))
    if _greets_announcement(scan, subject, predicate):
        return True
    if predicate.lemma in ("accept", "decline") and "invitation" in words[verb : verb + 6]:
        return True
    before = scan.acts[-1] if scan.acts else None
    if before is None or "joint" in (before.actor, subject.actor) or before.actor == subject.actor:
        return False
    return _answers_act(before, predicate, words, words[subject.end : verb + 10], grammar)


def _answers_act(
    before: Found, predicate: Predicate, words: list[str], around: list[str], grammar: Grammar
) -> bool:
    """Say whether an act after another party's, in the same sentence, answers it."""
    lemma = predicate.lemma
    if grammar.classes.get(before.predicate.lemma) == "directive":
        return lemma in CONSENT or "support" in around
    if lemma == "thank":
        # "offered her congratulations, and X thanked her"
        return bool({"him", "her", "them"} & set(around))
    if lemma in ("agree", "concur") and is_bare(words, predicate.verb):
        return True
    return lemma == "agree" and "also" in around


def is_bare(words: list[str], verb: int) -> bool:
    """Say whether "agreed" stands alone or with "this view": to what the other party said."""
    following = words[verb + 1 : verb + 2]
    if following in ([], [","], [";"]):
        return True
    return (
        following == ["with"]
        and words[verb + 2 : verb + 3] != []
        and (words[verb + 2] in THAT_ONE | {"him", "it", "them"})
    )


def _greets_announcement(scan: Scan, subject: Subject, predicate: Predicate) -> bool:
    """Say whether "welcomed this announcement" takes up another party's act before it."""
    words, verb = scan.sentence.words, predicate.verb
    last = scan.acts[-1].actor if scan.acts else scan.memory.last_actor
    if predicate.lemma not in GREETED or last in ("", "joint", subject.actor):
        return False
    if subject.actor == "joint" or words[verb + 1 : verb + 2] not in (["this"], ["that"]):
        return False
    return words[verb + 2 : verb + 3] != [] and words[verb + 2] in SAID_BY_OTHERS
