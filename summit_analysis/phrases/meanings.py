"""What an act's verb governs: its noun, its that-clause, its class and its modifiers."""

from collections.abc import Mapping

from summit_analysis.phrases.grammar import Grammar
from summit_analysis.phrases.inflection import singular
from summit_analysis.phrases.predicates import Predicate
from summit_analysis.phrases.subjects import Memory, Subject, subject_at
from summit_analysis.phrases.words import Sentence

NOUN_REACH = 16
NEAR = 4
CLAUSE_REACH = 12
OWN_FUTURE = frozenset({"will", "would", "shall", "intend", "intends", "intended", "plan", "plans", "planned"})
STOPS = frozenset({";", ":", "that", "which", "who", "whom", "where", "when", "while", "as", "but"})


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
        if word in ("to", "with") and head_at < 0 and at == verb + 1:
            # "expressed to the President his condolences", "shared with them his concern"
            ahead = at + 1
            while ahead < min(end, at + 8) and words[ahead] not in sets["possessives"] and words[ahead] not in STOPS:
                ahead += 1
            if ahead < min(end, at + 8) and words[ahead] in ("his", "her", "their", "its", "our") and ahead > at + 1:
                at = ahead
                continue
            if word == "with":
                at += 1
                continue
            break
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
        if not sentence.possessive[at] and word not in determiners and word not in sets["possessives"]:
            lemma = singular(word)
            if lemma in grammar.nouns and not sentence.printed[at][:1].isupper():
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


def that_clause(
    sentence: Sentence, verb: int, subject: Subject | None, memory: Memory, grammar: Grammar
) -> str:
    """Say what a verb's clause states: `own` future of the actor's side, `other`, or `""`."""
    words, end = sentence.words, len(sentence.words)
    at = verb + 1
    limit = min(end, verb + CLAUSE_REACH)
    while at < limit and words[at] != "that":
        word = words[at]
        if word in ("to", "with", "by", "in", "on", "clear", "plain", "out", "note", "it") or word == "," or word in grammar.sets["adverbs"]:
            at += 1
            continue
        found = subject_at(sentence, at, memory)
        if found is None:
            if words[at] in ("the", "this", "this", "context", "regard", "again", "meeting", "call"):
                at += 1
                continue
            return ""
        if found.end < end and _auxiliary(words[found.end], grammar):
            return _whose(sentence, found, subject, memory, grammar)
        at = found.end
    if at >= limit:
        return ""
    at = _after_parenthesis(sentence, at + 1, grammar)
    found = subject_at(sentence, at, memory) if at < end else None
    if found is None or found.possessive:
        return "other"
    return _whose(sentence, found, subject, memory, grammar)


def _after_parenthesis(sentence: Sentence, at: int, grammar: Grammar) -> int:
    """Pass over adverbs and ", together with their teams," after "that"."""
    words, end = sentence.words, len(sentence.words)
    while at < end and (words[at] == "," or words[at] in grammar.sets["adverbs"]):
        if words[at] == "," and at + 1 < end and words[at + 1] not in grammar.sets["determiners"]:
            close = next((c for c in range(at + 1, min(end, at + 16)) if words[c] == ","), -1)
            if close > 0:
                at = close
        at += 1
    return at


def _auxiliary(word: str, grammar: Grammar) -> bool:
    sets = grammar.sets
    return word in sets["modals"] or word in sets["be"] or word in sets["have"]


def _whose(
    sentence: Sentence, inner: Subject, outer: Subject | None, memory: Memory, grammar: Grammar
) -> str:
    words, end = sentence.words, len(sentence.words)
    if outer is not None and outer.kind == "person" and inner.kind == "person":
        if inner.actor != outer.actor:
            return "other"
    if inner.kind == "party" and outer is not None:
        others = {p.country for p in memory.people.in_order if p.country and p.name != outer.actor}
        if outer.kind == "person" and inner.actor not in (outer.country, memory.own):
            if outer.country or inner.actor in others:
                return "other"
        if outer.kind == "party" and inner.actor != outer.actor:
            return "other"
    for at in range(inner.end, min(end, inner.end + 8)):
        if words[at] in OWN_FUTURE:
            return "own"
        if words[at] in ("are", "is", "were", "was", "remain", "remains", "remained", "stand", "stands"):
            ahead = words[at + 1 : at + 5]
            if any(grammar.adjectives.get(word) == "commissive" for word in ahead):
                return "own"
        if words[at] in STOPS or at == inner.end and _auxiliary(words[at], grammar):
            return "other"
        if grammar.act_verb(words[at]) and "g" not in grammar.act_verb(words[at])[1]:
            return "other"
    return "other"


def class_of(
    sentence: Sentence,
    predicate: Predicate,
    subject: Subject | None,
    memory: Memory,
    grammar: Grammar,
) -> tuple[str, str, int, str]:
    """Classify an act by its verb and what it governs.

    Returns:
        The class, the complement's lemma, the complement's item (-1 without one), and the name
        of the rule that decided the class.
    """
    words = sentence.words
    lemma, verb = predicate.lemma, predicate.verb
    default = grammar.classes.get(lemma, "commissive")
    if predicate.mood == "will":
        noun, at = noun_of(sentence, verb, grammar) if lemma in grammar.sets["light"] else ("", -1)
        return "commissive", noun, at, "will"
    if predicate.mood == "adjective":
        word = words[verb]
        if lemma == "be" or lemma in ("remain", "stand"):
            at = verb + 1
            while at < len(words) - 1 and words[at] not in grammar.adjectives:
                at += 1
            word = words[at]
            name = grammar.adjectives.get(word, default)
            if at + 1 < len(words) and words[at + 1] in ("in", "with"):
                noun, noun_at = noun_of(sentence, at + 1, grammar)
                if grammar.nouns.get(noun) in ("commissive", "expressive"):
                    return name, noun, noun_at, "adjective"
            return name, word, at, "adjective"
        return grammar.adjectives.get(word, default), "", -1, "adjective"
    if predicate.mood == "passive" and lemma in grammar.sets["carriers"]:
        noun, at = _noun_before(sentence, verb, grammar)
        named = grammar.nouns.get(noun, "procedural")
        default = grammar.with_word.get(lemma, {}).get(noun, default)
        if noun and lemma not in grammar.sets["keeps_class"] and named != "procedural":
            return named, noun, at, "noun"
        if noun:
            return default, noun, at, "verb"
    word = word_after(words, verb, grammar.with_word.get(lemma))
    default = grammar.with_word[lemma][word] if word else default
    clear = word if word in ("clear", "plain") else ""
    clause = that_clause(sentence, verb, subject, memory, grammar)
    if clause == "own" and default != "procedural":
        return "commissive", clear, -1, "own-future"
    if clause and lemma in ("agree", "concur", "resolve", "express", "share"):
        return "assertive", "", -1, "that"
    if clause:
        return "assertive" if default == "procedural" else default, clear, -1, "that"
    if lemma in grammar.half_carriers:
        return _half_carried(sentence, verb, lemma, default, grammar)
    if lemma not in grammar.sets["carriers"]:
        return default, "", -1, "verb"
    if lemma in ("agree", "concur") and not _next_is(words, verb, ("on", "upon", "with", "about")):
        return default, "", -1, "verb"
    noun, at = noun_of(sentence, verb, grammar)
    if not noun:
        return default, "", -1, "verb"
    named = grammar.nouns.get(noun, "procedural")
    if lemma in grammar.sets["keeps_class"] and noun not in grammar.nouns:
        return default, "", -1, "verb"
    if lemma == "share" and _is_exchange(words, noun, at, grammar):
        return "procedural", noun, at, "exchange"
    if lemma in grammar.sets["keeps_class"] or named == "procedural":
        return default, noun, at, "verb"
    return named, noun, at, "noun"


def _noun_before(sentence: Sentence, verb: int, grammar: Grammar) -> tuple[str, int]:
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


def _is_exchange(words: list[str], noun: str, at: int, grammar: Grammar) -> bool:
    """Say whether what is shared is material: positions, practices, "views on"."""
    if noun in ("view", "assessment", "opinion"):
        following = words[at + 1] if at + 1 < len(words) else ""
        return words[at].endswith("s") and following not in ("that",)
    return noun in grammar.sets["exchanged"]


def _half_carried(
    sentence: Sentence, verb: int, lemma: str, default: str, grammar: Grammar
) -> tuple[str, str, int, str]:
    """Class "noted our concern", "pledged support", "announced its intent": the noun may count."""
    noun, at = noun_of(sentence, verb, grammar)
    named = grammar.nouns.get(noun, "")
    if named not in grammar.half_carriers[lemma] or "of" in sentence.words[verb + 1 : at]:
        return default, "", -1, "verb"
    if lemma in grammar.sets["noun_names_only"] or named == "assertive":
        return default, noun, at, "verb"
    return named, noun, at, "noun"


def _next_is(words: list[str], verb: int, wanted: tuple[str, ...]) -> bool:
    return verb + 1 < len(words) and words[verb + 1] in wanted


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
