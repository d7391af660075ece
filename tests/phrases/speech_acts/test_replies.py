"""Replies, what they answer, and requests that stay open."""

import pytest

import summit_analysis as sa
from tests.phrases.act_checks import OPENING, acts_of, corpus_of


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        (
            "Prime Minister Iresk asked for help, to which President Mirrow offered her support.",
            [False, True],
        ),
        ("Prime Minister Iresk offered ships, which President Mirrow welcomed.", [False, True]),
        (
            "Mr. Iresk spoke. In response, President Mirrow thanked him and praised him.",
            [False, True, True],
        ),
        (
            "Mr. Iresk explained his plan, and President Mirrow expressed her support for it.",
            [False, True],
        ),
        (
            "Mr. Iresk invited the President, and President Mirrow accepted the invitation.",
            [False, True],
        ),
        ("Prime Minister Iresk proposed talks, and President Mirrow agreed.", [False, True]),
        (
            "Prime Minister Iresk extended an invitation to President Mirrow, which was accepted.",
            [False, True],
        ),
        (
            "Prime Minister Iresk explained his plan, and President Mirrow thanked the sailors.",
            [False, False],
        ),
        ("They adopted a resolution, the date of which will be announced.", [False]),
    ],
)
def test_what_is_presented_as_an_answer_is_a_reply(text, replies):
    assert [reply for (reply,) in acts_of(text, "is_reply")] == replies


def test_a_reply_names_the_request_it_answers():
    text = "Prime Minister Iresk asked for help, to which President Mirrow offered her support."
    found = sa.acts(corpus_of(OPENING + text))
    asked, offered = found.iloc[1], found.iloc[2]
    assert offered["replies_to"] == asked["act_id"]
    requests = sa.requests(found)
    assert requests["answered_by"].tolist() == [offered["act_id"]]


def test_a_request_without_an_answer_stands_out():
    found = sa.acts(corpus_of(OPENING + "Prime Minister Iresk urged President Mirrow to act."))
    requests = sa.requests(found)
    assert requests[["actor", "answered_by"]].values.tolist() == [["Iresk", ""]]
    assert "0 of 1 request" in requests.attrs["notes"][0]


def test_no_request_is_said():
    requests = sa.requests(sa.acts(corpus_of(OPENING)))
    assert requests.empty
    assert requests.attrs["notes"] == ["No request by one party was found in these texts."]


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        (
            "President Mirrow stated that talks help, and Prime Minister Iresk agreed.",
            [False, True],
        ),
        (
            "President Mirrow proposed talks, and Prime Minister Iresk concurred with this view.",
            [False, True],
        ),
        (
            "President Mirrow announced a fund. Prime Minister Iresk welcomed this announcement.",
            [False, True],
        ),
        ("In response to these concerns, Prime Minister Iresk offered talks.", [True]),
        ("Upon hearing this explanation, Prime Minister Iresk thanked her.", [True]),
        (
            "President Mirrow discussed the raid, which Prime Minister Iresk said was grave.",
            [False, False],
        ),
        ("They discussed a summit, at which they will talk.", [False]),
    ],
)
def test_what_answers(text, replies):
    assert [reply for (reply,) in acts_of(text, "is_reply")] == replies
