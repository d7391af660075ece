"""A sentence as the act grammar reads it: words and the marks that part them."""

from dataclasses import dataclass
from typing import Any

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.tokenising.tokens import fold, token_spans

PAUSES = {",": ",", ";": ";", ":": ":", "—": ",", "–": ",", "―": ","}
DASHES = frozenset("—–―")
OPENING, CLOSING = "([", ")]"
QUOTES_OPEN, QUOTES_CLOSE = "“«„", "”»"
CONTRACTIONS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "n't": "not"}


@dataclass(slots=True)
class Sentence:
    """One sentence, item by item; an item is a token or a pause (`,` `;` `:`).

    Attributes:
        doc: place of the document in the corpus.
        place: place of the sentence in the index.
        words: folded tokens and pauses; what stands in brackets is left out.
        printed: the same as printed.
        starts, ends: characters in the document's text.
        possessive: whether a possessive mark follows the token.
        quoted: whether the item stands inside quotation marks.
        colon: whether the sentence ends in a colon.
    """

    doc: int
    place: int
    words: list[str]
    printed: list[str]
    starts: list[int]
    ends: list[int]
    possessive: list[bool]
    quoted: list[bool]
    colon: bool = False


def read_sentences(corpus: Corpus) -> list[list[Sentence]]:
    """Read every sentence of a corpus, document by document."""
    index = corpus.index
    vocabulary = index.vocabulary
    ids, starts, ends = index.ids.tolist(), index.starts.tolist(), index.ends.tolist()
    bounds = index.sentence_tokens.tolist()
    sentence_starts, sentence_ends = index.sentence_starts.tolist(), index.sentence_ends.tolist()
    pointers = index.document_sentences.tolist()
    found: list[list[Sentence]] = []
    for doc, document in enumerate(corpus.documents):
        text = document.text
        sentences = []
        for place in range(pointers[doc], pointers[doc + 1]):
            first, last = bounds[place], bounds[place + 1]
            tokens = [(vocabulary[ids[t]], starts[t], ends[t]) for t in range(first, last)]
            sentences.append(
                read_sentence(
                    text, tokens, sentence_starts[place], sentence_ends[place], doc, place
                )
            )
        found.append(sentences)
    return found


def read_title(title: str) -> Sentence:
    """Read a document's title as a sentence, for the names in it."""
    tokens = [(fold(title[first:last]), first, last) for first, last in token_spans(title)]
    return read_sentence(title, tokens, 0, len(title))


def read_sentence(
    text: str,
    tokens: list[tuple[str, int, int]],
    start: int,
    end: int,
    doc: int = 0,
    place: int = 0,
) -> Sentence:
    """Put a sentence's tokens and pauses in one row.

    Args:
        text: the document's text.
        tokens: folded form, start and end of each token of the sentence.
        start: where the sentence begins in the text.
        end: where it ends.
        doc: place of the document.
        place: place of the sentence.

    Returns:
        The sentence, without what stands in brackets.
    """
    words: list[str] = []
    printed: list[str] = []
    begins: list[int] = []
    finishes: list[int] = []
    possessive: list[bool] = []
    quoted: list[bool] = []
    bracket_end = -1
    in_quotes = False
    before = start
    last_token = len(tokens) - 1
    for number, (word, first, last) in enumerate(tokens):
        gap = text[before:first]
        if gap != " " and gap:
            if words and before > bracket_end and gap[0] in "'’" and gap[1:2] in ("s", "S", " "):
                possessive[-1] = gap[1:2] in ("s", "S") or words[-1][-1] == "s"
            for offset, mark in enumerate(gap):
                if mark in OPENING and before + offset > bracket_end:
                    closing = CLOSING[OPENING.index(mark)]
                    found = text.find(closing, before + offset, min(end, before + offset + 400))
                    bracket_end = max(bracket_end, found)
                elif before + offset <= bracket_end:
                    continue
                elif mark in QUOTES_OPEN:
                    in_quotes = True
                elif mark in QUOTES_CLOSE:
                    in_quotes = False
                elif mark == '"':
                    in_quotes = not in_quotes
                elif (
                    mark in PAUSES
                    and words
                    and words[-1] not in PAUSES
                    and not (mark == "," and word in ("jr", "sr"))
                ):
                    words.append(PAUSES[mark])
                    printed.append(mark)
                    begins.append(before + offset)
                    finishes.append(before + offset + 1)
                    possessive.append(False)
                    quoted.append(in_quotes)
        if first > bracket_end:
            if "'" in word:
                word, first, before = _split_contraction(
                    word,
                    first,
                    text,
                    (words, printed, begins, finishes, possessive, quoted),
                    in_quotes,
                )
            words.append(word)
            printed.append(text[first:last])
            begins.append(first)
            finishes.append(last)
            possessive.append(False)
            quoted.append(in_quotes)
        before = last
        if number == last_token and text[last:end].rstrip(" *_").endswith(":"):
            return Sentence(doc, place, words, printed, begins, finishes, possessive, quoted, True)
    return Sentence(doc, place, words, printed, begins, finishes, possessive, quoted)


def _split_contraction(
    word: str, first: int, text: str, row: tuple[list[Any], ...], in_quotes: bool
) -> tuple[str, int, int]:
    """Put the first part of "I'm" or "don't" in the row; return the rest and where it begins."""
    ending = next((ending for ending in CONTRACTIONS if word.endswith(ending)), "")
    if not ending:
        return word, first, first
    cut, full = len(word) - len(ending), CONTRACTIONS[ending]
    base = {"ca": "can", "wo": "will"}.get(word[:cut], word[:cut])
    for column, value in zip(
        row, (base, text[first : first + cut], first, first + cut, False, in_quotes), strict=True
    ):
        column.append(value)
    return full, first + cut, first
