"""Read a title and the name beside it."""

from dataclasses import dataclass

from summit_analysis.phrases.actors.parties import Parties, Phrases, longest
from summit_analysis.phrases.grammar.sentence_items import Sentence

LONGEST_NAME = 8
NO_NAMES = frozenset({"authority", "agency", "administration", "directorate", "secretariat"})


@dataclass
class Mention:
    """A title, a name, or both, at a place in a sentence."""

    end: int
    title: str
    name: tuple[str, ...]
    printed: tuple[str, ...]
    country: str
    start_of_name: int = 0


def mention_at(sentence: Sentence, place: int, parties: Parties) -> Mention | None:
    """Read a title and the name after it, or None when there is no title here."""
    words, printed = sentence.words, sentence.printed
    titles, modifiers = parties.titles, parties.sets["title_modifiers"]
    first = words[place]
    if (
        first not in titles
        and first not in modifiers
        and first not in parties.adjectives
        and first not in parties.names
    ):
        return None
    end = len(words)
    at, title, country = place, "", ""
    steps = 0
    while at < end and steps < 12:
        steps += 1
        found = longest(titles, words, at)
        if found:
            at, named = found
            title = title if title and named in parties.sets["honorifics"] else named
            if sentence.possessive[at - 1]:
                return Mention(at, title, (), (), country, at)
            at = _past_superior(words, at, parties)
            if at < end and words[at] in ("of", "for") and at + 1 < end:
                after, owner = _office_of(sentence, at + 1, parties)
                if not after:
                    return _portfolio(sentence, at + 1, title, country, parties)
                body = _body_end(sentence, after, parties) if after else 0
                if body:
                    # "Commander of the United States Southern Command General X"
                    at, country = body, owner or country
                    continue
                if after and _name_end(sentence, after, parties) > after:
                    at, country = after, owner or country
                    break
                if after:
                    # "the President of Ukraine" without a name after it: the office alone.
                    return Mention(after, title, (), (), owner or country, after)
            elif (
                at + 2 < end
                and words[at] == "and"
                and longest(titles, words, at + 1)
                and (place == 0 or words[place - 1] != "the")
            ):
                # "Crown Prince and Prime Minister X" is one; "the President and Minister" two.
                at += 1
            continue
        owner_found = longest(parties.adjectives, words, at) or longest(parties.names, words, at)
        if (
            owner_found
            and owner_found[0] < end
            and (title == "" or words[at] in modifiers)
            and not (
                title and printed[at][:1].isupper() and words[at] in ("jordan", "chad", "georgia")
            )
        ):
            country = owner_found[1]
            at = owner_found[0]
            continue
        if words[at] in modifiers and (title == "" or not printed[at][:1].isupper()):
            at += 1
            continue
        if (
            title == ""
            and at > place
            and printed[at][:1].isupper()
            and _title_ahead(words, at, titles)
        ):
            at += 1
            continue
        break
    if not title:
        return None
    while at + 1 < end and words[at] in parties.sets["honorifics"] and words[at] not in titles:
        at += 1
    name_end = _name_end(sentence, at, parties)
    name = tuple(w for w in words[at:name_end] if w != ",")
    shown = tuple(p for p in printed[at:name_end] if p != ",")
    if len(name) == 1 and name[0] in parties.sets["body_words"] | NO_NAMES:
        return None  # "the General Authority for …" is no general
    after = name_end
    if name and after + 1 < end and words[after] == "of" and not sentence.possessive[after - 1]:
        begin = after + 1 + (words[after + 1] == "the")
        owner_found = longest(parties.names, words, begin) if begin < end else None
        if owner_found is None:
            owner_found = _new_country(sentence, begin, parties)
        if owner_found:
            after, country = owner_found[0], owner_found[1]
    return Mention(after, title, name, shown, country, at)


def _office_of(sentence: Sentence, at: int, parties: Parties) -> tuple[int, str]:
    """Read "(the) Republic of Korea", "the National Assembly", after "President of"."""
    words, end = sentence.words, len(sentence.words)
    begin = at + (words[at] == "the")
    if begin >= end:
        return 0, ""
    found = longest(parties.names, words, begin)
    if found:
        return found
    if words[begin] in ("republic", "kingdom"):
        new = _new_country(sentence, begin, parties)
        if new:
            return new
    after = last = begin
    while last < end and last - begin < 7 and sentence.printed[last][:1].isupper():
        last += 1
        if words[last - 1] in parties.sets["body_words"]:
            after = last
    if after > begin and after + 1 < end and words[after] == "of":
        return _office_of(sentence, after + 1, parties)
    return (after, "") if after > begin else (0, "")


def _body_end(sentence: Sentence, at: int, parties: Parties) -> int:
    """Find the end of a body's name after its country: "Southern Command", or 0."""
    last = _name_end(sentence, at, parties)
    ends = parties.sets["not_last_in_names"] | parties.sets["body_words"]
    return last if last > at and sentence.words[last - 1] in ends else 0


def _title_ahead(words: list[str], at: int, titles: Phrases) -> bool:
    return any(longest(titles, words, n) for n in range(at + 1, min(len(words), at + 3)))


def _past_superior(words: list[str], at: int, parties: Parties) -> int:
    """Pass over "to the President of the United States" after "Advisor"."""
    if words[at : at + 2] != ["to", "the"] or at + 2 >= len(words):
        return at
    found = longest(parties.titles, words, at + 2)
    if found is None:
        return at
    after = found[0]
    if after + 1 < len(words) and words[after] == "of":
        begin = after + 1 + (words[after + 1] == "the")
        named = longest(parties.names, words, begin) if begin < len(words) else None
        after = named[0] if named else after
    return after


def _portfolio(
    sentence: Sentence, at: int, title: str, country: str, parties: Parties
) -> Mention | None:
    """Read "Secretary of Security and Citizen Protection Rosa Rodriguez": the name is last."""
    words, printed, end = sentence.words, sentence.printed, len(sentence.words)
    last = at
    while (
        last < end
        and last - at < 12
        and (printed[last][:1].isupper() or words[last] in ("and", "the"))
    ):
        if words[last] == "and" and last + 1 < end and longest(parties.titles, words, last + 1):
            break  # "the Special Adviser for the Isles X and Commander Y"
        last += 1
        if sentence.possessive[last - 1]:
            break
    if 0 < last - at < 3 and words[last - 1].isalpha():
        return Mention(last, title, (), (), " ".join(printed[at:last]), last)
    first = last
    while first > at and last - first < 2 and _is_name_word(sentence, first - 1, parties):
        first -= 1
    if (
        last - first < 2
        or first - at < 1
        or words[last - 1] in parties.sets["not_last_in_names"] | parties.sets["body_words"]
    ):
        return Mention(at - 1, title, (), (), country, at - 1)
    return Mention(
        last, title, tuple(words[first:last]), tuple(printed[first:last]), country, first
    )


def _new_country(sentence: Sentence, begin: int, parties: Parties) -> tuple[int, str] | None:
    """Read a country that no list has, as in "President X of Velmara"."""
    words, printed, end = sentence.words, sentence.printed, len(sentence.words)
    at = begin
    if (
        at + 1 < end
        and words[at] in ("republic", "kingdom", "state", "commonwealth", "federation")
        and words[at + 1] == "of"
    ):
        at += 2
    last = at
    while last < end and last - at < 3 and printed[last][:1].isupper() and words[last].isalpha():
        last += 1
        if sentence.possessive[last - 1]:
            break
    if last - at == 3:
        # "the Republic of Velmara Samuel Okonje": the country is the first word.
        last = (
            at
            + 1
            + (
                words[at]
                in ("north", "south", "east", "west", "new", "saint", "san", "el", "costa")
            )
        )
    if (
        last == at
        or words[last - 1] in parties.sets["body_words"]
        or words[at] in parties.sets["body_words"]
    ):
        return None
    return last, " ".join(printed[at:last])


def _name_end(sentence: Sentence, at: int, parties: Parties) -> int:
    words, printed, end = sentence.words, sentence.printed, len(sentence.words)
    particles = parties.sets["particles"]
    first = at
    while at < end and at - first < LONGEST_NAME:
        word, shown = words[at], printed[at]
        if (
            word in particles
            and (shown[:1].islower() or at > first)
            and (
                words[at + 1 : at + 2]
                and (printed[at + 1][:1].isupper() or words[at + 1] in particles)
            )
        ) or word in parties.sets["name_suffixes"]:
            at += 1
        elif (
            not shown[:1].isupper()
            or word in parties.titles
            or word in parties.sets["not_in_names"]
            or (word in ("u.s.", "us", "eu", "uk", "un"))
            or (at > first and words[at - 1] in parties.sets["name_suffixes"])
        ):
            break
        else:
            at += 1
        if sentence.possessive[at - 1]:
            break
    while at > first and words[at - 1] in particles:
        at -= 1
    return at


def apposition(
    sentence: Sentence, place: int, mention: Mention, parties: Parties
) -> Mention | None:
    """Read the name beside an office: "X, President of Y" or "the President of Y, X,"."""
    words, printed = sentence.words, sentence.printed
    if place > 2 and words[place - 1] == ",":
        first = place - 1
        while first > 0 and place - first < 7 and _is_name_word(sentence, first - 1, parties):
            first -= 1
        if 2 <= place - 1 - first <= 5:
            name = slice(first, place - 1)
            return Mention(
                mention.end,
                mention.title,
                tuple(words[name]),
                tuple(printed[name]),
                mention.country,
                first,
            )
    after = mention.end
    if (
        after + 2 < len(words)
        and words[after] == ","
        and (
            mention.country
            or words[after + 1] in parties.sets["honorifics"] - {"the", "his", "her"}
        )
    ):
        first = after + 1
        while (
            first < len(words) and first < after + 6 and words[first] in parties.sets["honorifics"]
        ):
            first += 1
        last = first
        while last < len(words) and last - first < 6 and _is_name_word(sentence, last, parties):
            last += 1
        if 2 <= last - first <= 5 and (last == len(words) or words[last] in (",", "and", ";")):
            name = slice(first, last)
            return Mention(
                last,
                mention.title,
                tuple(words[name]),
                tuple(printed[name]),
                mention.country,
                first,
            )
    return None


def _is_name_word(sentence: Sentence, at: int, parties: Parties) -> bool:
    word, printed = sentence.words[at], sentence.printed[at]
    if word in parties.sets["particles"]:
        return True
    return (
        printed[:1].isupper()
        and word not in parties.titles
        and word not in parties.names
        and word not in parties.sets["honorifics"]
        and word not in parties.sets["not_in_names"]
        and word.replace("-", "").isalpha()
    )


def may_begin_clause(sentence: Sentence, place: int) -> bool:
    """Say whether a clause may begin at an item: at the start, or after a pause or "and"."""
    return place == 0 or sentence.words[place - 1] in (",", ";", "and", ":")


def bare_name(
    sentence: Sentence, place: int, parties: Parties, finite_words: frozenset[str]
) -> Mention | None:
    """Read a full name without a title as the subject of an act: "Ivan Petrov congratulated …"."""
    words = sentence.words
    last = place
    while last < len(words) and last - place < 5 and _is_name_word(sentence, last, parties):
        if (
            sentence.possessive[last]
            or words[last] in parties.sets["body_words"]
            or words[last] in parties.sets["not_last_in_names"]
        ):
            return None
        last += 1
    after = last
    while (
        after < len(words)
        and after < last + 3
        and (words[after] == "also" or words[after].endswith("ly"))
    ):
        after += 1
    if not 2 <= last - place <= 4 or after >= len(words) or words[after] not in finite_words:
        return None
    if not words[after].endswith("ed") and words[after] not in (
        "said",
        "had",
        "told",
        "held",
        "spoke",
        "met",
    ):
        return None
    name = slice(place, last)
    return Mention(last, "", tuple(words[name]), tuple(sentence.printed[name]), "", place)
