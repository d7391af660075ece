"""Titles and headings in a text: they announce sentences and are none themselves."""

import re
from dataclasses import replace

import numpy as np

from summit_analysis.corpus import Corpus, Document
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.plurals import is_are, number_of, verb

LONGEST = 14
MOSTLY = 0.7
# Words that headings leave small do not tell.
RE_WORD = re.compile(r"\b(?!(?:the|and|for|with|from|into|its)\b)[^\W\d_]{3,}")
CLOSING = tuple(".!?:;,…”\"'’")


def heading_sentences(corpus: Corpus) -> np.ndarray:
    """Say which sentences are headings.

    A heading stands alone in its paragraph, has at most 14 tokens and no closing mark, and seven in
    ten of its words of three letters or more, function words aside, begin with a capital.

    Returns:
        A truth value for each sentence of the index.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> text = "Cooperation for Growth\\n\\nThey agreed to grow.\\n\\nPurchases of energy"
        >>> heading_sentences(Corpus([Document("a", text)])).tolist()
        [True, False, False]
    """
    index = corpus.index
    lengths = np.diff(index.document_sentences)
    documents = np.repeat(np.arange(len(lengths)), lengths)
    key = documents.astype(np.int64) * (int(index.sentence_paragraphs.max(initial=0)) + 2)
    key += index.sentence_paragraphs
    same = key[1:] == key[:-1]
    alone = np.ones(len(key), dtype=bool)
    alone[1:] &= ~same
    alone[:-1] &= ~same
    heading = np.zeros(len(key), dtype=bool)
    for place in np.flatnonzero(alone & (np.diff(index.sentence_tokens) <= LONGEST)):
        text = corpus.documents[documents[place]].text
        heading[place] = _is_heading(
            text[index.sentence_starts[place] : index.sentence_ends[place]]
        )
    return heading


def title_sentences(corpus: Corpus) -> np.ndarray:
    """Say which sentences are the document's own title, where it stands at the head of the text.

    That is the first paragraph where it is the title and others follow. Loading removes a title
    that the metadata give; one that is inferred from the text stands there still. Where it ends
    with a closing mark the inferred title may be the first sentence of a text without one, which
    stays.

    Returns:
        A truth value for each sentence of the index.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> document = Document("a", "Talks at Noon\\n\\nThey met.", {"title": "Talks at Noon"})
        >>> title_sentences(Corpus([document])).tolist()
        [True, False]
    """
    index = corpus.index
    titled = np.zeros(len(index.sentence_starts), dtype=bool)
    bounds = index.document_sentences.tolist()
    for document, first, end in zip(corpus, bounds, bounds[1:], strict=False):
        length = _title_length(document)
        titled[first:end] = index.sentence_ends[first:end] <= length
    return titled


def titles_note(titled: np.ndarray) -> list[str]:
    """Say how many sentences are titles that were left out, if any."""
    number = int(titled.sum())
    if not number:
        return []
    stand = f"{number_of(number, 'title').capitalize()} that {verb(number, 'stand')}"
    return [f"{stand} at the head of a text {is_are(number)} left out."]


def cut_into_sections(corpus: Corpus) -> tuple[TokenIndex, np.ndarray, list[str]]:
    """Cut documents where a heading begins a section.

    Returns:
        The index with sections in the place of documents, each section's document (its place), and
        each section's heading: empty before the first heading. Headings that follow each other
        make one section, under all of them.
    """
    index = corpus.index
    heading = heading_sentences(corpus)
    begins = heading.copy()
    begins[1:] &= ~heading[:-1]
    first = index.document_sentences[:-1][np.diff(index.document_sentences) > 0]
    begins[first] = True
    cuts = np.flatnonzero(begins)
    places = index.document_of(cuts)
    ends = [*cuts[1:].tolist(), len(heading)]
    names = []
    for cut, end, place in zip(cuts.tolist(), ends, places.tolist(), strict=True):
        text = corpus.documents[place].text
        parts = []
        for sentence in range(cut, end):
            if not heading[sentence]:
                break
            parts.append(text[index.sentence_starts[sentence] : index.sentence_ends[sentence]])
        names.append(" / ".join(parts))
    bounds = np.array([*cuts.tolist(), len(heading)], dtype=np.int64)
    return replace(index, document_sentences=bounds), places, names


def _title_length(document: Document) -> int:
    """Count the characters of the title at the head of a text; 0 where there is none."""
    title = str(document.metadata.get("title") or "")
    head, _, body = document.text.partition("\n\n")
    if not title or not body or head.casefold() != title.casefold():
        return 0
    guessed = "title" in str(document.metadata.get("inferred", "")).split("; ")
    return 0 if guessed and head.endswith(CLOSING) else len(head)


def _is_heading(text: str) -> bool:
    words = RE_WORD.findall(text)
    if not words or text.rstrip().endswith(CLOSING):
        return False
    return sum(word[0].isupper() for word in words) >= MOSTLY * len(words)
