"""Find the names of documents and bodies: capitalised runs that hold a noun of their kind."""

import re
from dataclasses import dataclass
from functools import cache

from summit_analysis.corpus import Corpus
from summit_analysis.lexicons import read_lexicon
from summit_analysis.phrases.actors.parties import compile_parties, longest
from summit_analysis.phrases.grammar.inflection import singular

LONGEST = 16
RE_ARTICLE = re.compile(r"[IVXLC]{1,6}|\d{1,3}")
RE_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&+-]{1,9}")
OPENERS = frozenset(
    "The This Our Their A An In On At And For As To Under Through These Both We With From".split()
)
PLACE_LINKS = frozenset({"in", "at", "with", "by"})
LINKS = frozenset({"of", "on", "for", "to", "against", "in", "with"})
RE_TWO_PLUS_TWO = re.compile(r"\d\+\d")


@dataclass(frozen=True)
class Name:
    """A name at a place: the sentence (its place in the index), characters, kind and acronym."""

    sentence: int
    start: int
    end: int
    text: str
    kind: str
    acronym: str = ""


def find_names(corpus: Corpus) -> list[list[Name]]:
    """Find the names in each document, in the order of the text.

    Args:
        corpus: where to look.

    Returns:
        For each document its names. A name runs over capitalised words and the small words between
        them; it must hold a noun such as *Treaty*, *Statement* or *Committee* besides another word.
        "Article V" and a following "of the … Treaty" are one name. An acronym in brackets right
        after a name is its acronym.
    """
    index = corpus.index
    starts, ends = index.starts.tolist(), index.ends.tolist()
    bounds = index.sentence_tokens.tolist()
    pointers = index.document_sentences.tolist()
    found = []
    for number, document in enumerate(corpus.documents):
        names: list[Name] = []
        for place in range(pointers[number], pointers[number + 1]):
            spans = list(
                zip(
                    starts[bounds[place] : bounds[place + 1]],
                    ends[bounds[place] : bounds[place + 1]],
                    strict=True,
                )
            )
            names += names_in(document.text, spans, place)
        found.append(names)
    return found


def names_in(text: str, spans: list[tuple[int, int]], sentence: int = 0) -> list[Name]:
    """Find the names in one sentence, given the characters of its tokens.

    Example:
        >>> from summit_analysis.corpus.tokenising.tokens import token_spans
        >>> text = "under Article V of the Japan-U.S. Security Treaty and a Joint Vision Statement"
        >>> [name.text for name in names_in(text, list(token_spans(text)))]
        ['Article V of the Japan-U.S. Security Treaty', 'Joint Vision Statement']
    """
    joins = _joins()
    names: list[Name] = []
    at, end = 0, len(spans)
    while at < end:
        first, last = spans[at]
        word = text[first:last]
        if RE_TWO_PLUS_TWO.fullmatch(word):
            names.append(Name(sentence, first, last, word, "body"))
            at += 1
            continue
        if not word[0].isupper():
            at += 1
            continue
        run_end = _run_end(text, spans, at, joins)
        if run_end > at + 1:
            names += _names_of_run(text, spans, at, run_end, sentence)
        at = max(run_end, at + 1)
    return names


def _run_end(text: str, spans: list[tuple[int, int]], at: int, joins: frozenset[str]) -> int:
    """Find where a run of capitalised words ends; small words inside it must lead on."""
    end, last = at + 1, len(spans)
    while end < last and end - at < LONGEST:
        gap = text[spans[end - 1][1] : spans[end][0]]
        if gap.strip(" '’s"):
            break
        word = text[spans[end][0] : spans[end][1]]
        if word[0].isupper() or (word[0].isdigit() and RE_ARTICLE.fullmatch(word)):
            end += 1
            continue
        ahead = end
        while ahead < last and ahead - end < 3 and text[spans[ahead][0] : spans[ahead][1]] in joins:
            if text[spans[ahead][1] : spans[ahead + 1][0]].strip() if ahead + 1 < last else True:
                break
            ahead += 1
        if ahead == end or ahead >= last or not text[spans[ahead][0]].isupper():
            break
        end = ahead + 1
    return end


def _names_of_run(
    text: str, spans: list[tuple[int, int]], at: int, end: int, sentence: int
) -> list[Name]:
    """Divide a run at "and" where a name is complete before it, and read each part."""
    kinds = _kinds()
    names: list[Name] = []
    begin = at
    for place in range(at, end + 1):
        joined = place < end and text[spans[place][0] : spans[place][1]] == "and"
        whole = (joined and place > begin) and (
            _is_kind(text, spans[place - 1], kinds) or _is_party(text, spans[begin:place])
        )
        if place == end or whole:
            name = _name_of_part(text, spans, begin, place, sentence)
            if name is not None:
                names.append(name)
            begin = place + 1
    return names


def _name_of_part(
    text: str, spans: list[tuple[int, int]], at: int, end: int, sentence: int
) -> Name | None:
    kinds, joins = _kinds(), _joins()
    words = [text[first:last] for first, last in spans[at:end]]
    skip = _words_to_skip(words, joins)
    words, at = words[skip:], at + skip
    heads = [n for n in range(len(words)) if _kind_of(words[n], kinds)]
    if not heads or len(words) < 2:
        return None
    joined = next((n for n in range(1, len(words)) if words[n] in LINKS), len(words))
    before = [n for n in heads if n < joined]
    keep = len(words) if before else heads[-1] + 1
    kind = _kind_of(words[before[-1] if before else heads[-1]], kinds)
    if words[0] == "Article":
        kind = "article"
        keep = next((n for n in range(heads[-1] + 1, len(words)) if words[n] in joins), len(words))
    place_or_date = next((n for n in range(1, keep) if words[n] in PLACE_LINKS), keep)
    if any(n < place_or_date for n in heads):
        keep = place_or_date
    if keep < 2 or " ".join(words[:keep]) in _not_names() or _is_party(text, spans[at : at + keep]):
        return None
    first, last = spans[at][0], spans[at + keep - 1][1]
    acronym = _acronym(text, last)
    if acronym:
        fitting = _fitting_start(text, spans[at : at + keep], acronym)
        inside = [words[n] for n in range(keep) if spans[at + n][0] >= fitting]
        kinds_inside = [kind_of for word in inside if (kind_of := _kind_of(word, kinds))]
        if fitting < 0 or not kinds_inside:
            acronym = ""
        elif fitting > first:
            first, kind = fitting, kinds_inside[-1]
    return Name(sentence, first, last, text[first:last], kind, acronym)


def _words_to_skip(words: list[str], joins: frozenset[str]) -> int:
    """Count the words before a name: an article, "Endorsing the", "Secretary-General X of the"."""
    skip = 0
    if words and words[0].lower() in _titles() and "of" in words:
        skip = words.index("of") + 1
    elif len(words) > 2 and words[1] == "the":
        skip = 2
    while skip < len(words) and (words[skip] in joins or words[skip] in OPENERS):
        skip += 1
    return skip


def _acronym(text: str, last: int) -> str:
    """Read the acronym in brackets after a name."""
    begin = last
    while text[begin : begin + 1] in ("’", "'", "s", " ") and begin < last + 3:
        begin += 1
    if text[begin : begin + 1] != "(":
        return ""
    begin += 1
    begin += text[begin : begin + 1] in ("“", '"', "'", "‘")
    found = RE_ACRONYM.match(text, begin, begin + 12)
    closed = found and text[found.end() : found.end() + 1] in (")", "”", '"', "’")
    return found.group() if found and closed else ""


def _fitting_start(text: str, spans: list[tuple[int, int]], acronym: str) -> int:
    """Find where the words begin whose initials an acronym has; -1 when it is not theirs."""
    letters = [letter for letter in acronym.upper() if letter.isalpha()]
    best, start = 0.0, -1
    initials: list[str] = []
    for first, last in reversed(spans):
        word = text[first:last]
        initials = [part[0].upper() for part in word.split("-") if part] + initials
        if not word[0].isupper():
            continue
        shared = sum(letter in initials for letter in letters) / max(len(letters), 1)
        if shared > best and shared >= 0.6 and letters[0] == word[0]:
            best, start = shared, first
    return start


def _kind_of(word: str, kinds: dict[str, str]) -> str:
    lower = word.lower()
    return kinds.get(lower) or kinds.get(singular(lower), "") if word[0].isupper() else ""


def _is_kind(text: str, span: tuple[int, int], kinds: dict[str, str]) -> bool:
    return bool(_kind_of(text[span[0] : span[1]], kinds))


def _is_party(text: str, spans: list[tuple[int, int]]) -> bool:
    """Say whether the words are a country's or a grouping's name and no more."""
    words = [word for first, last in spans if (word := text[first:last].lower()) != "the"]
    found = longest(compile_parties().names, words, 0) if words else None
    return found is not None and found[0] == len(words)


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.split()[0] for title in read_lexicon("parties")["titles"])


@cache
def _kinds() -> dict[str, str]:
    kinds = read_lexicon("documents")["kinds"]
    return {noun: kind for kind, nouns in kinds.items() for noun in nouns}


@cache
def _not_names() -> frozenset[str]:
    return frozenset(read_lexicon("documents")["not_names"])


@cache
def _joins() -> frozenset[str]:
    return frozenset(read_lexicon("documents")["joins"])
