"""What a topic lexicon holds: entries, each with the conditions under which it counts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One line of a lexicon: a pattern that speaks of a topic, and where it counts.

    Attributes:
        topic: the topic it speaks of.
        pattern: what to look for, as `corpus.search.patterns.parse_pattern` reads it.
        cancelled_by: (`not`) patterns that cancel an occurrence they overlap.
        needs: (`with`) patterns one of which must stand in the same sentence.
        unless: patterns none of which may stand in the same sentence.
        with_document: patterns one of which must stand somewhere in the document.
        unless_document: patterns none of which may stand anywhere in the document.
        echo: counts only where the text is already on the topic.
    """

    topic: str
    pattern: str
    cancelled_by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    with_document: tuple[str, ...] = ()
    unless_document: tuple[str, ...] = ()
    echo: bool = False


@dataclass(frozen=True)
class TopicLexicon:
    """A checked lexicon.

    Attributes:
        name: the file or the name it was read from, for notes and errors.
        version: as the file states it.
        topics: each topic's note, in the order of the file; topics without entries included.
        entries: all entries, in the order of the file.
    """

    name: str
    version: str
    topics: dict[str, str]
    entries: tuple[Entry, ...]
