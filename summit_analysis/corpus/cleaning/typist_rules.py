"""Make of a file's characters what a careful typist would have typed from the page."""

import re
import unicodedata
from collections.abc import Sequence

import numpy as np

from summit_analysis.corpus.cleaning.broken_words import RE_BROKEN_WORD, RE_NEWLINE, closed_forms
from summit_analysis.corpus.cleaning.furniture import RE_BULLET, find_furniture
from summit_analysis.corpus.documents import Removal
from summit_analysis.errors import LoadError

RE_SOFT_HYPHEN_AT_END = re.compile(r"\u00ad[ \t]*\n[ \t]*")
# Characters that nobody sees: zero-width, soft hyphens, text direction, byte-order marks, controls.
RE_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
RE_ODD_SPACE = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
RE_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
RE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Whatever is not here may combine with its neighbours or has another form in NFC.
RE_NOT_SURELY_NFC = re.compile(r"[^\x00-\u02ff\u2002-\u20cf\ufeff]")
RE_SPACES = re.compile(r" {2,}")
RE_BLANK_LINE = re.compile(r"\n(?:[ \t]*\n)+")
RE_HYPHEN_AT_END = re.compile(r"(?<=[^\W_])-\n\s*(?=[^\W_])")
# "small-" at a line's end and "and medium-sized" on the next are two words.
AFTER_HANGING_HYPHEN = ("and", "or", "nor", "to")
# A text whose lines run longer than this is not wrapped: each line is a paragraph.
LONGEST_WRAPPED_LINE = 130
# A wrapped line shorter than this share of the longest ends its paragraph.
SHORT_LINE = 0.6


def clean(text: str) -> str:
    """Normalise one string as loading does: spaces, invisible characters, line ends, furniture.

    Args:
        text: text as it comes from a page or a file.

    Returns:
        The text in Unicode NFC with one kind of space, no zero-width characters or soft hyphens,
        words joined over line ends, paragraphs separated by a blank line. Quotation marks and
        dashes stay as printed.

    Raises:
        LoadError: it is not a string.

    Example:
        >>> clean("The Secretary-\\nGeneral\\u00a0met\\u200b them.\\n\\n\\n\\u2022  They agreed.")
        'The Secretary-General met them.\\n\\nThey agreed.'
    """
    if not isinstance(text, str):
        raise LoadError(f"clean() takes a string, not {type(text).__name__}; decode or join first.")
    return clean_paragraphs(split_paragraphs(text), closed=closed_forms([text]))[0]


def clean_paragraphs(
    paragraphs: Sequence[str],
    *,
    title: str | None = None,
    closed: frozenset[str] = frozenset(),
    publisher: str | None = None,
) -> tuple[str, list[Removal], str | None]:
    """Clean raw paragraphs and keep a record of what went.

    Args:
        paragraphs: raw paragraphs; a line end inside one is a wrapped line.
        title: the title if known, so that its repetitions can go.
        closed: words (lower case) to be joined without a hyphen when broken at a line's end, as
            `closed_forms` finds them.
        publisher: a file of `lexicons/publishers/`, for rules of furniture that are its own.

    Returns:
        The text, what was removed or repaired in the order of the paragraphs (counted as given),
        and the title found in the text, if none was given.
    """
    special = special_characters("\n".join(paragraphs))
    record = _invisible(paragraphs, special)
    lines = {}
    for number, raw in enumerate(paragraphs):
        joined = _join_lines(raw, number, closed, record, special)
        if line := _normalise(joined, special):
            lines[number] = line
    rules, found = find_furniture(list(lines.values()), title=title, publisher=publisher)
    cleaned = []
    for place, (number, line) in enumerate(lines.items()):
        if place in rules:
            record.append(Removal(rules[place], line, number))
            continue
        bullet = RE_BULLET.match(line)
        if bullet:
            record.append(Removal("bullet", bullet.group().strip(), number))
        cleaned.append(line[bullet.end() :] if bullet else line)
    record.sort(key=lambda removal: removal.paragraph)
    return "\n\n".join(cleaned), record, found


def split_paragraphs(text: str) -> list[str]:
    """Split plain text into raw paragraphs, whether its lines are wrapped or not."""
    if not text.isascii() or "\r" in text or "\x0b" in text or "\x0c" in text:
        text = RE_NEWLINE.sub("\n", text)
    longest = max((len(line) for line in text.split("\n")), default=0)
    paragraphs = []
    for block in RE_BLANK_LINE.split(text):
        lines = [line for line in block.split("\n") if line.strip()]
        start = 0
        for place in range(1, len(lines) + 1):
            if place == len(lines) or _breaks(lines[place - 1], lines[place], longest):
                paragraphs.append("\n".join(lines[start:place]))
                start = place
    return [paragraph for paragraph in paragraphs if paragraph.strip()]


def _breaks(line: str, following: str, longest: int) -> bool:
    """Say whether a paragraph ends with this line although no blank line follows."""
    if longest > LONGEST_WRAPPED_LINE or RE_BULLET.match(following):
        return True
    short = len(line.rstrip()) < SHORT_LINE * longest
    return short and line.rstrip()[-1:] in '.!?:;”"' and not following.lstrip()[:1].islower()


def special_characters(text: str) -> str:
    """Return the different characters of a text that are not printable ASCII or a line feed.

    Most texts have few of them, and most of cleaning is only about them.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        return ""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    codes = np.unique(codes[(codes > 126) | (codes < 32)])
    return "".join(chr(code) for code in codes.tolist() if code != 10)


def _join_lines(
    text: str, place: int, closed: frozenset[str], record: list[Removal], special: str
) -> str:
    if RE_NEWLINE.search(special):
        text = RE_NEWLINE.sub("\n", text)
    if "\n" not in text:
        return text
    if "\u00ad" in special:
        text = RE_SOFT_HYPHEN_AT_END.sub("", text)
    if "-\n" not in text:
        return text.replace("\n", " ")

    def join(found: re.Match[str]) -> str:
        left, right = found.groups()
        if right.lower() in AFTER_HANGING_HYPHEN:
            return f"{left}- {right}"
        name = right[0].isupper() and not left.isupper()  # "trans-" and "Atlantic"
        close = (left + right).lower() in closed and not name
        joined = left + right if close else f"{left}-{right}"
        record.append(Removal("line-end-hyphen", f"{left}- {right} → {joined}", place))
        return joined

    text = RE_BROKEN_WORD.sub(join, text)
    return RE_HYPHEN_AT_END.sub("-", text).replace("\n", " ")


def _normalise(text: str, special: str) -> str:
    """Normalise one line; `special` are the text's characters that something may be done about."""
    if special:
        if RE_INVISIBLE.search(special):
            text = RE_INVISIBLE.sub("", text)
        if RE_LIGATURE.search(special):
            text = RE_LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        if RE_SURROGATE.search(special):
            text = RE_SURROGATE.sub("\ufffd", text)
        if RE_NOT_SURELY_NFC.search(special):
            text = unicodedata.normalize("NFC", text)
        if RE_ODD_SPACE.search(special):
            text = RE_ODD_SPACE.sub(" ", text)
    return (RE_SPACES.sub(" ", text) if "  " in text else text).strip()


def _invisible(paragraphs: Sequence[str], special: str) -> list[Removal]:
    """Count what was repaired character by character, one row a kind."""
    repairs = []
    for rule, pattern in (("invisible-character", RE_INVISIBLE), ("odd-space", RE_ODD_SPACE)):
        repairs += [
            Removal(
                rule,
                f"U+{ord(character):04X} × {sum(text.count(character) for text in paragraphs)}",
                -1,
            )
            for character in pattern.findall(special)
        ]
    return repairs
