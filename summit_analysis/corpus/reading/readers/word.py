"""Word documents: the text as it stands, without deleted passages, headers and footers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.documents import Removal
from summit_analysis.corpus.reading.readers.office_zip import open_office_file, part_of
from summit_analysis.corpus.reading.readers.registry import Reading, need
from summit_analysis.errors import LoadError

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
CORE = "docProps/core.xml"
CORE_NAMES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}language": "language",
}
# What another program reads instead of the same thing said better: text would come twice.
TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNSEEN = {"del", "moveFrom", "instrText", "fldSimpleInstr", "delText", "rPr", "pPr", "sectPr"}
SPACES = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read_docx(data: bytes, *, path: Path) -> Iterator[Reading]:
    """Read a .docx file: paragraphs, lists, tables (a row a paragraph) and notes.

    Tracked deletions are left out (and told of in `removed`), insertions stay. Foot- and endnotes
    come last.

    Raises:
        LoadError: it is no .docx file, or its XML is broken or hostile.
    """
    need("defusedxml", path=path)
    container = open_office_file(data, path=path)
    main = part_of(container, "word/document.xml", path=path)
    if main is None:
        raise LoadError(
            f"{path}: is a zipped file but no Word document. Save it again as .docx from Word or "
            "LibreOffice."
        )
    paragraphs: list[str] = []
    removed: list[Removal] = []
    _collect(_parse(main, path), paragraphs, removed)
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        if content := part_of(container, notes, path=path):
            _collect(_parse(content, path), paragraphs, removed)
    if not paragraphs:
        raise LoadError(
            f"{path}: holds no text, perhaps pictures of pages. Save its text as a .txt file."
        )
    yield Reading(paragraphs, _core(part_of(container, CORE, path=path), path), removed)


def _parse(content: bytes, path: Path) -> Any:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise LoadError(
            f"{path}: its XML defines things of its own, as hostile files do, and is not read."
        ) from error
    except (ParseError, ValueError, LookupError, UnicodeError) as error:
        raise LoadError(f"{path}: its XML is broken ({error}). Save it again from Word.") from error


def _collect(tree: Any, paragraphs: list[str], removed: list[Removal]) -> None:
    """Go through an XML tree in order; without recursion, for trees may be deep."""
    pieces: list[list[str]] = []
    rows: list[list[str]] = []
    stack: list[tuple[Any, bool]] = [(tree, False)]

    def say(text: str) -> None:
        text = text.strip(" ")
        if rows:
            rows[-1].append(text)
        elif text.strip():
            paragraphs.append(text)

    while stack:
        element, done = stack.pop()
        tag = _name(element.tag)
        if done:
            if tag == "p" and pieces:
                say("".join(pieces.pop()))
            elif tag == "tr" and rows:
                row = rows.pop()
                say(" ".join(" ".join(cell.split()) for cell in row if cell))
            continue
        if tag in UNSEEN or element.tag == TWICE:
            if tag == "del" and (gone := _deleted(element)):
                removed.append(Removal("tracked-deletion", gone, len(paragraphs)))
            continue
        if tag == "p":
            pieces.append([])
        elif tag == "tr":
            rows.append([])
        elif tag == "t" and pieces:
            pieces[-1].append(element.text or "")
        elif tag in SPACES and pieces and not _is_setting(element):
            pieces[-1].append(SPACES[tag])
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _is_setting(element: Any) -> bool:
    """Say whether this is a tab stop in a paragraph's settings: those have a position."""
    return any(key.endswith("}pos") for key in element.attrib)


def _deleted(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter() if _name(part.tag) == "delText")


def _core(content: bytes | None, path: Path) -> dict[str, Any]:
    """Read the title that the author gave; dates there are the file's, not the text's."""
    if not content:
        return {}
    try:
        tree = _parse(content, path)
    except LoadError:
        return {}
    return {
        CORE_NAMES[part.tag]: part.text.strip()
        for part in tree
        if part.tag in CORE_NAMES and part.text and part.text.strip()
    }


def _name(tag: Any) -> str:
    for space in (MAIN, STRICT):
        if isinstance(tag, str) and tag.startswith(space):
            return tag[len(space) :]
    return ""
