"""What is timed: this library's work, and the same work done by others."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np

import summit_analysis as sa
from benchmarks.texts import debate_corpus
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.many_patterns import find_many
from summit_analysis.corpus.tokenising.building import build_index
from summit_analysis.corpus.tokenising.pieces import cut
from summit_analysis.corpus.tokenising.plain_pieces import plain_pieces
from summit_analysis.corpus.tokenising.punkt_endings import Endings
from summit_analysis.corpus.tokenising.segmenting import find_sentences

WORD, PHRASE = "sovereignty", "peace and security"
NLTK_MEGABYTES = 1


def tokenise(texts: list[str]) -> object:
    """Tokens with offsets, sentences and paragraphs."""
    return build_index(debate_corpus(texts).documents)


def split_sentences(texts: list[str]) -> object:
    """Sentences alone, with their places."""
    found, endings = [], Endings()
    for chunk, pieces in cut(texts):
        endings.read(pieces.to_pylist(), plain_pieces(pieces))
        found.append(find_sentences(chunk, endings))
    return found


def document_terms(texts: list[str]) -> object:
    """The document-term matrix, tokenising included."""
    return sa.dtm(debate_corpus(texts))


def phrases(texts: list[str]) -> object:
    """Words, pairs and triples as frames with names, tokenising included."""
    corpus = debate_corpus(texts)
    return [sa.frequency(corpus, n) for n in (1, 2, 3)]


def vectorise(texts: list[str], longest: int) -> object:
    """The same by scikit-learn, with names and totals."""
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(ngram_range=(1, longest))
    matrix = vectorizer.fit_transform(texts)
    if longest == 1:
        return matrix
    return vectorizer.get_feature_names_out(), np.asarray(matrix.sum(axis=0)).ravel()


def nltk_tokens(texts: list[str]) -> object:
    """Token spans by NLTK."""
    from nltk.tokenize import TreebankWordTokenizer

    tokenizer = TreebankWordTokenizer()
    return [tokenizer.tokenize(text) for text in texts]


def nltk_sentences(texts: list[str]) -> object:
    """Sentence spans by Punkt itself, with this library's parameters."""
    from summit_analysis.corpus.tokenising.sentences import punkt

    return [list(punkt().span_tokenize(text)) for text in texts]


def count_words(path: Path) -> object:
    """`wc -w`."""
    return _run(["wc", "-w", str(path)])


def search(path: Path, pattern: str) -> object:
    """ripgrep's lines."""
    return _run(["rg", "--no-config", "-i", pattern, str(path)])


def wildcards(corpus: Corpus) -> list[str]:
    """A thousand patterns: beginnings of words taken evenly from the vocabulary."""
    words = [word for word in corpus.index.vocabulary if word.isalpha() and len(word) > 6]
    return [f"{word[:6]}*" for word in words[:: max(len(words) // 1000, 1)][:1000]]


def in_memory(corpus: Corpus) -> dict[str, Callable[[], object]]:
    """What is asked of an index that is already there."""
    half = len(corpus) // 2
    rows = corpus.sentences[["doc_id", "sentence"]]
    first = {document.doc_id for document in corpus.documents[:half]}
    sides = [corpus.subset(rows[rows["doc_id"].isin(first) == side]) for side in (True, False)]
    lexicon = wildcards(corpus)
    return {
        "concordance of a word": lambda: sa.concordance(corpus, WORD),
        "concordance of a phrase": lambda: sa.concordance(corpus, PHRASE),
        "collocates of a word": lambda: sa.collocates(corpus, WORD),
        "keyness of two halves": lambda: sa.keyness(*sides),
        "lexicon of 1,000 wildcards": lambda: find_many(corpus.index, lexicon),
    }


def _run(command: list[str]) -> object:
    return subprocess.run(
        command,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
