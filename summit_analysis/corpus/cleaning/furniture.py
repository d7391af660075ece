"""Find page furniture and repeated titles: whole lines, near the place a rule names."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from summit_analysis.lexicons import read_lexicon

RE_BULLET = re.compile(r"^(?:\s*[•‣▪◦●○■□·*–—-]\s+)+(?=\S)")
RE_SENTENCE_END = re.compile(r"[.!?:;,]['\"”’)\]]*$")
LONGEST_TITLE = 250


def find_furniture(
    paragraphs: Sequence[str], *, title: str | None = None, publisher: str | None = None
) -> tuple[dict[int, str], str | None]:
    """Find what the rules of `lexicons/furniture.yaml` name, and lines that repeat the title.

    Args:
        paragraphs: the paragraphs that hold text, in order.
        title: the title if it is known: a paragraph that only repeats it goes. Otherwise the first
            paragraph that is not furniture and looks like a heading is taken for the title, and
            goes only where a page prints it more than once.
        publisher: a file of `lexicons/publishers/`, whose rules count too.

    Returns:
        The rule for each paragraph (by its place) that is to go, and the title that was found in
        the text (`None` when `title` was given or nothing looks like one). If every paragraph
        would go, none goes: a rule may never empty a document.

    Example:
        >>> find_furniture(["Skip to Content", "Talks", "\u2022 Talks", "They met."])
        ({0: 'skip-link', 1: 'title', 2: 'title'}, 'Talks')
    """
    reach = _rules(publisher)["reach"]
    edges = {*range(min(reach, len(paragraphs))), *range(len(paragraphs))[-reach:]}
    rule_of = {
        place: rule
        for place in sorted(edges)
        if (rule := _rule(place, paragraphs[place], len(paragraphs), publisher))
    }
    found = None if title else _heading(paragraphs, rule_of)
    wanted = _plain(title or found or "")
    near = enumerate(paragraphs[: _rules(publisher)["title_within"]])
    same = [
        place for place, text in near if place not in rule_of and wanted and _plain(text) == wanted
    ]
    if title or len(same) > 1:
        rule_of.update(dict.fromkeys(same, "title"))
    if len(rule_of) == len(paragraphs):
        return {}, found
    return rule_of, found


def _rule(place: int, text: str, total: int, publisher: str | None) -> str | None:
    plain = text.strip()
    if len(plain) > _rules(publisher)["longest"]:
        return None
    bare = _plain(text)
    for rule in _rules(publisher)["rules"]:
        near = place if rule["where"] == "start" else total - 1 - place
        if near >= rule["within"] or len(plain) > rule["longest"]:
            continue
        if bare in rule["text"] or (rule["pattern"] and rule["pattern"].fullmatch(plain)):
            return str(rule["id"])
    return None


def _heading(paragraphs: Sequence[str], rule_of: dict[int, str]) -> str | None:
    """Find the title: the first line that is not furniture, when it is no sentence."""
    rest = [place for place in range(len(paragraphs)) if place not in rule_of]
    if len(rest) < 2:
        return None
    first = RE_BULLET.sub("", paragraphs[rest[0]]).strip()
    if len(first) > LONGEST_TITLE or RE_SENTENCE_END.search(first):
        return None
    return first


def _plain(text: str) -> str:
    return " ".join(RE_BULLET.sub("", text).split()).casefold()


@cache
def _rules(publisher: str | None = None) -> dict[str, Any]:
    data = read_lexicon("furniture")
    own = read_lexicon(f"publishers/{publisher}").get("furniture", ()) if publisher else ()
    rules = [
        {
            **rule,
            "text": frozenset(_plain(line) for line in rule.get("text", ())),
            "pattern": re.compile(rule["pattern"]) if "pattern" in rule else None,
        }
        for rule in [*data["rules"], *own]
    ]
    return {
        "rules": rules,
        "title_within": int(data["title_within"]),
        # No rule is about a line further from its end of the text, or a longer one.
        "reach": max(rule["within"] for rule in rules),
        "longest": max(rule["longest"] for rule in rules),
    }
