"""Read one party: a person, a country, a body or a pronoun."""

from summit_analysis.phrases.actors.groups import group_at
from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.mentions import apposition, mention_at
from summit_analysis.phrases.actors.parties import longest
from summit_analysis.phrases.actors.people import Person, known_name
from summit_analysis.phrases.grammar.sentence_items import DASHES, Sentence

NEITHER = (
    ["side"],
    ["party"],
    ["leader"],
    ["country"],
    ["government"],
    ["president"],
    ["minister"],
)
BEFORE_SIDE = frozenset(
    "and senior government foreign prime military delegation defense security".split()
)
OFFICE_WORDS = frozenset(
    "authority ministry agency department bureau directorate parliament embassy navy army".split()
)
# "we must all accept", "they both agreed": no subject of its own.
AFTER_WE = frozenset("we they you us must should will can shall would may could have are".split())
OF_US = frozenset({"all", "both", "each", "most", "many"})
RULING = ("government", "administration", "cabinet", "country")
GOVERNMENT_AND_PEOPLE = (
    ["government", "and", "people"],
    ["people", "and", "government"],
    ["government", "and", "peoples"],
)
DEPARTMENTS = frozenset({"department", "ministry", "embassy", "bureau"})
BODIES = frozenset(
    {
        "council",
        "committee",
        "commission",
        "assembly",
        "parliament",
        "ministry",
        "secretariat",
        "cabinet",
        "board",
        "congress",
        "senate",
        "conference",
    }
)


def single_party(sentence: Sentence, place: int, memory: Memory) -> Subject | None:
    """Read the one party that begins at an item, or None."""
    words, end = sentence.words, len(sentence.words)
    word = words[place]
    parties, people = memory.parties, memory.people
    if word in parties.pronouns:
        return _pronoun(sentence, place, memory)
    if word == "neither" and words[place + 1 : place + 2] in NEITHER:
        return Subject(place, place + 2, "joint", "group")
    after_we = place > 0 and (words[place - 1] in AFTER_WE)
    if (
        word in ("both", "all")
        and not after_we
        and place + 1 < end
        and words[place + 1] in memory.finite_words
    ):
        return Subject(place, place + 1, "joint", "group", True)
    if word in OF_US and words[place + 1 : place + 3] == ["of", "us"]:
        return Subject(place, place + 3, memory.we, "we", True)
    own = _own_side(sentence, place, memory)
    if own is not None:
        return own
    at = place
    the = word in ("the", "both", "our", "his", "her", "their", "these", "its")
    some = ""
    if the:
        at += 1
        if word == "both" and at < end and words[at] == "the":
            at += 1
    elif word in parties.sets["some_heads"]:
        some = word
    if at >= end:
        return None
    group = group_at(sentence, at, memory, has_head=the or bool(some), some=some)
    if group is not None:
        group.start = place
        return group
    while at < end and words[at] in (
        "honorable",
        "honourable",
        "rt",
        "right",
        "hon",
        "his",
        "her",
        "excellency",
        "excellencies",
        "h.e",
        "h.e.",
        "majesty",
        "royal",
        "highness",
        "holiness",
        "serene",
        "h",
    ):
        at += 1
    if at >= end:
        return None
    mention = mention_at(sentence, at, parties)
    if mention is not None and (mention.name or the or at == place):
        if not mention.name:
            beside = apposition(sentence, at, mention, parties)
            if beside is not None and beside.start_of_name >= mention.end:
                close = beside.end + (beside.end < end and words[beside.end] == ",")
                person = people.by_name.get(beside.name)
                if person is not None and _joins(sentence, close):
                    return Subject(
                        place,
                        close,
                        person.name,
                        "person",
                        False,
                        person,
                        False,
                        mention.title,
                        person.country,
                    )
        found = _named_person(sentence, place, mention, memory, the)
        if found is not None:
            return found
    found_name = known_name(sentence, at, people)
    if found_name is not None and not (the and word != "the"):
        after, person = found_name
        return Subject(
            place,
            after,
            person.name,
            "person",
            False,
            person,
            sentence.possessive[after - 1],
            _main_title(person),
            person.country,
        )
    named = longest(parties.names, words, at) or longest(people.countries, words, at)
    if (
        named is not None
        and sentence.printed[at][:1].isupper()
        and word not in ("our", "his", "her", "their", "these")
    ):
        after, name = named
        if (
            after < end
            and words[after] in parties.sets["side_nouns"]
            and not sentence.possessive[after - 1]
        ) or (after < end and words[after] in parties.sets["group_nouns"]):
            after += 1
        return Subject(
            place,
            after,
            name,
            "party",
            None if name not in parties.countries else False,
            None,
            sentence.possessive[after - 1],
            "",
            name,
        )
    owned = longest(parties.adjectives, words, at)
    if owned is not None and sentence.printed[at][:1].isupper():
        after, country = owned
        steps = 0
        while (
            after < end
            and steps < 3
            and words[after] in BEFORE_SIDE
            and not (words[after] == "delegation" and words[after + 1 : after + 2] != ["members"])
        ):
            after += 1
            steps += 1
        if after < end and words[after] in parties.sets["side_nouns"]:
            return Subject(
                place,
                after + 1,
                country,
                "party",
                words[after].endswith("s"),
                None,
                sentence.possessive[after],
                "",
                country,
            )
        office = _office_name(sentence, owned[0])
        if the and office:
            # "the Velmaran General Authority for Ports announced": the country's own office.
            possessed = sentence.possessive[office - 1]
            return Subject(place, office, country, "party", False, None, possessed, "", country)
        return None
    side = _unknown_side(sentence, at, memory) if the else None
    if side is not None:
        side.start = place
        return side
    agency = _agency(sentence, at, memory)
    if agency is not None:
        agency.start = place
        return agency
    if the and _is_meeting(sentence, at, memory):
        return Subject(place, at + 1, "joint", "group")
    if the and words[at] in ("government", "federal", "administration") and memory.own:
        after = at + (words[at] == "federal") + 1
        if words[after - 1] in ("government", "administration") and words[after : after + 1] != [
            "of"
        ]:
            return Subject(
                place, after, memory.own, "party", False, None, sentence.possessive[after - 1]
            )
    if the:
        body = _body(sentence, at)
        if body:
            name = " ".join(sentence.printed[at:body])
            return Subject(place, body, name, "party", False, None, sentence.possessive[body - 1])
    ruled = at
    if words[at + 1 : at + 2] == ["and"] and words[at : at + 3] in GOVERNMENT_AND_PEOPLE:
        ruled = at + 2
    if the and (words[ruled] in RULING or ruled > at) and words[ruled + 1 : ruled + 2] == ["of"]:
        begin = ruled + 2 + (words[ruled + 2 : ruled + 3] == ["the"])
        named = longest(parties.names, words, begin) if begin < end else None
        if named is not None:
            after, name = named
            possessed = sentence.possessive[after - 1]
            return Subject(place, after, name, "party", False, None, possessed, "", name)
    return None


def _own_side(sentence: Sentence, place: int, memory: Memory) -> Subject | None:
    """Read "my country", and in a speech "our delegation", as the speaker's own side."""
    words, sets = sentence.words, memory.parties.sets
    if words[place] not in sets["own_words"]:
        return None
    actor = memory.own
    if not (memory.speech and memory.own_given):
        actor = memory.own or memory.speaker if words[place] == "my" else ""
    at = place + 1
    while at < len(words) and words[at] in sets["own_adjectives"]:
        at += 1
    if not actor or at >= len(words) or words[at] not in sets["own_nouns"]:
        return None
    while words[at + 1 : at + 2] == ["and"] and words[at + 2 : at + 3] != []:
        following = at + 2 + (words[at + 2] in sets["own_words"])
        if words[following : following + 1] == [] or words[following] not in sets["own_nouns"]:
            break
        at = following
    return Subject(place, at + 1, actor, "party", None, None, sentence.possessive[at], "", actor)


def _joins(sentence: Sentence, at: int) -> bool:
    """Say whether an apposition has ended here: "and", a comma or the verb follows."""
    return at < len(sentence.words)


def _is_meeting(sentence: Sentence, at: int, memory: Memory) -> bool:
    """Say whether "the Meeting" speaks: "The Meeting welcomed the initiative"."""
    words = sentence.words
    return (
        words[at] in ("meeting", "summit", "conference")
        and at + 1 < len(words)
        and words[at + 1] in memory.finite_words
        and words[at + 1]
        in (
            "welcomed",
            "noted",
            "agreed",
            "reaffirmed",
            "underlined",
            "underscored",
            "stressed",
            "emphasized",
            "emphasised",
            "expressed",
            "reiterated",
            "recognized",
            "recognised",
            "acknowledged",
            "commended",
            "endorsed",
            "adopted",
            "decided",
            "urged",
            "called",
            "encouraged",
            "condemned",
            "recalled",
            "tasked",
            "discussed",
            "reviewed",
        )
    )


def _body(sentence: Sentence, at: int) -> int:
    """Find the end of a body's name ("Steering Committee"), or 0."""
    words, end = sentence.words, len(sentence.words)
    last = at
    while (
        last < end
        and last - at < 6
        and sentence.printed[last][:1].isupper()
        and words[last] not in (",", ";")
    ):
        last += 1
        if sentence.possessive[last - 1]:
            break
    if (
        words[at] in DEPARTMENTS
        and words[at + 1 : at + 2] == ["of"]
        and sentence.printed[at][:1].isupper()
    ):
        last = at + 2
        while (
            last < end
            and last - at < 8
            and (sentence.printed[last][:1].isupper() or words[last] in ("and", "of", "the"))
        ):
            last += 1
            if sentence.possessive[last - 1]:
                break
        return last if last > at + 2 else 0
    return last if last > at and words[last - 1] in BODIES else 0


def _office_name(sentence: Sentence, at: int) -> int:
    """Find the end of an office's name in capitals, after its country; 0 where there is none."""
    words, printed, end = sentence.words, sentence.printed, len(sentence.words)
    last, named = at, False
    while last < end and last - at < 10:
        linked = words[last] in ("for", "of", "and") and last > at and last + 1 < end
        if not printed[last][:1].isupper() and not (linked and printed[last + 1][:1].isupper()):
            break
        named = named or words[last] in OFFICE_WORDS
        last += 1
    return last if named else 0


def _unknown_side(sentence: Sentence, at: int, memory: Memory) -> Subject | None:
    """Read "the Velmaran side": a country that the document names, or the adjective itself."""
    words, printed = sentence.words, sentence.printed[at]
    if words[at + 1 : at + 2] not in (["side"], ["delegation"]) or not printed[:1].isupper():
        return None
    names = [name for many in memory.people.countries.values() for _, name in many]
    like = [name for name in names if name[:4].lower() == words[at][:4]]
    actor = like[0] if len(like) == 1 else printed
    return Subject(at, at + 2, actor, "party", False, None, sentence.possessive[at + 1], "", actor)


def _agency(sentence: Sentence, at: int, memory: Memory) -> Subject | None:
    """Read an agency known by its capitals ("DHS") where it is the subject of an act."""
    printed = sentence.printed[at]
    following = sentence.words[at + 1 : at + 3]
    acts = any(word in memory.finite_words or word in ("is", "are") for word in following)
    if len(printed) > 2 and printed.isupper() and printed.isalpha() and acts and following:
        return Subject(at, at + 1, printed, "agency", None, None, sentence.possessive[at])
    return None


def _pronoun(sentence: Sentence, place: int, memory: Memory) -> Subject | None:
    kind = memory.parties.pronouns[sentence.words[place]]
    if kind == "joint":
        return Subject(place, place + 1, "joint", "pronoun", True)

    if kind == "we":
        words = sentence.words
        after = place + 1
        if after + 1 < len(words) and words[after] == ",":
            # "We, the leaders of A, B and C, …", "we — President X and Chancellor Y — …"
            if sentence.printed[after] in DASHES:
                close = _dash_end(sentence, after)
            elif words[after + 1] == "the":
                close = _apposition_end(sentence, after, memory)
            else:
                close = 0
            after = close + 1 if close else after
        elif after + 1 < len(words) and words[after] == "the":
            found = group_at(sentence, after + 1, memory, has_head=True, some="")
            after = found.end if found else after
        return Subject(place, after, memory.we, "we", True)
    if kind == "i":
        return (
            Subject(place, place + 1, memory.speaker or memory.person, "i", True)
            if (memory.speaker or memory.person)
            else None
        )
    if kind == "it":
        party = memory.party or (memory.mentioned_party if place == 0 else "")
        return Subject(place, place + 1, party, "pronoun") if party else None
    person = memory.person or memory.mentioned
    return Subject(place, place + 1, person, "pronoun") if person else None


def _dash_end(sentence: Sentence, dash: int) -> int:
    """Find the dash that closes a parenthesis, or 0."""
    last = min(len(sentence.words), dash + 60)
    return next((at for at in range(dash + 1, last) if sentence.printed[at] in DASHES), 0)


def _apposition_end(sentence: Sentence, comma: int, memory: Memory) -> int:
    """Find the last item of "We, the leaders of A, B, and C,": the comma before a verb.

    Without a comma before the verb it is the last item of the parties named.
    """
    last = 0
    words = sentence.words
    group = group_at(sentence, comma + 2, memory, has_head=True, some="")
    if group is not None and group.end < len(words) and words[group.end] in memory.finite_words:
        return group.end - 1
    for at in range(comma + 1, min(len(words), comma + 60)):
        if words[at] == ",":
            last = at
            if (
                at + 1 < len(words)
                and not sentence.printed[at + 1][:1].isupper()
                and words[at + 1] not in ("and", "the", "as")
            ):
                return at
    return last


def _named_person(
    sentence: Sentence, place: int, mention: "object", memory: Memory, the: bool
) -> Subject | None:
    from summit_analysis.phrases.actors.people import Mention

    assert isinstance(mention, Mention)
    people = memory.people
    if mention.name:
        person = people.by_name.get(mention.name)
        if person is None:
            return None
        last = mention.end - 1
        after = mention.end
        name_last = mention.start_of_name + len(mention.name) - 1
        owned = (
            sentence.possessive[min(last, len(sentence.words) - 1)]
            or sentence.possessive[min(name_last, last)]
        )
        return Subject(
            place, after, person.name, "person", False, person, owned, mention.title, person.country
        )
    owned = sentence.possessive[mention.end - 1]
    unnamed = memory.unnamed.get(mention.title)
    person = None if unnamed else people.titled(mention.title, mention.country)
    if person is None and not unnamed:
        if not the and not sentence.printed[place][:1].isupper():
            return None
        if (
            mention.title
            in (
                "general",
                "chair",
                "leader",
                "head",
                "director",
                "mr",
                "ms",
                "mrs",
                "dr",
                "representative",
                "secretary",
                "coordinator",
            )
            and not the
        ):
            return None
        first = at_title(sentence, place)
        name = " ".join(sentence.printed[first : mention.end]).split(" of ")[0]
        name = " ".join(word[:1].upper() + word[1:] for word in name.split())
        if mention.country:
            name = mention.country
        return Subject(
            place, mention.end, name, "person", False, None, owned, mention.title, mention.country
        )
    name = unnamed or (person.name if person else "")
    return Subject(
        place,
        mention.end,
        name,
        "person",
        False,
        person,
        owned,
        mention.title,
        person.country if person else "",
    )


def at_title(sentence: Sentence, place: int) -> int:
    """Pass over an article before a title."""
    return place + (sentence.words[place] in ("the", "our", "his", "her", "their"))


def _main_title(person: Person) -> str:
    return min(person.titles, key=len) if person.titles else ""
