"""Web pages: the main text, with title, date and publisher as the page itself gives them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from summit_analysis.corpus.documents import Removal
from summit_analysis.corpus.reading.decoding import decode
from summit_analysis.corpus.reading.publishers import Layout, find_layout
from summit_analysis.corpus.reading.readers.page_facts import page_facts
from summit_analysis.corpus.reading.readers.page_text import (
    drop_elements,
    element_paragraphs,
    lead_paragraphs,
)
from summit_analysis.corpus.reading.readers.registry import Reading, need
from summit_analysis.errors import LoadError
from summit_analysis.lexicons import read_lexicon

MOST_BYTES = 20_000_000
RE_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
RE_WORD = re.compile(r"\w+")
RE_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_page(data: bytes, *, path: Path) -> Iterator[Reading]:
    """Read a web page as saved.

    A page of a publisher that `lexicons/publishers/` knows is read by the places named there;
    of any other, trafilatura finds the main text once `lexicons/web_pages.yaml` has taken out
    captions, share buttons and the like.

    Raises:
        LoadError: the page is too large, no text, or holds no main text; or trafilatura is
            missing.
    """
    need("trafilatura", path=path)
    if len(data) > MOST_BYTES:
        raise LoadError(
            f"{path}: is a web page of {len(data) / 1e6:,.0f} MB; pages up to "
            f"{MOST_BYTES / 1e6:.0f} MB are read. Save its text as a .txt file."
        )
    text, encoding = _decode(data, path)
    tree = _parse(text, path)
    metadata = page_facts(tree)
    layout = find_layout(None, metadata.get("source_url"), path.as_posix())
    if layout:
        metadata |= layout.facts(tree)
    words = len(RE_WORD.findall(" ".join(drop_elements(tree, _rules()["never_text"]))))
    drop_elements(tree, _rules()["drop"])
    leads = [] if layout else lead_paragraphs(tree, _rules()["lead"])
    paragraphs = _main_text(tree, layout)
    said = " ".join(" ".join(paragraphs).split())
    paragraphs = [lead for lead in leads if " ".join(lead.split()) not in said] + paragraphs
    if not any(paragraph.strip() for paragraph in paragraphs):
        raise LoadError(
            f"{path}: no main text was found in this web page. If a program in the page fetches "
            "its text, save the text itself as a .txt file."
        )
    around = words - len(RE_WORD.findall(" ".join(paragraphs)))
    removed = [Removal("page-around-text", f"{around} words", -1)] if around > 0 else []
    metadata["encoding"] = encoding
    yield Reading(paragraphs, metadata, removed, publisher=layout.name if layout else None)


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    """Decode as text is, unless the page names another encoding that fits."""
    found = RE_CHARSET.search(data[:4096])
    named = found[1].decode("ascii") if found else ""
    if named and named.lower() not in ("utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252"):
        try:
            return data.decode(named), named.lower()
        except (LookupError, UnicodeError):
            pass
    return decode(data, path=path)


def _parse(text: str, path: Path) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    clean = RE_CONTROL.sub(" ", text).encode()
    try:
        tree = html.document_fromstring(clean, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise LoadError(f"{path}: is no web page that can be read ({error}).") from error
    return tree


def _main_text(tree: Any, layout: Layout | None) -> list[str]:
    if layout and (main := layout.main(tree)) is not None:
        return element_paragraphs(main)
    from trafilatura import bare_extraction

    for options in ({}, {"favor_recall": True}):
        found = bare_extraction(
            tree, include_comments=False, include_tables=True, with_metadata=False, **options
        )
        body = getattr(found, "body", None)
        if body is not None and (paragraphs := element_paragraphs(body)):
            return paragraphs
    body = tree.find("body")
    return element_paragraphs(body) if body is not None else []


@cache
def _rules() -> dict[str, Any]:
    return read_lexicon("web_pages")
