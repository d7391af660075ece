"""What the bundled lexicon reads in made-up sentences, and what it leaves alone."""

import pytest

from summit_analysis.corpus import Corpus, Document
from summit_analysis.topics import topic_evidence


def topics(text):
    return set(topic_evidence(Corpus([Document("a", text)]))["topic"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They agreed to widen combined exercises at sea.", {"alliance_defence"}),
        ("The envoys want regular trilateral engagements.", {"regional_order"}),
        ("A shadow fleet evades the embargo.", {"russia_ukraine"}),
        ("They condemned the use of water cannon near the shoal.", {"maritime_disputes"}),
        ("Both welcomed duty-free entry for their exporters.", {"trade_economy"}),
        ("The grant aid will repair the dykes.", {"development_humanitarian"}),
        ("They signed a readmission accord.", {"migration"}),
        ("The Security Council must be more representative.", {"multilateral_institutions"}),
        ("They agreed on a working holiday scheme.", {"migration"}),
        ("The ministers set up a stock of rare metals.", {"economic_security"}),
    ],
)
def test_words_of_other_governments_are_known(text, expected):
    assert topics(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met on the margins of the G20 Summit in the old harbour town.",
        "The two spoke on the sidelines of the summit of leaders of the G7 in the mountains.",
        "A wave of patriotism swept the hall.",
        "The talks stem from an old promise.",
        "It is a multipurpose space for all.",
    ],
)
def test_what_a_sentence_only_passes_has_no_topic(text):
    assert topics(text) == set()


def test_what_friendship_rests_on_is_no_topic_of_its_own():
    rests = "Our ties are rooted in culture and economic cooperation."
    assert topics(rests) == {"bilateral_ties"}
    assert topics("They discussed culture and economic cooperation.") == {
        "people_exchange",
        "trade_economy",
    }


def test_congratulations_to_the_chair_of_the_assembly_are_not_ties_between_countries():
    text = "I congratulate the President of the General Assembly on this session."
    assert topics(text) == {"multilateral_institutions"}
    assert topics("She congratulated the Chancellor on his birthday.") == {"bilateral_ties"}


def test_china_is_no_topic_of_what_china_says_of_itself():
    own = "China stands ready to plant more trees. China has planted many."
    assert "china" not in topics(own)
    assert "china" in topics("They discussed trees. China has planted many.")


def test_hostages_do_not_make_a_host():
    assert topics("The G7 wants all hostages freed.") == {"terrorism_crime"}
