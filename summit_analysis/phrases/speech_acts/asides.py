"""Find the predicate after an apposition, a participle or a phrase beside the subject."""

from summit_analysis.phrases.actors.memory import Subject
from summit_analysis.phrases.grammar.predicates import predicate_at
from summit_analysis.phrases.grammar.sentence_items import DASHES
from summit_analysis.phrases.grammar.verb_groups import Predicate
from summit_analysis.phrases.grammar.verb_or_not import is_adjective
from summit_analysis.phrases.speech_acts.walk_state import Found, Scan

ASIDE = 40


def after_aside(scan: Scan, subject: Subject) -> Predicate | None:
    """Look for the predicate after an apposition, a relative clause or a phrase."""
    sentence, grammar = scan.sentence, scan.grammar
    words = sentence.words
    limit = min(len(words), subject.end + ASIDE)
    if subject.end >= limit:
        return None
    if words[subject.end] == "," and sentence.printed[subject.end] in DASHES:
        # "the leaders – President X and Chancellor Y – convened"
        last = min(len(words), subject.end + 5 * ASIDE)
        for at in range(subject.end + 1, last):
            if sentence.printed[at] in DASHES:
                return predicate_at(sentence, at + 1, grammar, plural=subject.plural)
        return None
    if words[subject.end] == "," and words[subject.end - 1] in ("jr", "sr"):
        predicate = predicate_at(sentence, subject.end + 1, grammar, plural=subject.plural)
        if predicate is not None and words[predicate.verb + 1 : predicate.verb + 2] != ["by"]:
            return predicate
    if words[subject.end] == ",":
        commas = 0
        nxt = subject.end + 1
        nxt += nxt < limit and words[nxt] == "while"
        found = grammar.act_verb(words[nxt]) if nxt < limit else None
        aside = None
        if found and "g" in found[1] and found[0] in grammar.sets["participles"]:
            aside = Found(
                Predicate(nxt, found[0], "g", "participle"),
                subject,
                subject.actor,
                "participle in an aside",
            )
        for at in range(subject.end + 1, limit):
            if words[at] == ";":
                return None
            if words[at] == ",":
                commas += 1
                if commas > 4:
                    return None
                predicate = predicate_at(sentence, at + 1, grammar, plural=subject.plural)
                if predicate is not None and predicate.verb - at < 6:
                    following = words[predicate.verb + 1 : predicate.verb + 2]
                    if predicate.form == "d" and following == ["by"]:
                        continue  # "…, united by our values, …"
                    if aside is not None:
                        scan.acts.append(aside)
                    return predicate
        return None
    if words[subject.end] in (
        "of",
        "from",
        "for",
        "at",
        "in",
        "with",
        "and",
        "on",
        "present",
        "responsible",
        "attending",
        "gathered",
    ):
        for at in range(subject.end + 1, min(limit, subject.end + 25)):
            if words[at] in (",", ";", ":", "that", "which", "we", "they", "he", "she", "to"):
                return None
            if (
                words[at - 1] in grammar.sets["determiners"]
                or words[at - 1] in grammar.sets["possessives"]
            ):
                continue
            predicate = predicate_at(sentence, at, grammar, plural=subject.plural)
            if predicate is not None:
                if words[subject.end] == "and" and predicate.form != "w" and at < subject.end + 2:
                    return None
                if predicate.form == "d" and is_adjective(
                    sentence, predicate.verb, predicate.lemma, "", grammar
                ):
                    # "for efforts aimed at …"
                    if words[predicate.verb + 1 : predicate.verb + 2] != ["by"]:
                        continue
                    return None
                if predicate.form in ("d", "w", "s") or predicate.mood != "plain":
                    return predicate
    return None
