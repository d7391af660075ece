"""Words broken at a line's end: which are commoner without a hyphen in the texts themselves."""

import re
from collections import Counter
from collections.abc import Iterable

RE_NEWLINE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
RE_BROKEN_WORD = re.compile(r"(?<![^\W_])([^\W\d_]+(?:['’][^\W\d_]+)*)-\n\s*([^\W\d_]+)")
RE_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

Broken = set[tuple[str, str]]


def closed_forms(texts: Iterable[str]) -> frozenset[str]:
    """Find the words that, broken at a line's end, are commoner in these texts without a hyphen.

    A hyphen at a line's end is more often real than not ("Secretary-General"), so it stays unless
    the texts themselves write the word closed more often than hyphenated.

    Example:
        >>> sorted(closed_forms(["the govern-\\nment and the Secretary-\\nGeneral", "government"]))
        ['government']
    """
    texts = list(texts)
    broken = {pair for text in texts for pair in broken_words(text)}
    if not broken:
        return frozenset()
    pieces: Counter[str] = Counter()
    for text in texts:
        pieces.update(text.lower().split())
    return choose_closed(broken, count_words(pieces, wanted_words(broken)))


def broken_words(text: str) -> Broken:
    """Find the words of a text that are broken at a line's end: both halves, in lower case."""
    if "-\n" not in text and "-\r" not in text:
        return set()
    found = RE_BROKEN_WORD.findall(RE_NEWLINE.sub("\n", text))
    return {(left.lower(), right.lower()) for left, right in found}


def wanted_words(broken: Broken) -> frozenset[str]:
    """Write each broken word both ways, closed and with a hyphen."""
    return frozenset(left + right for left, right in broken) | frozenset(
        f"{left}-{right}" for left, right in broken
    )


def count_words(pieces: Counter[str], wanted: frozenset[str]) -> Counter[str]:
    """Count words, given how often each piece of text between white space occurs.

    A word holds no white space, so that the words of the different pieces are all there are.
    """
    counts: Counter[str] = Counter()
    for piece, count in pieces.items():
        for word in RE_WORD.findall(piece):
            if word in wanted:
                counts[word] += count
    return counts


def choose_closed(broken: Broken, counts: Counter[str]) -> frozenset[str]:
    """Choose the broken words that are commoner closed."""
    return frozenset(
        left + right for left, right in broken if counts[left + right] > counts[f"{left}-{right}"]
    )
