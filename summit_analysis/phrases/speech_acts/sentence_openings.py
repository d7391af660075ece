"""How a sentence begins: a number, a speaker, a participle, an item of a list, a quotation."""

from summit_analysis.phrases.actors.memory import Subject
from summit_analysis.phrases.actors.subjects import subject_at
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import Predicate, is_lower, satisfied
from summit_analysis.phrases.grammar.word_lists import Grammar
from summit_analysis.phrases.speech_acts.walk_state import Found, Scan, take

FINITE = frozenset(
    "is are was were am be have has had will would can must may should do did we i".split()
)


def first_word(sentence: Sentence) -> int:
    """Pass over an item's number or letter."""
    at = 0
    while at < min(3, len(sentence.words)) and (
        sentence.words[at].isdigit()
        or sentence.words[at] in (",", ":", ";")
        or (len(sentence.words[at]) == 1 and sentence.words[at] not in ("i", "a"))
    ):
        at += 1
    return at


def speaker_label(scan: Scan, at: int) -> int:
    """Read a speaker's label ("PRESIDENT X:"); from then on the speaker is whom "I" stands for."""
    sentence, memory = scan.sentence, scan.memory
    words = sentence.words
    colon = next((c for c in range(at + 1, min(len(words), at + 8)) if words[c] == ":"), 0)
    if not colon:
        return at
    subject = subject_at(sentence, at, memory)
    if subject is None or subject.end != colon or subject.kind not in ("person",):
        label = sentence.printed[at:colon]
        if colon - at > 1 and all(word.isupper() for word in label):
            # "SENIOR ADMINISTRATION OFFICIAL:": somebody without a name.
            memory.speaker = memory.person = " ".join(label).capitalize()
            return colon + 1
        return at
    memory.speaker, memory.person = subject.actor, subject.actor
    memory.we = subject.country or memory.own or "joint"
    return colon + 1


def read_opening(scan: Scan, at: int, carried: str) -> int:
    """Read a sentence that opens with its verb: a participle, or an item of a list."""
    sentence, grammar = scan.sentence, scan.grammar
    words = sentence.words
    first = at
    while (
        at < len(words) - 1
        and at - first < 4
        and (words[at] in grammar.sets["adverbs"] or words[at].endswith("ly"))
    ):
        at += 1 + (words[at + 1] == "," and at + 2 < len(words))
    found = grammar.act_verb(words[at])
    if found is None:
        return first
    lemma, letters = found
    greeting = lemma == "welcome" and words[at + 1 : at + 2] in (["to"], ["back"], ["everyone"])
    if greeting and "b" in letters and scan.memory.speaker:
        speaker = scan.memory.speaker
        subject = Subject(first, at, speaker, "i", True)
        take(scan, Found(Predicate(at, lemma, "b", "plain"), subject, speaker, "welcome"))
        return at + 1
    if lemma == "thank" and "b" in letters and words[at + 1 : at + 2] == ["you"]:
        speaker = scan.memory.speaker
        if speaker:
            subject = Subject(first, at, speaker, "i", True)
            take(
                scan,
                Found(Predicate(at, lemma, "b", "plain"), subject, speaker, "speaker's thanks"),
            )
        return at + 1
    if (
        "g" in letters
        and lemma in grammar.sets["participles"]
        and satisfied(sentence, at, lemma, grammar)
    ):
        nxt = words[at + 1] if at + 1 < len(words) else ""
        if nxt not in ("is", "are", "was", "were"):
            scan.opener.append(
                Found(Predicate(at, lemma, "g", "participle"), None, "", "opening participle")
            )
            return at + 1
    if (
        not carried
        and scan.memory.we_speak
        and not scan.memory.speaker
        and lemma in grammar.sets["speech"]
        and "b" in letters
        and (sentence.printed[at].isupper() or _takes_object(words, at, grammar))
    ):
        # "Reaffirm our commitment to …", an item of "We, the leaders, declare:".
        carried, scan.carried_forms = scan.memory.we, "b"
    form = next((letter for letter in letters if letter in scan.carried_forms), "")
    bare = form == "b" and not sentence.printed[at].isupper()
    if bare and (lemma not in grammar.sets["speech"] or not _takes_object(words, at, grammar)):
        return first
    if carried and form and satisfied(sentence, at, lemma, grammar) and is_lower(sentence, at):
        act = Found(Predicate(at, lemma, form, "plain"), None, carried, "list item")
        scan.acts.append(act)
        scan.main = act
        return at + 1
    return first


def _my_honour(words: list[str], at: int, grammar: Grammar) -> int:
    """Read "It is a great honour for me to": return where the verb stands, or 0."""
    head = words[at : at + 9]
    if words[at + 1 : at + 2] not in (["is"], ["gives"]) or not grammar.sets["occasions"] & set(
        head
    ):
        return 0
    for to in range(at + 3, min(len(words) - 1, at + 14)):
        if words[to] in (",", "that"):
            return 0
        if words[to] == "to":
            mine = {"me", "my", "us", "our"} & set(words[at:to])
            return to + 1 if mine or words[to - 1] in grammar.sets["occasions"] else 0
    return 0


def read_leave(scan: Scan, at: int) -> int:
    """Read "Let me thank …", "Allow me to congratulate …", "May I express …" of a speaker."""
    sentence, grammar, speaker = scan.sentence, scan.grammar, scan.memory.speaker
    words, end = sentence.words, len(sentence.words)
    honour = words[at] == "it" and _my_honour(words, at, grammar)
    if words[at + 1 : at + 2] not in (["me"], ["i"]) and not honour:
        return at
    verb = honour or at + 2
    while verb < end and verb - at < 16:
        word = words[verb]
        found = grammar.act_verb(word)
        base = found is not None and "b" in found[1]
        told = found is not None and (
            found[0] in grammar.sets["speech"] or found[0] in grammar.sets["spoken"]
        )
        opener = found is not None and found[0] in grammar.sets["openers"]
        if found is not None and base and found[0] in grammar.sets["takes_occasion"]:
            verb = next((n + 1 for n in range(verb, min(end, verb + 8)) if words[n] == "to"), end)
            continue  # "May I take this opportunity to thank …"
        if opener and words[verb + 1 : verb + 2] == ["by"]:
            verb += 2
            continue
        after_by = words[verb - 1] == "by" and found is not None and "g" in found[1]
        if found is not None and (after_by or (told and base)):
            if not satisfied(sentence, verb, found[0], grammar):
                return at
            letter = "g" if after_by else "b"
            subject = Subject(at, at + 2, speaker, "i", True)
            predicate = Predicate(verb, found[0], letter, "inner")
            take(scan, Found(predicate, subject, speaker, "speaker's leave"))
            return verb + 1
        if found is not None and base and not opener:
            return at
        if word == "," and verb - at > 2 and words[at + 2] != ",":
            return at
        verb += 1
    return at


def _takes_object(words: list[str], verb: int, grammar: Grammar) -> bool:
    """Say whether an article, a possessive, "that" or "to" follows: a verb and no noun."""
    following = words[verb + 1] if verb + 1 < len(words) else ""
    sets = grammar.sets
    return (
        following in sets["determiners"]
        or following in sets["possessives"]
        or following in ("that", "to", "on", "upon", "forward")
    )


def inside_quotation(sentence: Sentence, at: int, begin: int) -> bool:
    """Say whether an item opens a quotation that reports speech rather than names something."""
    if at > begin and sentence.quoted[at - 1]:
        return False
    length = quotation_end(sentence, at) - at
    speech = at == begin or sentence.words[at - 1] in (":", ",", "that", "said", "stated", "added")
    return length > 8 or (
        speech and length > 2 and bool(FINITE & set(sentence.words[at : at + length]))
    )


def quotation_end(sentence: Sentence, at: int) -> int:
    """Return one past the last item of the quotation an item stands in."""
    while at < len(sentence.words) and sentence.quoted[at]:
        at += 1
    return at
