"""Citations: from a row of evidence to issuer, title, date and paragraph."""

import pandas as pd

from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.errors import CorpusError


def cite(corpus: Corpus, rows: pd.DataFrame) -> pd.DataFrame:
    """Add a citation to each row of evidence.

    Args:
        corpus: where the rows come from.
        rows: a frame with `doc_id` and `sentence`; it is not changed.

    Returns:
        The same rows with a last column `citation`: issuer, "title", date, paragraph.

    Raises:
        CorpusError: a column is missing, or a row names no sentence of the corpus.

    Example:
        >>> from summit_analysis.corpus import load
        >>> corpus = load()
        >>> cite(corpus, corpus.sentences.head(1))["citation"][0][-26:]
        ', 21 January 2022, para. 1'
    """
    index = index_of(corpus)
    if not isinstance(rows, pd.DataFrame) or not {"doc_id", "sentence"} <= set(rows.columns):
        raise CorpusError("cite() takes a frame with the columns doc_id and sentence.")
    first = index.document_sentences
    citations = []
    for doc_id, number in zip(rows["doc_id"], rows["sentence"], strict=True):
        place = corpus.place(doc_id)
        numbers = index.sentence_numbers[first[place] : first[place + 1]]
        at = int(numbers.searchsorted(number))
        if at == len(numbers) or numbers[at] != number:
            raise CorpusError(f"Document {doc_id!r} has no sentence {number} in this corpus.")
        paragraph = int(index.sentence_paragraphs[first[place] + at])
        citations.append(corpus.documents[place].cite(paragraph=paragraph))
    cited = rows.assign(citation=pd.Series(citations, index=rows.index, dtype="str"))
    cited.attrs = dict(rows.attrs)
    return cited
