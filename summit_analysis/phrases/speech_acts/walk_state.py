"""What the walk through a sentence remembers: the acts so far, and what stands open."""

from collections.abc import Mapping
from dataclasses import dataclass

from summit_analysis.corpus.metadata.dates import MONTHS as MONTH_NAMES
from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import Predicate
from summit_analysis.phrases.grammar.word_lists import Grammar

MONTHS = frozenset(MONTH_NAMES.lower().split("|"))
RELATIVE = frozenset({"which", "whom"})
REPORTED = frozenset(
    {
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "when",
        "while",
        "as",
        "because",
        "if",
        "whether",
        "how",
        "why",
        "what",
        "although",
        "though",
        "since",
        "until",
        "whereby",
        "whilst",
    }
)


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
        self.other_person = ""  # the last person named who is not the subject
        self.owner = (-1, "")  # where a possessive ended, and how its clause is joined
        self.long_ago = False  # whether the sentence opens with "Ten years ago"
        self.reporting = False  # whether the last act is a participle after a comma
        self.listed = False  # whether "to:" opened a list of infinitives


def take(scan: Scan, act: Found) -> None:
    """Take an act in: what is joined from here on is joined to it."""
    scan.acts.append(act)
    scan.main = act
    scan.inside, scan.past_inside, scan.finite = "", False, False
    scan.reporting = False
    subject = act.subject
    scan.memory.last_actor = act.actor
    if subject is None:
        return
    for opener in scan.opener:
        if not opener.actor:
            opener.actor = act.actor
    if subject.kind == "we":
        scan.memory.we_speak = True
    if subject.kind == "person":
        scan.memory.person = subject.actor
    elif subject.kind == "party":
        scan.memory.party = subject.actor


def note_opening(scan: Scan, at: int) -> None:
    """Note what a word opens: an infinitive, a reported clause, another subordinate clause."""
    words = scan.sentence.words
    word = words[at]
    sets = scan.grammar.sets
    if word == "that":
        # "in that spirit," points back; "in that they …" opens a clause.
        pointing = at and (words[at - 1] != "in" or words[at + 2 : at + 3] == [","])
        if pointing and words[at - 1] in sets["prepositions"]:
            return
        if _is_relative(scan, at) and scan.inside != "that":
            scan.inside = "sub"
            return
        scan.inside, scan.past_inside = "that", False
    elif (
        word == "as"
        and at + 1 < len(words)
        and (
            "n" in scan.grammar.verbs.get(words[at + 1], ("", ""))[1]
            or (words[at + 1].endswith("ed") and words[at - 1] == ",")
        )
    ):
        return
    elif word in REPORTED and not (word in ("as", "since", "until") and scan.inside):
        if scan.inside != "that":
            scan.inside = "sub"
    elif word == "to" and scan.inside in ("", "inf") and at + 1 < len(words):
        found = scan.grammar.verbs.get(words[at + 1])
        scan.listed = scan.listed or words[at + 1] == ":"
        if (
            scan.listed
            or (found and "b" in found[1])
            or words[at + 1] in sets["be"]
            or (words[at - 1] in scan.grammar.verbs and words[at + 1] not in sets["determiners"])
            or words[at + 1].endswith("ly")
        ):
            scan.inside = "inf"
    elif scan.inside in ("that", "sub"):
        found = scan.grammar.verbs.get(word)
        if word in ("was", "were", "had") or (
            found
            and found[1].startswith("d")
            and not _after_auxiliary(words, at, sets)
            and words[at - 1] not in sets["determiners"]
            and words[at - 1] not in sets["possessives"]
        ):
            scan.past_inside = True
        elif word in ("is", "are", "will", "has", "have", "would"):
            scan.past_inside = False
    if word in sets["be"] or word in sets["modals"] or word in sets["have"]:
        scan.finite = True


def _is_relative(scan: Scan, that: int) -> bool:
    """Say whether "that" takes up a noun, as in "partners that share our aims"."""
    words, grammar = scan.sentence.words, scan.grammar
    if that + 1 >= len(words) or not that or grammar.act_verb(words[that - 1]):
        return False
    following = words[that + 1]
    if following in ("is", "are", "will", "has", "have", "can", "would", "could", "may"):
        return words[that - 1] not in grammar.sets["adverbs"]
    found = grammar.verbs.get(following)
    return found is not None and bool(set(found[1]) & set("bs")) and "d" not in found[1]


def _after_auxiliary(words: list[str], at: int, sets: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a participle belongs to a form of "be" or "have" before it."""
    before = at - 1
    while before > 0 and (words[before] in sets["adverbs"] or words[before].endswith("ly")):
        before -= 1
    return words[before] in sets["be"] or words[before] in sets["have"]


def _heads_bare_group(scan: Scan, at: int, before: int, begin: int) -> bool:
    """Say whether only nouns and adjectives stand before a group: "private sector leaders"."""
    words, grammar = scan.sentence.words, scan.grammar
    if scan.acts or words[at] not in scan.memory.parties.sets["group_nouns"]:
        return False
    prepositions = grammar.sets["prepositions"]
    while before >= begin and at - before < 7:
        word = words[before]
        if word in (",", ";", ":"):
            return before < at - 1
        if (
            word in prepositions
            or word in grammar.sets["determiners"]
            or word in grammar.sets["possessives"]
        ):
            return False
        if (
            word in grammar.verbs
            or word in grammar.sets["be"]
            or word in grammar.sets["subordinators"]
        ):
            return False
        before -= 1
    return before < begin


def boundary_before(scan: Scan, at: int, begin: int) -> str:
    """Say how the clause that may begin here is joined to what stands before it."""
    words = scan.sentence.words
    sets = scan.grammar.sets
    before = at - 1
    while (
        before >= begin
        and (words[before] in sets["adverbs"] or words[before].endswith("ly"))
        and before > at - 5
    ):
        before -= 1
    if before < begin:
        return "start"
    if _heads_bare_group(scan, at, before, begin):
        return "start"
    word = words[before]
    if word in (";", ":"):
        return "semicolon"
    if word == ",":
        return "comma"
    if word in ("while", "whereas", "whilst") and (
        before == begin or words[before - 1] in (",", ";")
    ):
        return "start" if before == begin else "comma"
    if word in sets["coordinators"]:
        return "and"
    if word in RELATIVE:
        comma = before - 1
        if comma > 0 and words[comma] in sets["prepositions"]:
            if words[comma] not in ("to", "with", "for") or word == "whom":
                # "met X, during which he thanked …"; "a summit, at which they will …" is none.
                at_it = words[comma] in ("during", "at", "in") and words[comma - 1] == ","
                return "meanwhile" if at_it else ""
            comma -= 1
        return "which" if comma >= 0 and words[comma] == "," else ""
    if word == "where" and before > 0 and words[before - 1] == ",":
        return "where"
    if (
        before == at - 1
        and not scan.acts
        and words[at] in ("the", "they", "we", "both")
        and (
            scan.sentence.printed[at][:1].isupper()
            and not scan.finite
            and word not in sets["prepositions"]
        )
    ):
        return "start"
    fronted = words[begin] in sets["prepositions"] and words[at] in ("we", "i")
    if fronted and not scan.acts and not scan.inside and not scan.finite:
        return "time"  # "To the Secretary-General we extend our thanks"
    if word == "with" and before > 0 and words[before - 1] in (",", "and"):
        return "with"
    if not scan.acts and not scan.inside and not scan.finite:
        dated = word.isdigit() and (len(word) == 4 or words[before - 1] in sets["before_subject"])
        if dated or word in sets["before_subject"]:
            return "time"
        if before < at - 1 and words[at - 1] in sets["before_subject"]:
            return "time"
    return ""
