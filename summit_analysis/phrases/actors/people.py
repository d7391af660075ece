"""Names and titles learnt from the document: who is President Biden, who "the Minister"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from summit_analysis.corpus import tokenize
from summit_analysis.phrases.actors.mentions import (
    Mention,
    apposition,
    bare_name,
    may_begin_clause,
    mention_at,
)
from summit_analysis.phrases.actors.parties import Parties
from summit_analysis.phrases.grammar.sentence_items import Sentence

REGNAL = frozenset({"king", "queen", "emperor", "pope", "empress"})


@dataclass
class Person:
    """Someone a document names.

    Attributes:
        name: what the person is called in results.
        titles: the titles the document gives the person.
        country: the country the document connects with the person, if any.
        order: place among the persons of the document.
    """

    name: str
    titles: set[str] = field(default_factory=set)
    country: str = ""
    order: int = 0


@dataclass
class People:
    """The persons of one document: by name as a tuple of folded words, and in order."""

    by_name: dict[tuple[str, ...], Person]
    in_order: list[Person]
    first_words: set[str]
    countries: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)

    def add_country(self, name: str, parties: Parties) -> None:
        """Remember a country that no list has."""
        words = tuple(tokenize(name))
        known = self.countries.setdefault(words[0], []) if words else []
        if words and words[0] not in parties.names and (words, name) not in known:
            known.append((words, name))

    def titled(self, title: str, country: str = "") -> Person | None:
        """Find the person a title alone points to: the first one named with it."""
        fits = [p for p in self.in_order if title in p.titles]
        if country:
            fits = [p for p in fits if p.country == country] or [p for p in fits if not p.country]
        if not fits and country:
            # "the President of Russia" where only the name has been used so far.
            fits = [p for p in self.in_order if not p.titles and not p.country]
        return fits[0] if fits else None


def learn_people(
    sentences: Sequence[Sentence], parties: Parties, *, finite_words: frozenset[str] = frozenset()
) -> People:
    """Learn the persons a document names with a title, in the order they appear.

    Args:
        sentences: the document's sentences.
        parties: the compiled lexicon of parties.
        finite_words: forms of act verbs, by which a full name without a title is known.

    Returns:
        The persons. The short form that the document itself uses after a title ("President
        Biden", "Chairman Hue") becomes the name, whatever the order of the full name.
    """
    mentions: list[Mention] = []
    titled = parties.starters
    for sentence in sentences:
        place, end = 0, len(sentence.words)
        while place < end:
            word = sentence.words[place]
            if word not in titled and not sentence.printed[place][:1].isupper():
                place += 1
                continue
            mention = mention_at(sentence, place, parties) if word in titled else None
            if mention is not None and not mention.name:
                mention = apposition(sentence, place, mention, parties) or mention
            if mention is None and finite_words and may_begin_clause(sentence, place):
                mention = bare_name(sentence, place, parties, finite_words)
            if mention is not None and mention.name:
                mentions.append(mention)
                place = max(mention.end, place + 1)
            else:
                place += 1
    return _merge(mentions, parties)


def _merge(mentions: Sequence[Mention], parties: Parties) -> People:
    people = People({}, [], set())
    groups: list[list[Mention]] = []
    for mention in mentions:
        core = _core(mention.name, parties)
        if not core:
            continue
        for group in groups:
            if any(_same(core, _core(other.name, parties)) for other in group):
                group.append(mention)
                break
        else:
            groups.append([mention])
    for group in groups:
        person = Person(_display(group, parties), order=len(people.in_order))
        for mention in group:
            if mention.title:
                person.titles.add(mention.title)
            person.country = person.country or mention.country
            if mention.country and mention.country not in parties.countries:
                people.add_country(mention.country, parties)
            people.by_name[mention.name] = person
            people.first_words.add(mention.name[0])
        short = tuple(word.lower() for word in person.name.split())
        people.by_name.setdefault(short, person)
        people.first_words.add(short[0])
        people.in_order.append(person)
    return people


def _core(name: tuple[str, ...], parties: Parties) -> tuple[str, ...]:
    return tuple(
        word for word in name if word not in parties.sets["name_suffixes"] and len(word) > 1
    )


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return short == long or (
            len(short) > 1 and short[-1] == long[-1] and short[0][0] == long[0][0]
        )
    return set(short) <= set(long)


def _display(group: Sequence[Mention], parties: Parties) -> str:
    """Choose the name: the shortest form used after a title, else by the order of names."""
    forms = [
        tuple(
            p
            for p, w in zip(m.printed, m.name, strict=True)
            if w not in parties.sets["name_suffixes"] and len(w) > 1
        )
        for m in group
    ]
    if any(m.title in REGNAL for m in group):
        forms = [form[:1] for form in forms]
    counts = Counter(forms)
    shortest = min(forms, key=lambda form: (len(form), -counts[form]))
    if len(shortest) == 1:
        return _cased(shortest)
    capitals = [word for word in shortest if len(word) > 1 and word.isupper()]
    if capitals and len(capitals) < len(shortest):
        return _cased(tuple(capitals))
    if any(len(form) > len(shortest) and form[-len(shortest) :] == shortest for form in forms):
        # "President López Obrador" beside "President Andrés Manuel López Obrador".
        return _cased(shortest)
    families = parties.sets["families"]
    if shortest[0].lower() in families and len(shortest) <= 3:
        return _cased(shortest[:1])
    return _cased(_last_name(shortest, parties))


def _last_name(form: tuple[str, ...], parties: Parties) -> tuple[str, ...]:
    particles = parties.sets["particles"]
    for place in range(1, len(form) - 1):
        if form[place].lower() in particles:
            return form[place:] if form[place].lower() not in ("bin", "bint", "ibn") else form[:1]
    return form[-1:]


def _cased(form: tuple[str, ...]) -> str:
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in form)


def known_name(sentence: Sentence, at: int, people: People) -> tuple[int, Person] | None:
    """Find the longest name of a known person at an item; return its end and the person."""
    words = sentence.words
    if words[at] not in people.first_words or not sentence.printed[at][:1].isupper():
        return None
    for length in range(min(8, len(words) - at), 0, -1):
        person = people.by_name.get(tuple(words[at : at + length]))
        if person is not None:
            return at + length, person
    return None
