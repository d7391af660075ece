"""Bad input, hostile input, and what stays unchanged."""

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.corpus.search.evidence_rows import COLUMNS
from tests.phrases.act_checks import OPENING, corpus_of


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


@pytest.mark.filterwarnings("ignore:Only 0% of the tokens")
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
def test_a_hostile_sentence_of_ten_thousand_words_is_read_to_its_end(unit):
    # A grammar of more than linear time would not come back from this.
    words = unit * (10_000 // len(unit.split()))
    corpus = corpus_of(f"The leaders met and {words} agreed. They thanked the sailors.")
    assert "thanked" in sa.acts(corpus)["match"].tolist()


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
