"""How far a formula reaches where it stands: the words set before it, and those that follow it."""

from collections import Counter, defaultdict

import numpy as np

from summit_analysis.across.through_time.anchoring import Place
from summit_analysis.corpus import Corpus
from summit_analysis.lexicons import stop_words

LONGEST_MODIFIER = 3
LONGEST_ENDING = 12
# Words that follow a formula are part of it when so many documents have them.
DOCUMENTS_FOR_AN_ENDING = 3
LEADS = frozenset(
    "of in on across over with from for against about the a an this that these those our their his "
    "her its".split()
)
JOINTS = frozenset(["and", "or"])


def extents(corpus: Corpus, places: list[Place]) -> list[tuple[int, int]]:
    """Find how far the formula reaches at each of its occurrences.

    A word set before it (`lasting peace and …`) belongs to it where it recurs there, or where an
    article, a possessive or a preposition leads to it; `to preserve peace` is a verb of its own.
    What follows belongs to it as far as three documents go on in the same words. No punctuation
    may stand between.

    Returns:
        The first and the last token an occurrence.
    """
    index = corpus.index
    tokens = np.array([place.first for place in places], dtype=np.int64)
    sentences = index.sentence_of(tokens)
    documents = index.document_of(sentences).tolist()
    begins = index.sentence_tokens[sentences].tolist()
    ends = index.sentence_tokens[sentences + 1].tolist()
    lasts = [max(place.last, place.object_last) for place in places]
    before = [
        _before(corpus, document, place.first, begin)
        for document, place, begin in zip(documents, places, begins, strict=True)
    ]
    after = [
        _after(corpus, document, last, end)
        for document, last, end in zip(documents, lasts, ends, strict=True)
    ]
    firsts = _modified(corpus, places, before)
    endings = _shared_endings(after, documents)
    return [
        (first, last + length) for first, last, length in zip(firsts, lasts, endings, strict=True)
    ]


def _modified(corpus: Corpus, places: list[Place], before: list[list[str]]) -> list[int]:
    index = corpus.index
    times = Counter(word for words in before for word in set(words) - JOINTS)
    firsts = []
    for place, words in zip(places, before, strict=True):
        lead = place.first - len(words) - 1
        led = lead >= 0 and index.vocabulary[index.ids[lead]] in LEADS
        recurring = [size for size, word in enumerate(words, start=1) if times[word] > 1]
        firsts.append(place.first - (len(words) if led else max(recurring, default=0)))
    return firsts


def _before(corpus: Corpus, document: int, token: int, begin: int) -> list[str]:
    """Return the words that stand unbroken before a token, the nearest first."""
    index = corpus.index
    text = corpus.documents[document].text
    stopped = stop_words("english")
    words: list[str] = []
    at = token - 1
    while at >= begin and sum(word not in JOINTS for word in words) < LONGEST_MODIFIER:
        word = index.vocabulary[index.ids[at]]
        joint = word in JOINTS and not (words and words[-1] in JOINTS)
        if (word in stopped and not joint) or text[index.ends[at] : index.starts[at + 1]].strip():
            break
        words.append(word)
        at -= 1
    while words and words[-1] in JOINTS:
        words.pop()
    return words


def _after(corpus: Corpus, document: int, last: int, end: int) -> tuple[str, ...]:
    """Return the words that stand unbroken after a token."""
    index = corpus.index
    text = corpus.documents[document].text
    words = []
    for at in range(last + 1, min(end, last + 1 + LONGEST_ENDING)):
        if text[index.ends[at - 1] : index.starts[at]].strip():
            break
        words.append(index.vocabulary[index.ids[at]])
    return tuple(words)


def _shared_endings(after: list[tuple[str, ...]], documents: list[int]) -> list[int]:
    """Say how many of the words after each occurrence enough documents have there."""
    stopped = stop_words("english")
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for words, document in zip(after, documents, strict=True):
        for size in range(1, len(words) + 1):
            holders[words[:size]].add(document)
    lengths = []
    for words in after:
        size = len(words)
        while size and (
            len(holders[words[:size]]) < DOCUMENTS_FOR_AN_ENDING or words[size - 1] in stopped
        ):
            size -= 1
        lengths.append(size)
    return lengths
