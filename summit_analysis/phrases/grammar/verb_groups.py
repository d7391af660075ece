"""The parts of a predicate: its verb, and the adverbs before it."""

from dataclasses import dataclass, field

from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.word_lists import Grammar

MOST_BETWEEN = 8
REACH = 10


@dataclass
class Predicate:
    """An act's verb and what stands around it.

    Attributes:
        verb: the item that is the act's verb.
        lemma: its lemma.
        form: the letter of its form: `b`, `s`, `d`, `n`, `g`, or `w` under "will".
        mood: `plain`, `will`, `perfect`, `progressive`, `passive`, `adjective` or `inner`.
        negated: whether the verb itself is.
        modifiers: graders found before it.
    """

    verb: int
    lemma: str
    form: str
    mood: str
    negated: bool = False
    modifiers: list[str] = field(default_factory=list)


def is_lower(sentence: Sentence, at: int) -> bool:
    """Say whether a word is printed as a verb is: a capital in mid-sentence begins a name."""
    printed = sentence.printed[at]
    return not printed[:1].isupper() or at == 0 or (printed.isupper() and len(printed) > 1)


def satisfied(sentence: Sentence, verb: int, lemma: str, grammar: Grammar) -> bool:
    """Say whether the words that a verb needs to be an act follow it."""
    needs = grammar.needs.get(lemma)
    if needs is None:
        return True
    words = sentence.words
    for at in range(verb + 1, min(len(words), verb + 1 + REACH)):
        if words[at] in needs:
            return True
        if words[at] in (";", "that", "which", "who"):
            return False
    return False


def finite(letters: str, plural: bool | None) -> str:
    """Return the letter of the finite form a word is, for a subject of that number."""
    if "d" in letters:
        return "d"
    if "s" in letters and plural is not True:
        return "s"
    if "b" in letters and plural is not False:
        return "b"
    return ""


def past_aside(sentence: Sentence, place: int, grammar: Grammar) -> int:
    """Pass over ", on behalf of X," and "first of all" before "to"; return where "to" stands."""
    words, end = sentence.words, len(sentence.words)
    at = place
    if at < end and words[at] == ",":
        closing = next((n for n in range(at + 1, min(end, at + 24)) if words[n] == ","), 0)
        at = closing + 1 if closing else at
    while (
        at < end
        and at - place < 24
        and (
            words[at] in grammar.sets["adverbs"]
            or (words[at] in ("of", "at", "the", "outset", "all", "begin", "particularly"))
        )
    ):
        at += 1
    return at if at < end and words[at] == "to" else place


def pass_adverbs(
    sentence: Sentence, place: int, grammar: Grammar, modifiers: list[str]
) -> tuple[int, bool]:
    """Pass over adverbs and short parentheses; return where they end, and whether one negates."""
    words, end = sentence.words, len(sentence.words)
    adverbs, graders = grammar.sets["adverbs"], grammar.sets["graders"]
    at, negated, start = place, False, place
    while at < end and at - start < MOST_BETWEEN:
        word = words[at]
        if word == "not" and at + 1 < end and words[at + 1] == "only":
            at += 1
        elif word in ("not", "never", "cannot", "neither"):
            negated = True
        elif word in graders and word.endswith("ly"):
            modifiers.append(word)
        elif (word == "once" and at + 1 < end and words[at + 1] == "again") or (
            word in ("in", "for", "on")
            and at + 1 < end
            and words[at + 1] in ("turn", "particular", "response", "principle", "addition")
        ):
            at += 1
        elif word == "," and at + 2 < end and words[at + 1] in adverbs and words[at + 2] == ",":
            at += 2
        elif not (word in adverbs or (word.endswith("ly") and word not in grammar.verbs)):
            break
        at += 1
    return at, negated
