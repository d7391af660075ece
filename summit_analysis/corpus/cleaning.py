"""Make of a file's characters what a careful typist would have typed from the page."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from summit_analysis.corpus.documents import Removal
from summit_analysis.corpus.furniture import RE_BULLET, find_furniture
from summit_analysis.errors import LoadError

RE_NEWLINE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
RE_SOFT_HYPHEN_AT_END = re.compile(r"\u00ad[ \t]*\n[ \t]*")
# Characters that nobody sees: zero-width, soft hyphens, text direction, byte-order marks, controls.
RE_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
RE_ODD_SPACE = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
RE_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
RE_SURROGATE = re.compile(r"[\ud800-\udfff]")
RE_SPACES = re.compile(r" {2,}")
RE_BLANK_LINE = re.compile(r"\n(?:[ \t]*\n)+")
RE_BROKEN_WORD = re.compile(r"(?<![^\W_])([^\W\d_]+(?:['’][^\W\d_]+)*)-\n\s*([^\W\d_]+)")
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
    paragraphs: Sequence[str], *, title: str | None = None, closed: frozenset[str] = frozenset()
) -> tuple[str, list[Removal], str | None]:
    """Clean raw paragraphs and keep a record of what went.

    Args:
        paragraphs: raw paragraphs; a line end inside one is a wrapped line.
        title: the title if known, so that its repetitions can go.
        closed: words (lower case) to be joined without a hyphen when broken at a line's end, as
            `closed_forms` finds them.

    Returns:
        The text, what was removed or repaired in the order of the paragraphs (counted as given),
        and the title found in the text, if none was given.
    """
    record = _invisible(paragraphs)
    lines = {}
    for number, raw in enumerate(paragraphs):
        joined = _join_lines(RE_NEWLINE.sub("\n", raw), number, closed, record)
        if line := _normalise(joined):
            lines[number] = line
    rules, found = find_furniture(list(lines.values()), title=title)
    cleaned = []
    for place, (number, line) in enumerate(lines.items()):
        if place in rules:
            record.append(Removal(rules[place], line, number))
            continue
        bare = RE_BULLET.sub("", line)
        if bare != line:
            record.append(Removal("bullet", line[: len(line) - len(bare)].strip(), number))
        cleaned.append(bare)
    record.sort(key=lambda removal: removal.paragraph)
    return "\n\n".join(cleaned), record, found


def split_paragraphs(text: str) -> list[str]:
    """Split plain text into raw paragraphs, whether its lines are wrapped or not."""
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


def closed_forms(texts: Iterable[str]) -> frozenset[str]:
    """Find the words that, broken at a line's end, are commoner in these texts without a hyphen.

    A hyphen at a line's end is more often real than not ("Secretary-General"), so it stays unless
    the texts themselves write the word closed more often than hyphenated.
    """
    texts = list(texts)
    broken = {
        (left.lower(), right.lower())
        for text in texts
        if "-\n" in text or "-\r" in text
        for left, right in RE_BROKEN_WORD.findall(RE_NEWLINE.sub("\n", text))
    }
    if not broken:
        return frozenset()
    wanted = {left + right for left, right in broken} | {
        f"{left}-{right}" for left, right in broken
    }
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(
            word
            for word in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text.lower())
            if word in wanted
        )
    return frozenset(
        left + right for left, right in broken if counts[left + right] > counts[f"{left}-{right}"]
    )


def _join_lines(text: str, place: int, closed: frozenset[str], record: list[Removal]) -> str:
    if "\n" not in text:
        return text
    text = RE_SOFT_HYPHEN_AT_END.sub("", text)

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


def _normalise(text: str) -> str:
    text = RE_INVISIBLE.sub("", text)
    text = RE_LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    text = RE_SURROGATE.sub("\ufffd", text)
    text = unicodedata.normalize("NFC", text)
    return RE_SPACES.sub(" ", RE_ODD_SPACE.sub(" ", text)).strip()


def _invisible(paragraphs: Sequence[str]) -> list[Removal]:
    """Count what was repaired character by character, one row a kind."""
    whole = "\n".join(paragraphs)
    repairs = []
    for rule, pattern in (("invisible-character", RE_INVISIBLE), ("odd-space", RE_ODD_SPACE)):
        counts = Counter(pattern.findall(whole))
        repairs += [
            Removal(rule, f"U+{ord(character):04X} × {count}", -1)
            for character, count in sorted(counts.items())
        ]
    return repairs
