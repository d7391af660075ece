"""Markdown with YAML front matter, as paragraphs of plain text."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summit_analysis.errors import LoadError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

RE_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$\r?\n?", re.DOTALL | re.MULTILINE
)
RE_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
CELL_GAP = " "


def split_front_matter(text: str, *, path: Path) -> tuple[dict[str, Any], str]:
    """Split a file into its front matter and its body.

    Returns:
        The front matter as a dict (empty when there is none) and the Markdown after it.

    Raises:
        LoadError: the front matter is not `name: value` YAML, or never ends.
    """
    if not text.lstrip("\ufeff").startswith("---"):
        return {}, text
    found = RE_FRONT_MATTER.match(text)
    if found is None:
        raise LoadError(
            f"{path}: the front matter opens with --- and is never closed. "
            "Put a line of --- after its last entry."
        )
    return _parse_yaml(found.group(1), path=path), text[found.end() :]


def markdown_paragraphs(text: str) -> tuple[list[str], str | None]:
    """Render Markdown as raw paragraphs of plain text.

    Emphasis, links and tags go, their text stays; list items and table rows are paragraphs;
    a wrapped line keeps its line end, for cleaning to join.

    Returns:
        The paragraphs, and the text of a top heading (`# …`) that opens the document, if any.

    Example:
        >>> markdown_paragraphs("# Talks\\n\\nThey *met*\\ntoday.\\n\\n- One [pact](http://x).")
        (['Talks', 'They met\\ntoday.', 'One pact.'], 'Talks')
    """
    tokens = _parser().parse(text)
    paragraphs: list[str] = []
    label = ""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open" and token.info:
            label = f"{token.info}{token.markup} "
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            paragraphs.append(CELL_GAP.join(cell for cell in row if cell))
            row = None
        elif token.type in ("code_block", "fence"):
            paragraphs.append(token.content)
        elif token.type == "inline":
            lines = list(_lines(token))
            if row is not None:
                row.append(" ".join(lines))
            else:
                lines[0] = label + lines[0]
                paragraphs += lines
                label = ""
    heading = len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return [text for text in paragraphs if text.strip()], paragraphs[0] if heading else None


def _lines(token: "Token") -> Iterator[str]:
    """Split an inline token at hard breaks, unless the sentence visibly goes on."""
    pieces = [""]
    for child in token.children or ():
        if child.type == "softbreak":
            pieces[-1] += "\n"
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and RE_LINE_BREAK_TAG.fullmatch(child.content)
        ):
            pieces.append("")
        elif child.type in ("text", "code_inline", "text_special", "image"):
            pieces[-1] += child.content
    whole = pieces[0]
    for piece in pieces[1:]:
        if piece.lstrip()[:1].islower():
            whole += "\n" + piece
        else:
            yield whole
            whole = piece
    yield whole


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Four spaces before a line are an indented paragraph in this genre, never program code.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")


def _parse_yaml(text: str, *, path: Path) -> dict[str, Any]:
    import yaml

    try:
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise LoadError(
            f"{path}: the front matter is not well-formed YAML ({reason}). "
            "Put values that hold a colon or a quotation mark in quotes."
        ) from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise LoadError(
            f"{path}: the front matter holds no `name: value` lines but {content!r:.60}."
        )
    return {str(name): value for name, value in content.items()}
