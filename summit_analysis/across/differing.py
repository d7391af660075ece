"""The difference of two wordings, word by word."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summit_analysis.corpus.tokenising.tokens import fold, token_spans
from summit_analysis.lexicons import stop_words
from summit_analysis.terms.stems import stem

Kind = Literal["same", "removed", "added", "changed"]
RE_MARKS = re.compile(r"\S*")
RE_MARKS_AT_END = re.compile(r"\S*$")
# Function words that happen to agree between two changes do not make them two.
LONGEST_ISLAND = 2
# Content words by which one side of a change is so much longer that it is no replacement.
MUCH_MORE = 3

# Whether it agrees, and its first word and the one after its last in either wording.
Block = tuple[bool, int, int, int, int]


class Piece(NamedTuple):
    """A stretch of two wordings.

    Attributes:
        kind: `same`, `removed`, `added`, or `changed` (removed and added at one place).
        before: its text in the earlier wording, from its first word to its last.
        after: its text in the later wording.
        shown: the same with the punctuation around it, as a reader sees it: the later wording, or
            what was removed; of a change the later wording.
        struck: of a change, the earlier wording with its punctuation.
    """

    kind: Kind
    before: str
    after: str
    shown: str
    struck: str = ""


@dataclass(frozen=True)
class Printed:
    """A text cut into words, with what stands between them."""

    text: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]

    def slice(self, first: int, last: int) -> str:
        """Return the text from one word to before another, as printed."""
        if first >= last:
            return ""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def whole(self, first: int, last: int) -> str:
        """Return the same with the punctuation that touches its first and its last word."""
        if first >= last:
            return ""
        before = self.spans[first - 1][1] if first else 0
        after = self.spans[last][0] if last < len(self.spans) else len(self.text)
        gap = self.text[before : self.spans[first][0]]
        # Marks between two words belong to the first of them up to the white space.
        lead = RE_MARKS_AT_END.search(gap)
        tail = RE_MARKS.match(self.text[self.spans[last - 1][1] : after])
        opens = lead.group() if lead and (not first or " " in gap) else ""
        return opens + self.slice(first, last) + (tail.group() if tail else "")


def differences(before: str, after: str) -> list[Piece]:
    """Align two wordings word by word, so that as many words as possible agree.

    Words are aligned by their stems: `encourage` answers to `encouraged`, as a change of one word.
    Case and punctuation are no difference. A lone function word that agrees between two changes is
    taken into them, so that a change reads as one.

    Args:
        before: the earlier wording.
        after: the later one.

    Returns:
        The pieces in order. Words removed and added at one place are one piece, `changed`, unless
        one side says much more than the other: then they are two.

    Example:
        >>> [piece[:3] for piece in differences("peace and stability", "lasting peace, stability")]
        [('added', '', 'lasting'), ('same', 'peace', 'peace'), ('removed', 'and', ''),
         ('same', 'stability', 'stability')]
    """
    from rapidfuzz.distance import Indel

    old, new = printed(before), printed(after)
    stems = [[stem(word) for word in wording.words] for wording in (old, new)]
    blocks: list[Block] = []
    for code in Indel.opcodes(*stems):
        block = (code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        blocks += _by_form(block, old, new) if block[0] else [block]
    joined = _joined(_without_islands(blocks, old.words))
    return [piece for block in joined for piece in _pieces(block, old, new)]


def printed(text: str) -> Printed:
    """Cut a text into words that remember where they stand."""
    spans = tuple(token_spans(text))
    mixed_case = not text.isupper()
    words = tuple(fold(text[start:end], mixed_case=mixed_case) for start, end in spans)
    return Printed(text, spans, words)


def _by_form(block: Block, old: Printed, new: Printed) -> list[Block]:
    """Cut agreement by stem into words that agree in full and words that do not."""
    _, a0, a1, b0, _ = block
    return [
        (old.words[a0 + n] == new.words[b0 + n], a0 + n, a0 + n + 1, b0 + n, b0 + n + 1)
        for n in range(a1 - a0)
    ]


def _joined(blocks: list[Block]) -> list[Block]:
    """Join neighbouring blocks that say the same."""
    joined: list[Block] = []
    for same, a0, a1, b0, b1 in blocks:
        if joined and joined[-1][0] == same:
            joined[-1] = (same, joined[-1][1], a1, joined[-1][3], b1)
        else:
            joined.append((same, a0, a1, b0, b1))
    return joined


def _without_islands(blocks: list[Block], words: tuple[str, ...]) -> list[Block]:
    """Take function words that agree between two changes into one change."""
    stopped = stop_words("english")
    blocks = _joined(blocks)
    result = []
    for number, (same, a0, a1, b0, b1) in enumerate(blocks):
        between = 0 < number < len(blocks) - 1
        short = a1 - a0 <= LONGEST_ISLAND and all(word in stopped for word in words[a0:a1])
        result.append((same and not (between and short), a0, a1, b0, b1))
    return result


def _pieces(block: Block, old: Printed, new: Printed) -> list[Piece]:
    same, a0, a1, b0, b1 = block
    before, after = old.slice(a0, a1), new.slice(b0, b1)
    struck, shown = old.whole(a0, a1), new.whole(b0, b1)
    if same:
        return [Piece("same", before, after, shown)]
    removed, added = Piece("removed", before, "", struck), Piece("added", "", after, shown)
    if not before or not after:
        return [removed if before else added]
    stopped = stop_words("english")
    sizes = [
        sum(word not in stopped for word in words) for words in (old.words[a0:a1], new.words[b0:b1])
    ]
    if max(sizes) - min(sizes) >= MUCH_MORE and max(sizes) >= 2 * min(sizes):
        return [removed, added]
    return [Piece("changed", before, after, shown, struck)]
