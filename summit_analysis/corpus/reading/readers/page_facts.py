"""What a web page says of itself: title, date, publisher, address, language."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from summit_analysis.lexicons import read_lexicon

LONGEST_FACT = 500
RE_SCRIPT_TYPE = "application/ld+json"
LONGEST_JSON = 200_000


def page_facts(tree: Any) -> dict[str, Any]:
    """Read a page's own metadata, by the places that `lexicons/web_pages.yaml` names.

    Args:
        tree: the page, as lxml parses it.

    Returns:
        `title`, `date` (as the page writes it), `issuer` (its site's name), `source_url` and
        `language`, those that there are.

    Example:
        >>> from lxml import html
        >>> page = html.document_fromstring("<html lang=en><title>Talks</title><p>We met.")
        >>> page_facts(page)
        {'title': 'Talks', 'language': 'en'}
    """
    facts: dict[str, Any] = {}
    linked = list(_linked_data(tree))
    for name, places in _places().items():
        value = first_found(tree, places["page"])
        if value is None:
            value = _first_linked(linked, places.get("linked", ()))
        if value:
            facts[name] = value
    if "title" in facts:
        facts["title"] = _without_site_name(facts["title"], facts.get("issuer", ""))
    if "language" in facts:
        facts["language"] = facts["language"].replace("_", "-").split("-")[0].lower()
    if not re.match(r"https?://", facts.get("source_url", "")):
        facts.pop("source_url", None)
    return facts


def first_found(tree: Any, places: list[str]) -> str | None:
    """Return the first text that a list of XPath expressions finds."""
    from lxml import etree

    for place in places:
        try:
            found = tree.xpath(place)
        except etree.XPathError:
            continue
        for item in found if isinstance(found, list) else [found]:
            text = str(item) if isinstance(item, str) else " ".join(item.itertext())
            if text := " ".join(text.split())[:LONGEST_FACT]:
                return text
    return None


def _without_site_name(title: str, site: str) -> str:
    """Take the site's name off a title: "Talks | Ministry", "Talks - The White House"."""
    for mark in (" | ", " - ", " – ", " — ", " · "):
        start, found, end = title.rpartition(mark)
        if found and site and end.casefold() == site.casefold() and start.strip():
            return start.strip()
    return title


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != RE_SCRIPT_TYPE:
            continue
        text = (script.text or "")[:LONGEST_JSON]
        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            continue
        items = content if isinstance(content, list) else [content]
        for item in items:
            graph = item.get("@graph") if isinstance(item, dict) else None
            for part in graph if isinstance(graph, list) else [item]:
                if isinstance(part, dict):
                    yield part


def _first_linked(linked: list[dict[str, Any]], names: list[str]) -> str | None:
    for name in names:
        for part in linked:
            value: Any = part
            for step in name.split("."):
                value = value.get(step) if isinstance(value, dict) else None
            if isinstance(value, str) and value.strip():
                return " ".join(value.split())[:LONGEST_FACT]
    return None


@cache
def _places() -> dict[str, Any]:
    return dict(read_lexicon("web_pages")["facts"])
