"""Class an act by its verb and what it governs."""

from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.subjects import subject_at
from summit_analysis.phrases.grammar.complements import noun_before, noun_of, word_after
from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.verb_groups import Predicate
from summit_analysis.phrases.grammar.word_lists import Grammar
from summit_analysis.phrases.speech_acts.reported_clauses import that_clause

TO_ACCOUNT = frozenset({"account", "accountable", "responsible"})


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
    if lemma == "call" and words[verb + 1 : verb + 2] == ["on"] and _is_visit(words, verb):
        return "procedural", "", -1, "visit"
    if lemma == "hold":
        called = next(
            (n for n in range(verb + 1, min(len(words), verb + 12)) if words[n] in TO_ACCOUNT), 0
        )
        if called:
            return "commissive", words[called], called, "hold to account"
    if predicate.mood == "will":
        noun, at = noun_of(sentence, verb, grammar) if lemma in grammar.sets["light"] else ("", -1)
        if noun not in grammar.nouns or (
            grammar.nouns[noun] == "assertive" and lemma not in grammar.sets["keeps_class"]
        ):
            noun, at = ("", -1) if lemma != "begin" else (noun, at)
        return "commissive", noun, at, "will"
    if predicate.mood == "adjective":
        word = words[verb]
        opinion = next(
            (
                n
                for n in range(verb + 1, min(len(words), verb + 7))
                if words[n] in grammar.sets["opinions"] and words[n - 1] != "a"
            ),
            0,
        )
        if opinion and "of" in words[verb:opinion]:
            return "assertive", words[opinion], opinion, "adjective"
        if lemma == "be" or lemma in ("remain", "stand"):
            at = verb + 1
            while at < len(words) - 1 and words[at] not in grammar.adjectives:
                at += 1
            word = words[at]
            name = grammar.adjectives.get(word, default)
            if word == "clear" and that_clause(sentence, at, subject, memory, grammar) == "own":
                return "commissive", word, at, "own-future"
            if at + 1 < len(words) and words[at + 1] in ("in", "with"):
                noun, noun_at = noun_of(sentence, at + 1, grammar)
                if grammar.nouns.get(noun) in ("commissive", "expressive"):
                    name = grammar.nouns[noun]
                    return name, noun, noun_at, "adjective"
            return name, word, at, "adjective"
        return grammar.adjectives.get(word, default), "", -1, "adjective"
    if lemma == "accept" and predicate.negated:
        return "expressive", "", -1, "not accepted"
    if predicate.mood == "passive" and lemma in grammar.sets["carriers"]:
        noun, at = noun_before(sentence, verb, grammar)
        named = grammar.nouns.get(noun, "procedural")
        default = grammar.with_word.get(lemma, {}).get(noun, default)
        if noun and lemma not in grammar.sets["keeps_class"] and named != "procedural":
            return named, noun, at, "noun"
        if noun:
            return default, noun, at, "verb"
    if lemma == "welcome" and _receives(sentence, verb, memory):
        return "procedural", "", -1, "visit"
    if lemma == "seek" and words[verb + 1 : verb + 2] == ["to"]:
        return default, "", -1, "verb"
    if lemma == "stand" and words[verb + 1 : verb + 3] == ["united", "in"]:
        noun, at = noun_of(sentence, verb + 2, grammar)
        if grammar.nouns.get(noun) in ("commissive", "expressive"):
            return grammar.nouns[noun], noun, at, "noun"
    if lemma == "join" and (joint_act := _joins_in(words, verb, grammar)):
        return joint_act, "", -1, "joined in"
    word = word_after(words, verb, grammar.with_word.get(lemma))
    default = grammar.with_word[lemma][word] if word else default
    clear = word if word in ("clear", "plain") else ""
    clause = that_clause(sentence, verb, subject, memory, grammar)
    if clause == "own" and lemma in grammar.sets["thought"]:
        return default, "", -1, "that"
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
    if lemma in ("agree", "concur", "assure", "reassure") and noun not in grammar.nouns:
        return default, "", -1, "verb"
    if lemma in grammar.sets["keeps_class"] and noun not in grammar.nouns:
        return default, "", -1, "verb"
    if lemma == "share" and noun not in grammar.nouns and noun not in grammar.sets["exchanged"]:
        return "assertive", noun, at, "verb"
    if lemma == "share" and _is_exchange(words, noun, at, grammar):
        return "procedural", noun, at, "exchange"
    if lemma in grammar.sets["keeps_class"] or named == "procedural":
        return default, noun, at, "verb"
    return named, noun, at, "noun"


def _is_visit(words: list[str], verb: int) -> bool:
    """Say whether "called on" is a visit: nothing is asked for."""
    if words[verb] != "called":
        return False
    for at in range(verb + 2, min(len(words), verb + 40)):
        if words[at] in ("for", "not", "and") and at < verb + 30 and words[at] != "and":
            return False
        if words[at] == "to":
            return words[at - 1] == "," and "," not in words[verb + 2 : at - 1]
        if words[at] == ";":
            break
    return words[verb + 2 : verb + 3] != ["all"]


def _joins_in(words: list[str], verb: int, grammar: Grammar) -> str:
    """Class "join others in congratulating" by what they are joined in."""
    for at in range(verb + 1, min(len(words) - 1, verb + 8)):
        found = grammar.act_verb(words[at + 1]) if words[at] == "in" else None
        if found is not None and "g" in found[1]:
            return grammar.classes[found[0]]
    return ""


def _receives(sentence: Sentence, verb: int, memory: Memory) -> bool:
    """Say whether a guest is "welcomed to the White House": received there."""
    words = sentence.words
    guest = subject_at(sentence, verb + 1, memory) if verb + 1 < len(words) else None
    if not words[verb].endswith("ed") or guest is None or guest.possessive:
        return False
    for at in range(verb + 1, min(len(words) - 1, verb + 16)):
        if words[at] in (",", ";", "that", "and"):
            return False
        if words[at] == "to":
            place = at + 1 + (words[at + 1] == "the")
            return sentence.printed[place : place + 1] != [] and (
                sentence.printed[place][:1].isupper()
            )
    return False


def _half_carried(
    sentence: Sentence, verb: int, lemma: str, default: str, grammar: Grammar
) -> tuple[str, str, int, str]:
    """Class "noted our concern", "pledged support", "announced its intent": the noun may count."""
    noun, at = noun_of(sentence, verb, grammar)
    named = grammar.nouns.get(noun, "")
    before = sentence.words[verb + 1 : at]
    if named not in grammar.half_carriers[lemma] or "of" in before:
        return default, "", -1, "verb"
    if named == "assertive" and not {"the", "our", "their", "his", "her", "a", "an"} & set(before):
        return default, "", -1, "verb"
    if lemma in grammar.sets["noun_names_only"] or named == "assertive":
        return default, noun, at, "verb"
    return named, noun, at, "noun"


def _is_exchange(words: list[str], noun: str, at: int, grammar: Grammar) -> bool:
    """Say whether what is shared is material: positions, practices, "views on"."""
    if not words[at].endswith("s") and words[at - 1] == "the":
        return False
    if noun in ("view", "assessment", "opinion"):
        following = words[at + 1] if at + 1 < len(words) else ""
        return words[at].endswith("s") and following not in ("that",)
    return noun in grammar.sets["exchanged"]


def _next_is(words: list[str], verb: int, wanted: tuple[str, ...]) -> bool:
    return verb + 1 < len(words) and words[verb + 1] in wanted
