"""White space beyond ASCII's, which Punkt does not always take for white space."""

import re
from collections.abc import Sequence

from summit_analysis.corpus.tokenising.byte_scan import ODD_SPACES

# Punkt tells the words before a mark apart by ASCII's white space only, so that it passes over all
# but the last of marks with another kind of space between them; and it does not take the ASCII
# separators for white space.
RE_GLUED = re.compile(
    rf"[\x1c-\x1f]|[{ODD_SPACES}][.?!]"
    rf"|[.?!][^ \t\n\r\v\f{ODD_SPACES}]*[{ODD_SPACES}][^ \t\n\r\v\f.?!]*[.?!]"
)
RE_PLAIN_SPACE = re.compile(r"[ \t\n\r\v\f]")


def glued(text: str, spaces: Sequence[int]) -> bool:
    """Say whether Punkt finds other sentences in a text for its odd white space.

    Args:
        text: the text.
        spaces: at which characters odd white space stands, around which alone is looked:
            `RE_GLUED` never crosses ASCII's.

    Example:
        >>> glued("At No.\u00a05. They met.", [6]), glued("We\u00a0met.", [2])
        (True, False)
    """
    done = 0
    for first in spaces:
        if first < done:
            continue
        space = RE_PLAIN_SPACE.search(text, first + 1)
        done = space.start() if space else len(text)
        while first > 0 and not RE_PLAIN_SPACE.match(text, first - 1):
            first -= 1
        if RE_GLUED.search(text, first, done):
            return True
    return False
