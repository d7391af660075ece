"""Read a noun phrase as a party: a person, a country, a group, a pronoun, or several."""

from dataclasses import dataclass, field

from summit_analysis.phrases.parties import Parties, longest
from summit_analysis.phrases.people import People, Person, apposition, mention_at
from summit_analysis.phrases.words import Sentence

MOST_COORDINATED = 12
# Too common as other words to be parties without an article before them.
NEVER_BARE = frozenset({"two", "three", "four", "five", "six", "seven", "states", "group", "teams", "all", "both",
    "experts", "deputies", "men", "pair", "trio", "democracies", "economies", "directors", "speakers", "heads", "chairs", "chiefs"})
SPEAK_FOR = frozenset({"representatives", "officials", "authorities", "delegates", "experts", "diplomats"})
NUMERALS = frozenset({"two", "three", "four", "five", "six", "seven", "both", "all"})
BODIES = frozenset({"council", "committee", "commission", "assembly", "parliament", "ministry", "secretariat", "cabinet", "board", "congress", "senate", "conference"})
NAMED_GROUPS = frozenset({"presidents", "ministers", "secretaries", "chancellors", "advisors", "advisers", "chairs"})


@dataclass
class Subject:
    """A party as the subject of a clause.

    Attributes:
        start, end: items of the sentence, `end` one past the last.
        actor: the canonical name, or `joint`.
        kind: `person`, `party`, `group`, `pronoun`, `we` or `i`.
        plural: whether a verb after it stands in the plural.
        person: who, when it is one person.
        possessive: whether it ends in a possessive, and so is no subject.
    """

    start: int
    end: int
    actor: str
    kind: str
    plural: bool | None = False
    person: Person | None = None
    possessive: bool = False
    title: str = ""
    country: str = ""
    first_end: int = 0


@dataclass
class Memory:
    """What later sentences of a document can point back to.

    Attributes:
        parties, people: what is known of parties, and the document's own persons.
        person: the last single person that acted.
        party: the last country or grouping that acted.
        we: whom "we" stands for.
        own_title: the title by which the issuer's own leader goes unnamed.
    """

    parties: Parties
    people: People
    person: str = ""
    party: str = ""
    we: str = "joint"
    speaker: str = ""
    own: str = ""
    unnamed: dict[str, str] = field(default_factory=dict)
    finite_words: frozenset[str] = frozenset()


def subject_at(sentence: Sentence, place: int, memory: Memory) -> Subject | None:
    """Read the party that begins at an item, with what is joined to it by commas and "and".

    Args:
        sentence: the sentence.
        place: the item to begin at.
        memory: what the document has named so far.

    Returns:
        The subject, or None when no party begins here.
    """
    first = _one(sentence, place, memory)
    if first is None or first.kind in ("pronoun", "we", "i") or place > 0 and first.possessive:
        return first
    words, end = sentence.words, len(sentence.words)
    members = [first]
    at = first.end
    commas = False
    while not members[-1].possessive and len(members) < MOST_COORDINATED:
        if at + 1 < end and words[at] == "," and words[at + 1] in ("and", "&"):
            nxt, listed = at + 2, "and"
        elif at < end and words[at] in ("and", "&"):
            nxt, listed = at + 1, "and"
        elif at < end and words[at] == ",":
            nxt, listed = at + 1, ","
        else:
            break
        if nxt >= end:
            break
        other = _one(sentence, nxt, memory)
        if other is None or other.kind in ("pronoun", "we", "i"):
            break
        if listed == ",":
            # A comma alone joins only inside a list that an "and" closes.
            if not _list_goes_on(sentence, other.end, memory):
                break
            commas = True
        members.append(other)
        at = other.end
        if listed == "and":
            break
    if len(members) == 1:
        return first
    if commas and len(members) == 2 and words[members[0].end] == ",":
        return first
    return _together(members, memory)


def _list_goes_on(sentence: Sentence, at: int, memory: Memory) -> bool:
    words, end = sentence.words, len(sentence.words)
    for _ in range(MOST_COORDINATED):
        if at >= end:
            return False
        if words[at] == ",":
            at += 1
            if at < end and words[at] in ("and", "&"):
                return at + 1 < end and _one(sentence, at + 1, memory) is not None
        elif words[at] in ("and", "&"):
            return at + 1 < end and _one(sentence, at + 1, memory) is not None
        else:
            return False
        nxt = _one(sentence, at, memory) if at < end else None
        if nxt is None:
            return False
        at = nxt.end
    return False


def _together(members: list[Subject], memory: Memory) -> Subject:
    first, last = members[0], members[-1]
    sets = memory.parties.sets
    actor = "joint"
    if len({member.actor for member in members}) == 1:
        actor = first.actor
    elif (
        first.kind == "person"
        and first.title in sets["head_titles"]
        and all(
            m.kind == "person"
            and m.title in sets["below_titles"]
            and (not m.country or m.country == first.country)
            for m in members[1:]
        )
    ):
        actor = first.actor
    return Subject(
        first.start, last.end, actor, "group" if actor == "joint" else first.kind, True,
        first.person if actor == first.actor else None, last.possessive, first_end=first.end,
    )


def _one(sentence: Sentence, place: int, memory: Memory) -> Subject | None:
    words, end = sentence.words, len(sentence.words)
    word = words[place]
    parties, people = memory.parties, memory.people
    if word in parties.pronouns:
        return _pronoun(sentence, place, memory)
    if word in ("both", "all") and place + 1 < end and (words[place + 1] in memory.finite_words):
        return Subject(place, place + 1, "joint", "group", True)
    at = place
    the = word in ("the", "both", "our", "his", "her", "their", "these")
    some = ""
    if the:
        at += 1
        if word == "both" and at < end and words[at] == "the":
            at += 1
    elif word in parties.sets["some_heads"]:
        some = word
    if at >= end:
        return None
    group = _group(sentence, at, memory, has_head=the or bool(some), some=some)
    if group is not None:
        group.start = place
        return group
    while at < end and words[at] in ("honorable", "honourable", "rt", "right", "hon", "his", "her", "excellency", "excellencies", "h.e", "h.e.", "majesty", "royal", "highness", "holiness", "serene", "h"):
        at += 1
    if at >= end:
        return None
    mention = mention_at(sentence, at, parties)
    if mention is not None and (mention.name or the or at == place):
        if not mention.name:
            beside = apposition(sentence, at, mention, parties)
            if beside is not None and beside.start_of_name >= mention.end:
                close = beside.end + (beside.end < end and words[beside.end] == "," )
                person = people.by_name.get(beside.name)
                if person is not None and _joins(sentence, close):
                    return Subject(place, close, person.name, "person", False, person, False, mention.title, person.country)
        found = _person(sentence, place, mention, memory, the)
        if found is not None:
            return found
    found_name = _known_name(sentence, at, people)
    if found_name is not None and not (the and word != "the"):
        after, person = found_name
        return Subject(place, after, person.name, "person", False, person, sentence.possessive[after - 1], _main_title(person), person.country)
    named = longest(parties.names, words, at) or longest(people.countries, words, at)
    if named is not None and sentence.printed[at][:1].isupper() and word not in ("our", "his", "her", "their", "these"):
        after, name = named
        if after < end and words[after] in parties.sets["side_nouns"] and not sentence.possessive[after - 1]:
            after += 1
        elif after < end and words[after] in parties.sets["group_nouns"]:
            after += 1
        return Subject(place, after, name, "party", None if name not in parties.countries else False, None, sentence.possessive[after - 1], "", name)
    owned = longest(parties.adjectives, words, at)
    if owned is not None and sentence.printed[at][:1].isupper():
        after, country = owned
        steps = 0
        while after < end and steps < 3 and words[after] in ("and", "senior", "government", "foreign", "prime", "military", "delegation", "defense", "security"):
            after += 1
            steps += 1
        if after < end and words[after] in parties.sets["side_nouns"]:
            return Subject(place, after + 1, country, "party", words[after].endswith("s"), None, sentence.possessive[after], "", country)
        return None
    if the:
        body = _body(sentence, at)
        if body:
            name = " ".join(sentence.printed[at:body])
            return Subject(place, body, name, "party", False, None, sentence.possessive[body - 1])
    if the and words[at] in ("government", "administration", "cabinet", "country") and at + 1 < end:
        if words[at + 1] == "of":
            begin = at + 2 + (at + 2 < end and words[at + 2] == "the")
            named = longest(parties.names, words, begin) if begin < end else None
            if named is not None:
                return Subject(place, named[0], named[1], "party", False, None, sentence.possessive[named[0] - 1], "", named[1])
    return None


def _joins(sentence: Sentence, at: int) -> bool:
    """Say whether an apposition has ended here: "and", a comma or the verb follows."""
    return at < len(sentence.words)


def _body(sentence: Sentence, at: int) -> int:
    """Find the end of a body's name ("Steering Committee"), or 0."""
    words, end = sentence.words, len(sentence.words)
    last = at
    while last < end and last - at < 6 and sentence.printed[last][:1].isupper() and words[last] not in (",", ";"):
        last += 1
        if sentence.possessive[last - 1]:
            break
    return last if last > at and words[last - 1] in BODIES else 0


def _pronoun(sentence: Sentence, place: int, memory: Memory) -> Subject | None:
    kind = memory.parties.pronouns[sentence.words[place]]
    if kind == "joint":
        return Subject(place, place + 1, "joint", "pronoun", True)
    if word_after_is_party(sentence, place, memory):
        other = subject_at(sentence, place + 2, memory)
        if other is not None:
            actor = "joint"
            return Subject(place, other.end, actor, "group", True, None, other.possessive)
    if kind == "we":
        words = sentence.words
        after = place + 1
        if after < len(words) and words[after] == "," and after + 1 < len(words) and words[after + 1] == "the":
            # "We, the leaders of A, B and C, …"
            close = _apposition_end(sentence, after)
            after = close + 1 if close else after
        elif after + 1 < len(words) and words[after] == "the" :
            found = _group(sentence, after + 1, memory, has_head=True, some="")
            after = found.end if found else after
        return Subject(place, after, memory.we, "we", True)
    if kind == "i":
        return Subject(place, place + 1, memory.speaker or memory.person, "i", True) if (memory.speaker or memory.person) else None
    if kind == "it":
        return Subject(place, place + 1, memory.party, "pronoun") if memory.party else None
    return Subject(place, place + 1, memory.person, "pronoun") if memory.person else None


def word_after_is_party(sentence: Sentence, place: int, memory: Memory) -> bool:
    """Say whether "and" and a party follow a pronoun: "she and the Crown Prince"."""
    words = sentence.words
    return place + 2 < len(words) and words[place + 1] == "and" and words[place + 2] in ("the", "president", "prime")


def _apposition_end(sentence: Sentence, comma: int) -> int:
    """Find the last comma of "We, the leaders of A, B, and C, …": the one before a verb."""
    last = 0
    words = sentence.words
    for at in range(comma + 1, min(len(words), comma + 60)):
        if words[at] == ",":
            last = at
            if at + 1 < len(words) and not sentence.printed[at + 1][:1].isupper() and words[at + 1] not in ("and", "the", "as"):
                return at
    return last


def _group(
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
            word in NUMERALS and (following in sets["group_heads"] or following in parties.adjectives)
        )
        if word in sets["group_nouns"] and not (leads_on and not sentence.possessive[at]):
            break
        if word in sets["group_heads"] or word in sets["group_nouns"]:
            has_head = True
            at += 1
        elif owner:
            country, at = owner[1], owner[0]
            has_head = True
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


def _names_end(sentence: Sentence, at: int, memory: Memory) -> int:
    """Pass over "Biden and Lula" after "Presidents"."""
    words, end = sentence.words, len(sentence.words)
    after = 0
    while at < end:
        if words[at] in ("and", ","):
            at += 1
            continue
        named = _known_name(sentence, at, memory.people)
        if named is None:
            break
        at = after = named[0]
    return after


def _members_end(sentence: Sentence, of: int, memory: Memory) -> tuple[int, set[str]]:
    """Pass over "of Australia, India, Japan, and the United States"; return the end and the parties."""
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
        found = longest(memory.parties.names, words, at) or longest(memory.parties.adjectives, words, at)
        if found:
            at = after = found[0]
            named.add(found[1])
            continue
        if words[at] in memory.parties.sets["group_nouns"] or words[at] in ("state", "government", "member", "european", "council", "commission"):
            at = after = at + 1
            if at < end and words[at] in ("of", "from"):
                at += 1
            continue
        break
    return (after if after > of + 1 else of), named


def _person(
    sentence: Sentence, place: int, mention: "object", memory: Memory, the: bool
) -> Subject | None:
    from summit_analysis.phrases.people import Mention

    assert isinstance(mention, Mention)
    people = memory.people
    if mention.name:
        person = people.by_name.get(mention.name)
        if person is None:
            return None
        last = mention.end - 1
        after = mention.end
        name_last = mention.start_of_name + len(mention.name) - 1
        owned = sentence.possessive[min(last, len(sentence.words) - 1)] or sentence.possessive[min(name_last, last)]
        return Subject(place, after, person.name, "person", False, person, owned, mention.title, person.country)
    owned = sentence.possessive[mention.end - 1]
    unnamed = memory.unnamed.get(mention.title)
    person = None if unnamed else people.titled(mention.title, mention.country)
    if person is None and not unnamed:
        if not the and not sentence.printed[place][:1].isupper():
            return None
        if mention.title in ("general", "chair", "leader", "head", "director", "mr", "ms", "mrs", "dr", "representative", "secretary", "coordinator") and not the:
            return None
        first = at_title(sentence, place)
        name = " ".join(sentence.printed[first : mention.end]).split(" of ")[0]
        name = " ".join(word[:1].upper() + word[1:] for word in name.split())
        if mention.country:
            name = mention.country
        return Subject(place, mention.end, name, "person", False, None, owned, mention.title, mention.country)
    name = unnamed or (person.name if person else "")
    return Subject(place, mention.end, name, "person", False, person, owned, mention.title, person.country if person else "")


def at_title(sentence: Sentence, place: int) -> int:
    """Pass over an article before a title."""
    return place + (sentence.words[place] in ("the", "our", "his", "her", "their"))


def _known_name(sentence: Sentence, at: int, people: People) -> tuple[int, Person] | None:
    words = sentence.words
    if words[at] not in people.first_words or not sentence.printed[at][:1].isupper():
        return None
    for length in range(min(8, len(words) - at), 0, -1):
        person = people.by_name.get(tuple(words[at : at + length]))
        if person is not None:
            return at + length, person
    return None


def _main_title(person: Person) -> str:
    return min(person.titles, key=len) if person.titles else ""
