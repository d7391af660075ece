"""The words of a web page's element, paragraph by paragraph, and the parts that are none."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

# Elements that stand on lines of their own, in pages and in trafilatura's own form.
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr item legend li list main nav ol p pre "
    "quote row section summary table tbody td tfoot th thead title tr ul".split()
)
CELLS = frozenset(["td", "th", "cell"])
BREAKS = frozenset(["br", "lb"])
# A break followed by nothing but another break ends a paragraph.
BREAK = "\ue001"
RE_BREAKS = re.compile(rf"{BREAK}(?:\s*{BREAK})+")


def element_paragraphs(element: Any) -> list[str]:
    """Split an element's words into paragraphs; single line breaks stay line ends.

    Example:
        >>> from lxml import html
        >>> element_paragraphs(html.fromstring("<div><p>One<br>two.</p><ul><li>Three</ul></div>"))
        ['One\\ntwo.', 'Three']
    """
    from lxml import etree

    paragraphs: list[str] = []
    pieces: list[str] = []

    def finish() -> None:
        for block in RE_BREAKS.split("".join(pieces)):
            lines = (" ".join(line.split()) for line in block.split(BREAK))
            if paragraph := "\n".join(line for line in lines if line):
                paragraphs.append(paragraph)
        pieces.clear()

    for event, part in etree.iterwalk(element, events=("start", "end")):
        tag = part.tag if isinstance(part.tag, str) else ""
        if event == "start":
            if tag in CELLS:
                pieces.append(" ")
            elif tag in BLOCKS:
                finish()
            elif tag in BREAKS:
                pieces.append(BREAK)
            if tag and part.text:
                pieces.append(part.text.replace(BREAK, ""))
        else:
            if tag in CELLS:
                pieces.append(" ")
            elif tag in BLOCKS:
                finish()
            if part is not element and part.tail:
                pieces.append(part.tail.replace(BREAK, ""))
    finish()
    return paragraphs


def drop_elements(tree: Any, rules: Mapping[str, Sequence[str]]) -> list[str]:
    """Take elements out of a page, keeping what follows them.

    Args:
        tree: the page.
        rules: `tags`: names of elements; `names`: patterns, one of which must match all of a word
            in the element's class or id; `keep`: patterns of such words that save it.

    Returns:
        What the page's body still says.
    """
    tags = frozenset(rules.get("tags", ()))
    names = re.compile("|".join(rules.get("names", ())) or r"(?!)", re.IGNORECASE)
    for element in list(tree.iter()):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in ("html", "head", "body", "main", "article"):
            continue
        words = f"{element.get('class') or ''} {element.get('id') or ''}".split()
        if tag in tags or any(names.fullmatch(word) for word in words[:40]):
            _drop(element)
    body = tree.find("body")
    return list(body.itertext()) if body is not None else []


def lead_paragraphs(tree: Any, rules: Mapping[str, Any]) -> list[str]:
    """Return the paragraph that leads into an article where a page sets it apart.

    Args:
        tree: the page.
        rules: `names`: patterns of class names; `shortest`: its characters at least; `most`: where
            there are more such elements, they lead to other pages and none is taken.
    """
    names = re.compile("|".join(rules["names"]), re.IGNORECASE)
    leads = []
    for element in tree.iter("div", "p", "section", "strong"):
        words = (element.get("class") or "").split()[:40]
        if not any(names.fullmatch(word) for word in words):
            continue
        paragraphs = element_paragraphs(element)
        length = sum(map(len, paragraphs))
        linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
        if length >= rules["shortest"] and linked < 0.3 * length:
            leads.append(paragraphs)
    return leads[0] if 0 < len(leads) <= rules["most"] and len(leads[0]) <= 3 else []


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = f"{parent.text or ''} {element.tail}"
        else:
            before.tail = f"{before.tail or ''} {element.tail}"
    parent.remove(element)
