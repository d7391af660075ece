"""From the lines of a PDF's pages to paragraphs, without headers, footers and notes."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from summit_analysis.corpus.documents import Removal

RE_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—(\[]?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—)\]]?",
    re.IGNORECASE,
)
RE_NOTE_RULE = re.compile(r"[_—–‾¯-]{5,}")
RE_NOTE_START = re.compile(r"\d{1,3}\s|[*†‡§¹²³]")
# "73/6." or "(a)" before a paragraph whose further lines stand further in.
RE_LABEL = re.compile(r"\(?(?:\d[\d/.]*|[A-Za-z]|[ivx]+)[.)]\s")
RE_DIGITS = re.compile(r"\d+")
ENDS = '.!?:;,”"’)'
# So many lines at a page's top and foot may be furniture, if they come again on other pages.
EDGE_LINES = 4
# Of a page's height: where headers and footers can stand.
MARGIN = 0.12
# Of the pages: left and right pages may differ, and a first page often has none.
SHARE_OF_PAGES = 0.3
# Of a page's height: a footer's place.
LOW = 0.08
# A footer stands so many times the size of its letters below the text.
APART = 2.2
WIDER_GAP = 1.3
SMALLER = 0.93
SHORT = 0.9


class Line(NamedTuple):
    """A line on a page; positions and sizes in points, from the bottom left."""

    text: str
    left: float
    right: float
    base: float
    size: float
    marks: str = ""


class Page(NamedTuple):
    """A page's lines in reading order, with where its columns begin and end."""

    lines: list[Line]
    width: float
    height: float


def pdf_paragraphs(pages: Sequence[dict[str, Any]]) -> tuple[list[str], list[Removal]]:
    """Join lines into paragraphs, over the ends of pages too.

    Args:
        pages: for each page `width`, `height` and `lines`, as `pdf_child` prints them.

    Returns:
        Raw paragraphs (a line end inside one is a wrapped line), and what was taken out.

    Example:
        >>> def line(text, base):
        ...     return {"text": text, "left": 50, "right": 300, "base": base, "size": 10}
        >>> page = {"width": 350, "height": 500, "lines": [line("They", 400), line("met.", 388)]}
        >>> pdf_paragraphs([page])[0]
        ['They\\nmet.']
    """
    ordered = [_order(page) for page in pages]
    body = median([line.size for page in ordered for line in page.lines for _ in line.text] or [10])
    furniture = _furniture(ordered, body)
    removed: list[Removal] = []
    paragraphs: list[list[Line]] = []
    for number, page in enumerate(ordered):
        lines = []
        for line in page.lines:
            if (number, line) in furniture:
                removed.append(Removal("page-edge", line.text, len(paragraphs)))
            else:
                lines.append(line)
        kept = _without_notes(lines, body, page.height)
        removed += [Removal("note", line.text, len(paragraphs)) for line in lines[len(kept) :]]
        for line in kept:
            if line.marks:
                removed.append(Removal("note-mark", line.marks, len(paragraphs)))
        _join(kept, paragraphs, page.width)
    return ["\n".join(line.text.strip() for line in each) for each in paragraphs], removed


def _order(page: dict[str, Any]) -> Page:
    """Put a page's lines in reading order: from the top, column after column where there are two.

    A line that crosses the page's middle belongs to no column and divides what is above and below.
    """
    lines = [
        Line(
            str(line["text"]),
            float(line["left"]),
            float(line["right"]),
            float(line["base"]),
            max(float(line["size"]), 1.0),
            str(line.get("marks", "")),
        )
        for line in page["lines"]
        if str(line["text"]).strip()
    ]
    width = float(page["width"])
    height = float(page["height"])
    lines.sort(key=lambda line: (-line.base, line.left))
    lines = _merge_fragments(_attach_marks(lines))
    middle = width / 2
    crossing = [line for line in lines if line.left < middle - 5 and line.right > middle + 5]
    sides = [line for line in lines if line.left >= middle - 5 or line.right <= middle + 5]
    across = sum(len(line.text) for line in crossing)
    right = [line for line in sides if line.left >= middle - 5]
    if across > sum(len(line.text) for line in sides) or len(right) < 5:
        return Page(lines, width, height)
    ordered: list[Line] = []
    band: list[Line] = []
    for line in [*lines, None]:
        if line is None or line in crossing:
            ordered += [each for each in band if each.left < middle - 5]
            ordered += [each for each in band if each.left >= middle - 5]
            band = []
            ordered += [line] if line else []
        else:
            band.append(line)
    return Page(ordered, width, height)


def _attach_marks(lines: list[Line]) -> list[Line]:
    """Give the number of a note that the file has as a line of its own to the line it stands at."""
    rest: list[Line] = []
    marks: list[Line] = []
    for line in lines:
        (marks if line.text.strip().isdigit() else rest).append(line)
    for mark in marks:
        for place, line in enumerate(rest):
            raised = 0.15 * line.size < mark.base - line.base < 0.7 * line.size
            beside = line.left < mark.left < line.right + line.size
            if raised and beside and mark.size < 0.8 * line.size:
                rest[place] = line._replace(marks=line.marks + mark.text.strip())
                break
        else:
            rest.append(mark)
    rest.sort(key=lambda line: (-line.base, line.left))
    return rest


def _merge_fragments(lines: list[Line]) -> list[Line]:
    """Join pieces of one line that the file has apart, when they nearly touch."""
    merged: list[Line] = []
    for line in lines:
        last = merged[-1] if merged else None
        if (
            last
            and abs(last.base - line.base) < 0.35 * min(last.size, line.size)
            and -0.5 * line.size < line.left - last.right < 1.5 * line.size
        ):
            gap = " " if line.left - last.right > 0.1 * line.size else ""
            merged[-1] = last._replace(
                text=last.text + gap + line.text,
                right=line.right,
                size=max(last.size, line.size),
                marks=last.marks + line.marks,
            )
        else:
            merged.append(line)
    return merged


def _furniture(pages: Sequence[Page], body: float) -> set[tuple[int, Line]]:
    """Find headers, footers and page numbers: lines at the edge that come again, but for digits."""
    edges: dict[tuple[str, str], set[int]] = {}
    places: list[tuple[int, Line, tuple[str, str]]] = []
    for number, page in enumerate(pages):
        by_height = sorted(page.lines, key=lambda line: -line.base)
        for edge, lines in (("top", by_height[:EDGE_LINES]), ("foot", by_height[-EDGE_LINES:])):
            for line in lines:
                inside = MARGIN * page.height < line.base < (1 - MARGIN) * page.height
                if inside or RE_NOTE_RULE.fullmatch(line.text.strip()):
                    continue
                key = (edge, _plain(line.text))
                edges.setdefault(key, set()).add(number)
                places.append((number, line, key))
    enough = max(2, SHARE_OF_PAGES * len(pages))
    found = _footers(pages)
    for number, line, key in places:
        page = pages[number]
        high = line.base > page.height / 2
        alone = RE_PAGE_NUMBER.fullmatch(line.text.strip())
        # A header in small print, of a document so short that it comes only once.
        small = high and number > 0 and line.size < SMALLER * body
        if alone or small or (len(edges[key]) >= enough and len(key[1]) > 0):
            found.add((number, line))
    return found


def _plain(text: str) -> str:
    """Write a line so that it is the same on all pages: without numbers, and words with digits."""
    words = [word for word in text.split() if not RE_DIGITS.search(word)]
    return " ".join(words).casefold() or RE_DIGITS.sub("#", "".join(text.split()))


def _footers(pages: Sequence[Page]) -> set[tuple[int, Line]]:
    """Find the one or two short lines at a page's very foot, well apart from what is above."""
    found = set()
    for number, page in enumerate(pages):
        by_height = sorted(page.lines, key=lambda line: line.base)
        low = [line for line in by_height[:3] if line.base < LOW * page.height]
        above = by_height[len(low) : len(low) + 1]
        apart = (
            all(line.base - low[-1].base > APART * line.size for line in above) if low else False
        )
        if apart and above and all(line.right - line.left < page.width / 3 for line in low):
            found |= {(number, line) for line in low}
    return found


def _without_notes(lines: list[Line], body: float, height: float) -> list[Line]:
    """Leave out the notes at a page's foot: below a rule, or small print beginning with a mark."""
    for place, line in enumerate(lines):
        if RE_NOTE_RULE.fullmatch(line.text.strip()) and line.base < 0.7 * height:
            return lines[:place]
    start = len(lines)
    while start and lines[start - 1].size < SMALLER * body and lines[start - 1].base < height / 2:
        start -= 1
    if start < len(lines) and start > 0:
        first = lines[start]
        if first.marks or RE_NOTE_START.match(first.text.strip()):
            return lines[:start]
    return lines


def _join(lines: Sequence[Line], paragraphs: list[list[Line]], width: float) -> None:
    """Add a page's lines to the paragraphs so far, beginning a new one where one begins."""
    gaps = [
        above.base - below.base
        for above, below in pairwise(lines)
        if 0 < above.base - below.base < 3 * below.size and abs(above.size - below.size) < 1
    ]
    leading = median(gaps) if gaps else 1.2 * (lines[0].size if lines else 10)
    rights = sorted(line.right for line in lines)
    for place, line in enumerate(lines):
        column = [
            each.right for each in lines if each.left <= line.right and each.right >= line.left
        ]
        edge = max(column, default=rights[-1] if rights else width)
        if not paragraphs or _begins(paragraphs[-1], line, leading, edge, first_on_page=place == 0):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)


def _begins(
    paragraph: Sequence[Line], line: Line, leading: float, edge: float, *, first_on_page: bool
) -> bool:
    """Say whether a line begins a paragraph, given the lines of the one before it."""
    last = paragraph[-1]
    text = last.text.rstrip()
    if abs(last.size - line.size) > 0.12 * line.size:
        return True
    indented = line.left > last.left + 0.8 * line.size
    if first_on_page or line.base > last.base:  # a new page or column
        if text.endswith("-") or line.text.lstrip()[:1].islower():
            return False
        usual = min(each.left for each in paragraph[1:] or paragraph)
        if first_on_page and line.left > usual + 0.8 * line.size:
            return True
        return text[-1:] in ".!?:;”"
    goes_on = text[-1:] not in ENDS and line.text.lstrip()[:1].islower()
    if last.base - line.base > (2.5 if goes_on else WIDER_GAP) * leading:
        return True
    short = last.right - last.left < SHORT * (edge - min(last.left, line.left))
    if indented and not (len(paragraph) == 1 and RE_LABEL.match(text)):
        return text[-1:] in ENDS or short
    if len(paragraph) > 1 and line.left < paragraph[1].left - 0.8 * line.size:
        return True
    return short and text[-1:] in ".!?:;”" and not line.text.lstrip()[:1].islower()
