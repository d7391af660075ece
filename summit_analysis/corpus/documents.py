"""One document: its text, what is known about it, and how it is cited."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Removal(NamedTuple):
    """Something cleaning took out or repaired.

    Attributes:
        rule: the rule that did it, as named in the lexicons or in `corpus.cleaning.typist_rules`.
        text: what stood there (for repairs of single characters: how many of which).
        paragraph: number of the raw paragraph it stood in, from 0; -1 for the whole text.
    """

    rule: str
    text: str
    paragraph: int


@dataclass(frozen=True, repr=False)
class Document:
    """A text that never changes, with what is known about it.

    Attributes:
        doc_id: its name, unique in a corpus.
        text: cleaned text; paragraphs are separated by a blank line. All offsets count in it.
        metadata: title, date, issuer, parties, kind, source_url, licence, language and whatever
            else the reader has; `inferred` names the fields that were guessed from the text.
        removed: what cleaning took out or repaired.
    """

    doc_id: str
    text: str
    metadata: Mapping[str, Any] = field(default_factory=dict)
    removed: tuple[Removal, ...] = ()

    def __repr__(self) -> str:
        """Name the document without spilling its text."""
        return f"Document({self.doc_id!r}, {len(self.text):,} characters)"

    def cite(self, *, paragraph: int | None = None) -> str:
        """Cite the document: issuer, "title", date, paragraph.

        Args:
            paragraph: a paragraph number as in `corpus.sentences`, from 0; printed from 1.

        Returns:
            The citation; what is not known is left out.

        Example:
            >>> day = datetime.date(2022, 1, 21)
            >>> talks = Document("a", "…", {"issuer": "Japan", "title": "Talks", "date": day})
            >>> talks.cite(paragraph=0)
            'Japan, “Talks”, 21 January 2022, para. 1'
        """
        date = self.metadata.get("date")
        title = self.metadata.get("title")
        parts = [
            self.metadata.get("issuer"),
            f"“{title}”" if title else self.doc_id,
            f"{date.day} {date:%B %Y}" if isinstance(date, datetime.date) else None,
            f"para. {paragraph + 1}" if paragraph is not None else None,
        ]
        return ", ".join(str(part) for part in parts if part)
