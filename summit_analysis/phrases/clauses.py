"""Walk through a sentence from left to right and find its acts, in time linear in its length."""

from dataclasses import dataclass

from summit_analysis.phrases.grammar import Grammar
from summit_analysis.phrases.predicates import Predicate, predicate_at, satisfied
from summit_analysis.phrases.subjects import Memory, Subject, subject_at
from summit_analysis.phrases.words import Sentence

ASIDE = 40
FINITE = frozenset("is are was were am be have has had will would can must may should do did we i".split())
RELATIVE = frozenset({"which", "whom"})
REPORTED = frozenset({"which", "who", "whom", "whose", "where", "when", "while", "as", "because", "if", "whether", "how", "why", "what", "although", "though", "since", "until", "whereby", "whilst"})


@dataclass
class Found:
    """An act as the scanner finds it, before it is given a class."""

    predicate: Predicate
    subject: Subject | None
    actor: str
    rule: str
    reply: bool = False
    responds: bool = False  # whether "in response" covers it and what is joined to it


class Scan:
    """The scanner's state in one sentence: where it is and what stands open."""

    def __init__(self, sentence: Sentence, memory: Memory, grammar: Grammar) -> None:
        self.sentence = sentence
        self.memory = memory
        self.grammar = grammar
        self.acts: list[Found] = []
        self.main: Found | None = None
        self.inside = ""  # "", "inf", "that" or "sub": what stands open since the last act
        self.past_inside = False
        self.finite = False  # whether a finite verb without a party stands open
        self.opener: list[Found] = []
        self.carried_forms = ""
        self.listed = False  # whether "to:" opened a list of infinitives


def find_acts(
    sentence: Sentence, memory: Memory, grammar: Grammar, *, carried: tuple[str, str] = ("", "")
) -> list[Found]:
    """Find the acts of a sentence, in order.

    Args:
        sentence: the sentence.
        memory: what the document has named so far; the last actor is noted in it.
        grammar: the word lists.
        carried: the actor of a list's introduction, for items that begin with their verb, and the
            letters of the forms such a verb may have.

    Returns:
        The acts, with their actors and the rule that found each.
    """
    scan = Scan(sentence, memory, grammar)
    scan.carried_forms = carried[1]
    words, end = sentence.words, len(sentence.words)
    at = _start(sentence)
    at = begin = _label(scan, at)
    if at < end:
        at = _open(scan, at, carried[0])
    while at < end:
        word = words[at]
        if sentence.quoted[at] and _inside_quotation(sentence, at, begin):
            at = _quotation_end(sentence, at)
            continue
        if word in (",", ";", "and", "or", "but", "&"):
            nxt = _join(scan, at)
            if nxt > at:
                at = nxt
                continue
            if word == ";" and not (scan.listed and scan.inside == "inf"):
                scan.inside, scan.past_inside, scan.finite = "", False, False
            at += 1
            continue
        subject = subject_at(sentence, at, memory)
        if subject is not None:
            at = _subject(scan, subject, begin)
            continue
        _note(scan, at)
        passive = _passive(scan, at)
        if passive > at:
            at = passive
            continue
        at += 1
    for found in scan.opener:
        if not found.actor:
            found.actor = scan.main.actor if scan.main else memory.person or "joint"
    acts = [*scan.opener, *scan.acts]
    acts.sort(key=lambda found: found.predicate.verb)
    return [found for found in acts if found.actor]


def _start(sentence: Sentence) -> int:
    """Pass over an item's number or letter."""
    at = 0
    while at < min(3, len(sentence.words)) and (
        sentence.words[at].isdigit() or sentence.words[at] in (",", ":", ";")
        or (len(sentence.words[at]) == 1 and sentence.words[at] not in ("i", "a"))
    ):
        at += 1
    return at


def _label(scan: Scan, at: int) -> int:
    """Read a speaker's label ("PRESIDENT X:"); from then on the speaker is whom "I" stands for."""
    sentence, memory = scan.sentence, scan.memory
    words = sentence.words
    colon = next((c for c in range(at + 1, min(len(words), at + 8)) if words[c] == ":"), 0)
    if not colon:
        return at
    subject = subject_at(sentence, at, memory)
    if subject is None or subject.end != colon or subject.kind not in ("person",):
        return at
    memory.speaker, memory.person = subject.actor, subject.actor
    memory.we = subject.country or memory.own or "joint"
    return colon + 1


def _open(scan: Scan, at: int, carried: str) -> int:
    """Read a sentence that opens with its verb: a participle, or an item of a list."""
    sentence, grammar = scan.sentence, scan.grammar
    words = sentence.words
    first = at
    while at < len(words) - 1 and at - first < 4 and (words[at] in grammar.sets["adverbs"] or words[at].endswith("ly")):
        at += 1
    found = grammar.act_verb(words[at])
    if found is None:
        return first
    lemma, letters = found
    if lemma == "thank" and "b" in letters and words[at + 1 : at + 2] == ["you"]:
        speaker = scan.memory.speaker
        if speaker:
            subject = Subject(first, at, speaker, "i", True)
            _take(scan, Found(Predicate(at, lemma, "b", "plain"), subject, speaker, "speaker's thanks"))
        return at + 1
    if "g" in letters and lemma in grammar.sets["participles"] and satisfied(sentence, at, lemma, grammar):
        nxt = words[at + 1] if at + 1 < len(words) else ""
        if nxt not in ("is", "are", "was", "were"):
            scan.opener.append(Found(Predicate(at, lemma, "g", "participle"), None, "", "opening participle"))
            return at + 1
    form = next((letter for letter in letters if letter in scan.carried_forms), "")
    if carried and form and satisfied(sentence, at, lemma, grammar):
        act = Found(Predicate(at, lemma, form, "plain"), None, carried, "list item")
        scan.acts.append(act)
        scan.main = act
        return at + 1
    return first


def _note(scan: Scan, at: int) -> None:
    """Note what a word opens: an infinitive, a reported clause, another subordinate clause."""
    words = scan.sentence.words
    word = words[at]
    sets = scan.grammar.sets
    if word == "that":
        if at and words[at - 1] in sets["prepositions"] and words[at - 1] != "in":
            return
        scan.inside, scan.past_inside = "that", False
    elif word == "as" and at + 1 < len(words) and "n" in scan.grammar.verbs.get(words[at + 1], ("", ""))[1]:
        return
    elif word in REPORTED and not (word in ("as", "since", "until") and scan.inside):
        if scan.inside != "that":
            scan.inside = "sub"
    elif word == "to" and scan.inside in ("", "inf") and at + 1 < len(words):
        found = scan.grammar.verbs.get(words[at + 1])
        scan.listed = scan.listed or words[at + 1] == ":"
        if scan.listed or found and "b" in found[1] or words[at + 1] in sets["be"] or words[at + 1].endswith("ly"):
            scan.inside = "inf"
    elif scan.inside in ("that", "sub"):
        found = scan.grammar.verbs.get(word)
        if word in ("was", "were", "had") or found and found[1].startswith("d") and words[at - 1] not in sets["be"]:
            scan.past_inside = True
        elif word in ("is", "are", "will", "has", "have", "would"):
            scan.past_inside = False
    if word in sets["be"] or word in sets["modals"] or word in sets["have"]:
        scan.finite = True


def _boundary(scan: Scan, at: int, begin: int) -> str:
    """Say how the clause that may begin here is joined to what stands before it."""
    words = scan.sentence.words
    sets = scan.grammar.sets
    before = at - 1
    while before >= begin and (words[before] in sets["adverbs"] or words[before].endswith("ly")) and before > at - 5:
        before -= 1
    if before < begin:
        return "start"
    word = words[before]
    if word in (";", ":"):
        return "semicolon"
    if word == ",":
        return "comma"
    if word in ("while", "whereas", "whilst") and (before == begin or words[before - 1] in (",", ";")):
        return "start" if before == begin else "comma"
    if word in sets["coordinators"]:
        return "and"
    if word in RELATIVE:
        comma = before - 1
        if comma > 0 and words[comma] in sets["prepositions"]:
            comma -= 1
        return "which" if comma >= 0 and words[comma] == "," else ""
    if word == "where" and before > 0 and words[before - 1] == ",":
        return "where"
    if before == at - 1 and not scan.acts and words[at] in ("the", "they", "we", "both") and (
        scan.sentence.printed[at][:1].isupper() and not scan.finite and word not in sets["prepositions"]
    ):
        return "start"
    if word == "with" and before > 0 and words[before - 1] in (",", "and"):
        return "with"
    if not scan.acts and not scan.inside and not scan.finite:
        if word in sets["before_subject"] or word.isdigit():
            return "time"
        if before < at - 1 and words[at - 1] in sets["before_subject"]:
            return "time"
    return ""


def _subject(scan: Scan, subject: Subject, begin: int) -> int:
    """Try a party as the subject of an act; return where to go on."""
    sentence, grammar, memory = scan.sentence, scan.grammar, scan.memory
    if subject.possessive:
        return subject.end
    boundary = _boundary(scan, subject.start, begin)
    if not boundary:
        inverted = _inverted(scan, subject)
        before = sentence.words[subject.start - 1]
        if scan.main is not None and scan.main.predicate.verb == subject.start - 1:
            # "announced the United States and Zambia will sign": a clause without "that".
            following = sentence.words[subject.end : subject.end + 1]
            if following and (following[0] in grammar.sets["modals"] or following[0] in grammar.sets["be"] or following[0] in grammar.sets["have"]):
                scan.inside = "that"
            return subject.end
        whole = before in ("between", "among")
        return inverted or (subject.end if whole else subject.first_end or subject.end)
    if boundary == "with":
        return _absolute(scan, subject)
    predicate = predicate_at(sentence, subject.end, grammar, plural=subject.plural)
    if predicate is None:
        predicate = _after_aside(scan, subject)
    if predicate is None and subject.kind in ("we", "group", "person", "pronoun", "i"):
        _silent(scan, subject, boundary)
    if predicate is None or not _allowed(scan, boundary, predicate, subject):
        return subject.end
    if boundary == "which" and not _is_answering(predicate, grammar):
        return subject.end
    responds = _in_response(sentence, subject, predicate)
    reply = boundary == "which" or responds or _answers(scan, subject, predicate)
    rule = {"which": "relative reply", "where": "relative clause"}.get(boundary, "subject and verb")
    act = Found(predicate, subject, subject.actor, f"{rule}: {predicate.mood}", reply, responds)
    _take(scan, act)
    if "having" in sentence.words[predicate.verb - 2 : predicate.verb]:
        form = "b" if subject.kind == "we" else "d"
        scan.main = Found(Predicate(predicate.verb, "", form, "silent"), subject, subject.actor, "silent")
    return predicate.verb + 1


def _silent(scan: Scan, subject: Subject, boundary: str) -> None:
    """Keep the subject of a clause that is no act, for acts joined to it: "have imposed and will …"."""
    words = scan.sentence.words
    if words[subject.start] == "it" or subject.end >= len(words) or scan.main is not None and scan.inside in ("that", "sub"):
        return
    word = words[subject.end]
    found = scan.grammar.verbs.get(word)
    sets = scan.grammar.sets
    form = ""
    if word in sets["have"] or word in sets["be"]:
        form = "d" if word in ("had", "was", "were") else "b"
    elif found and found[1][0] in "dbs" and subject.end > subject.start:
        form = found[1][0]
    if form and boundary in ("start", "semicolon", "time", "comma"):
        predicate = Predicate(subject.end, "", form, "silent")
        scan.main = Found(predicate, subject, subject.actor, "silent")
        scan.inside, scan.past_inside = "", False


def _is_answering(predicate: Predicate, grammar: Grammar) -> bool:
    lemma = predicate.lemma
    return lemma in grammar.sets["speech"] or grammar.classes.get(lemma) in ("expressive", "directive", "commissive")


def _take(scan: Scan, act: Found) -> None:
    scan.acts.append(act)
    scan.main = act
    scan.inside, scan.past_inside, scan.finite = "", False, False
    if act.predicate.mood == "will" and act.predicate.lemma in ("continue", "work", "seek", "strive", "aim"):
        scan.inside = ""
    subject = act.subject
    if subject is None:
        return
    for opener in scan.opener:
        if not opener.actor:
            opener.actor = act.actor
    if subject.kind == "person":
        scan.memory.person = subject.actor
    elif subject.kind == "party":
        scan.memory.party = subject.actor


def _after_aside(scan: Scan, subject: Subject) -> Predicate | None:
    """Look for the predicate after an apposition, a relative clause or a phrase."""
    sentence, grammar = scan.sentence, scan.grammar
    words = sentence.words
    limit = min(len(words), subject.end + ASIDE)
    if subject.end >= limit:
        return None
    if words[subject.end] == ",":
        commas = 0
        nxt = subject.end + 1
        found = grammar.act_verb(words[nxt]) if nxt < limit else None
        aside = None
        if found and "g" in found[1] and found[0] in grammar.sets["participles"]:
            aside = Found(Predicate(nxt, found[0], "g", "participle"), subject, subject.actor, "participle in an aside")
        for at in range(subject.end + 1, limit):
            if words[at] == ";":
                return None
            if words[at] == ",":
                commas += 1
                if commas > 4:
                    return None
                predicate = predicate_at(sentence, at + 1, grammar, plural=subject.plural)
                if predicate is not None and predicate.verb - at < 6:
                    if aside is not None:
                        scan.acts.append(aside)
                    return predicate
        return None
    if words[subject.end] in ("of", "from", "for", "at", "in", "with", "and", "on", "present", "responsible", "attending", "gathered"):
        for at in range(subject.end + 1, min(limit, subject.end + 25)):
            if words[at] in (";", ":", "that", "which"):
                return None
            predicate = predicate_at(sentence, at, grammar, plural=subject.plural)
            if predicate is not None:
                if words[subject.end] == "and" and predicate.form != "w" and at < subject.end + 2:
                    return None
                if predicate.form in ("d", "w", "s") or predicate.mood != "plain":
                    return predicate
    return None


def _allowed(scan: Scan, boundary: str, predicate: Predicate, subject: Subject) -> bool:
    """Decide whether a subject and its verb are a clause of their own, not reported content."""
    main = scan.main
    if boundary in ("start", "semicolon", "which", "where", "time"):
        return not (boundary == "semicolon" and scan.listed)
    if main is None:
        if boundary == "and":
            return scan.inside in ("", "inf")
        return True
    if scan.inside == "that":
        if main.predicate.form == "d":
            return predicate.form == "d" and (boundary == "and" or not scan.past_inside)
        return predicate.form != "w" and subject.kind in ("we", "group") and boundary == "and"
    if scan.inside == "sub":
        if main.predicate.form == "d":
            return predicate.form == "d"
        return subject.kind in ("we", "group", "pronoun", "party")
    return True


def _join(scan: Scan, at: int) -> int:
    """Read a verb joined to the last act, or a participle after a comma."""
    sentence, grammar, main = scan.sentence, scan.grammar, scan.main
    words, end = sentence.words, len(sentence.words)
    joined = words[at]
    nxt = at
    while nxt < end and words[nxt] in (",", ";", "and", "or", "but", "&"):
        if words[nxt] != ",":
            joined = words[nxt] if joined != ";" else joined
        nxt += 1
    if nxt >= end:
        return at
    last = main or (scan.opener[-1] if scan.opener else None)
    if last is None:
        return at
    verb = nxt
    modifiers: list[str] = []
    while verb < end - 1 and verb - nxt < 4 and (words[verb] in grammar.sets["adverbs"] or words[verb].endswith("ly")):
        if words[verb] in grammar.sets["graders"]:
            modifiers.append(words[verb])
        verb += 1
    found = grammar.verbs.get(words[verb])
    if found is None and words[verb] not in ("will",):
        return _joined_predicate(scan, nxt, joined, at)
    if words[verb] == "having":
        return _having(scan, nxt, at)
    if found is None or words[verb] in grammar.sets["have"] or words[verb] in grammar.sets["be"]:
        return _joined_predicate(scan, nxt, joined, at)
    lemma, letters = found
    if "g" in letters:
        return _participle(scan, verb, lemma, joined, at, modifiers)
    if main is None:
        return at
    form = main.predicate.form
    speech = lemma in grammar.sets["speech"]
    if not satisfied(sentence, verb, lemma, grammar):
        return at
    if main.rule == "silent" and not speech:
        return at
    if form in ("d", "n"):
        if lemma not in grammar.classes or not ("d" in letters or form == "n" and "n" in letters):
            return _joined_predicate(scan, nxt, joined, at)
        if _is_adjective(sentence, verb, lemma, joined, grammar):
            return at
        if scan.inside == "that" and scan.past_inside and "," not in words[at:nxt]:
            return at
        form = "d"
    elif form == "w":
        if "b" not in letters or scan.inside or not _governs(sentence, verb, grammar):
            if not (speech and main.subject is not None and main.subject.kind == "we" and "b" in letters and joined != ","):
                return at
            form = "b"
    elif form in ("b", "s"):
        if speech and "d" in letters and scan.inside in ("", "inf") and not _is_adjective(sentence, verb, lemma, joined, grammar):
            form = "d"
        elif lemma not in grammar.classes or form not in letters:
            return at
        if scan.inside in ("inf", "that", "sub") and not speech:
            return at
        if not _governs(sentence, verb, grammar):
            return at
    else:
        return at
    if form == "w":
        predicate = Predicate(verb, lemma, "w", "will", False, modifiers)
    else:
        predicate = Predicate(verb, lemma, form, "plain", False, modifiers)
    act = Found(predicate, main.subject, main.actor, "joined verb", main.reply and main.responds)
    act.responds = act.reply
    _take(scan, act)
    return verb + 1


def _joined_predicate(scan: Scan, nxt: int, joined: str, at: int) -> int:
    """Read "and will …", "and are …", "and have …" joined to the last act."""
    main = scan.main
    if main is None or main.subject is None:
        return at
    words = scan.sentence.words
    grammar = scan.grammar
    word = words[nxt] if words[nxt] not in grammar.sets["adverbs"] else words[min(nxt + 1, len(words) - 1)]
    if word not in grammar.sets["future"] and word not in grammar.sets["be"] and word not in grammar.sets["have"] and word not in grammar.sets["do"]:
        return at
    if scan.inside in ("that", "sub") or joined == "," and word not in grammar.sets["future"]:
        return at
    predicate = predicate_at(scan.sentence, nxt, grammar, plural=main.subject.plural)
    if predicate is None:
        return at
    _take(scan, Found(predicate, main.subject, main.actor, f"joined verb: {predicate.mood}"))
    return predicate.verb + 1


def _having(scan: Scan, nxt: int, at: int) -> int:
    """Read "We, the leaders, having met in X, declare …"."""
    predicate = predicate_at(scan.sentence, nxt, scan.grammar)
    if predicate is None or scan.inside == "that":
        return at
    subject = scan.main.subject if scan.main else None
    scan.acts.append(Found(predicate, subject, scan.main.actor if scan.main else "", "having and participle"))
    return predicate.verb + 1


def _participle(scan: Scan, verb: int, lemma: str, joined: str, at: int, modifiers: list[str]) -> int:
    """Read ", noting that …" after an act, and what is joined to an opening participle."""
    sentence, grammar = scan.sentence, scan.grammar
    if lemma not in grammar.sets["participles"] or not satisfied(sentence, verb, lemma, grammar):
        return at
    words = sentence.words
    if scan.main is None:
        if scan.opener and scan.inside != "sub":
            scan.opener.append(Found(Predicate(verb, lemma, "g", "participle", False, modifiers), None, "", "opening participle"))
            return verb + 1
        return at
    main = scan.main
    if joined == "and" and main.predicate.form != "g":
        return at
    if words[at] == "," and scan.inside != "inf" or main.predicate.form == "g":
        predicate = Predicate(verb, lemma, "g", "participle", False, modifiers)
        act = Found(predicate, main.subject, main.actor, "later participle")
        scan.acts.append(act)
        return verb + 1
    return at


def _absolute(scan: Scan, subject: Subject) -> int:
    """Read ", with President X noting that …"."""
    sentence, grammar = scan.sentence, scan.grammar
    at = subject.end
    words = sentence.words
    while at < len(words) and words[at] in grammar.sets["adverbs"]:
        at += 1
    found = grammar.act_verb(words[at]) if at < len(words) else None
    if found and "g" in found[1] and found[0] in grammar.sets["participles"]:
        act = Found(Predicate(at, found[0], "g", "participle"), subject, subject.actor, "with and participle")
        _take(scan, act)
        return at + 1
    return subject.end


def _inverted(scan: Scan, subject: Subject) -> int:
    """Read "…, said President X"."""
    words = scan.sentence.words
    verb = subject.start - 1
    if verb < 1 or words[verb] not in ("said", "stated", "noted", "added", "stressed", "emphasized", "emphasised", "concluded"):
        return 0
    if not (words[verb - 1] == "," or scan.sentence.quoted[verb - 1]):
        return 0
    lemma = scan.grammar.verbs[words[verb]][0]
    _take(scan, Found(Predicate(verb, lemma, "d", "plain"), subject, subject.actor, "verb before subject"))
    return subject.end


def _passive(scan: Scan, at: int) -> int:
    """Read a passive of the meeting without a party before it: "was discussed", "it was agreed"."""
    sentence, grammar = scan.sentence, scan.grammar
    words, end = sentence.words, len(sentence.words)
    word = words[at]
    if (
        word == "took" and words[at + 1 : at + 2] == ["place"] and "between" in words[at : at + 12]
        and not scan.acts and not scan.inside
    ):
        _take(scan, Found(Predicate(at, "take", "d", "plain"), None, "joint", "meeting took place"))
        return at + 1
    if word == "be" and words[at - 1] == "will" and not scan.acts and words[at + 1 : at + 2] in (["held"], ["convened"]):
        _take(scan, Found(Predicate(at + 1, "hold" if words[at + 1] == "held" else "convene", "n", "will"), None, "joint", "passive"))
        return at + 2
    if word == "was" and at > 1 and words[at - 1] == "which" and words[at - 2] == "," and scan.main is not None:
        return _accepted(scan, at)
    if word not in ("was", "were", "been") or scan.inside or scan.main is not None and scan.main.subject is not None:
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
    actor = "joint"
    subject = None
    for place in range(verb + 1, min(end, verb + 14)):
        if words[place] == "by" and place + 1 < end:
            subject = subject_at(sentence, place + 1, scan.memory)
            if subject is not None:
                actor = subject.actor
                if grammar.classes[found[0]] == "procedural" and _more_follow(sentence, subject, scan.memory):
                    actor = "joint"
            elif verb + 1 == place:
                return at
            break
        if words[place] in (",", ";", "that"):
            break
    _take(scan, Found(Predicate(verb, found[0], "n", "passive", negated), subject, actor, "passive"))
    return verb + 1


def _more_follow(sentence: Sentence, subject: Subject, memory: Memory) -> bool:
    """Say whether further persons with titles are listed after the first."""
    words = sentence.words
    titles = memory.parties.titles
    rest = words[subject.end : subject.end + 40]
    return any(
        mark in (",", ";", "and") and word in titles for mark, word in zip(rest, rest[1:], strict=False)
    )


def _accepted(scan: Scan, at: int) -> int:
    """Read ", which was accepted": a reply by the other party."""
    words, grammar = scan.sentence.words, scan.grammar
    verb = at + 1
    while verb < len(words) - 1 and (words[verb] in grammar.sets["adverbs"] or words[verb].endswith("ly")):
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
        other = others[0] if len(others) == 1 else ""
    lemma = grammar.verbs[words[verb]][0]
    _take(scan, Found(Predicate(verb, lemma, "n", "passive"), None, other or "joint", "relative reply: passive", True))
    return verb + 1


def _in_response(sentence: Sentence, subject: Subject, predicate: Predicate) -> bool:
    """Say whether "in response" or "in turn" stands before or after the subject."""
    words = sentence.words
    for first, last in ((max(0, subject.start - 4), subject.start), (subject.end, predicate.verb)):
        for place in range(first, last - 1):
            if words[place] == "in" and words[place + 1] in ("response", "turn", "reply", "return"):
                return words[place + 2] != "to"
    return False


def _answers(scan: Scan, subject: Subject, predicate: Predicate) -> bool:
    """Say whether a clause presents itself as an answer to the one before it."""
    words, grammar = scan.sentence.words, scan.grammar
    verb = predicate.verb
    for at in range(verb + 1, min(len(words) - 1, verb + 6)):
        if words[at] in ("support", "agreement", "welcome", "appreciation") and words[at + 1] == "to":
            return words[at + 2 : at + 3] in (["it"], ["this"], ["that"])
    if predicate.lemma in ("accept", "decline"):
        return "invitation" in words[verb : verb + 6]
    before = scan.acts[-1] if scan.acts else None
    if before is not None and before.actor != subject.actor and "joint" not in (before.actor, subject.actor):
        asked = grammar.classes.get(before.predicate.lemma) == "directive"
        if asked and predicate.lemma in ("agree", "accept", "concur", "consent", "pledge", "promise"):
            return True
        if asked and "support" in words[verb : verb + 8]:
            return True
        if predicate.lemma == "agree" and "also" in words[subject.end : verb + 2]:
            return True
    return predicate.lemma in ("respond", "reply", "reciprocate")


def _is_adjective(sentence: Sentence, verb: int, lemma: str, joined: str, grammar: Grammar) -> bool:
    """Say whether an -ed form is an adjective or a passive participle, not a verb."""
    words, end = sentence.words, len(sentence.words)
    following = words[verb + 1] if verb + 1 < end else ""
    sets = grammar.sets
    if not following or following in (",", ";", "by"):
        return lemma not in ("agree",)
    if following in sets["determiners"] or following in sets["possessives"] or following == "that":
        return False
    if following == "to":
        return False
    if joined == "," and following in ("in", "at", "during", "between", "from", "under", "as", "with", "among"):
        return lemma not in ("meet", "speak", "engage", "participate", "agree", "concur", "consult")
    if lemma not in sets["adjectival"]:
        return False
    if following in sets["prepositions"]:
        return lemma in ("share", "continue", "renew", "increase", "establish", "recognize", "reach", "adopt", "announce", "launch", "sign", "issue", "conclude")
    if lemma == "share":
        noun_words = words[verb + 1 : verb + 6]
        return not any(
            word.rstrip("s") in ("concern", "view", "practice", "position", "experience", "intention", "recognition", "assessment", "understanding", "determination", "information", "hope", "expectation", "perspective")
            for word in noun_words
        )
    return not sentence.printed[verb + 1][:1].isupper() and lemma not in ("welcome", "support", "raise", "address")


def _governs(sentence: Sentence, verb: int, grammar: Grammar) -> bool:
    """Say whether a base form is used as a verb here: what follows can be its object."""
    words, end = sentence.words, len(sentence.words)
    if verb + 1 >= end:
        return False
    following = words[verb + 1]
    sets = grammar.sets
    if following in (",", ";"):
        # "build, accelerate, and advance": a verb list goes on.
        ahead = verb + 2
        while ahead < end and words[ahead] in ("and", ",", "or") or ahead < end and words[ahead].endswith("ly"):
            ahead += 1
        found = grammar.verbs.get(words[ahead]) if ahead < end else None
        return bool(found and "b" in found[1])
    if following in ("and", "or"):
        found = grammar.verbs.get(words[verb + 2]) if verb + 2 < end else None
        return bool(found and "b" in found[1])
    if following in ("of",) or following in sets["be"]:
        return False
    if following in ("for", "between", "among", "in", "at", "from", "towards", "toward", "by"):
        return words[verb] in ("call", "look", "meet", "cooperate", "work", "collaborate", "invest", "engage", "participate", "act", "strive", "advocate", "press", "build", "refrain", "abstain", "remain", "stand", "join", "converge", "coordinate", "commit")
    return True


def _inside_quotation(sentence: Sentence, at: int, begin: int) -> bool:
    """Say whether an item opens a quotation that reports speech rather than names something."""
    if at > begin and sentence.quoted[at - 1]:
        return False
    length = _quotation_end(sentence, at) - at
    speech = at == begin or sentence.words[at - 1] in (":", ",", "that", "said", "stated", "added")
    return length > 8 or speech and length > 2 and bool(FINITE & set(sentence.words[at : at + length]))


def _quotation_end(sentence: Sentence, at: int) -> int:
    while at < len(sentence.words) and sentence.quoted[at]:
        at += 1
    return at
