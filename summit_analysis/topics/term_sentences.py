"""Which sentences have which terms, as arrays."""

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.lexicons import stop_words


def term_matrix(corpus: Corpus, terms: list[str]) -> np.ndarray:
    """Say for each term and sentence whether the one stands in the other."""
    index = corpus.index
    place = {term: number for number, term in enumerate(terms)}
    row = np.array([place.get(word, -1) for word in index.vocabulary])[index.ids]
    inside = row >= 0
    matrix = np.zeros((len(terms), len(index.sentence_starts)), dtype=bool)
    matrix[row[inside], index.sentence_of(np.flatnonzero(inside))] = True
    return matrix


def phrases_of(
    corpus: Corpus, seeded: np.ndarray, covered: np.ndarray, longest: int
) -> pd.DataFrame:
    """Count the phrases of sentences with a seed: in how many sentences, seeded or not.

    Args:
        corpus: the texts.
        seeded: per sentence, whether it has a seed.
        covered: per token, whether it belongs to a seed.
        longest: the longest phrase, in words.

    Returns:
        One row a phrase that stands in two documents and with a seed: `candidate`, `sentences`,
        `with_seed`, `documents`, `first` (the first sentence that has both).
    """
    index = corpus.index
    stops = stop_words("english")
    stop = np.array([word in stops or word[:1].isdigit() for word in index.vocabulary])
    sentence = np.repeat(np.arange(len(seeded)), np.diff(index.sentence_tokens))
    document = index.document_of(sentence)
    parts = []
    for length in range(1, longest + 1):
        last = len(index.ids) - length + 1
        if last <= 0:
            break
        starts = np.arange(last)
        ok = sentence[starts] == sentence[starts + length - 1]
        ok &= ~stop[index.ids[starts]] & ~stop[index.ids[starts + length - 1]]
        for step in range(length):
            ok &= ~covered[starts + step]
        starts = starts[ok]
        # Ids of a phrase packed into one key: three words of 2 million fit.
        code = np.zeros(len(starts), dtype=np.int64)
        for step in range(length):
            code = code * len(index.vocabulary) + index.ids[starts + step]
        rows = pd.DataFrame(
            {"code": code, "sentence": sentence[starts], "document": document[starts]}
        ).drop_duplicates(["code", "sentence"])
        # Only phrases that meet a seed can be candidates.
        rows = rows[np.isin(rows["code"], rows["code"][seeded[rows["sentence"]]].unique())]
        rows["with_seed"] = seeded[rows["sentence"]]
        groups = rows.groupby("code")
        table = groups.agg(
            sentences=("sentence", "size"),
            with_seed=("with_seed", "sum"),
            documents=("document", "nunique"),
        )
        table["first"] = rows[rows["with_seed"]].groupby("code")["sentence"].first()
        table = table[(table["documents"] >= 2) & (table["with_seed"] > 0)]
        names = [_unpacked(int(code), length, index.vocabulary) for code in table.index]
        parts.append(table.assign(candidate=names).reset_index(drop=True))
    frame = pd.concat(parts, ignore_index=True)
    return frame.astype({"first": "int64"}) if len(frame) else frame


def _unpacked(code: int, length: int, vocabulary: list[str]) -> str:
    words = []
    for _ in range(length):
        code, word = divmod(code, len(vocabulary))
        words.append(vocabulary[word])
    return " ".join(reversed(words))
