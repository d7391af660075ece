"""The sentences of two texts as words weighted by their rarity in both together."""

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.lexicons import stop_words
from summit_analysis.terms.stems import stem

WORDS_SHOWN = 6


class WeightedSentences:
    """The sentences of two texts, as weights of their stemmed words, function words left out.

    A word weighs log(1 + sentences / sentences that have it), counted in both texts together.

    Attributes:
        stems: the stems, sorted.
        weight: per stem, its weight.
        sides: per text, an array of sentences × stems with the weights.
    """

    def __init__(self, *indexes: TokenIndex) -> None:
        stem_of = _stems(indexes)
        self.stems = sorted({stem for stem in stem_of.values() if stem})
        place = {stem: number for number, stem in enumerate(self.stems)}
        holds = []
        self._printed: dict[int, str] = {}
        for index in indexes:
            used, at = np.unique(index.ids, return_inverse=True)
            words = [index.vocabulary[i] for i in used.tolist()]
            numbers = np.array([place.get(stem_of[word], -1) for word in words], dtype=np.int64)
            for number, word in zip(numbers.tolist(), words, strict=True):
                self._printed.setdefault(number, word)
            lengths = np.diff(index.sentence_tokens)
            rows, columns = np.repeat(np.arange(len(lengths)), lengths), numbers[at]
            matrix = np.zeros((len(lengths), len(self.stems)), dtype=np.float32)
            matrix[rows[columns >= 0], columns[columns >= 0]] = 1
            holds.append(matrix)
        among = sum(matrix.sum(axis=0) for matrix in holds)
        sentences = sum(len(matrix) for matrix in holds)
        self.weight = np.log(1 + sentences / np.maximum(among, 1)).astype(np.float32)
        self.sides = [matrix * self.weight for matrix in holds]

    def scores(self) -> np.ndarray:
        """Return the cosine of every sentence of the first text with every one of the second."""
        unit = []
        for side in self.sides:
            lengths = np.linalg.norm(side, axis=1, keepdims=True)
            unit.append(side / np.where(lengths > 0, lengths, 1))
        return (unit[0] @ unit[1].T).astype(float).clip(0, 1)

    def shared(self, i: int, j: int) -> str:
        """Return the words that two sentences have in common, the rarest first."""
        both = np.flatnonzero((self.sides[0][i] > 0) & (self.sides[1][j] > 0))
        rarest = both[np.argsort(-self.weight[both], kind="stable")][:WORDS_SHOWN]
        return ", ".join(self._printed[number] for number in rarest.tolist())


def _stems(indexes: tuple[TokenIndex, ...]) -> dict[str, str]:
    """Stem the words in use; a function word has no stem."""
    stopped = stop_words("english")
    words = {index.vocabulary[i] for index in indexes for i in np.unique(index.ids).tolist()}
    return {word: "" if word in stopped else stem(word) for word in words}
