"""A subject, and what later sentences of a document can point back to."""

from dataclasses import dataclass, field

from summit_analysis.phrases.actors.parties import Parties
from summit_analysis.phrases.actors.people import People, Person


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
        speaker: whom "I" stands for.
        own: the issuer's country; `own_given` says whether the metadata or the title names it.
        speech: whether the text is by one speaker, and "our country" the speaker's.
    """

    parties: Parties
    people: People
    person: str = ""
    party: str = ""
    we: str = "joint"
    speaker: str = ""
    own: str = ""
    own_given: bool = False
    speech: bool = False
    mentioned: str = ""
    mentioned_party: str = ""
    last_actor: str = ""
    year: int = 0
    we_speak: bool = False
    unnamed: dict[str, str] = field(default_factory=dict)
    finite_words: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
