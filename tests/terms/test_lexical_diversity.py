import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.errors import CorpusError
from summit_analysis.frames import notes_of
from summit_analysis.terms.lexical_diversity import mattr, mtld


@given(st.lists(st.integers(0, 5), min_size=3, max_size=40), st.integers(2, 6))
def test_mattr_is_the_mean_of_the_ratios_of_all_windows(ids, window):
    ratios = [len(set(ids[i : i + window])) / window for i in range(max(len(ids) - window + 1, 0))]
    found = mattr([np.array(ids)], window)
    assert found == pytest.approx(np.mean(ratios)) if ratios else np.isnan(found)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        # each stretch ends with its second token, at a ratio of 1/2
        ([1, 1, 1, 1], 2),
        # 3/4 is above .72 at the end: (1 - .75) / .28 of a stretch
        ([1, 2, 3, 1], 4 / (0.25 / 0.28)),
        # forward one stretch of 3 and a rest without a repetition; backward one of 4 that is none
        ([1, 2, 2, 3], (4 / 1 + 4 / 1) / 2),
    ],
)
def test_mtld_by_hand(ids, expected):
    assert mtld([np.array(ids)]) == pytest.approx(expected)


def test_groups_and_whole(series):
    whole = sa.diversity(series)
    assert whole.columns.tolist() == ["documents", "tokens", "types", "mattr", "mtld"]
    assert whole.loc[0, "tokens"] == len(series.tokens)
    groups = sa.diversity(series, by="issuer")
    assert groups["tokens"].sum() == whole.loc[0, "tokens"]
    assert groups["mattr"].between(0, 1).all()


def test_a_longer_text_of_the_same_words_is_not_less_diverse(series):
    text = series.documents[0].text
    once = sa.Corpus([sa.Document("a", text)])
    twice = sa.Corpus([sa.Document("a", text), sa.Document("b", text)])
    for measure in ("mattr", "mtld"):
        assert sa.diversity(once)[measure][0] == pytest.approx(sa.diversity(twice)[measure][0])


def test_what_cannot_be_measured_is_empty_with_a_note(corpus_of):
    frame = sa.diversity(corpus_of("We met."))
    assert frame[["mattr", "mtld"]].isna().all(axis=None)
    notes = " ".join(notes_of(frame))
    assert "No MATTR" in notes
    assert "No MTLD" in notes
    assert "unsteady" in notes


def test_bad_input_is_refused(corpus_of):
    with pytest.raises(CorpusError, match="window=1"):
        sa.diversity(corpus_of("We met."), window=1)
    with pytest.raises(CorpusError, match="no tokens"):
        sa.diversity(corpus_of("…"))
