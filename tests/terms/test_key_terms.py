import sys

import numpy as np
import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError, SummitAnalysisWarning
from summit_analysis.frames import notes_of
from summit_analysis.terms.general_english import PSEUDO_TOKENS

COLUMNS = [
    *("term", "count_target", "count_reference", "rate_target", "rate_reference"),
    *("documents_target", "documents_reference", "log_ratio", "lrc", "g2", "p", "p_adjusted"),
]


@pytest.fixture(scope="module")
def sides(series):
    return series.where(issuer="Keldrava"), series.where(issuer="Sorrelay")


def noted(frame, words):
    return any(words in note for note in notes_of(frame))


def test_columns_and_order(sides):
    frame = sa.keyness(*sides)
    assert frame.columns.tolist() == [*COLUMNS, "p_documents"]
    expected = frame.sort_values(["lrc", "g2", "term"], ascending=[False, False, True])
    assert frame["term"].tolist() == expected["term"].tolist()
    assert not (np.signbit(frame["lrc"]) & (frame["lrc"] == 0)).any()
    assert noted(frame, f"Bonferroni over {len(frame):,} terms")
    assert noted(frame, "1,937 tokens")


def test_a_word_the_target_never_uses_has_a_row(corpus_of):
    frame = sa.keyness(corpus_of("We met."), corpus_of("We spoke.")).set_index("term")
    assert frame.loc["spoke", ["count_target", "count_reference"]].tolist() == [0, 1]


def test_three_documents_against_three_cannot_go_under_a_tenth(series):
    ids = [document.doc_id for document in series]
    a, b = series.where(doc_id=ids[:3]), series.where(doc_id=ids[3:6])
    frame = sa.keyness(a, b)
    assert frame["p_documents"].min() == pytest.approx(0.1)
    assert noted(frame, "cannot be under 0.1.")


def test_many_documents_are_sampled_with_a_fixed_seed(corpus_of):
    a = corpus_of(*["peace peace talks"] * 12)
    b = sa.Corpus([sa.Document(f"e{i}", "talks of trade") for i in range(12)])
    one, other = sa.keyness(a, b), sa.keyness(a, b)
    pd.testing.assert_frame_equal(one, other)
    assert one.set_index("term").loc["peace", "p_documents"] == pytest.approx(1 / 2000)
    assert one.set_index("term").loc["talks", "p_documents"] == 1
    assert noted(one, "1,999 random ways")


def test_shuffles_that_would_take_long_are_left_out_and_said(monkeypatch, sides):
    monkeypatch.setattr("summit_analysis.terms.shuffling.AFFORDABLE", 10)
    frame = sa.keyness(*sides)
    assert "p_documents" not in frame
    assert noted(frame, "would take long and was left out")
    assert "p_documents" in sa.keyness(*sides, permutations=100)
    assert "p_documents" not in sa.keyness(*sides, permutations=0)


def test_one_document_a_side_says_that_p_is_descriptive(corpus_of):
    frame = sa.keyness(corpus_of("We met."), corpus_of("They spoke."))
    assert "p_documents" not in frame
    assert noted(frame, "p is descriptive")


def test_measures_of_older_work_on_request(corpus_of):
    target = corpus_of("peace " * 10 + "talks " * 60 + "the " * 30)
    reference = corpus_of("peace " * 5 + "trade " * 135 + "the " * 60)
    names = ["hardie_log_ratio", "percent_difference", "odds_ratio"]
    frame = sa.keyness(target, reference, measures=names)
    assert frame.columns[-3:].tolist() == names
    # METHODS: 10 of 100 against 5 of 200
    assert frame.set_index("term").loc["peace", names].tolist() == pytest.approx([2, 300, 4.333333])
    assert frame.set_index("term").loc["talks", names[1:]].isna().all()
    assert noted(frame, "odds_ratio has no value for 1 of the terms")
    assert "odds_ratio" in sa.keyness(target, reference, measures="odds_ratio")


def test_sections_of_one_document_can_be_compared():
    seed = sa.load()
    sentences = seed.sentences
    half = sentences["paragraph"].median()
    early = seed.subset(sentences[sentences["paragraph"] <= half])
    late = seed.subset(sentences[sentences["paragraph"] > half])
    frame = sa.keyness(early, late, stopwords="english")
    assert len(frame) > 100
    assert noted(frame, "parts of one document")
    assert noted(sa.keyness(early, seed), "overlap")


def test_against_general_english():
    seed = sa.load()
    frame = sa.keyness(seed, "english").set_index("term")
    assert (frame.loc[["kishida", "leaders", "cooperation"], "lrc"] > 0).all()
    absent = frame[frame["count_target"] == 0]
    assert "you" in absent.index
    assert (absent["g2"] < 0).all()
    assert "japan-u.s" not in frame.index
    assert "japan-u.s." not in frame.index
    assert "2022" not in frame.index
    assert noted(frame, f"{PSEUDO_TOKENS:,} tokens")
    assert noted(frame, "documents_reference is empty")
    assert frame["documents_reference"].isna().all()
    assert np.isfinite(frame.drop(columns="documents_reference").to_numpy(float)).all()
    assert sa.keyness(seed, "english", compounds="split").set_index("term").loc["u.s.", "lrc"] > 0


def test_against_general_english_p_is_said_to_be_descriptive(corpus_of):
    frame = sa.keyness(corpus_of("We met."), "english")
    assert noted(frame, "p and p_adjusted are descriptive")


@pytest.mark.parametrize("word", ["1.5", "2¾", "7", "US", "cross-Strait", "2+2"])
def test_what_wordfreq_would_estimate_is_left_out_of_english(corpus_of, word):
    frame = sa.keyness(corpus_of(f"The IT talks of {word} went on."), "english")
    left = {"the", "talks", "of", "went", "on"} | ({"u.s."} if word == "US" else set())
    assert set(frame.loc[frame["count_target"] > 0, "term"]) == left


def test_min_count_and_stop_words_are_noted(sides):
    frame = sa.keyness(*sides, stopwords="english", min_count=3)
    assert "the" not in frame["term"].tolist()
    assert (frame["count_target"] + frame["count_reference"]).min() == 3
    assert noted(frame, "Left out for being stop words")
    assert noted(frame, "count under 3 are left out")


def test_log_odds_agree_in_direction_and_their_interval_holds_them(sides):
    frame = sa.keyness(*sides, log_odds=True)
    strong = frame[frame["lrc"] != 0]
    assert (np.sign(strong["log_odds"]) == np.sign(strong["lrc"])).all()
    assert frame["log_odds"].between(frame["log_odds_low"], frame["log_odds_high"]).all()
    assert noted(frame, "a prior of 500 tokens")


def test_log_odds_of_a_single_term_are_empty_with_a_note(corpus_of):
    frame = sa.keyness(corpus_of("peace"), corpus_of("peace peace"), log_odds=True)
    assert frame["log_odds"].isna().all()
    assert noted(frame, "Undefined for 1 terms")


def test_benjamini_and_hochberg_on_request(sides):
    holm, bh = sa.keyness(*sides), sa.keyness(*sides, adjust="bh")
    assert (bh["p_adjusted"] <= holm["p_adjusted"] + 1e-12).all()
    assert noted(bh, "Benjamini and Hochberg's")


def test_phrases_name_their_own_base(sides):
    frame = sa.keyness(*sides, n=3)
    assert frame["term"].str.count(" ").eq(2).all()
    assert noted(frame, "places where 3 words can stand: 1,767 and 1,599")


def test_nothing_left_says_why(sides):
    frame = sa.keyness(*sides, min_count=9999)
    assert frame.empty
    assert noted(frame, "No term is left to show.")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda a, b: sa.keyness(a, b), "The reference .nothing. is empty"),
        (lambda a, b: sa.keyness(b, a), "The target .nothing. is empty"),
        (lambda a, b: sa.keyness(a, "german"), "The reference is a corpus"),
        (lambda a, b: sa.keyness(a, "english", n=2), "n is 1"),
        (lambda a, b: sa.keyness(a, a, n=5), "no sentence of 5 words"),
        (lambda a, b: sa.keyness(a, a, form="two"), "four-term"),
        (lambda a, b: sa.keyness(a, a, adjust="none"), "holm"),
    ],
)
def test_bad_input_is_refused_with_a_reason(corpus_of, make, message):
    with pytest.raises(CorpusError, match=message):
        make(corpus_of("We met."), corpus_of("…", name="nothing"))


def test_a_text_in_another_language_gets_a_warning(corpus_of, french):
    with pytest.warns(SummitAnalysisWarning, match=r"Only \d+ ?% of the tokens"):
        frame = sa.keyness(corpus_of(french), "english")
    assert noted(frame, "English function words")


def test_importing_needs_no_wordfreq():
    import subprocess

    code = "import sys, summit_analysis; print({'scipy', 'wordfreq', 'nltk'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
