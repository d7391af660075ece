import itertools
import random

import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


def by_brute_force(a, b, least):
    """Every maximal run of words that a sentence of either side has, by looking at every pair."""
    found = set()
    for one, other in itertools.product(a, b):
        for i, j in itertools.product(range(len(one)), range(len(other))):
            if i and j and one[i - 1] == other[j - 1]:
                continue
            n = 0
            while i + n < len(one) and j + n < len(other) and one[i + n] == other[j + n]:
                n += 1
            if n >= least:
                found.add(tuple(one[i : i + n]))
    return found


@pytest.mark.parametrize("seed", range(30))
def test_the_same_as_by_brute_force(seed, document):
    random.seed(seed)
    sides = [
        [random.choices("peace trade sea law".split(), k=random.randint(1, 9)) for _ in range(4)]
        for _ in range(2)
    ]
    documents = [
        document(name, " ".join(f"{' '.join(words).capitalize()}." for words in side))
        for name, side in zip("ab", sides, strict=True)
    ]
    got = sa.shared_runs(*documents, min_words=2)
    assert {tuple(text.lower().split()) for text in got["text"]} == by_brute_force(*sides, 2)


def test_places_on_both_sides(series, check_evidence):
    runs = sa.shared_runs(series.where(issuer="Keldrava"), series.where(issuer="Sorrelay"))
    check_evidence(runs, series)
    check_evidence(runs, series, "_b")
    assert runs["words"].is_monotonic_decreasing


def test_case_and_punctuation_do_not_count(document):
    a = document("a", "They will keep, as ever, the Strait “open”.")
    b = document("b", "THEY WILL KEEP AS EVER THE STRAIT OPEN")
    assert sa.shared_runs(a, b)[["words", "whole"]].values.tolist() == [[8, True]]


def test_a_run_stays_within_a_sentence(document):
    a = document("a", "We met in the port. We left by sea.")
    b = document("b", "We met in the port. We left by sea.")
    runs = sa.shared_runs(a, b, min_words=3)
    assert runs["words"].tolist() == [5, 4]
    assert any("same text" in note for note in runs.attrs["notes"])


def test_nothing_shared_says_so(document):
    runs = sa.shared_runs(document("a", "We met."), document("b", "They left."))
    assert runs.empty and "No match found" in " ".join(runs.attrs["notes"])


def test_a_run_has_two_words(document):
    with pytest.raises(CorpusError, match="min_words=1"):
        sa.shared_runs(document("a", "We met."), document("b", "We met."), min_words=1)


def test_every_shared_sentence_of_long_texts_is_found(document):
    random.seed(1)
    words = [f"w{n}" for n in range(400)]
    texts = [" ".join(random.choices(words, k=40)).capitalize() + "." for _ in range(2000)]
    shared = " ".join(texts[:500])
    a, b = document("a", " ".join(texts)), document("b", shared + " " + " ".join(texts[1000:]))
    corpora = [sa.Corpus([each]) for each in (a, b)]
    assert all(len(each.index.ids) > 50_000 for each in corpora)
    assert len(sa.shared_runs(*corpora)) == 1500
