"""Read passives of the meeting: "was discussed", "it was agreed", ", which was accepted"."""

import itertools

from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.subjects import subject_at
from summit_analysis.phrases.grammar.inflection import singular
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import Predicate
from summit_analysis.phrases.grammar.word_lists import Grammar
from summit_analysis.phrases.speech_acts.walk_state import MONTHS, Found, Scan, take

TALKS = frozenset({"exchange", "exchanges", "conversation", "discussion", "discussions"})
DECISIONS = frozenset({"decision", "decisions", "stock", "note"})


def read_passive(scan: Scan, at: int) -> int:
    """Read a passive of the meeting without a party before it: "was discussed", "it was agreed"."""
    sentence, grammar = scan.sentence, scan.grammar
    words, end = sentence.words, len(sentence.words)
    word = words[at]
    if (
        word == "took"
        and words[at + 1 : at + 2] == ["place"]
        and ("between" in words[at : at + 12] or TALKS & set(words[max(0, at - 14) : at]))
        and not scan.acts
        and not scan.inside
    ):
        take(scan, Found(Predicate(at, "take", "d", "plain"), None, "joint", "meeting took place"))
        return at + 1
    if (
        word == "be"
        and words[at - 1] == "will"
        and not scan.acts
        and words[at + 1 : at + 2] in (["held"], ["convened"])
    ):
        take(
            scan,
            Found(
                Predicate(at + 1, "hold" if words[at + 1] == "held" else "convene", "n", "will"),
                None,
                "joint",
                "passive",
            ),
        )
        return at + 2
    if (
        word == "was"
        and at > 1
        and words[at - 1] == "which"
        and words[at - 2] == ","
        and scan.main is not None
    ):
        return _accepted(scan, at)
    silent = scan.main is not None and scan.main.rule == "silent" and scan.main.predicate.verb == at
    if (
        word not in ("was", "were", "been")
        or scan.inside
        or (scan.main is not None and scan.main.subject is not None and not silent)
    ):
        return at
    if word == "been" and words[at - 1] not in ("has", "have"):
        return at
    verb = at + 1
    negated = "no" in words[max(0, at - 8) : at]
    while verb < end and (words[verb] in grammar.sets["adverbs"] or words[verb].endswith("ly")):
        negated = negated or words[verb] == "not"
        verb += 1
    found = grammar.act_verb(words[verb]) if verb < end else None
    if found is None or "n" not in found[1] or found[0] not in grammar.sets["passives"]:
        return at
    if found[0] == "conduct" and not _of_a_meeting(sentence, at, grammar):
        return at
    if found[0] == "take" and not DECISIONS & set(words[max(0, at - 6) : at]):
        return at
    dated = words[verb + 2] if verb + 2 < end and words[verb + 1] in ("in", "on") else ""
    if grammar.classes[found[0]] == "declarative" and (dated in MONTHS or dated.isdigit()):
        return at
    actor = "joint"
    subject = None
    for place in range(verb + 1, min(end, verb + 14)):
        if words[place] == "by" and place + 1 < end:
            subject = subject_at(sentence, place + 1, scan.memory)
            if subject is not None:
                actor = subject.actor
                if grammar.classes[found[0]] == "procedural" and _more_follow(
                    sentence, subject, scan.memory
                ):
                    actor = "joint"
            elif verb + 1 == place:
                return at
            break
        if words[place] in (",", ";", "that"):
            break
    take(scan, Found(Predicate(verb, found[0], "n", "passive", negated), subject, actor, "passive"))
    return verb + 1


def _of_a_meeting(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Say whether what "was conducted" is a meeting: an exercise is conduct in the world."""
    before = sentence.words[max(0, at - 12) : at]
    return any(grammar.nouns.get(singular(word)) == "procedural" for word in before)


def _more_follow(sentence: Sentence, subject: Subject, memory: Memory) -> bool:
    """Say whether further persons with titles are listed after the first."""
    words = sentence.words
    titles = memory.parties.titles
    rest = words[subject.end : subject.end + 40]
    return any(
        mark in (",", ";", "and") and word in titles for mark, word in itertools.pairwise(rest)
    )


def _accepted(scan: Scan, at: int) -> int:
    """Read ", which was accepted": a reply by the other party."""
    words, grammar = scan.sentence.words, scan.grammar
    verb = at + 1
    while verb < len(words) - 1 and (
        words[verb] in grammar.sets["adverbs"] or words[verb].endswith("ly")
    ):
        verb += 1
    if verb >= len(words) or words[verb] not in ("accepted", "welcomed", "reciprocated", "agreed"):
        return at
    main = scan.main
    actor = main.actor if main else ""
    if words[verb + 1 : verb + 2] == ["by"] and verb + 2 < len(words):
        subject = subject_at(scan.sentence, verb + 2, scan.memory)
        other = subject.actor if subject else ""
    else:
        others = [p.name for p in scan.memory.people.in_order if p.name != actor]
        other = others[0] if len(others) == 1 else scan.other_person
    lemma = grammar.verbs[words[verb]][0]
    take(
        scan,
        Found(
            Predicate(verb, lemma, "n", "passive"),
            None,
            other or "joint",
            "relative reply: passive",
            True,
        ),
    )
    return verb + 1
