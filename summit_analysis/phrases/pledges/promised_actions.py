"""What a commissive act promises: one stretch of words an action."""

from collections.abc import Sequence
from dataclasses import dataclass

from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_or_not import governs
from summit_analysis.phrases.grammar.word_lists import Grammar

REACH = 30
LONGEST_SUBJECT = 14
NO_ACTIONS = frozenset({"including", "regarding", "concerning", "following", "according"})
GIVEN_TO = frozenset({"committed", "dedicated", "devoted"})
JOINERS = frozenset({"and", "or", "but", ",", ";"})
ARTICLES = frozenset({"the", "our", "their", "its", "a", "an"})
NOUNS = frozenset(
    "commitment commitments pledge intention intent determination resolve plans plan willingness"
    " goal".split()
)


@dataclass(frozen=True)
class Action:
    """An action: its verb (-1 where a noun phrase names it) and the items it runs over."""

    verb: int
    first: int
    end: int


def actions_of(
    sentence: Sentence,
    verb: int,
    limit: int,
    grammar: Grammar,
    carriers: frozenset[str],
    *,
    future: bool,
    noun: bool,
) -> list[Action]:
    """Divide what follows a commissive verb into actions.

    Args:
        sentence: the sentence.
        verb: the act's verb.
        limit: where what it governs ends: the next act or the sentence's end.
        grammar: the word lists.
        future: whether the act's verb stands under "will", and so names the action itself.
        noun: whether a noun carries the commitment ("reaffirmed their commitment to …").
        carriers: verbs that go on to the action itself ("continue to …", "intend to …").

    Returns:
        One or more actions, in order. Verbs joined by commas and "and" are actions of their own,
        unless an infinitive of purpose stands between.
    """
    words = sentence.words
    head, form = _first_head(sentence, verb, limit, grammar, carriers, future, noun)
    end = _trim(words, _before_clause(words, limit, verb), verb + 1)
    if head < 0:
        first = _after_noun(words, verb, end)
        for at in range(verb + 1, min(end - 2, verb + LONGEST_SUBJECT)):
            if words[at] in GIVEN_TO and words[at + 1] == "to":
                first = at + 2  # "emphasized that he is committed to continued talks"
        while first < end and (
            words[first] in ("on", "upon", "to", "the", "that", ",") or words[first].endswith("ly")
        ):
            first += 1
        return _noun_actions(words, first, end) if first < end else []
    heads = [head]
    at, purpose = head + 1, False
    if words[head] in ("continue", "continuing"):
        # "continue to build …, and support …": its own infinitive is no purpose.
        at = min(head + 3, end)
    while at < end:
        word = words[at]
        if word == "to" and at + 1 < end and _has_form(words[at + 1], "b", grammar):
            purpose = True
        if word in ("which", "that", "who", "where", "by", "through", "including"):
            purpose = True
        if word == ";":
            purpose = False
        if words[at : at + 3] == ["as", "well", "as"] and words[at + 3 : at + 4] == ["to"]:
            # "to build ports, including …, as well as to train crews"
            purpose, word, at = False, "and", at + 2
        if word in (",", "and", "or", ";"):
            nxt = at + 1
            while nxt < end and (
                words[nxt] in (",", "and", "or", "to", "also", "then") or words[nxt].endswith("ly")
            ):
                purpose = purpose and not (words[nxt] == "to" and words[nxt - 1] == "and")
                nxt += 1
            if (
                nxt < end
                and sentence.printed[nxt][:1].islower()
                and not purpose
                and words[nxt] not in NO_ACTIONS
                and _has_form(words[nxt], form, grammar)
                and (form == "g" or governs(sentence, nxt, grammar))
            ):
                heads.append(nxt)
                at = nxt
        at += 1
    ends = [*(_trim(words, following, head) for following in heads[1:]), end]
    actions: list[Action] = []
    first = heads[0]
    for place, last in zip(heads, ends, strict=True):
        bare = words[place:last]
        if last < end and all(word in grammar.verbs or word.endswith("ly") for word in bare):
            continue  # "develop and implement a protocol" is one action
        actions.append(Action(first, first, last))
        first = last if last == end else heads[heads.index(place) + 1]
    return actions


def _noun_actions(words: Sequence[str], first: int, end: int) -> list[Action]:
    """Divide "the swift release of X and to the return of Y" at "and to"."""
    actions = []
    for at in range(first + 1, end - 2):
        if words[at] == "and" and words[at + 1] == "to" and words[at + 2] in ARTICLES:
            actions.append(Action(-1, first, _trim(words, at, first)))
            first = at + 3
    return [*actions, Action(-1, first, end)] if set(words[first:end]) - JOINERS else actions


def _first_head(
    sentence: Sentence,
    verb: int,
    limit: int,
    grammar: Grammar,
    carriers: frozenset[str],
    future: bool,
    carried_by_noun: bool,
) -> tuple[int, str]:
    """Find the verb that names the action, and the form of the verbs joined to it."""
    words = sentence.words
    lemma = grammar.verbs.get(words[verb], (words[verb], ""))[0]
    if future and lemma not in carriers:
        return verb, "b"
    noun = _after_noun(words, verb, limit)
    if noun > verb + 1 and carried_by_noun and not future:
        # "commitment to …": what it is to comes right after it.
        while noun < limit - 1 and words[noun].endswith("ly"):
            noun += 1
        letters = grammar.verbs.get(words[noun], ("", ""))[1] if noun < limit else ""
        if "g" in letters or ("b" in letters and governs(sentence, noun, grammar)):
            return noun, "g" if "g" in letters else "b"
        return -1, ""
    for at in range(verb + 1, min(limit, verb + REACH)):
        word = words[at]
        found = grammar.verbs.get(word) if sentence.printed[at][:1].islower() else None
        if (
            words[at - 1] in ("to", "will", "would", "shall")
            or (
                words[at - 2 : at]
                and words[at - 1].endswith("ly")
                and words[at - 2] in ("to", "will", "would")
            )
        ) and ((found and "b" in found[1]) or word == "be"):
            if found and found[0] in carriers and "to" in words[at + 1 : at + 4]:
                continue
            return at, "b"
        if (
            found
            and "g" in found[1]
            and words[at - 1] in ("to", "on", "in", "of", "working", "continue", "with", "together")
        ):
            return at, "g"
    return (verb, "b") if future else (-1, "")


def _after_noun(words: Sequence[str], verb: int, end: int) -> int:
    """Find where a noun phrase after "commitment to" begins, or else what follows the verb."""
    for at in range(verb + 1, min(end - 1, verb + 8)):
        if words[at] in NOUNS and words[at + 1] == "of":
            # "commitment of the United States to …"
            to = next((n for n in range(at + 2, min(end - 1, at + 9)) if words[n] == "to"), 0)
            return to + 1 if to else at + 2
        if words[at] in NOUNS and words[at + 1] in ("to", "for"):
            return at + 2
    return verb + 1


def _before_clause(words: Sequence[str], limit: int, verb: int) -> int:
    """Go back from the next act's verb to where its clause begins."""
    if limit >= len(words):
        return limit
    at = limit
    while (
        at > verb + 1
        and limit - at < LONGEST_SUBJECT
        and words[at - 1] not in (",", ";", "and", "but")
    ):
        at -= 1
    return at if limit - at < LONGEST_SUBJECT else limit


def _has_form(word: str, letter: str, grammar: Grammar) -> bool:
    found = grammar.verbs.get(word)
    return found is not None and letter in found[1]


def _trim(words: Sequence[str], end: int, first: int) -> int:
    """Drop commas, "and" and adverbs from the end of a stretch of words."""
    while end > first + 1 and (
        words[end - 1] in (",", ";", "and", "or", "to", "also", "then", "will", "we", "they", "the")
        or (
            words[end - 1].endswith("ly") and words[end - 1] not in ("supply", "family", "assembly")
        )
    ):
        end -= 1
    if end > first + 3 and list(words[end - 3 : end]) == ["as", "well", "as"]:
        return _trim(words, end - 3, first)
    return end
