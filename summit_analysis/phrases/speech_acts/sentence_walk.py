"""Walk through a sentence from left to right and find its acts, in time linear in its length."""

from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.parties import longest
from summit_analysis.phrases.actors.subjects import subject_at
from summit_analysis.phrases.grammar.complements import noun_of
from summit_analysis.phrases.grammar.predicates import predicate_at
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import Predicate
from summit_analysis.phrases.grammar.word_lists import Grammar
from summit_analysis.phrases.speech_acts.answering import answers_clause, in_response
from summit_analysis.phrases.speech_acts.asides import after_aside
from summit_analysis.phrases.speech_acts.joined_verbs import join_verb, read_participle
from summit_analysis.phrases.speech_acts.passives import read_passive
from summit_analysis.phrases.speech_acts.sentence_openings import (
    first_word,
    inside_quotation,
    quotation_end,
    read_leave,
    read_opening,
    speaker_label,
)
from summit_analysis.phrases.speech_acts.walk_state import (
    MONTHS,
    Found,
    Scan,
    boundary_before,
    note_opening,
    take,
)

REPORTS = frozenset("is was are were has have had will would can must should remains".split())
SILENT = frozenset({"we", "group", "person", "pronoun", "i", "party"})
LAST = (["last", "year"], ["last", "decade"], ["last", "century"])


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
    starters = memory.starters
    at = first_word(sentence)
    at = begin = speaker_label(scan, at)
    scan.long_ago = _long_ago(words)
    if at < end:
        at = read_opening(scan, at, carried[0])
    while at < end:
        word = words[at]
        if sentence.quoted[at] and inside_quotation(sentence, at, begin):
            at = quotation_end(sentence, at)
            continue
        if word in (",", ";", "and", "or", "but", "&", "nor"):
            nxt = join_verb(scan, at)
            if nxt > at:
                at = nxt
                continue
            if word == ";" and not (scan.listed and scan.inside == "inf"):
                scan.inside, scan.past_inside, scan.finite = "", False, False
            at += 1
            continue
        if word in ("let", "allow", "permit", "may", "it") and memory.speaker:
            nxt = read_leave(scan, at)
            if nxt > at:
                at = nxt
                continue
        could_be = word in starters or (sentence.printed[at].isupper() and len(word) > 2)
        subject = subject_at(sentence, at, memory) if could_be else None
        if subject is not None:
            if subject.kind == "person":
                memory.mentioned = subject.actor
            if subject.kind == "party" and at == begin:
                memory.mentioned_party = subject.actor
            at = _try_subject(scan, subject, begin)
            continue
        if word in ("while", "whilst") and scan.main is not None:
            nxt = read_participle(scan, at + 1, at)
            if nxt > at:
                at = nxt
                continue
        note_opening(scan, at)
        passive = read_passive(scan, at)
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


def _long_ago(words: list[str]) -> bool:
    """Say whether a sentence opens with "Ten years ago," or "Last year,"."""
    opening = words[: words.index(",")] if "," in words[:9] else words[:5]
    return "ago" in opening or opening[:2] in LAST


def _try_subject(scan: Scan, subject: Subject, begin: int) -> int:
    """Try a party as the subject of an act; return where to go on."""
    sentence, grammar = scan.sentence, scan.grammar
    if subject.possessive:
        if subject.kind in ("person", "party"):
            # "President X's adviser Y met …": the owned officer stands where the owner does.
            scan.owner = (subject.end, boundary_before(scan, subject.start, begin))
        return subject.end
    boundary = boundary_before(scan, subject.start, begin)
    if subject.start == scan.owner[0] and subject.kind == "person":
        boundary = scan.owner[1]
    if not boundary:
        inverted = _inverted(scan, subject)
        before = sentence.words[subject.start - 1]
        if scan.main is not None and scan.main.predicate.verb == subject.start - 1:
            if subject.kind == "person":
                scan.other_person = subject.actor
            # "announced the United States and Zambia will sign": a clause without "that".
            following = sentence.words[subject.end : subject.end + 1]
            if following and (
                following[0] in grammar.sets["modals"]
                or following[0] in grammar.sets["be"]
                or following[0] in grammar.sets["have"]
            ):
                scan.inside = "that"
            elif subject.first_end and predicate_at(sentence, subject.end, grammar, plural=False):
                # "invited the President, and the Minister accepted"
                return subject.first_end
            return subject.end
        if subject.kind == "person":
            scan.other_person = subject.actor
        whole = before in ("between", "among", "as", "when", "while", "that", "since", "after")
        if whole and "," in sentence.words[subject.start : subject.end] and subject.first_end:
            # "between the Presidents, the United States and France will …"
            whole = predicate_at(sentence, subject.end, grammar, plural=True) is None
        return inverted or (subject.end if whole else subject.first_end or subject.end)
    if boundary == "with":
        return _absolute(scan, subject)
    predicate = predicate_at(sentence, subject.end, grammar, plural=subject.plural)
    listed = boundary == "comma" and scan.main is not None
    if predicate is None and not (
        listed and sentence.words[subject.end : subject.end + 1] == [","]
    ):
        predicate = after_aside(scan, subject)
    if predicate is None and subject.kind in SILENT:
        _silent(scan, subject, boundary)
    if predicate is None or not _allowed(scan, boundary, predicate, subject):
        return subject.end
    if sentence.words[subject.start] == "neither":
        predicate.negated = True
    if boundary == "which" and not _is_answering(predicate, grammar):
        return subject.end
    if boundary == "meanwhile" and predicate.form != "d":
        return subject.end
    if boundary in ("which", "where", "meanwhile") and _dated(sentence.words, predicate, grammar):
        return subject.end
    if subject.kind == "agency" and not _agency_speaks(predicate):
        return subject.end
    if predicate.mood == "will" and sentence.words[subject.start] == "it":
        same = scan.main is not None and scan.main.actor == subject.actor
        if not same:
            return subject.end
    stative = predicate.mood == "plain" and not predicate.negated and predicate.form in "bs"
    if predicate.lemma == "share" and stative:
        # "We share a border" states what is so; "we share the concern" is said.
        noun, _ = noun_of(sentence, predicate.verb, grammar)
        if noun not in grammar.nouns and not that_follows(sentence, predicate.verb):
            return subject.end
    if _goes_on(sentence, subject, predicate, scan.memory) or (
        predicate.form == "d" and scan.long_ago
    ):
        return subject.end
    if _was_before(sentence, predicate, grammar, scan.memory.year):
        return subject.end
    if boundary == "which" and subject.kind == "pronoun" and not subject.plural:
        # "invited President X, which he accepted": he is not who invited.
        subject.actor = scan.other_person or subject.actor
    responds = in_response(scan, subject, predicate, begin)
    after = sentence.words[predicate.verb + 1 : predicate.verb + 2]
    if boundary == "which" and after and after[0] in REPORTS:
        boundary = "comma"  # "which the President underscored is …": no answer
    reply = boundary == "which" or responds or answers_clause(scan, subject, predicate)
    rule = {"which": "relative reply", "where": "relative clause"}.get(boundary, "subject and verb")
    act = Found(predicate, subject, subject.actor, f"{rule}: {predicate.mood}", reply, responds)
    take(scan, act)
    if "having" in sentence.words[predicate.verb - 2 : predicate.verb]:
        form = "b" if subject.kind == "we" else "d"
        scan.main = Found(
            Predicate(predicate.verb, "", form, "silent"), subject, subject.actor, "silent"
        )
    return predicate.verb + 1


def _was_before(sentence: Sentence, predicate: Predicate, grammar: Grammar, year: int) -> bool:
    """Say whether something brought about is dated in an earlier year, and so not now."""
    if not year or predicate.lemma not in grammar.sets["brought_about"]:
        return False
    rest = sentence.words[predicate.verb + 1 : predicate.verb + 30]
    dated = [n for n, word in enumerate(rest) if len(word) == 4 and word.isdigit() and n]
    return any(
        1900 < int(rest[n]) < year
        and (rest[n - 1] == "in" or rest[n - 1] in MONTHS or rest[n - 1] == ",")
        for n in dated[:1]
    )


def _goes_on(sentence: Sentence, subject: Subject, predicate: Predicate, memory: Memory) -> bool:
    """Say whether "Japan continues to work": conduct, where "we continue" and "will" undertake."""
    if predicate.lemma != "continue" or predicate.mood != "plain" or predicate.form not in "bs":
        return False
    first = subject.start + (sentence.words[subject.start] == "the")
    known = (memory.parties.names, memory.people.countries)
    named = any(longest(names, sentence.words, first) for names in known)
    return subject.kind == "party" or (subject.kind == "group" and named)


def that_follows(sentence: Sentence, verb: int) -> bool:
    """Say whether "that" follows close after a verb."""
    return "that" in sentence.words[verb + 1 : verb + 6]


def _dated(words: list[str], predicate: Predicate, grammar: Grammar) -> bool:
    """Say whether what was brought about is dated: ", which she announced in May"."""
    if grammar.classes.get(predicate.lemma) != "declarative":
        return False
    rest = words[predicate.verb + 1 : predicate.verb + 4]
    return bool(rest) and (
        rest[0] == "last"
        or (rest[0] in ("in", "on") and bool(MONTHS & set(rest[1:])))
        or (rest[0] == "in" and rest[1:2] != [] and rest[1].isdigit())
    )


def _agency_speaks(predicate: Predicate) -> bool:
    """Say whether a name in capitals acts: many are documents, that "reaffirm" and "will build"."""
    return predicate.mood == "adjective" or (predicate.mood == "plain" and predicate.form == "d")


def _is_answering(predicate: Predicate, grammar: Grammar) -> bool:
    lemma = predicate.lemma
    if predicate.mood == "perfect":
        return False
    return lemma in grammar.sets["speech"] or grammar.classes.get(lemma) not in (
        "procedural",
        "declarative",
    )


def _silent(scan: Scan, subject: Subject, boundary: str) -> None:
    """Keep the subject of a clause that is no act, for what is joined: "have … and will …"."""
    words = scan.sentence.words
    if (
        words[subject.start] == "it"
        or subject.end >= len(words)
        or (scan.main is not None and scan.inside in ("that", "sub"))
    ):
        return
    word = words[subject.end]
    found = scan.grammar.verbs.get(word)
    sets = scan.grammar.sets
    form = ""
    if word in sets["have"] or word in sets["be"]:
        form = "d" if word in ("had", "was", "were") else "p" if word in sets["have"] else "b"
    elif found and found[1][0] in "dbs" and subject.end > subject.start:
        form = found[1][0]
    if form and boundary in ("start", "semicolon", "time", "comma"):
        predicate = Predicate(subject.end, "", form, "silent")
        scan.main = Found(predicate, subject, subject.actor, "silent")
        scan.inside, scan.past_inside = "", False


def _allowed(scan: Scan, boundary: str, predicate: Predicate, subject: Subject) -> bool:
    """Decide whether a subject and its verb are a clause of their own, not reported content."""
    main = scan.main
    if boundary in ("start", "semicolon", "which", "where", "meanwhile", "time"):
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


def _inverted(scan: Scan, subject: Subject) -> int:
    """Read "…, said President X"."""
    words = scan.sentence.words
    verb = subject.start - 1
    if verb < 1 or words[verb] not in (
        "said",
        "stated",
        "noted",
        "added",
        "stressed",
        "emphasized",
        "emphasised",
        "concluded",
    ):
        return 0
    if not (words[verb - 1] == "," or scan.sentence.quoted[verb - 1]):
        return 0
    lemma = scan.grammar.verbs[words[verb]][0]
    take(
        scan,
        Found(Predicate(verb, lemma, "d", "plain"), subject, subject.actor, "verb before subject"),
    )
    return subject.end


def _absolute(scan: Scan, subject: Subject) -> int:
    """Read ", with President X noting that …"."""
    sentence, grammar = scan.sentence, scan.grammar
    at = subject.end
    words = sentence.words
    while at < len(words) and words[at] in grammar.sets["adverbs"]:
        at += 1
    found = grammar.act_verb(words[at]) if at < len(words) else None
    if found and "g" in found[1] and found[0] in grammar.sets["participles"]:
        act = Found(
            Predicate(at, found[0], "g", "participle"),
            subject,
            subject.actor,
            "with and participle",
        )
        take(scan, act)
        return at + 1
    return subject.end
