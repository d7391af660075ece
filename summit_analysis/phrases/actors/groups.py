"""Read parties spoken of together: "the two leaders", "Foreign Ministers of A and B"."""

from collections.abc import Mapping

from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.parties import longest
from summit_analysis.phrases.actors.people import known_name
from summit_analysis.phrases.grammar.sentence_items import Sentence

# Too common as other words to be parties without an article before them.
NEVER_BARE = frozenset(
    {
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "states",
        "group",
        "teams",
        "all",
        "both",
        "experts",
        "deputies",
        "men",
        "pair",
        "trio",
        "democracies",
        "economies",
        "directors",
        "speakers",
        "heads",
        "chairs",
        "chiefs",
    }
)
HALVES = frozenset({"north", "central", "south", "latin", "pan"})
NUMERALS = frozenset({"two", "three", "four", "five", "six", "seven", "both", "all"})
SPEAK_FOR = frozenset(
    {"representatives", "officials", "authorities", "delegates", "experts", "diplomats"}
)
NAMED_GROUPS = frozenset(
    {"presidents", "ministers", "secretaries", "chancellors", "advisors", "advisers", "chairs"}
)


def group_at(
    sentence: Sentence, at: int, memory: Memory, *, has_head: bool, some: str
) -> Subject | None:
    """Read "two leaders", "Foreign Ministers of A and B", "some leaders", "U.S. officials"."""
    words, end = sentence.words, len(sentence.words)
    sets, parties = memory.parties.sets, memory.parties
    first = at
    country = ""
    steps = 0
    while at < end and steps < 6:
        steps += 1
        word = words[at]
        owner = longest(parties.adjectives, words, at)
        following = words[at + 1] if at + 1 < end else ""
        leads_on = following in sets["group_nouns"] or (
            word in NUMERALS
            and (following in sets["group_heads"] or following in parties.adjectives)
        )
        if word in sets["group_nouns"] and not (leads_on and not sentence.possessive[at]):
            break
        if word in sets["side_heads"] and noun_side(words, at, sets):
            return _named_side(sentence, first, at, sets)
        if word in HALVES and words[at + 1 : at + 2] == ["american"]:
            has_head = True  # "Latin American leaders"
            at += 2
        elif owner:
            country, at = owner[1], owner[0]
            has_head = True
        elif word in sets["group_heads"] or word in sets["group_nouns"]:
            has_head = True
            at += 1
        else:
            return None
    else:
        return None
    if at >= end:
        return None
    if not has_head and (at != first or words[at] in NEVER_BARE):
        return None
    if words[at] in ("states", "group") and words[at - 1] == "united":
        return None
    noun = words[at]
    after = at + 1
    if sentence.possessive[at]:
        return Subject(first, after, "joint", "group", True, None, True)
    if after < end and noun in NAMED_GROUPS and words[after] in memory.people.first_words:
        named = _names_end(sentence, after, memory)
        if named:
            after = named
    elif after < end and words[after] in ("of", "from") and not country:
        after, only = _members_end(sentence, after, memory)
        if noun in SPEAK_FOR and len(only) == 1:
            country = only.pop()
    actor = "joint"
    if some in sets["some_heads"]:
        actor = " ".join(words[first : at + 1])
        if some not in words[first : at + 1]:
            actor = some + " " + actor
    elif country and noun not in ("presidents", "counterparts"):
        actor = country
    return Subject(first, after, actor, "group" if actor == "joint" else "party", True)


def noun_side(words: list[str], at: int, sets: Mapping[str, frozenset[str]]) -> int:
    """Find the noun after a side's mark: "labor union leaders"; 0 where there is none."""
    last = at
    while last < len(words) and last - at < 4 and words[last] in sets["side_heads"]:
        last += 1
    found = last < len(words) and words[last] in sets["side_people"]
    return last if found and last > at else 0


def _named_side(
    sentence: Sentence, first: int, at: int, sets: Mapping[str, frozenset[str]]
) -> Subject:
    """Name a side that is no country: "administration officials", "student leaders"."""
    last = noun_side(sentence.words, at, sets)
    name = " ".join(sentence.words[at : last + 1])
    return Subject(first, last + 1, name, "party", True, None, sentence.possessive[last])


def _names_end(sentence: Sentence, at: int, memory: Memory) -> int:
    """Pass over "Biden and Lula" after "Presidents"."""
    words, end = sentence.words, len(sentence.words)
    after = 0
    while at < end:
        if words[at] in ("and", ","):
            at += 1
            continue
        named = known_name(sentence, at, memory.people)
        if named is None:
            break
        at = after = named[0]
    return after


def _members_end(sentence: Sentence, of: int, memory: Memory) -> tuple[int, set[str]]:
    """Pass over "of Australia, India, and Japan"; return the end and the parties named."""
    words, end = sentence.words, len(sentence.words)
    at = of + 1
    after = at
    named: set[str] = set()
    for _ in range(30):
        if at >= end:
            break
        if words[at] in ("the", "and", ",", "&", "our", "their", "these"):
            at += 1
            continue
        found = longest(memory.parties.names, words, at) or longest(
            memory.parties.adjectives, words, at
        )
        if found:
            at = after = found[0]
            named.add(found[1])
            continue
        if words[at] in memory.parties.sets["group_nouns"] or words[at] in (
            "state",
            "government",
            "member",
            "european",
            "council",
            "commission",
        ):
            at = after = at + 1
            if at < end and words[at] in ("of", "from"):
                at += 1
            continue
        break
    return (after if after > of + 1 else of), named
