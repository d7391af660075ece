"""Render a notebook's Markdown, with headings that the contents can point to."""

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nbformat import NotebookNode

RE_H = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
RE_TAG = re.compile(r"<[^>]+>")


class Heading(NamedTuple):
    """A heading: its level, its text without markup, and the id it has in the page."""

    level: int
    text: str
    anchor: str


def render_cells(notebook: "NotebookNode") -> list[Heading]:
    """Render every Markdown cell into `cell.metadata["html"]`, and list the headings.

    Each heading gets an id made of its words, and a number where the words repeat.
    """
    headings: list[Heading] = []

    def mark(found: re.Match[str]) -> str:
        text = unescape(RE_TAG.sub("", found[2])).strip()
        anchor = _anchor(text, {heading.anchor for heading in headings})
        headings.append(Heading(int(found[1]), text, anchor))
        return f'<h{found[1]} id="{anchor}">{found[2].strip()}</h{found[1]}>'

    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.metadata["html"] = RE_H.sub(mark, render_trusted(cell.source))
    return headings


def render_trusted(text: str) -> str:
    """Render Markdown that the notebook's author wrote; HTML in it stays HTML."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def render_untrusted(text: str) -> str:
    r"""Render Markdown that may hold words from documents: HTML is escaped, nothing is loaded.

    Example:
        >>> render_untrusted("**Two** <b>leaders</b> ![a map](http://x.org/map.png)")
        '<p><strong>Two</strong> &lt;b&gt;leaders&lt;/b&gt; ![a map](http://x.org/map.png)</p>\n'
    """
    from markdown_it import MarkdownIt

    renderer = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "link"])
    return renderer.render(text)


def _anchor(text: str, taken: set[str]) -> str:
    base = "-".join(re.findall(r"\w+", text.lower())) or "section"
    anchor, number = base, 2
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    return anchor
