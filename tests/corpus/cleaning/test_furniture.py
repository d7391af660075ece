import pytest

from summit_analysis.corpus.cleaning.furniture import find_furniture
from summit_analysis.corpus.cleaning.typist_rules import clean_paragraphs
from summit_analysis.lexicons import read_lexicon

BODY = [f"They agreed on point {number}." for number in range(12)]


def rules_at(paragraphs, **options):
    return find_furniture(paragraphs, **options)[0]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Skip to Content", "skip-link"),
        ("SKIP TO CONTENT", "skip-link"),
        ("• Skip to main content", "skip-link"),
        ("February 2022", "month-line"),
        ("For Immediate Release", "release-line"),
    ],
)
def test_furniture_at_the_start(line, rule):
    assert rules_at([line, *BODY]) == {0: rule}
    assert rules_at([*BODY, line]) == {}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("###", "end-mark"),
        ("# # #", "end-mark"),
        ("***", "end-mark"),
        ("Note: This article has been created with the consent of a ministry", "source-note"),
    ],
)
def test_furniture_at_the_end(line, rule):
    assert rules_at([*BODY, line]) == {len(BODY): rule}
    assert rules_at([line, *BODY]) == {}


@pytest.mark.parametrize(
    "line",
    [
        "In February 2022 they met.",
        "February 2022 was cold",
        "21 February 2022",
        "Please skip to Content",
        "Note: the two leaders met twice.",
        "Item #3",
    ],
)
def test_a_line_that_only_contains_furniture_stays(line):
    assert rules_at([line, *BODY]) == {}
    assert rules_at([*BODY, line]) == {}


@pytest.mark.parametrize("rule", read_lexicon("furniture")["rules"], ids=lambda rule: rule["id"])
def test_every_rule_is_bounded(rule):
    assert rule["where"] in ("start", "end")
    assert 1 <= rule["within"] <= 5
    assert 1 <= rule["longest"] <= 300
    line = (rule.get("text") or ["x"])[0]
    place = rule["within"]
    far = [*BODY[:place], line, *BODY] if rule["where"] == "start" else [*BODY, line, *BODY[:place]]
    assert rules_at(far) == {}


def test_a_note_longer_than_its_rule_allows_stays():
    note = "Note: This article was written with " + "much care and " * 30 + "love"
    assert rules_at([*BODY, note]) == {}


def test_a_title_goes_only_where_it_is_repeated():
    assert find_furniture(["Talks in Temmis", *BODY]) == ({}, "Talks in Temmis")
    rules, title = find_furniture(["Talks in Temmis", "• talks in  Temmis", *BODY])
    assert rules == {0: "title", 1: "title"}
    assert title == "Talks in Temmis"


def test_a_known_title_goes_where_it_stands_alone():
    assert rules_at(["Talks", *BODY], title="Talks") == {0: "title"}
    assert rules_at(["Talks went well", *BODY], title="Talks") == {}
    assert rules_at([*BODY, "Talks"], title="Talks") == {}


@pytest.mark.parametrize("line", ["They met.", "They met:", "“They met.”", "word " * 60])
def test_a_sentence_is_no_title(line):
    assert find_furniture([line, line, *BODY]) == ({}, None)


@pytest.mark.parametrize(
    "paragraphs", [["Skip to Content"], ["February 2022", "###"], ["Talks", "Talks"]]
)
def test_furniture_alone_stays_so_that_no_document_is_emptied(paragraphs):
    assert rules_at(paragraphs) == {}
    assert clean_paragraphs(paragraphs)[0] == "\n\n".join(paragraphs)
