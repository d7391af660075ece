"""Counting by packed numbers against counting one by one."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising import sorting
from summit_analysis.corpus.tokenising.building import build_index
from summit_analysis.corpus.tokenising.token_index import TokenIndex, select_sentences
from summit_analysis.errors import CorpusError
from summit_analysis.terms import counting, packing
from summit_analysis.terms.counting import count_terms, total_terms
from summit_analysis.terms.spelling import term_column, term_texts

words = st.sampled_from("a b c dd e-f é U.S. We.".split())
texts = st.lists(words, max_size=30).map(" ".join)


def counted_one_by_one(index: TokenIndex, n: int) -> Counter[tuple[str, int]]:
    found: Counter[tuple[str, int]] = Counter()
    printed = [index.vocabulary[word] for word in index.ids]
    for sentence, document in enumerate(index.document_of(np.arange(len(index.sentence_starts)))):
        first, past = index.sentence_tokens[sentence : sentence + 2]
        for place in range(first, past - n + 1):
            found[" ".join(printed[place : place + n]), int(document)] += 1
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, max_size=5), st.integers(1, 5), st.sampled_from([64, 20, 12]), st.booleans())
def test_counts_are_those_of_one_by_one(
    found: list[str], n: int, bits: int, comparing: bool
) -> None:
    index = build_index([Document(str(number), text) for number, text in enumerate(found)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "BUCKET", 4)
        patch.setattr(sorting, "DIGIT_BITS", 3)
        patch.setattr(sorting, "comparing_is_quick", lambda: comparing)
        patch.setattr(packing, "BLOCK", 3)
        patch.setattr(counting, "BLOCK", 3)
        patch.setattr(packing, "KEY_BITS", bits)  # few bits: keys must be ranked
        counts = count_terms(index, n=n)
        ids, totals, documents = total_terms(index, n=n)
    terms = term_texts(index, counts.ids)
    assert terms == sorted(set(terms))
    assert term_column(index, counts.ids, np.arange(len(terms))).tolist() == terms
    cells = zip(counts.term.tolist(), counts.document.tolist(), counts.count.tolist(), strict=True)
    assert {(terms[t], d): c for t, d, c in cells} == counted_one_by_one(index, n)
    assert np.array_equal(ids, counts.ids)
    assert totals.tolist() == counts.totals().tolist()
    assert documents.tolist() == counts.documents().tolist()


def test_words_and_documents_of_more_than_32_bits_together() -> None:
    some = 1 << 16
    index = build_index([Document(str(place), f"w{place} we met we") for place in range(some)])
    counts = count_terms(index)
    assert counts.document.tolist() == np.repeat(np.arange(some), 3).tolist()
    found = zip(counts.term.tolist(), counts.document.tolist(), counts.count.tolist(), strict=True)
    vocabulary = index.vocabulary
    assert {(vocabulary[word], where, count) for word, where, count in found} == {
        row
        for place in range(some)
        for row in ((f"w{place}", place, 1), ("we", place, 2), ("met", place, 1))
    }


@pytest.mark.parametrize("n", [0, 13])
def test_length_of_phrases_is_limited(n: int) -> None:
    with pytest.raises(CorpusError, match="1 to 12"):
        count_terms(build_index([Document("a", "We met.")]), n=n)


@pytest.mark.parametrize("n", [1, 2, 3, 12])
def test_part_of_a_corpus_without_tokens_has_no_terms(n: int) -> None:
    index = build_index([Document("a", "We met."), Document("b", "...")])
    part, _ = select_sentences(index, np.array([False, True]))
    assert part.vocabulary and not len(part.ids)
    assert len(count_terms(part, n=n).ids) == len(total_terms(part, n=n)[0]) == 0
