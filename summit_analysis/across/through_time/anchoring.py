"""Where a formula stands: its own words and its object, exactly or nearly."""

from dataclasses import dataclass

import numpy as np

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.patterns import Element, find_runs, parse_pattern
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.lexicons import stop_words

# How many words more than the pattern a near occurrence may have within it.
ROOM = 4
LEAST_PART = 0.5
LEAST_PART_WITHOUT_OBJECT = 0.75
LONGEST_OBJECT = 8
PREPOSITIONS = frozenset(
    "of in on across over with from around between toward towards for against about near to".split()
)
NAME_LINKS = frozenset(["of", "the", "and"])


@dataclass(frozen=True)
class Place:
    """One occurrence of a formula, by token numbers, both ends included.

    Attributes:
        first, last: the words of the formula.
        object_first, object_last: the words of its object; -1 when none was found.
        exact: whether the pattern matches there as it was given.
    """

    first: int
    last: int
    object_first: int
    object_last: int
    exact: bool


@dataclass(frozen=True)
class Formula:
    """A pattern, with the names in it that are its object."""

    runs: list[list[Element]]
    words: tuple[str, ...]
    object_words: tuple[str, ...]

    @property
    def own_words(self) -> frozenset[str]:
        """The words that are neither function words nor the object."""
        return frozenset(self.words) - frozenset(self.object_words) - stop_words("english")


def formula_of(corpus: Corpus, pattern: str) -> Formula:
    """Read a pattern, and find its object: the last name in it, by how its words are printed.

    Function words that a plain pattern begins with are left out: `the free flow of grain` may be
    `the safe and free flow of grain` in another text.
    """
    runs = parse_pattern(pattern)
    stopped = stop_words("english")
    plain = len(runs) == 1 and not any(element.prefix for element in runs[0])
    shown = pattern.split()
    while plain and len(runs[0]) > 1 and runs[0][0].text in stopped:
        runs, shown = [runs[0][1:]], shown[1:]
    words = tuple(element.text for element in runs[0]) if plain else ()
    if not plain:
        return Formula(runs, (), ())
    firsts, _ = find_runs(corpus.index, runs)
    printed = _capitalised(corpus, firsts, len(words))
    if not len(firsts):
        printed = [part[:1].isupper() for part in shown]
        printed = printed if len(printed) == len(words) else [False] * len(words)
    names = [n for n, name in enumerate(printed) if name and words[n] not in stopped]
    if not names or len(names) == len(words):
        return Formula(runs, words, ())
    first = last = names[-1]
    while first - 1 in names:
        first -= 1
    return Formula(runs, words, words[first : last + 1])


def places_of(corpus: Corpus, formula: Formula, *, near: bool = True) -> list[Place]:
    """Find the occurrences of a formula, in the order of the text.

    An occurrence is near when it has the whole object and at least half of the formula's other
    content words not far from it (three quarters, where the formula names no object).
    """
    index = corpus.index
    firsts, lasts = find_runs(index, formula.runs)
    found = [
        (first, last, True) for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)
    ]
    if near and formula.words:
        found += [(first, last, False) for first, last in _near(index, formula)]
    found.sort(key=lambda place: (not place[2], place[0]))
    kept: list[tuple[int, int, bool]] = []
    taken = np.zeros(len(index.ids) + 1, dtype=bool)
    for first, last, exact in found:
        if not taken[first : last + 1].any():
            taken[first : last + 1] = True
            kept.append((first, last, exact))
    places = []
    for first, last, exact in sorted(kept):
        begin, end = _object(corpus, formula, last)
        places.append(Place(first, last, begin, end, exact))
    return places


def _near(index: TokenIndex, formula: Formula) -> list[tuple[int, int]]:
    own = formula.own_words
    object_words = formula.object_words
    if not own or (not object_words and len(own) < 3):
        return []
    known = {word for word in (*own, *object_words)}
    number = {word: i for i, word in enumerate(index.vocabulary) if word in known}
    if any(word not in number for word in object_words):
        return []
    own_ids = np.array([number[word] for word in own if word in number], dtype=np.int64)
    reach = len(formula.words) + ROOM
    if object_words:
        anchors, ends = find_runs(index, [[Element(word) for word in object_words]])
        needed = max(1, int(np.ceil(LEAST_PART * len(own))))
    else:
        anchors = ends = np.flatnonzero(np.isin(index.ids, own_ids))
        needed = max(2, int(np.ceil(LEAST_PART_WITHOUT_OBJECT * len(own))))
    sentences = index.sentence_of(anchors)
    found = []
    for end, sentence in zip(ends.tolist(), sentences.tolist(), strict=True):
        low = max(int(index.sentence_tokens[sentence]), end - reach + 1)
        window = index.ids[low : end + 1]
        hits = np.flatnonzero(np.isin(window, own_ids))
        if len(np.unique(window[hits])) >= needed:
            found.append((low + int(hits[0]), end))
    return found


def _object(corpus: Corpus, formula: Formula, last: int) -> tuple[int, int]:
    """Find the object of an occurrence: the name in it, or what follows it after a preposition."""
    index = corpus.index
    if formula.object_words:
        size = len(formula.object_words)
        return last - size + 1, last
    sentence = int(index.sentence_of(np.array([last]))[0])
    end = int(index.sentence_tokens[sentence + 1])
    word = [index.vocabulary[i] for i in index.ids[last + 1 : min(end, last + 2 + LONGEST_OBJECT)]]
    if len(word) < 2 or word[0] not in PREPOSITIONS:
        return -1, -1
    document = int(index.document_of(np.array([sentence]))[0])
    text = corpus.documents[document].text
    begin = last + 2 if word[1] != "the" else last + 3
    stop = begin
    stopped = stop_words("english")
    names = False
    while stop < min(end, begin + LONGEST_OBJECT):
        token = text[index.starts[stop] : index.ends[stop]]
        gap = text[index.ends[stop - 1] : index.starts[stop]]
        if stop > begin and set(gap) - set(" ’'s"):
            break
        if token[:1].isupper() or (not names and index.vocabulary[index.ids[stop]] not in stopped):
            names = names or token[:1].isupper()
            if names and not token[:1].isupper():
                break
        elif not (
            names
            and index.vocabulary[index.ids[stop]] in NAME_LINKS
            and stop + 1 < end
            and text[index.starts[stop + 1]].isupper()
            and not text[index.ends[stop] : index.starts[stop + 1]].strip()
        ):
            break
        stop += 1
    return (begin, stop - 1) if stop > begin else (-1, -1)


def _capitalised(corpus: Corpus, firsts: np.ndarray, size: int) -> list[bool]:
    """Say of each word of a plain pattern whether it is printed as a name nearly everywhere."""
    index = corpus.index
    if not len(firsts):
        return [False] * size
    documents = index.document_of(index.sentence_of(firsts)).tolist()
    result = []
    for offset in range(size):
        starts = index.starts[firsts + offset].tolist()
        capital = [
            corpus.documents[place].text[start].isupper()
            for place, start in zip(documents, starts, strict=True)
        ]
        result.append(sum(capital) >= 0.8 * len(capital))
    return result
