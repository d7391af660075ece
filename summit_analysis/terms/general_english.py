"""General English as the other side of a comparison, from the `wordfreq` package."""

import re

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.lexicons import stop_words
from summit_analysis.plurals import counted, is_are
from summit_analysis.terms.counting import total_terms
from summit_analysis.terms.pairing import Pair, Side
from summit_analysis.terms.spelling import term_texts

# wordfreq lists words down to 1 in 100 million, so that one not listed counts 0 here.
PSEUDO_TOKENS = 100_000_000
# A function word that this text never uses has a row if it would be expected this often. Content
# words have none: everyday English has thousands that no official text would use.
LEAST_EXPECTED = 5
# wordfreq goes by a number's shape, not by the number.
RE_NUMBER = re.compile(r"\d.*\d|^[^a-z]*$")


def pair_with_english(target: TokenIndex) -> tuple[Pair, list[str]]:
    """Set the words of an index beside their frequency in general English.

    Returns:
        The pair, whose reference has no documents, and the notes that it needs.
    """
    from wordfreq import get_frequency_dict

    known = get_frequency_dict("en")
    ids, totals, documents = total_terms(target)
    words = term_texts(target, ids)
    shares = [_share(word, known) for word in words]
    left_out = [word for word, share in zip(words, shares, strict=True) if share is None]
    count_of = dict(zip(words, totals.tolist(), strict=True))
    documents_of = dict(zip(words, documents.tolist(), strict=True))
    share_of = {word: s for word, s in zip(words, shares, strict=True) if s is not None}
    tokens = len(target.ids)
    for word in stop_words("english"):
        share = known.get(word, 0.0)
        if word not in count_of and share * tokens >= LEAST_EXPECTED:
            share_of[word] = share
    vocabulary = sorted(share_of)
    english = np.array([share_of[word] for word in vocabulary])
    pair = Pair(
        vocabulary=vocabulary,
        ids=np.arange(len(vocabulary))[:, None],
        target=Side(
            count=np.array([count_of.get(word, 0) for word in vocabulary], dtype=np.int64),
            documents=np.array([documents_of.get(word, 0) for word in vocabulary], dtype=np.int64),
            places=tokens,
            tokens=tokens,
        ),
        reference=Side(
            count=np.rint(english * PSEUDO_TOKENS).astype(np.int64),
            documents=np.zeros(len(vocabulary), dtype=np.int64),
            places=PSEUDO_TOKENS,
            tokens=PSEUDO_TOKENS,
        ),
    )
    return pair, _notes(left_out, sum(count == 0 for count in pair.target.count.tolist()))


def _share(word: str, known: dict[str, float]) -> float | None:
    """Look a word up; None where wordfreq would split it, go by its shape or lose its capitals."""
    from wordfreq import tokenize as split

    if RE_NUMBER.search(word) or word != word.lower():
        return None
    if word in known:
        return known[word]
    parts = split(word, "en")
    return known.get(parts[0], 0.0) if len(parts) == 1 else None


def _notes(left_out: list[str], absent: int) -> list[str]:
    notes = [
        "General English is the wordfreq package's blend of subtitles, news, web and books up to "
        f"2021. It gives shares, not counts: they are treated as {PSEUDO_TOKENS:,} tokens, so a "
        "high rank says that the word is not everyday English, which any official text's words "
        "are not; it does not say that this text differs from others of its kind.",
        "Of the words this text never uses only function words have rows, those that general "
        f"English would use at least {LEAST_EXPECTED} times in its length: {absent:,}. "
        "documents_reference is empty: wordfreq has no documents.",
        "Words of one text do not occur independently of each other, and general English has no "
        "documents to shuffle: p and p_adjusted are descriptive.",
    ]
    if left_out:
        shown = ", ".join(left_out[:5]) + (" …" if len(left_out) > 5 else "")
        notes.append(
            f"{counted(len(left_out), 'term')} {is_are(len(left_out))} left out because "
            f"wordfreq would split or estimate them (compounds, numbers, words told apart by "
            f"capitals): {shown}."
        )
    return notes
