"""Plain text and Markdown, with YAML front matter."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.cleaning.typist_rules import split_paragraphs
from summit_analysis.corpus.reading.decoding import decode
from summit_analysis.corpus.reading.markdown import markdown_paragraphs, split_front_matter
from summit_analysis.corpus.reading.readers.registry import Reading

RE_LINE_END = re.compile(r"\r\n?")
# Plain text may open with front matter too, when it is plainly that.
RE_NAMED_VALUE = re.compile(
    r"\ufeff?---[ \t]*\r?\n[A-Za-z_][\w -]*:\s.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


def read_text(data: bytes, *, path: Path) -> Iterator[Reading]:
    """Read plain text, wrapped or not.

    Example:
        >>> [reading] = read_text(b"They met.", path=Path("a.txt"))
        >>> reading.paragraphs, reading.metadata
        (['They met.'], {'encoding': 'utf-8'})
    """
    text, encoding = _decode(data, path)
    metadata: dict[str, Any] = {}
    if RE_NAMED_VALUE.match(text):
        metadata, text = split_front_matter(text, path=path)
    yield Reading(split_paragraphs(text), {**metadata, "encoding": encoding})


def read_markdown(data: bytes, *, path: Path) -> Iterator[Reading]:
    """Read Markdown; a top heading that opens it is its title unless front matter gives one."""
    text, encoding = _decode(data, path)
    front_matter, text = split_front_matter(text, path=path)
    paragraphs, removed, heading = markdown_paragraphs(text)
    if heading and not any(name.strip().lower() == "title" for name in front_matter):
        front_matter["title"] = heading
    yield Reading(paragraphs, {**front_matter, "encoding": encoding}, removed)


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    text, encoding = decode(data, path=path)
    return (RE_LINE_END.sub("\n", text) if "\r" in text else text), encoding
