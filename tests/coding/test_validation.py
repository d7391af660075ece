"""Scores against a sheet, checked against counts made by hand."""

import numpy as np
import pandas as pd
import pytest

from summit_analysis.coding import check_lexicon, confusion, read_coded, validate
from summit_analysis.corpus import Corpus, Document
from summit_analysis.errors import CorpusError, SheetError, SummitAnalysisError
from summit_analysis.topics import topic_evidence

ROWS = [
    {"doc_id": "a", "sentence": 0, "text": "The moon.", "topics": "space"},
    {"doc_id": "a", "sentence": 1, "text": "Oil and the moon.", "topics": "energy; space"},
    {"doc_id": "b", "sentence": 0, "text": "Greetings.", "topics": "none"},
    {"doc_id": "b", "sentence": 1, "text": "Vaccines.", "topics": "health"},
]
FOUND = pd.DataFrame(
    [
        ("a", 0, "space"),
        ("a", 1, "energy"),
        ("a", 1, "energy"),
        ("b", 0, "space"),
        ("b", 1, "energy"),
    ],
    columns=["doc_id", "sentence", "topic"],
)


def test_precision_recall_and_f1():
    frame = validate(FOUND, read_coded(ROWS)).set_index("label")
    assert frame.loc["space", ["coded", "found", "right"]].tolist() == [2, 2, 1]
    assert frame.loc["space", "f1"] == pytest.approx(0.5)
    assert frame.loc["energy", "precision"] == pytest.approx(0.5)
    assert frame.loc["energy", "recall"] == 1
    assert frame.loc["health", "f1"] == 0
    assert np.isnan(frame.loc["health", "precision"])
    assert frame.loc["micro", ["coded", "found", "right"]].tolist() == [4, 4, 2]
    assert frame.loc["micro", "f1"] == pytest.approx(0.5)
    assert frame.loc["macro", "f1"] == pytest.approx((0.5 + 2 / 3 + 0) / 3)


def test_kappa_of_a_label():
    # space: both 1, sheet only 1, found only 1, neither 1: observed .5, by chance .5
    frame = validate(FOUND, read_coded(ROWS)).set_index("label")
    assert frame.loc["space", "kappa"] == pytest.approx(0)
    # energy: both 1, found only 1, neither 2: observed .75, by chance .25 * .5 + .75 * .5 = .5
    assert frame.loc["energy", "kappa"] == pytest.approx(0.5)


def test_intervals_are_drawn_from_documents_and_repeat():
    one, two = (validate(FOUND, read_coded(ROWS), resamples=200) for _ in range(2))
    pd.testing.assert_frame_equal(one, two)
    micro = one.set_index("label").loc["micro"]
    assert micro["f1_low"] <= micro["f1"] <= micro["f1_high"]
    assert micro["f1_low"] == 0
    assert micro["f1_high"] == pytest.approx(0.8)


@pytest.mark.parametrize("given", [None, 3, {"doc_id": "a"}])
def test_what_is_no_sheet_is_refused(given):
    with pytest.raises(SheetError, match="takes a file, a frame or a list of rows"):
        validate(FOUND, given)


def test_options_are_checked():
    with pytest.raises(SheetError, match="what='topic': give 'topics' or 'acts'"):
        validate(FOUND, read_coded(ROWS), what="topic")
    with pytest.raises(CorpusError, match="resamples=0"):
        validate(FOUND, read_coded(ROWS), resamples=0)


def test_acts_are_paired_by_verb_and_class():
    coded = [
        {"doc_id": "a", "sentence": 0, "verb": "agree", "act_class": "commissive"},
        {"doc_id": "a", "sentence": 0, "verb": "agree", "act_class": "commissive"},
        {"doc_id": "a", "sentence": 0, "verb": "note", "act_class": "assertive"},
    ]
    found = pd.DataFrame(
        {
            "doc_id": "a",
            "sentence": 0,
            "verb": ["agree", "agree", "agree", "note"],
            "act_class": ["commissive", "commissive", "commissive", "expressive"],
        }
    )
    frame = validate(found, read_coded(coded)).set_index("label")
    assert frame.loc["commissive", ["coded", "found", "right"]].tolist() == [2, 3, 2]
    assert frame.loc["assertive", "right"] == 0
    assert frame.loc["expressive", "found"] == 1


def test_sentences_cut_differently_are_found_by_their_text():
    corpus = Corpus([Document("a", "The moon. Oil and the moon.")])
    rows = topic_evidence(corpus)
    shifted = rows.assign(sentence=rows["sentence"] + 1)
    frame = validate(shifted, read_coded(ROWS[:2])).set_index("label")
    assert frame.loc["micro", "f1"] == 1
    assert any("cuts differently" in note for note in frame.attrs["notes"])


def test_what_does_not_fit_is_an_error():
    coded = read_coded(ROWS)
    with pytest.raises(SheetError, match="None of the documents"):
        validate(FOUND.assign(doc_id="z"), coded)
    with pytest.raises(SheetError, match="no sentence 9"):
        validate(FOUND.assign(sentence=9, match="sun", quote="The sun."), coded)
    with pytest.raises(SheetError, match="no column 'sentence'"):
        validate(FOUND.drop(columns="sentence"), coded)
    with pytest.raises(SheetError, match="no sentence is coded for acts"):
        validate(FOUND, coded, what="acts")


def test_rows_outside_the_sheet_are_counted():
    extra = pd.concat([FOUND, FOUND.assign(doc_id="z")])
    notes = validate(extra, read_coded(ROWS)).attrs["notes"]
    assert any(note == "Found rows in sentences that were not coded: 5." for note in notes)


def test_confusion_pairs_missed_with_excess():
    frame = confusion(FOUND, read_coded(ROWS))
    pairs = {(row.coded, row.found): row.sentences for row in frame.itertuples()}
    assert pairs == {
        ("space", "space"): 1,
        ("energy", "energy"): 1,
        ("space", "(nothing)"): 1,
        ("(nothing)", "space"): 1,
        ("health", "energy"): 1,
    }


def test_the_lexicon_check_tells_silent_shared_and_misleading_entries():
    corpus = Corpus([Document("a", "The moon. Oil and the moon.")])
    lexicon = {
        "topics": {"space": {"entries": ["moon", "oil", "star"]}, "energy": {"entries": ["oil"]}}
    }
    frame = check_lexicon(corpus, lexicon, coded=read_coded(ROWS[:2])).set_index(["topic", "entry"])
    assert frame.loc[("space", "star"), "count"] == 0
    assert frame.loc[("space", "oil"), "shared_with"] == "energy"
    assert frame.loc[("space", "moon"), "precision"] == 1
    assert np.isnan(frame.loc[("space", "star"), "precision"])
    assert "1 of 4 entries never fire" in frame.attrs["notes"][0]


@pytest.mark.parametrize("score", [validate, confusion])
@pytest.mark.parametrize("predicted", [None, "found.csv", Corpus([])])
def test_what_was_found_is_a_frame(score, predicted):
    with pytest.raises(SummitAnalysisError, match=r"takes what topic_evidence\(\).* returns"):
        score(predicted, [{"doc_id": "a", "sentence": 0, "text": "x", "topics": "space"}])
