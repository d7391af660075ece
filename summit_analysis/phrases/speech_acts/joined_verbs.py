"""Read a verb joined to the last act by "and", and a participle after a comma."""

from summit_analysis.phrases.grammar.auxiliaries import inner_predicate
from summit_analysis.phrases.grammar.predicates import predicate_at
from summit_analysis.phrases.grammar.verb_groups import Predicate, is_lower, satisfied
from summit_analysis.phrases.grammar.verb_or_not import governs, is_adjective
from summit_analysis.phrases.grammar.word_lists import Grammar
from summit_analysis.phrases.speech_acts.answering import ANSWER
from summit_analysis.phrases.speech_acts.walk_state import Found, Scan, take

ADJECTIVES_TOO = frozenset({"open", "clear", "complete"})  # "a free and open sea"


def join_verb(scan: Scan, at: int) -> int:
    """Read a verb joined to the last act, or a participle after a comma."""
    sentence, grammar, main = scan.sentence, scan.grammar, scan.main
    words, end = sentence.words, len(sentence.words)
    joined = words[at]
    nxt = at
    while nxt < end and words[nxt] in (",", ";", "and", "or", "but", "&", "nor"):
        if words[nxt] != ",":
            joined = words[nxt] if joined != ";" else joined
        nxt += 1
    if nxt >= end:
        return at
    last = main or (scan.opener[-1] if scan.opener else None)
    if last is None and not _frames(scan, at):
        return at
    verb = nxt
    modifiers: list[str] = []
    while (
        verb < end - 1
        and verb - nxt < 4
        and (words[verb] in grammar.sets["adverbs"] or words[verb].endswith("ly"))
    ):
        if words[verb] in grammar.sets["graders"]:
            modifiers.append(words[verb])
        verb += 1
    found = grammar.verbs.get(words[verb])
    if words[verb] == "to" and joined == "and" and main is not None:
        return _joined_infinitive(scan, verb + 1, at)
    if found is None and words[verb] not in ("will",):
        return _joined_predicate(scan, nxt, joined, at)
    if words[verb] == "having":
        return _having(scan, nxt, at)
    if found is None or words[verb] in grammar.sets["auxiliaries"]:
        return _joined_predicate(scan, nxt, joined, at)
    lemma, letters = found
    if not is_lower(sentence, verb) and verb > 1:
        return at
    if "g" in letters:
        return _participle(scan, verb, lemma, joined, at, modifiers)
    if main is None:
        return at
    form = main.predicate.form
    if main.rule == "silent" and form == "p":
        # "has built ports, committed to …, and agreed …"
        form = "d" if "n" in letters else "b"
        letters = letters.replace("n", "d") if form == "d" else letters
    speech = lemma in grammar.sets["speech"]
    promised = form == "w" and not (lemma in ADJECTIVES_TOO and words[verb - 1] == "and")
    if not promised and not satisfied(sentence, verb, lemma, grammar):
        return at
    if main.rule == "silent" and not speech:
        return at
    if form in ("d", "n"):
        if (
            _performs(main, lemma, grammar)
            and "b" in letters
            and ("," in words[at:nxt] or (lemma in grammar.sets["no_nouns"] and not scan.inside))
        ):
            letters, form = "d", "b"
        if lemma not in grammar.classes or not ("d" in letters or (form == "n" and "n" in letters)):
            return _joined_predicate(scan, nxt, joined, at)
        if is_adjective(sentence, verb, lemma, joined, grammar):
            return at
        stated = speech and words[verb + 1 : verb + 2] == ["that"]
        if scan.inside == "that" and scan.past_inside and "," not in words[at:nxt] and not stated:
            return at
        form = "d"
    elif form == "w" and _performs(main, lemma, grammar) and "b" in letters and not scan.inside:
        form = "b"
    elif form == "w" and speech and letters == "s" and not scan.inside:
        form = "s"
    elif form == "w":
        if "b" not in letters or scan.inside or not governs(sentence, verb, grammar):
            if not (
                speech
                and main.subject is not None
                and main.subject.kind == "we"
                and "b" in letters
                and joined != ","
            ):
                return at
            form = "b"
    elif form in ("b", "s"):
        if (
            speech
            and "d" in letters
            and scan.inside in ("", "inf")
            and not is_adjective(sentence, verb, lemma, joined, grammar)
        ):
            form = "d"
        elif lemma not in grammar.classes or form not in letters:
            return at
        firm = form == "d" or form == "s" or lemma in grammar.sets["said_now"]
        if scan.inside in ("inf", "that", "sub") and not (speech and firm):
            return at
        parted = form == "s" and lemma in grammar.sets["said_now"] and verb + 1 < end
        parted = parted and words[verb + 1] == ","
        no_noun = form == "s" and lemma in grammar.sets["no_nouns"]
        if not governs(sentence, verb, grammar) and not parted and not no_noun:
            return at
    else:
        return at
    if form == "w":
        predicate = Predicate(verb, lemma, "w", "will", joined == "nor", modifiers)
    else:
        predicate = Predicate(verb, lemma, form, "plain", joined == "nor", modifiers)
    act = Found(predicate, main.subject, main.actor, "joined verb", main.reply and main.responds)
    act.responds = act.reply
    act.reply = act.reply or lemma in ANSWER
    take(scan, act)
    return verb + 1


def _performs(main: Found, lemma: str, grammar: Grammar) -> bool:
    """Say whether a verb after "We will …, and" is said now, not promised: "and recognize"."""
    return (
        main.subject is not None
        and main.subject.plural is True
        and lemma in grammar.sets["said_now"]
    )


def _joined_infinitive(scan: Scan, place: int, at: int) -> int:
    """Read "I wish to thank …, and to commend …"."""
    main = scan.main
    if main is None or main.predicate.mood != "inner" or main.predicate.form == "g":
        return at
    predicate = inner_predicate(scan.sentence, place, scan.grammar, [], False)
    if predicate is None or scan.inside in ("that", "sub"):
        return at
    take(scan, Found(predicate, main.subject, main.actor, "joined infinitive: inner"))
    return predicate.verb + 1


def _joined_predicate(scan: Scan, nxt: int, joined: str, at: int) -> int:
    """Read "and will …", "and are …", "and have …" joined to the last act."""
    main = scan.main
    if main is None or main.subject is None:
        return at
    words = scan.sentence.words
    grammar = scan.grammar
    word = (
        words[nxt]
        if words[nxt] not in grammar.sets["adverbs"]
        else words[min(nxt + 1, len(words) - 1)]
    )
    if (
        word not in grammar.sets["future"]
        and word not in grammar.sets["be"]
        and word not in grammar.sets["have"]
        and word not in grammar.sets["do"]
    ):
        return at
    if scan.inside in ("that", "sub") or (joined == "," and word not in grammar.sets["future"]):
        return at
    predicate = predicate_at(scan.sentence, nxt, grammar, plural=main.subject.plural)
    if predicate is None:
        return at
    rule = f"joined verb: {predicate.mood}"
    take(scan, Found(predicate, main.subject, main.actor, rule, predicate.lemma in ANSWER))
    return predicate.verb + 1


def read_participle(scan: Scan, verb: int, at: int) -> int:
    """Read "while underscoring …" after an act; return where to go on, `at` when it is none."""
    words, grammar = scan.sentence.words, scan.grammar
    while verb < len(words) - 1 and words[verb] in grammar.sets["adverbs"]:
        verb += 1
    found = grammar.act_verb(words[verb]) if verb < len(words) else None
    main = scan.main
    if found is None or main is None or "g" not in found[1]:
        return at
    if found[0] not in grammar.sets["later_participles"]:
        return at
    predicate = Predicate(verb, found[0], "g", "participle")
    scan.acts.append(Found(predicate, main.subject, main.actor, "later participle"))
    return verb + 1


def _having(scan: Scan, nxt: int, at: int) -> int:
    """Read "We, the leaders, having met in X, declare …"."""
    predicate = predicate_at(scan.sentence, nxt, scan.grammar)
    if predicate is None or scan.inside == "that":
        return at
    subject = scan.main.subject if scan.main else None
    scan.acts.append(
        Found(predicate, subject, scan.main.actor if scan.main else "", "having and participle")
    )
    return predicate.verb + 1


def _frames(scan: Scan, at: int) -> bool:
    """Say whether "Building on X and recognizing Y, they …" opens with a participle before it."""
    words, verbs = scan.sentence.words, scan.grammar.verbs
    opening = [verbs.get(word, ("", ""))[1] for word in words[: min(at, 6)]]
    return not scan.acts and not scan.inside and any("g" in letters for letters in opening)


def _participle(
    scan: Scan, verb: int, lemma: str, joined: str, at: int, modifiers: list[str]
) -> int:
    """Read ", noting that …" after an act, and what is joined to an opening participle."""
    sentence, grammar = scan.sentence, scan.grammar
    if lemma == "look" and scan.sentence.words[verb + 1 : verb + 2] != ["forward"]:
        return at  # "looking ahead to" sets a frame
    if lemma not in grammar.sets["participles"] or not satisfied(sentence, verb, lemma, grammar):
        return at
    words = sentence.words
    if scan.main is None:
        if (scan.opener and scan.inside != "sub") or _frames(scan, at):
            scan.opener.append(
                Found(
                    Predicate(verb, lemma, "g", "participle", False, modifiers),
                    None,
                    "",
                    "opening participle",
                )
            )
            return verb + 1
        return at
    main = scan.main
    if lemma not in grammar.sets["later_participles"]:
        return at
    going_on = main.predicate.form == "g" or scan.reporting
    if joined == "and" and not going_on:
        return at
    if words[at] == "," or going_on:
        predicate = Predicate(verb, lemma, "g", "participle", False, modifiers)
        act = Found(predicate, main.subject, main.actor, "later participle")
        scan.acts.append(act)
        scan.reporting = True
        return verb + 1
    return at
