"""A filled-in coding sheet, read back and checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from summit_analysis.coding.sheet_files import read_table
from summit_analysis.errors import SheetError
from summit_analysis.topics import topic_lexicon

NONE = "none"
TRUE = {"true", "yes", "y", "1", "x", "wahr"}
ACT_CLASSES = (
    "commissive",
    "directive",
    "expressive",
    "assertive",
    "declarative",
    "procedural",
)
ACT_FIELDS = ("verb", "surface", "complement", "actor", "act_class", "modifiers")
Key = tuple[str, int]


@dataclass(frozen=True, eq=False)
class Coded:
    """What a sheet says.

    Attributes:
        name: the file, for notes and errors.
        texts: the text of each coded sentence, by document and sentence number; empty where the
            sheet has none.
        topics: the topics of each sentence coded for topics.
        acts: the acts of each sentence coded for acts, a dict each.
        blank: how many rows were left blank, and so count as not coded.
    """

    name: str
    texts: dict[Key, str]
    topics: dict[Key, frozenset[str]]
    acts: dict[Key, list[dict[str, Any]]]
    blank: int = 0


def read_coded(
    source: str | Path | pd.DataFrame | Sequence[Mapping[str, Any]],
    *,
    labels: Iterable[str] | None = None,
) -> Coded:
    """Read a filled-in sheet.

    Args:
        source: a `.csv`, `.xlsx` or `.json` file, a frame, or records. JSON may also be a list of
            documents, each with `id` and `sentences`, which have `i`, `topics` and `acts`; their
            text is then looked for in `<name>_sentences.json` beside it.
        labels: the topics allowed; by default those of the bundled lexicon.

    Returns:
        The codes; sentences left blank are counted and not part of them.

    Raises:
        SheetError: a row or label is not understood; the message names document and sentence.

    Example:
        >>> rows = [{"doc_id": "a", "sentence": 0, "text": "They met.", "topics": "none"}]
        >>> read_coded(rows).topics
        {('a', 0): frozenset()}
    """
    texts: dict[Key, str] = {}
    name = "sheet"
    records: Any = source
    if isinstance(source, str | Path):
        name, records = str(source), read_table(Path(source))
        texts = _texts_beside(Path(source))
    elif isinstance(source, pd.DataFrame):
        records = source.to_dict("records")
    elif not isinstance(source, Sequence):
        raise SheetError(
            f"read_coded() takes a file, a frame or a list of rows, not {type(source).__name__}."
        )
    allowed = frozenset(labels) if labels is not None else frozenset(topic_lexicon().topics)
    reader = _Reader(name, allowed, texts)
    if records and "sentences" in records[0]:
        reader.read_documents(records)
    else:
        reader.read_rows(records)
    return Coded(name, reader.texts, reader.topics, reader.acts, reader.blank)


class _Reader:
    """Fills the codes row by row, knowing where it stands."""

    def __init__(self, name: str, allowed: frozenset[str], texts: dict[Key, str]) -> None:
        self.name, self.allowed, self.texts = name, allowed, texts
        self.topics: dict[Key, frozenset[str]] = {}
        self.acts: dict[Key, list[dict[str, Any]]] = {}
        self.blank = 0

    def read_documents(self, documents: Iterable[Mapping[str, Any]]) -> None:
        for document in documents:
            for sentence in document.get("sentences", []):
                if "i" not in sentence:
                    raise SheetError(
                        f"{self.name}: {document.get('id')!r} has a sentence without `i`."
                    )
                key = (str(document.get("id", "")), int(sentence["i"]))
                if sentence.get("text"):
                    self.texts[key] = sentence["text"]
                if "topics" in sentence:
                    self.topics[key] = self._known(sentence["topics"], key)
                if "acts" in sentence:
                    self.acts[key] = [self._act(act, key) for act in sentence["acts"]]

    def read_rows(self, records: Iterable[Mapping[str, Any]]) -> None:
        for line, record in enumerate(records, start=2):
            key = self._key(record, line)
            if record.get("text"):
                self.texts[key] = str(record["text"])
            topics, verb = str(record.get("topics", "")), str(record.get("verb", ""))
            if topics.strip():
                if key in self.topics:
                    raise SheetError(f"{self.name}: {_place(key)} has two rows (line {line}).")
                named = [part.strip() for part in topics.replace(",", ";").split(";")]
                self.topics[key] = self._known([t for t in named if t and t.lower() != NONE], key)
            if verb.strip():
                acts = self.acts.setdefault(key, [])
                if verb.strip().lower() != NONE:
                    acts.append(self._act(record, key))
            self.blank += not topics.strip() and not verb.strip()

    def _key(self, record: Mapping[str, Any], line: int) -> Key:
        missing = [column for column in ("doc_id", "sentence") if column not in record]
        if missing:
            raise SheetError(
                f"{self.name}: no column {missing[0]!r}; a sheet needs doc_id, sentence."
            )
        try:
            number = float(record["sentence"])
        except ValueError:
            number = -1.0
        if number < 0 or number != int(number):
            found = record["sentence"]
            raise SheetError(f"{self.name}, line {line}: sentence {found!r} is no number from 0.")
        return str(record["doc_id"]), int(number)

    def _known(self, topics: Iterable[str], key: Key) -> frozenset[str]:
        for topic in topics:
            if topic not in self.allowed:
                raise SheetError(
                    f"{self.name}: {_place(key)} has the unknown topic {topic!r}. Known: "
                    f"{', '.join(sorted(self.allowed))}."
                )
        return frozenset(topics)

    def _act(self, act: Mapping[str, Any], key: Key) -> dict[str, Any]:
        kind = str(act.get("act_class", act.get("class", ""))).strip().lower()
        if kind not in ACT_CLASSES:
            raise SheetError(
                f"{self.name}: {_place(key)} has the unknown class {kind!r}. Known: "
                f"{', '.join(ACT_CLASSES)}."
            )
        fields = {field: act.get(field, "") for field in ACT_FIELDS}
        flags = {field: _true(act.get(field, False)) for field in ("negated", "is_reply")}
        return {**fields, "act_class": kind, **flags}


def _true(value: Any) -> bool:
    return value.strip().lower() in TRUE if isinstance(value, str) else bool(value)


def _place(key: Key) -> str:
    return f"document {key[0]!r}, sentence {key[1]}"


def _texts_beside(path: Path) -> dict[Key, str]:
    beside = path.with_name(f"{path.stem}_sentences.json")
    if path.suffix.lower() != ".json" or not beside.exists():
        return {}
    return {
        (str(document["id"]), number): text
        for document in read_table(beside)
        for number, text in enumerate(document["sentences"])
    }
