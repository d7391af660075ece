"""Bad input, hostile input, and what stays unchanged."""

import os
import time
from pathlib import Path

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.corpus.evidence import COLUMNS

from .act_checks import OPENING, corpus_of


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Die Regierungschefs begrüßten das Abkommen und vereinbarten weitere Gespräche "
            "über den Ausbau der Häfen und der Eisenbahn zwischen den beiden Ländern im Jahr 2032.",
            "English",
        ),
        (
            "Anchor, rope, sail, mast, keel, rudder, oar, hull, deck, bow, stern, port, buoy, net, "
            "hook, line, chart, compass, lamp, bell, horn, flag.",
            "English",
        ),
        ("The rain in the hills fell on the roofs of the town and in the streets.", "act verb"),
        (
            "The rain in the hills discussed nothing of the town and the streets.",
            "No act was found",
        ),
    ],
)
def test_an_empty_frame_says_why(text, reason):
    found = sa.acts(corpus_of(text))
    assert found.empty
    assert list(found.columns[: len(COLUMNS)]) == list(COLUMNS)
    assert reason in found.attrs["notes"][0]


@pytest.mark.parametrize(
    "unit",
    [
        "a, ",
        "“ ",
        "( ",
        "we ",
        "Japan, ",
        "Japan and ",
        "the leaders of ",
        "President ",
        "to which the President, ",
        "agreed and ",
        "will ",
        "that ",
        "is pleased to ",
    ],
)
def test_no_sentence_takes_more_than_linear_time(unit):
    def seconds(words: int) -> float:
        corpus = corpus_of(
            "The leaders met and " + unit * (words // len(unit.split())) + " agreed."
        )
        assert len(corpus.index.ids)
        begin = time.process_time()
        sa.acts(corpus)
        return time.process_time() - begin

    seconds(100)
    short, long = seconds(2_500), seconds(10_000)
    assert long < 3
    assert long < 8 * short + 0.1


def test_a_corpus_is_read_the_same_in_parts():
    both = pd.DataFrame(
        {"doc_id": ["a", "b"], "text": [OPENING + "They agreed to meet.", "Japan thanked the EU."]}
    )
    corpus = sa.from_frame(both, text="text", id="doc_id")
    whole = sa.acts(corpus)
    alone = sa.acts(corpus.where(doc_id="b"))
    assert whole[whole["doc_id"] == "b"]["match"].tolist() == alone["match"].tolist() == ["thanked"]


def test_acts_of_a_subset_keep_their_places():
    corpus = corpus_of(OPENING + "They agreed to meet. They thanked the sailors.")
    rows = sa.acts(corpus)
    part = sa.acts(corpus.subset(rows[rows["match"] == "thanked"]))
    assert part[["sentence", "match"]].values.tolist() == [[2, "thanked"]]


def test_a_reader_may_pass_verbs_of_their_own():
    from summit_analysis.lexicons import read_lexicon

    own = dict(read_lexicon("acts"))
    own["verbs"] = {**own["verbs"], "expressive": [*own["verbs"]["expressive"], "serenade"]}
    corpus = corpus_of(OPENING + "The leaders serenaded the sailors.")
    assert "serenaded" not in sa.acts(corpus)["match"].tolist()
    assert "serenaded" in sa.acts(corpus, lexicon=own)["match"].tolist()


@pytest.mark.skipif("SUMMIT_CORPORA" not in os.environ, reason="SUMMIT_CORPORA is not set")
def test_a_year_of_releases_takes_its_share_of_ten_seconds():
    corpus = sa.load(Path(os.environ["SUMMIT_CORPORA"]) / "white_house" / "2024")
    words = len(corpus.index.ids)
    begin = time.process_time()
    found = sa.acts(corpus)
    assert time.process_time() - begin < 10 * words / 556_000
    assert len(found) > words / 100
