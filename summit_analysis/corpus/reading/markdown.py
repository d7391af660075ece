"""Markdown with YAML front matter, as paragraphs of plain text."""

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summit_analysis.corpus.documents import Removal
from summit_analysis.errors import LoadError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# As pandoc has it: a blank line after the opening --- makes it a rule across the page.
RE_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n(?![ \t]*\r?\n)")
RE_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)
RE_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
RE_HIDDEN_BLOCK = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
RE_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Plain Markdown would take a note for the target of a link, and drop it.
RE_FOOTNOTE = re.compile(r"^([ \t]*)\[(?=\^[^\]\n]+\]:)", re.MULTILINE)
RE_BULLET_IN_LINE = re.compile(r"[•‣▪◦●○■□]\s")
# Stands for a star that nothing has escaped while it is not known whether it is a stray mark.
STAR = "\ue000"
RE_STARS = re.compile(f"{STAR}{{2,}}")
RE_LONE_STAR = re.compile(rf"(?<!\S){STAR}(?!\S)")
CELL_GAP = " "


def split_front_matter(text: str, *, path: Path) -> tuple[dict[str, Any], str]:
    """Split a file into its front matter and its body.

    Returns:
        The front matter as a dict (empty when there is none) and the Markdown after it.

    Raises:
        LoadError: the front matter is not `name: value` YAML, or never ends.
    """
    if not RE_OPENING.match(text):
        return {}, text
    found = RE_FRONT_MATTER.match(text)
    if found is None:
        raise LoadError(
            f"{path}: the front matter opens with --- and is never closed. "
            "Put a line of --- after its last entry."
        )
    return _parse_yaml(found.group(1), path=path), text[found.end() :]


def markdown_paragraphs(text: str) -> tuple[list[str], list[Removal], str | None]:
    """Render Markdown as raw paragraphs of plain text.

    Emphasis, links and tags go, their text stays; list items (with their bullets, for cleaning to
    take off) and table rows are paragraphs; a wrapped line keeps its line end, for cleaning to
    join.

    Returns:
        The paragraphs, what was left behind (link targets, tags, stray emphasis marks), and the
        text of a top heading (`# …`) that opens the document, if any.

    Example:
        >>> paragraphs, removed, heading = markdown_paragraphs("# Talks\\n\\n- One [pact](a.html).")
        >>> paragraphs, removed[0].text, heading
        (['Talks', '- One pact.'], 'a.html', 'Talks')
    """
    tokens = _parser().parse(RE_FOOTNOTE.sub(r"\1\\[", text))
    paragraphs: list[str] = []
    removed: list[Removal] = []
    label = ""
    row: list[str] | None = None
    for token in tokens:
        lines: list[str] = []
        if token.type == "list_item_open":
            label = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "list_item_close":
            label = ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            lines, row = [CELL_GAP.join(cell for cell in row if cell)], None
        elif token.type in ("code_block", "fence"):
            lines = [token.content]
        elif token.type == "html_block":
            lines = _text_of_html(token.content, removed, len(paragraphs))
        elif token.type == "inline":
            lines = list(_lines(token, removed, len(paragraphs)))
            if row is not None:
                row.append(" ".join(lines))
                continue
            lines[0] = label + lines[0] if lines[0].strip() else ""
            label = ""
        paragraphs += [line for line in lines if line.strip()]
    heading = len(tokens) > 1 and tokens[0].tag == "h1" and bool(tokens[1].content.strip())
    return paragraphs, removed, paragraphs[0] if heading and paragraphs else None


def _lines(token: "Token", removed: list[Removal], place: int) -> Iterator[str]:
    """Split an inline token at hard breaks, unless the sentence visibly goes on."""
    pieces = [""]
    children = token.children or []
    for number, child in enumerate(children):
        if child.type == "softbreak":
            following = children[number + 1].content if number + 1 < len(children) else ""
            if RE_BULLET_IN_LINE.match(following):
                pieces.append("")
            else:
                pieces[-1] += "\n"
        elif child.type == "hardbreak":
            pieces.append("")
        elif child.type == "html_inline":
            if RE_LINE_BREAK_TAG.fullmatch(child.content):
                pieces.append("")
            else:
                removed.append(Removal("tag", child.content, place))
        elif child.type == "text":
            pieces[-1] += child.content.replace("*", STAR)
        elif child.type in ("code_inline", "text_special", "image"):
            pieces[-1] += child.content
        target = child.attrGet("href") or child.attrGet("src")
        if target:
            removed.append(Removal("link-target", str(target), place))
    whole = pieces[0]
    for piece in pieces[1:]:
        if piece.lstrip()[:1].islower():
            whole += "\n" + piece
        else:
            yield _without_stray_stars(whole, removed, place)
            whole = piece
    yield _without_stray_stars(whole, removed, place)


def _without_stray_stars(text: str, removed: list[Removal], place: int) -> str:
    """Take off emphasis marks that Markdown does not read as such: "**Heading **", "*Note *".

    Runs of stars go; single ones go in pairs, unless all stand alone between spaces.
    """
    if STAR not in text:
        return text
    bare = RE_STARS.sub("", text)
    singles = bare.count(STAR)
    if singles % 2 == 0 and singles > len(RE_LONE_STAR.findall(bare)):
        bare = bare.replace(STAR, "")
    gone = text.count(STAR) - bare.count(STAR)
    if gone:
        removed.append(Removal("emphasis-mark", "*" * gone, place))
    return bare.replace(STAR, "*")


def _text_of_html(block: str, removed: list[Removal], place: int) -> list[str]:
    """Keep the words of a block of HTML, without its tags, comments, scripts and styles."""

    def drop(found: re.Match[str]) -> str:
        removed.append(Removal("tag", " ".join(found.group().split()), place))
        return "\n\n"

    bare = RE_TAG.sub(drop, RE_HIDDEN_BLOCK.sub(drop, block))
    return [html.unescape(piece.strip()) for piece in re.split(r"\n\s*\n", bare)]


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Four spaces before a line are an indented paragraph in this genre, never program code.
    # Without text_join an escaped star can be told from a stray one.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.disable(["code", "text_join"])


def _parse_yaml(text: str, *, path: Path) -> dict[str, Any]:
    import yaml

    try:
        # An alias stands for as much as one likes, and aliases of aliases for more than there is.
        if "*" in text and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            raise LoadError(
                f"{path}: the front matter uses YAML's aliases (*name), which are not followed. "
                "Write the value out, or put it in quotes if the * is meant."
            )
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise LoadError(
            f"{path}: the front matter is not well-formed YAML ({reason}). Mend that entry; "
            "a value that holds a colon or a quotation mark goes in quotes."
        ) from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise LoadError(
            f"{path}: the front matter holds no `name: value` lines but {content!r:.60}. "
            "Write one entry a line, or take the --- lines away."
        )
    return {str(name): value for name, value in content.items()}
