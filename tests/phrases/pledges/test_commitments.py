"""Commitments: one row an action, specific or general, with deadline, sum and vehicle."""

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import SummitAnalysisError
from summit_analysis.lexicons import read_lexicon
from tests.phrases.act_checks import OPENING, corpus_of


def commitments_of(text, *columns):
    found = sa.commitments(corpus_of(OPENING + text))
    return list(found[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("They agreed to meet again.", ["meet again"]),
        ("They agreed to open ports and build ships.", ["open ports", "build ships"]),
        (
            "We will establish a fund, build ports, and train crews.",
            ["establish a fund", "build ports", "train crews"],
        ),
        ("They agreed to work together to deter raids.", ["work together to deter raids"]),
        ("They committed to opening the ports.", ["open the ports"]),
        ("They reaffirmed their commitment to the defense of Temmis.", ["defense of Temmis"]),
        (
            "They confirmed that they will expand trade, and President Mirrow thanked the sailors.",
            ["expand trade"],
        ),
    ],
)
def test_one_action_is_one_commitment(text, actions):
    assert [action for (action,) in commitments_of(text, "action")] == actions


@pytest.mark.parametrize(
    "text",
    ["They welcomed the treaty.", "They hoped for peace.", "President Mirrow praised past work."],
)
def test_wishes_and_praise_are_none(text):
    found = sa.commitments(corpus_of(OPENING + text))
    assert found.empty
    assert "No commitment was found" in found.attrs["notes"][0]


@pytest.mark.parametrize(
    ("text", "specific", "deadline", "money", "vehicle"),
    [
        ("They agreed to deepen trade.", False, "", "", ""),
        (
            "They agreed to open a Pilotage Center by March 31, 2033.",
            True,
            "by March 31, 2033",
            "",
            "Pilotage Center",
        ),
        ("President Mirrow pledged to give 40 million crowns.", True, "", "40 million crowns", ""),
        (
            "We will pay $1.5 billion by the end of 2031.",
            True,
            "by the end of 2031",
            "$1.5 billion",
            "",
        ),
        (
            "They agreed to cooperate through the Joint Harbor Committee.",
            True,
            "",
            "",
            "Joint Harbor Committee",
        ),
        (
            "They agreed to remain in touch over the coming weeks.",
            False,
            "over the coming weeks",
            "",
            "",
        ),
        ("By the end of 2031, we will deepen trade.", True, "By the end of 2031", "", ""),
    ],
)
def test_what_makes_it_specific(text, specific, deadline, money, vehicle):
    columns = ("specific", "deadline", "sum", "vehicle")
    assert commitments_of(text, *columns) == [(specific, deadline, money, vehicle)]


def test_a_year_that_has_passed_is_no_deadline():
    frame = pd.DataFrame(
        [
            {
                "doc_id": "a",
                "text": OPENING + "They agreed to build on work begun in 2029.",
                "date": "2031-05-01",
            }
        ]
    )
    corpus = sa.from_frame(frame, text="text", id="doc_id")
    assert sa.commitments(corpus)["deadline"].tolist() == [""]


def test_evidence_is_the_action_as_printed():
    corpus = corpus_of(OPENING + "They agreed to open ports and build ships.")
    for row in sa.commitments(corpus).itertuples():
        assert corpus["a"].text[row.start : row.end] == row.match
        assert row.match in row.quote


def test_the_series_has_its_dated_promises():
    series = sa.load(sa.bundled("data", "examples", "series"))
    found = sa.commitments(series)
    assert "by March 31, 2033" in set(found["deadline"])
    assert "40 million crowns" in set(found["sum"])


def test_a_register_has_an_empty_status(tmp_path):
    found = sa.commitments(corpus_of(OPENING + "They agreed to meet again."))
    path = sa.write_register(found, tmp_path / "register.csv")
    register = pd.read_csv(path, encoding="utf-8-sig", keep_default_na=False)
    assert register["status"].tolist() == [""]
    assert register["number"].tolist() == [1]
    assert "status" not in found.columns


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_register_runs_no_formula(tmp_path, kind):
    found = sa.commitments(corpus_of(OPENING + "They agreed to meet again."))
    found["action"] = "=1+1"
    path = sa.write_register(found, tmp_path / f"register.{kind}")
    register = pd.read_csv(path) if kind == "csv" else pd.read_excel(path)
    assert register["action"].tolist() == ["'=1+1"]


def test_a_register_as_a_workbook(tmp_path):
    pytest.importorskip("openpyxl")
    found = sa.commitments(corpus_of(OPENING + "They agreed to meet again."))
    path = sa.write_register(found, tmp_path / "register.xlsx")
    assert pd.read_excel(path)["action"].tolist() == ["meet again"]


def test_a_register_of_another_kind_is_refused(tmp_path):
    with pytest.raises(SummitAnalysisError, match="register.doc"):
        sa.write_register(sa.commitments(sa.load()), tmp_path / "register.doc")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_register_holds_no_formula(tmp_path, suffix):
    if suffix == ".xlsx":
        pytest.importorskip("openpyxl")
    frame = sa.commitments(corpus_of(OPENING + "They agreed to build ten ports."))
    frame["actor"] = "=HYPERLINK(1)"
    path = sa.write_register(frame, tmp_path / f"register{suffix}")
    read = pd.read_csv(path) if suffix == ".csv" else pd.read_excel(path)
    assert read["actor"].tolist() == ["'=HYPERLINK(1)"]
    assert frame["actor"].tolist() == ["=HYPERLINK(1)"]


def test_commitments_know_the_lexicon_of_their_acts():
    lexicon = dict(read_lexicon("acts"))
    lexicon["verbs"] = {**lexicon["verbs"], "commissive": ["covenant"]}
    corpus = corpus_of(OPENING + "They covenanted to build ten ports.")
    found = sa.commitments(corpus, lexicon=lexicon)
    assert found["action"].tolist() == ["build ten ports"]
    acts = sa.acts(corpus, lexicon=lexicon)
    assert sa.commitments(corpus, acts=acts, lexicon=lexicon).equals(found)


def test_commitments_follow_the_order_of_the_corpus():
    texts = [{"doc_id": name, "text": "They agreed to build ports."} for name in ("b", "a")]
    corpus = sa.from_frame(pd.DataFrame(texts), text="text", id="doc_id")
    assert sa.commitments(corpus)["doc_id"].tolist() == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "specific", "vehicle"),
    [
        ("They agreed to provide grants.", True, ""),
        ("They agreed to work with the UN to deter raids.", True, "UN"),
        ("They agreed to widen the Kestrel programme.", True, "Kestrel programme"),
        ("They reaffirmed their commitment to the Temmis Agreement.", False, "Temmis Agreement"),
        ("They will strengthen ties.", False, ""),
        ("Through the Temmis Partnership, they will deepen trade.", True, "Temmis Partnership"),
    ],
)
def test_deliverables_and_bodies(text, specific, vehicle):
    assert commitments_of(text, "specific", "vehicle") == [(specific, vehicle)]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("They agreed to develop and implement a plan.", ["develop and implement a plan"]),
        (
            "They agreed to build ports, including small ones, as well as to train crews.",
            ["build ports, including small ones", "train crews"],
        ),
        (
            "They reaffirmed their commitment to the defense of Temmis and to the safety of crews.",
            ["defense of Temmis", "safety of crews"],
        ),
        ("They emphasized that they are committed to lasting peace.", ["lasting peace"]),
    ],
)
def test_where_one_action_ends(text, actions):
    assert [action for (action,) in commitments_of(text, "action")] == actions
