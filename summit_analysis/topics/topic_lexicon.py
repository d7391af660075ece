"""The topic lexicon: which words speak of which topic, read from YAML or a dict and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any, NoReturn

from summit_analysis.corpus.search.patterns import parse_pattern
from summit_analysis.errors import LexiconError, PatternError
from summit_analysis.lexicons import read_lexicon
from summit_analysis.topics.entries import Entry, TopicLexicon

LEXICON_KEYS = {"version", "note", "source", "extends", "drop", "contexts", "topics"}
TOPIC_KEYS = {"note", "source", "drop", "entries", "echoes"}
# How a lexicon writes a condition, and what `Entry` calls it.
CONTEXTS = {
    "not": "cancelled_by",
    "with": "needs",
    "unless": "unless",
    "with_document": "with_document",
    "unless_document": "unless_document",
}
ENTRY_KEYS = {"entry", "entries", *CONTEXTS}


def topic_lexicon(
    source: "str | Path | Mapping[str, Any] | TopicLexicon | None" = None,
) -> TopicLexicon:
    """Read a topic lexicon and check every entry.

    Args:
        source: none for the bundled one, the path of a YAML file, or a dict of the same shape:
            `{"topics": {"space": {"entries": ["satellite*", {"entry": "space", "not": ["cyber
            space"]}]}}}`. With `extends: topics` at the top it adds to the bundled one; `drop`
            then lists topics (at the top) or entries (inside a topic) to leave out.

    Returns:
        The lexicon.

    Raises:
        LexiconError: it is malformed; the message names file, line, topic and entry.

    Example:
        >>> whaling = {"note": "Whales and their catch.", "entries": ["whal*", "harpoon*"]}
        >>> mine = topic_lexicon({"extends": "topics", "topics": {"whaling": whaling}})
        >>> "whaling" in mine.topics, "taiwan" in mine.topics
        (True, True)
    """
    if isinstance(source, TopicLexicon):
        return source
    if source is not None and not isinstance(source, (str, PathLike, Mapping)):
        raise LexiconError(
            f"A lexicon is the path of a YAML file or a dict, not {type(source).__name__}; "
            "topic_lexicon() tells what stands in it."
        )
    return _bundled() if source is None else _Reader(source).read()


@cache
def _bundled() -> TopicLexicon:
    return _Reader("topics").read()


class _Reader:
    """Reads one lexicon, knowing where it stands so that errors can say so."""

    def __init__(self, source: str | Path | Mapping[str, Any]) -> None:
        self.path: Path | None = None
        if isinstance(source, Mapping):
            self.name = "lexicon given as a dict"
        else:
            self.name = str(source)
            if Path(source).suffix in (".yaml", ".yml"):
                self.path = Path(source)
        self.data = read_lexicon(source, only="topics")

    def read(self) -> TopicLexicon:
        self._check_keys(self.data, LEXICON_KEYS, ())
        topics, entries = self._inherited()
        given = self.data.get("topics")
        if not isinstance(given, Mapping) or not given:
            self._fail((), "it has no `topics:` with a topic each and its `entries:`")
        for topic, body in given.items():
            where = ("topics", topic)
            if not isinstance(topic, str) or not isinstance(body, Mapping):
                self._fail(where, f"topic {topic!r} needs `note:` and `entries:` below it")
            self._check_keys(body, TOPIC_KEYS, where)
            entries = self._dropped(topic, body, entries)
            topics[topic] = str(body.get("note", topics.get(topic, ""))).strip()
            for kind in ("entries", "echoes"):
                entries += self._entries(topic, body, kind)
        self._check_duplicates(entries)
        return TopicLexicon(self.name, str(self.data.get("version", "")), topics, tuple(entries))

    def _inherited(self) -> tuple[dict[str, str], list[Entry]]:
        parent = self.data.get("extends")
        drop = self.data.get("drop", [])
        if parent is None:
            if drop:
                self._fail(("drop",), "`drop:` needs an `extends:` to leave topics out of")
            return {}, []
        base = topic_lexicon(parent)
        for topic in drop:
            if topic not in base.topics:
                self._fail(("drop",), f"unknown topic {topic!r} in `drop:`; {_known(base.topics)}")
        kept = {topic: note for topic, note in base.topics.items() if topic not in drop}
        return kept, [entry for entry in base.entries if entry.topic in kept]

    def _dropped(self, topic: str, body: Mapping[str, Any], entries: list[Entry]) -> list[Entry]:
        drop = body.get("drop", [])
        there = {entry.pattern for entry in entries if entry.topic == topic}
        for pattern in drop:
            if pattern not in there:
                self._fail(
                    ("topics", topic, "drop"), f"topic {topic!r} has no entry {pattern!r} to drop"
                )
        return [entry for entry in entries if entry.topic != topic or entry.pattern not in drop]

    def _entries(self, topic: str, body: Mapping[str, Any], part: str) -> Iterator[Entry]:
        where: tuple[Any, ...] = ("topics", topic, part)
        listed = body.get(part, [])
        if not isinstance(listed, list):
            self._fail(where, f"topic {topic!r}: `{part}:` must be a list, one entry a line")
        for number, item in enumerate(listed):
            here = (*where, number)
            if not isinstance(item, Mapping):
                item = {"entry": item}
            self._check_keys(item, ENTRY_KEYS, here)
            if ("entry" in item) == ("entries" in item):
                self._fail(
                    here, f"topic {topic!r}: give `entry:` or `entries:`, found {item!r:.80}"
                )
            contexts = {
                field: self._context(topic, item, kind, here) for kind, field in CONTEXTS.items()
            }
            grouped = "entries" in item
            patterns = item["entries"] if grouped else [item["entry"]]
            if not isinstance(patterns, list):
                self._fail(here, f"topic {topic!r}: `entries:` must be a list of patterns")
            for place, given in enumerate(patterns):
                pattern = self._pattern(
                    topic, given, (*here, "entries", place) if grouped else here
                )
                yield Entry(topic, pattern, echo=part == "echoes", **contexts)

    def _context(
        self, topic: str, item: Mapping[str, Any], kind: str, where: tuple[Any, ...]
    ) -> tuple[str, ...]:
        given = item.get(kind, [])
        shared = self.data.get("contexts", {})
        patterns: list[Any] = []
        for part in given if isinstance(given, list) else [given]:
            patterns += shared[part] if isinstance(part, str) and part in shared else [part]
        return tuple(self._pattern(topic, pattern, where) for pattern in patterns)

    def _pattern(self, topic: str, pattern: Any, where: tuple[Any, ...]) -> str:
        if not isinstance(pattern, str):
            self._fail(
                where,
                f"topic {topic!r}: the entry {pattern!r} is no text (put words such as yes, no, on "
                "and numbers between quotation marks)",
            )
        try:
            parse_pattern(pattern)
        except PatternError as error:
            self._fail(where, f"topic {topic!r}, entry {pattern!r}: {error}")
        return " ".join(pattern.split())

    def _check_duplicates(self, entries: list[Entry]) -> None:
        seen: set[Entry] = set()
        for entry in entries:
            plain = replace(entry, pattern=entry.pattern.lower())
            if plain in seen:
                self._fail(
                    ("topics", entry.topic),
                    f"topic {entry.topic!r} has the entry {entry.pattern!r} twice",
                )
            seen.add(plain)

    def _check_keys(
        self, given: Mapping[str, Any], known: set[str], where: tuple[Any, ...]
    ) -> None:
        unknown = [key for key in given if key not in known]
        if unknown:
            place = f"{where[1]!r}: " if len(where) > 1 else ""
            self._fail(where, f"{place}unknown key {unknown[0]!r}; {_known(sorted(known))}")

    def _fail(self, where: tuple[Any, ...], message: str) -> NoReturn:
        raise LexiconError(f"{self.name}{self._line(where)}: {message}.")

    def _line(self, where: tuple[Any, ...]) -> str:
        """Find the line of a place in the file; only when something is wrong."""
        if self.path is None or not where:
            return ""
        import yaml

        node: Any = yaml.compose(self.path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        for step in where:
            if isinstance(node, yaml.MappingNode):
                values = {key.value: value for key, value in node.value}
                node = values.get(str(step), node)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
        return f", line {node.start_mark.line + 1}"


def _known(names: Any) -> str:
    return "known: " + ", ".join(names)
