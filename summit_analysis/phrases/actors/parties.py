"""Who can act: countries, groupings, titles and the nouns for parties together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from summit_analysis.corpus import tokenize
from summit_analysis.lexicons import read_lexicon
from summit_analysis.phrases.grammar.word_lists import Source

# Lists that a reader's own lexicon may leave out.
OPTIONAL = ("own_words", "own_nouns", "own_adjectives", "side_heads", "side_people")

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, eq=False)
class Parties:
    """The parties lexicon, compiled.

    Attributes:
        names: by first word, the names of countries and groupings and what they stand for.
        adjectives: by first word, the adjectives of countries ("Japanese", "South Korean").
        titles: by first word, the titles.
        countries: the canonical names that are countries.
        sets: the other lists, by name.
        pronouns: personal pronouns and what they point to.
        codes: of a country's three-letter code, the country.
        seats: of a seat of government ("Kremlin"), the country it speaks for.
        starters: every word that a party can begin with, names of persons aside.
    """

    names: Phrases
    adjectives: Phrases
    titles: Phrases
    countries: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]
    codes: Mapping[str, str]
    seats: Mapping[str, str]
    starters: frozenset[str]


def longest(phrases: Phrases, words: Sequence[str], place: int) -> tuple[int, str] | None:
    """Find the longest phrase at a place; return one past its end, and what it stands for.

    Example:
        >>> longest(compile_parties().names, ["united", "states", "and"], 0)
        (2, 'United States')
    """
    for phrase, meaning in phrases.get(words[place], ()):
        end = place + len(phrase)
        if tuple(words[place:end]) == phrase:
            return end, meaning
    return None


def compile_parties(source: Source = "parties") -> Parties:
    """Compile the lexicon of parties: a bundled name, a YAML file or a mapping."""
    return _bundled(source) if isinstance(source, str) else _compile(read_lexicon(source))


@cache
def _bundled(source: str) -> Parties:
    return _compile(read_lexicon(source))


def _compile(data: Mapping[str, Any]) -> Parties:
    names: list[tuple[str, str]] = []
    adjectives: list[tuple[str, str]] = []
    for country, (others, describing) in data["countries"].items():
        names += [(name, country) for name in (country, *others)]
        adjectives += [(adjective, country) for adjective in describing]
    for grouping, others in data["groupings"].items():
        names += [(name, grouping) for name in (grouping, *others)]
    sets = {
        name: frozenset(word.lower() for word in words)
        for name, words in data.items()
        if isinstance(words, list)
    }
    for name in OPTIONAL:
        sets.setdefault(name, frozenset())
    by_name, by_adjective = _by_first_word(names), _by_first_word(adjectives)
    titles = _by_first_word([(t, data["title_forms"].get(t, t)) for t in data["titles"]])
    starting = (
        "own_words",
        "side_heads",
        "before_title",
        "some_heads",
        "group_nouns",
        "group_heads",
        "title_modifiers",
    )
    return Parties(
        names=by_name,
        adjectives=by_adjective,
        titles=titles,
        countries=frozenset(data["countries"]),
        sets=sets,
        pronouns=data["pronouns"],
        codes={code.lower(): name for code, name in data.get("codes", {}).items()},
        seats=data.get("seats", {}),
        starters=frozenset(by_name)
        | frozenset(by_adjective)
        | frozenset(titles)
        | frozenset(data["pronouns"])
        | frozenset().union(*(sets[name] for name in starting)),
    )


def _by_first_word(pairs: Sequence[tuple[str, str]]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in pairs:
        words = tuple(tokenize(phrase))
        if words:
            found.setdefault(words[0], []).append((words, meaning))
    for many in found.values():
        many.sort(key=lambda entry: -len(entry[0]))
    return found
