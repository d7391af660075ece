"""What must hold of every count, on random texts."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.corpus.tokenising.tokens import tokenize

WORDS = ["we", "met", "U.S.", "Japan-U.S.", "talks", "of", "denuclearization", "(2+2)", "Côte"]
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(
    lambda words: "It was " + " ".join(words) + " again."
)
texts = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
several = st.lists(texts, min_size=1, max_size=4)
lengths = st.integers(1, 5)
quick = settings(max_examples=40, deadline=None)


def corpus_of(found, prefix="d"):
    return sa.Corpus([sa.Document(f"{prefix}{i}", text) for i, text in enumerate(found)])


@quick
@given(several)
def test_counts_sum_to_tokens(found):
    corpus = corpus_of(found)
    assert sa.frequency(corpus)["count"].sum() == len(corpus.tokens)
    assert sa.dtm(corpus).matrix.sum() == len(corpus.tokens)
    assert sa.frequency(corpus, by="doc_id")["count"].sum() == len(corpus.tokens)


@quick
@given(several, lengths)
def test_phrases_are_those_of_a_naive_counter(found, n):
    corpus = corpus_of(found)
    naive = Counter()
    for text in corpus.sentences["text"]:
        words = tokenize(text)
        naive.update(" ".join(words[i : i + n]) for i in range(len(words) - n + 1))
    frame = sa.frequency(corpus, n)
    assert dict(zip(frame["term"], frame["count"], strict=True)) == naive
    assert frame["count"].tolist() == sorted(naive.values(), reverse=True)


@quick
@given(several, st.integers(1, 3))
def test_a_concordance_reproduces_every_count(found, n):
    corpus = corpus_of(found)
    for row in sa.frequency(corpus, n).itertuples():
        lines = sa.concordance(corpus, row.term)
        assert len(lines) == row.count
        assert lines["doc_id"].nunique() == row.documents
        for line in lines.itertuples():
            assert corpus[line.doc_id].text[line.start : line.end] == line.match


@quick
@given(several, several, st.integers(1, 2), st.sampled_from(["four-term", "ucrel"]))
def test_keyness_swaps_its_sign_when_the_sides_swap(first, second, n, form):
    a, b = corpus_of(first, "a"), corpus_of(second, "b")
    there = sa.keyness(a, b, n=n, form=form, log_odds=True).set_index("term")
    back = sa.keyness(b, a, n=n, form=form, log_odds=True).set_index("term").loc[there.index]
    for column in ("lrc", "g2", "log_ratio", "log_odds"):
        assert there[column].to_numpy() == pytest.approx(-back[column].to_numpy(), abs=1e-6)
    for column in ("p", "p_adjusted", *(["p_documents"] if "p_documents" in there else [])):
        assert there[column].to_numpy() == pytest.approx(back[column].to_numpy(), abs=1e-9)
    assert np.isfinite(there.select_dtypes("number").to_numpy()).all()


@quick
@given(several, several)
def test_keyness_counts_are_those_of_frequency_over_the_union(first, second):
    a, b = corpus_of(first, "a"), corpus_of(second, "b")
    frame = sa.keyness(a, b).set_index("term")
    for side, corpus in (("target", a), ("reference", b)):
        own = sa.frequency(corpus).set_index("term")
        assert set(own.index) <= set(frame.index)
        joined = own.reindex(frame.index).fillna({"count": 0, "rate": 0, "documents": 0})
        for column in ("count", "rate", "documents"):
            assert frame[f"{column}_{side}"].tolist() == pytest.approx(joined[column].tolist())


TABLES = {
    "frequency": lambda corpus: sa.frequency(corpus, 2),
    "keyness": lambda corpus: sa.keyness(corpus, corpus_of(["It was talks of talks."], "z")),
    "dispersion": lambda corpus: sa.dispersion(corpus, parts="doc_id"),
    "collocates": lambda corpus: sa.collocates(corpus, "was", min_count=1, min_g2=0),
    "diversity": lambda corpus: sa.diversity(corpus, window=5),
    "trend": lambda corpus: sa.trend(corpus, ["talks", "we met"], by="doc_id", resamples=50),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@quick
@given(found=st.lists(texts, min_size=2, max_size=4), data=st.data())
def test_the_order_of_documents_does_not_matter(table, found, data):
    corpus = corpus_of(found)
    shuffled = sa.Corpus(data.draw(st.permutations(corpus.documents)))
    one, other = table(corpus), table(shuffled)
    pd.testing.assert_frame_equal(one, other)
    assert one.to_csv() == table(corpus).to_csv()


@quick
@given(several)
def test_spread_is_between_0_and_1(found):
    frame = sa.dispersion(corpus_of([*found, "It was so."]))
    for column in ("dp", "dp_norm", "dkl", "juilland_d"):
        assert frame[column].between(0, 1).all()
    assert (frame["range"] <= frame["count"]).all()


@quick
@given(several, st.one_of(st.integers(1, 4), st.just("sentence")))
def test_log_dice_is_14_at_most(found, window):
    frame = sa.collocates(corpus_of(found), "talks", window=window, min_count=1, min_g2=-1e9)
    assert (frame["log_dice"] <= 14 + 1e-9).all()
    assert (frame["count"] <= frame["count_term"]).all()
