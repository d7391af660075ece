"""A corpus laid out as frames: its sentences, its tokens, and where its documents came from."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from summit_analysis.frames import finish
from summit_analysis.plurals import counted

if TYPE_CHECKING:
    from summit_analysis.corpus.corpora import Corpus

TOLD_BY_METADATA = ("file", "sha256", "reader", "encoding", "inferred")


def sentence_frame(corpus: "Corpus") -> pd.DataFrame:
    """Lay out the sentences.

    Returns:
        One row a sentence: `doc_id`, `sentence` and `paragraph` (numbers in the document, from 0),
        `start` and `end` (characters in the document's text), `text`.

    Example:
        >>> from summit_analysis.corpus import load
        >>> len(sentence_frame(load()))
        28
    """
    index = corpus.index
    places = np.repeat(np.arange(len(corpus)), np.diff(index.document_sentences))
    spans = zip(
        places.tolist(),
        index.sentence_starts.tolist(),
        index.sentence_ends.tolist(),
        strict=True,
    )
    texts = [corpus.documents[place].text[start:end] for place, start, end in spans]
    frame = pd.DataFrame(
        {
            "doc_id": corpus.doc_ids(places),
            "sentence": index.sentence_numbers,
            "paragraph": index.sentence_paragraphs,
            "start": index.sentence_starts,
            "end": index.sentence_ends,
            "text": pd.Series(texts, dtype="str"),
        }
    )
    return finish(
        frame, title="Sentences", notes=["Split by Punkt with the bundled abbreviations."]
    )


def token_frame(corpus: "Corpus") -> pd.DataFrame:
    """Lay out the tokens.

    Returns:
        One row a token: `doc_id`, `sentence` (number in the document), `start` and `end`
        (characters in the document's text), `token` (folded).
    """
    index = corpus.index
    sentences = np.repeat(np.arange(len(index.sentence_starts)), np.diff(index.sentence_tokens))
    words = np.array(index.vocabulary, dtype=object)[index.ids]
    frame = pd.DataFrame(
        {
            "doc_id": corpus.doc_ids(index.document_of(sentences)),
            "sentence": index.sentence_numbers[sentences],
            "start": index.starts,
            "end": index.ends,
            "token": pd.Series(words, dtype="str"),
        }
    )
    return finish(frame, title="Tokens", notes=[f"{counted(len(frame), 'token')}."])


def provenance_frame(corpus: "Corpus") -> pd.DataFrame:
    """Lay out where the documents came from.

    Returns:
        One row a document: `doc_id`, `file`, `sha256`, `reader`, `encoding`, `inferred` (fields of
        the metadata that were guessed), `removed` (how many things cleaning took out or repaired),
        `characters`. The notes name what was left out.
    """
    rows = [
        (
            document.doc_id,
            *(str(document.metadata.get(name, "")) for name in TOLD_BY_METADATA),
            len(document.removed),
            len(document.text),
        )
        for document in corpus
    ]
    columns = ["doc_id", *TOLD_BY_METADATA, "removed", "characters"]
    notes = [*corpus.left_out] or ["Nothing was left out."]
    return finish(pd.DataFrame(rows, columns=columns), title="Provenance", notes=notes)


def removal_frame(corpus: "Corpus") -> pd.DataFrame:
    """Lay out what cleaning took out or repaired.

    Returns:
        One row a removal or repair: `doc_id`, `rule`, `text`, `paragraph`.
    """
    rows = [(document.doc_id, *removal) for document in corpus for removal in document.removed]
    return finish(
        pd.DataFrame(rows, columns=["doc_id", "rule", "text", "paragraph"]),
        title="Removed or repaired in cleaning",
        notes=["Paragraphs are counted before cleaning, from 0; -1 is the whole text."]
        if rows
        else ["Cleaning removed and repaired nothing."],
    )
