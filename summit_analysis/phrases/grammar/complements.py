"""Find the noun that carries an act's meaning, and the words that grade it."""

from collections.abc import Mapping

from summit_analysis.phrases.grammar.inflection import singular
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import Predicate
from summit_analysis.phrases.grammar.word_lists import Grammar

NOUN_REACH = 16
STOPS = frozenset({";", ":", "that", "which", "who", "whom", "where", "when", "while", "as", "but"})
NEAR = 4
TO_SOMEBODY = (["you"], ["him"], ["her"], ["them"], ["us"], ["all"], ["me"])


def noun_of(sentence: Sentence, verb: int, grammar: Grammar) -> tuple[str, int]:
    """Find the noun that carries an act's meaning.

    Args:
        sentence: the sentence.
        verb: the act's verb.
        grammar: the word lists.

    Returns:
        The noun's lemma and its item; `""` and -1 where the verb has no noun object.
    """
    words, end = sentence.words, len(sentence.words)
    sets = grammar.sets
    prepositions, determiners = sets["prepositions"], sets["determiners"]
    head, head_at = "", -1
    at = verb + 1
    seen_of = False
    if at < end and words[at] == ",":
        close = next((c for c in range(at + 1, min(end, at + 16)) if words[c] == ","), at)
        at = close + 1
    while at < min(end, verb + 1 + NOUN_REACH):
        word = words[at]
        if word in STOPS:
            break
        if word in sets["be"] or word in sets["have"] or word in sets["modals"]:
            return "", -1
        named = at + 1 < end and "b" not in grammar.verbs.get(words[at + 1], ("", ""))[1]
        if word == "to" and words[at + 1 : at + 2] in TO_SOMEBODY and head_at < 0:
            at += 2  # "convey to you the warmest congratulations"
            continue
        if word in ("to", "with") and named and head_at < 0 and at == verb + 1:
            # "expressed to the President his condolences", "shared with them his concern"
            ahead = at + 1 + (words[at + 1] in sets["possessives"])
            while (
                ahead < min(end, at + 8)
                and words[ahead] not in sets["possessives"]
                and words[ahead] not in STOPS
            ):
                ahead += 1
            if (
                ahead < min(end, at + 8)
                and words[ahead] in ("his", "her", "their", "its", "our")
                and ahead > at + 1
            ):
                at = ahead
                continue
            if word == "with":
                at += 1
                continue
            break
        if word == "on" and words[at + 1 : at + 2] == ["behalf"] and head_at < 0:
            # "express, on behalf of the people of X, my condolences"
            ahead = next(
                (n for n in range(at + 2, min(end, at + 20)) if words[n] in sets["possessives"]), 0
            )
            if ahead:
                at = ahead
                continue
        if word in prepositions:
            lemma = singular(head)
            if word == "of" and head and lemma not in grammar.nouns and not seen_of:
                seen_of = True
                at += 1
                continue
            if word in ("on", "upon", "with", "in", "for") and head_at < 0:
                at += 1
                continue
            break
        if word in ("and", ",", "or"):
            if head and singular(head) in grammar.nouns and not sentence.possessive[head_at]:
                break
            at += 1
            continue
        if word == "to":
            break
        if (
            not sentence.possessive[at]
            and word not in determiners
            and word not in sets["possessives"]
        ):
            lemma = singular(word)
            lower = not sentence.printed[at][:1].isupper() or words[at - 1] in ("a", "an")
            if lemma in grammar.nouns and lower:
                following = words[at + 1] if at + 1 < end else ""
                if singular(following) not in grammar.nouns or following in ("and",):
                    if following in sets["have"] or following in sets["modals"]:
                        return "", -1
                    if not seen_of or grammar.nouns[lemma] in ("commissive", "expressive"):
                        return lemma, at
                    break
            if not seen_of:
                head, head_at = word, at
        at += 1
    if head and head not in sets["adverbs"] and not head.endswith(("ing", "ly")) and head.isalpha():
        printed = sentence.printed[head_at]
        if printed[:1].islower():
            return singular(head), head_at
    return "", -1


def noun_before(sentence: Sentence, verb: int, grammar: Grammar) -> tuple[str, int]:
    """Find the noun a passive is said of: the first of its clause."""
    words = sentence.words
    first = verb
    while first > 0 and words[first - 1] not in (",", ";", ":", "that") and verb - first < 24:
        first -= 1
    for at in range(first, verb):
        lemma = singular(words[at])
        if lemma in grammar.nouns and not sentence.possessive[at]:
            return lemma, at
    return "", -1


def word_after(words: list[str], verb: int, classes: Mapping[str, str] | None) -> str:
    """Find the first of some words close after a verb: "out" of "set out"."""
    if classes:
        for word in words[verb + 1 : verb + 1 + NEAR]:
            if word in classes:
                return word
    return ""


def modifiers_of(
    sentence: Sentence, predicate: Predicate, noun_at: int, grammar: Grammar
) -> list[str]:
    """Collect the adverbs and adjectives that grade an act."""
    words = sentence.words
    graders = grammar.sets["graders"]
    found = list(dict.fromkeys(predicate.modifiers))
    last = noun_at if noun_at > predicate.verb else predicate.verb + 2
    for at in range(predicate.verb + 1, min(last, len(words))):
        word = words[at]
        if word in graders and word not in found and (noun_at > 0 or word.endswith("ly")):
            found.append(word)
    return found
