"""Read a noun phrase as a party, with what is joined to it."""

from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.single_parties import single_party
from summit_analysis.phrases.grammar.sentence_items import DASHES, Sentence

MOST_COORDINATED = 12
NOT_IN_GROUPS = frozenset("of to in on for with by at from and or that which who as".split())
MONARCHS = frozenset({"king", "queen", "sultan", "emir", "amir"})
HEADS = frozenset(
    "president chancellor king queen premier taoiseach pope emir amir sultan emperor"
    " secretary-general chair chairman".split()
) | {"prime minister", "crown prince", "vice president", "secretary general"}
HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "director", "professor"})
OFFICES = (
    ("defence", frozenset({"defense", "defence"})),
    ("finance", frozenset({"treasury", "finance", "exchequer"})),
    ("commerce", frozenset({"commerce", "trade", "business"})),
    ("interior", frozenset({"interior", "home", "homeland"})),
    ("housing", frozenset({"housing"})),
    ("energy", frozenset({"energy", "climate", "environment"})),
    ("health", frozenset({"health"})),
    ("security", frozenset({"security", "nsa", "apnsa", "pdnsa", "dnsa"})),
    ("foreign", frozenset({"foreign", "state", "external"})),
    ("economy", frozenset({"economic", "economy"})),
)


def subject_at(sentence: Sentence, place: int, memory: Memory) -> Subject | None:
    """Read the party that begins at an item, with what is joined to it by commas and "and".

    Args:
        sentence: the sentence.
        place: the item to begin at.
        memory: what the document has named so far.

    Returns:
        The subject, or None when no party begins here.
    """
    first = single_party(sentence, place, memory)
    if (
        first is not None
        and first.kind in ("pronoun", "i")
        and word_after_is_party(sentence, place, memory)
    ):
        other = single_party(sentence, place + 2, memory)
        if other is not None:
            return Subject(place, other.end, "joint", "group", True, None, other.possessive)
    if first is None or first.kind in ("pronoun", "we", "i") or (place > 0 and first.possessive):
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
        elif at < end and words[at] == "," and sentence.printed[at] not in DASHES:
            nxt, listed = at + 1, ","
        else:
            break
        if nxt >= end:
            break
        other = single_party(sentence, nxt, memory)
        if other is None and listed == "and" and first.kind == "party":
            other = _unknown_party(sentence, nxt, memory)
        if other is None and listed == "and" and first.kind in ("person", "party"):
            other = _unknown_group(sentence, nxt, memory)
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
    if len(members) > 1 and words[at : at + 2] == ["and", "its"]:
        # "the United States, the European Union and its Member States"
        other = single_party(sentence, at + 1, memory)
        if other is not None and other.kind == "group":
            members[-1] = Subject(
                members[-1].start,
                other.end,
                members[-1].actor,
                "party",
                True,
                None,
                other.possessive,
            )
    if len(members) == 1:
        return first
    if commas and len(members) == 2 and words[members[0].end] == ",":
        return first
    return _together(sentence, members, memory)


def _unknown_party(sentence: Sentence, at: int, memory: Memory) -> Subject | None:
    """Read a capitalised word that no list has, after "Japan and" and before a verb, as a party."""
    words, printed = sentence.words, sentence.printed[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    known = following in memory.finite_words or following in (
        "will",
        "have",
        "are",
        "also",
        "jointly",
    )
    if printed[:1].isupper() and printed.isalpha() and known:
        return Subject(at, at + 1, printed, "party", False, None, sentence.possessive[at])
    return None


def _unknown_group(sentence: Sentence, at: int, memory: Memory) -> Subject | None:
    """Read a plural after "President X and" and before a verb: "the city councillors"."""
    words, end = sentence.words, len(sentence.words)
    first = at + (words[at] in ("the", "these", "those", "local", "his", "her", "their"))
    last = first
    while last < end and last - first < 5 and words[last].replace("-", "").isalpha():
        if (
            words[last].endswith("s")
            and words[last + 1 : last + 2]
            and (
                words[last + 1] in memory.finite_words
                or words[last + 1] in ("also", "both", "will")
            )
        ):
            if words[last] in memory.finite_words and last == first:
                return None
            return Subject(at, last + 1, "joint", "group", True, None, sentence.possessive[last])
        if words[last] in memory.finite_words or words[last] in NOT_IN_GROUPS:
            return None
        last += 1
    return None


def _list_goes_on(sentence: Sentence, at: int, memory: Memory) -> bool:
    words, end = sentence.words, len(sentence.words)
    for _ in range(MOST_COORDINATED):
        if at >= end:
            return False
        if words[at] == ",":
            at += 1
            if at < end and words[at] in ("and", "&"):
                return at + 1 < end and single_party(sentence, at + 1, memory) is not None
        elif words[at] in ("and", "&"):
            return at + 1 < end and single_party(sentence, at + 1, memory) is not None
        else:
            return False
        nxt = single_party(sentence, at, memory) if at < end else None
        if nxt is None:
            return False
        at = nxt.end
    return False


def _together(sentence: Sentence, members: list[Subject], memory: Memory) -> Subject:
    first, last = members[0], members[-1]
    sets = memory.parties.sets
    actor = first.actor if _one_side(members) else "joint"
    if sentence.words[last.start] == "its" and len(members) == 2:
        # "the EU and its member states"
        return Subject(first.start, last.end, first.actor, first.kind, True, first_end=first.end)
    if len({member.actor for member in members}) == 1 or (
        first.kind == "person"
        and first.title in sets["head_titles"]
        and all(
            m.kind == "person"
            and m.title in sets["below_titles"]
            and (m.title != "crown prince" or first.title in MONARCHS)
            and (not m.country or m.country == first.country)
            for m in members[1:]
        )
    ):
        actor = first.actor
    return Subject(
        first.start,
        last.end,
        actor,
        "group" if actor == "joint" else first.kind,
        True,
        first.person if actor == first.actor else None,
        last.possessive,
        first_end=first.end,
    )


def _one_side(members: list[Subject]) -> bool:
    """Say whether officials of different offices and the same country are named together."""
    offices = [_office(member, many=len(members) > 2) for member in members]
    return (
        all(offices)
        and len(set(offices)) >= min(len(offices), 3)
        and len({member.country for member in members}) == 1
    )


def _office(member: Subject, *, many: bool) -> str:
    """Name the field of a minister or an adviser, or "" of anybody else."""
    if member.kind != "person" or member.person is None:
        return ""
    titles = {member.title, *member.person.titles}
    if member.title in HONORIFICS:
        return ""
    if any(title in HEADS or title.startswith("vice president") for title in titles):
        return ""
    words = {word for title in titles for word in title.split()}
    for office, marks in OFFICES:
        if words & marks:
            return office
    return f"secretary {member.actor}" if many and "secretary" in titles else ""


def word_after_is_party(sentence: Sentence, place: int, memory: Memory) -> bool:
    """Say whether "and" and a party follow a pronoun: "she and the Crown Prince"."""
    words = sentence.words
    return (
        place + 2 < len(words)
        and words[place + 1] == "and"
        and words[place + 2] in ("the", "president", "prime")
    )
