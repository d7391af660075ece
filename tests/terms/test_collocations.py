import numpy as np
import pytest

import summit_analysis as sa
from summit_analysis.corpus.tokenising.tokens import tokenize
from summit_analysis.errors import CorpusError, PatternError
from summit_analysis.frames import notes_of


def naive(corpus, node, window):
    """Count collocates sentence by sentence, as the docstring defines them."""
    near, nodes_with = {}, {}
    for text in corpus.sentences["text"]:
        words = tokenize(text)
        nodes = [i for i, word in enumerate(words) if word == node]
        reach = {
            i: [j for j in range(max(i - window, 0), i + window + 1) if j < len(words)]
            for i in nodes
        }
        for j in {j for places in reach.values() for j in places} - set(nodes):
            near[words[j]] = near.get(words[j], 0) + 1
        for places in reach.values():
            for word in {words[j] for j in places if j not in nodes}:
                nodes_with[word] = nodes_with.get(word, 0) + 1
    return {word: min(near[word], nodes_with[word]) for word in near}


@pytest.mark.parametrize(("node", "window"), [("strait", 5), ("the", 2), ("leaders", 50)])
def test_joint_counts_are_those_of_a_naive_counter(series, node, window):
    frame = sa.collocates(series, node, window=window, min_count=1, min_g2=-np.inf)
    assert dict(zip(frame["term"], frame["count"], strict=True)) == naive(series, node, window)


def test_a_sentence_window_is_the_whole_sentence(series):
    whole = sa.collocates(series, "strait", window="sentence", min_count=1, min_g2=-np.inf)
    wide = sa.collocates(series, "strait", window=500, min_count=1, min_g2=-np.inf)
    assert whole["count"].tolist() == wide["count"].tolist()


def test_two_words_always_together_have_log_dice_14(corpus_of):
    corpus = corpus_of("Six Harbors Forum. We met at noon. Six Harbors again. They left us.")
    frame = sa.collocates(corpus, "harbors", window=1, min_g2=0).set_index("term")
    assert frame.loc["six", "log_dice"] == 14


def test_a_window_stops_at_the_sentences_end(corpus_of):
    frame = sa.collocates(corpus_of("We met. They spoke."), "met", min_count=1, min_g2=0)
    assert frame["term"].tolist() == ["we"]


def test_phrases_and_patterns_can_be_nodes(series):
    frame = sa.collocates(series, "across the Lanner Strait", min_count=5)
    assert {"peace", "stability"} <= set(frame["term"])
    assert "strait" not in frame["term"].tolist()
    assert len(sa.collocates(series, "resilien*", min_count=1, min_g2=0))


def test_measures_on_request_are_finite(series):
    frame = sa.collocates(
        series, "strait", measures=["mi", "mi3", "t", "chi2"], min_count=1, min_g2=-1e9
    )
    assert np.isfinite(frame.select_dtypes("number").to_numpy()).all()
    assert frame.columns[-4:].tolist() == ["mi", "mi3", "t", "chi2"]


def test_chi_squared_compares_inside_with_outside(corpus_of):
    corpus = corpus_of("We met Mirrow. We left. They met Teal. They left. We wrote.")
    frame = sa.collocates(corpus, "met", measures="chi2", min_count=1, min_g2=0).set_index("term")
    # "we" is one of the four tokens beside "met" and two of the six others
    a, b, c, d = 1, 3, 2, 4
    by_hand = (a + b + c + d) * (a * d - b * c) ** 2 / ((a + b) * (c + d) * (a + c) * (b + d))
    assert frame.loc["mirrow", "chi2"] == pytest.approx(10 * 6**2 / (4 * 6 * 1 * 9))
    wide = sa.collocates(corpus, "met", measures="chi2", min_count=1, min_g2=-9).set_index("term")
    assert wide.loc["we", "chi2"] == pytest.approx(by_hand)
    everything = sa.collocates(corpus_of("We met."), "met", measures="chi2", min_count=1, min_g2=0)
    assert everything["chi2"].tolist() == [0]


def test_what_filters_dropped_is_noted(series):
    notes = " ".join(notes_of(sa.collocates(series, "strait", stopwords="english")))
    assert "from the stop words" in notes
    assert "standing with it under 2 times" in notes
    assert "with G2 under 3.84" in notes


def test_an_unknown_node_says_so(series):
    frame = sa.collocates(series, "resilense", measures=["t"])
    assert frame.empty
    assert frame.columns[-1] == "t"
    assert "does not occur in this text. Similar words" in notes_of(frame)[0]


def test_nothing_left_says_what_to_try(corpus_of):
    frame = sa.collocates(corpus_of("We met once."), "met")
    assert frame.empty
    assert "try min_g2=0" in notes_of(frame)[-1]


def test_bad_options_are_refused(series):
    with pytest.raises(CorpusError, match="window="):
        sa.collocates(series, "strait", window=0)
    with pytest.raises(CorpusError, match="measures="):
        sa.collocates(series, "strait", measures=["z"])
    with pytest.raises(PatternError):
        sa.collocates(series, "*")
