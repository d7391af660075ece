"""What counts as an act and what does not, construction by construction."""

import pandas as pd
import pytest

import summit_analysis as sa
from tests.phrases.act_checks import acts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The leaders opposed the blockade and shared the intention to meet.",
            ["opposed", "shared"],
        ),
        (
            "They discussed trade, reviewed the ports, and agreed to meet.",
            ["discussed", "reviewed", "agreed"],
        ),
        (
            "The leaders discussed trade; welcomed the treaty; and agreed to meet.",
            ["discussed", "welcomed", "agreed"],
        ),
        ("The two leaders then strongly condemned the raid.", ["condemned"]),
        ("It was agreed that the talks would go on.", ["agreed"]),
        ("The statement was welcomed by both sides.", ["welcomed"]),
        ("Views were exchanged on fisheries.", ["exchanged"]),
        ("Endorsing the plan, the two leaders agreed to act.", ["Endorsing", "agreed"]),
        (
            "President Mirrow praised the sailors, noting that they had saved lives.",
            ["praised", "noting"],
        ),
        (
            "The two sides discussed cod, with President Mirrow stressing its price.",
            ["discussed", "stressing"],
        ),
        ("We condemn the raid and call on all parties to stop.", ["condemn", "call"]),
        ("We remain committed to peace.", ["committed"]),
        ("We are deeply troubled by the raid.", ["troubled"]),
        ("Both leaders made clear that the strait must stay open.", ["made"]),
        (
            "We will build ports, accelerate trade, and advance peace.",
            ["build", "accelerate", "advance"],
        ),
        ("We will continue to build ports and support trade.", ["continue"]),
        ("The treaty matters, they agreed.", ["agreed"]),
        ("The President went on to stress the need for calm.", ["stress"]),
        ("The leaders are pleased to announce a new treaty.", ["announce"]),
        ("President Mirrow would like to ask for patience.", ["ask"]),
        ("We have imposed and will continue to impose tolls.", ["continue"]),
        ("The Prime Minister, who had come by sea, thanked his host.", ["thanked"]),
        ("The Prime Minister, in turn, thanked President Mirrow.", ["thanked"]),
        ("President Mirrow had a long conversation with the Prime Minister.", ["had"]),
        ("The two ministers paid tribute to the sailors.", ["paid"]),
    ],
)
def test_acts_are_found(text, expected):
    assert [match for (match,) in acts_of(text, "match")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The overview of the meeting is as follows.",
        "Keldrava’s decision to increase spending matters.",
        "The raids by Uthmark, which are in violation of the law, go on.",
        "Uthmark continues to wage war.",
        "The discussions were constructive and focused.",
        "The date of the summit will be announced later.",
        "Shared values and continued support unite both peoples.",
        "Cooperation between Keldrava and Sorrelay stayed close.",
        "The President was accompanied by her minister of ports.",
        "The officials were joined by experts.",
        "The two leaders are united in their love of the sea.",
        "Today’s framework reaffirms a long friendship.",
        "Sorrelay recently announced new tolls.",
        "We have signed many treaties.",
    ],
)
def test_what_is_no_act_is_left_out(text):
    assert acts_of(text, "match") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They confirmed that Uthmark will expand its fleet and threatens trade.", ["confirmed"]),
        ("They agreed to welcome and support the plan.", ["agreed"]),
        ("President Mirrow noted that Keldrava supports peace.", ["noted"]),
        ("President Mirrow said: “We will never accept this.”", ["said"]),
        ("The leaders agreed to: open ports; build ships; and share charts.", ["agreed"]),
        ("As President Mirrow said in May, trade helps; the leaders agreed.", ["agreed"]),
    ],
)
def test_reported_content_and_complements_are_no_acts(text, expected):
    assert [match for (match,) in acts_of(text, "match")] == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("President Mirrow did not accept the plan.", True),
        ("We will never recognise the annexation.", True),
        ("The islands were not discussed.", True),
        ("No agreement was reached.", True),
        ("The leaders agreed not to raise tolls.", False),
        ("They stressed that force is not the answer.", False),
    ],
)
def test_negation_is_of_the_acts_own_verb(text, negated):
    assert acts_of(text, "negated") == [(negated,)]


def test_items_of_a_list_take_the_actor_of_its_introduction():
    text = "The two Presidents:\n\n• Welcomed the treaty;\n\n• Agreed to meet.\n\nPorts are open."
    assert acts_of(text) == [("Welcomed", "joint"), ("Agreed", "joint")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The leaders – President Mirrow and her guest – convened to talk.", ["convened"]),
        ("We — President Mirrow and Prime Minister Iresk — condemn the raid.", ["condemn"]),
        ("We, the leaders of Kenya and Ghana condemn the raid.", ["condemn"]),
        ("They pledged to deepen trade, underscoring its value.", ["pledged", "underscoring"]),
        (
            "They met, noting the raid and reaffirming their pledge.",
            ["met", "noting", "reaffirming"],
        ),
        (
            "Building on past work and recognizing its value, they agreed to meet.",
            ["recognizing", "agreed"],
        ),
        ("They will apply duties, as amended, and will also lift quotas.", ["apply", "lift"]),
        (
            "They welcome partners that share our aims, and they reaffirm their support.",
            ["welcome", "reaffirm"],
        ),
        ("They had the opportunity to discuss trade.", ["discuss"]),
        ("They welcomed the treaty and look forward to its launch.", ["welcomed", "look"]),
        ("President Mirrow neither praised nor condemned the raid.", ["praised", "condemned"]),
        ("Keldrava does not and will never recognize the border.", ["recognize"]),
        ("Keldrava does not accept, and condemns, the raid.", ["accept", "condemns"]),
        (
            "Keldrava has opened its ports, committed to lift quotas, and agreed to talk.",
            ["committed", "agreed"],
        ),
        ("No decision was taken on the date.", ["taken"]),
        ("A frank exchange of views took place.", ["took"]),
        ("Today they have signed a pact.", ["signed"]),
        ("They pledged a free and open sea.", ["pledged"]),
        ("Keldrava and Sorrelay share a border.", []),
        ("Ten years ago, they launched a fund.", []),
        ("They met in Temmis for a summit, at which they will talk.", ["met"]),
        ("Keldrava and Sorrelay continue to build ports.", []),
        ("They reaffirmed a friendship, founded on trust.", ["reaffirmed"]),
        ("The joint exercise was conducted in June.", []),
    ],
)
def test_asides_participles_and_lists(text, found):
    assert [match for (match,) in acts_of(text, "match")] == found


def test_acts_follow_the_order_of_the_corpus():
    texts = [{"doc_id": name, "text": "They agreed to meet."} for name in ("b", "a")]
    found = sa.acts(sa.from_frame(pd.DataFrame(texts), text="text", id="doc_id"))
    assert found["doc_id"].tolist() == ["b", "a"]


def test_mood_says_how_the_act_stands():
    text = "They will meet. They agreed to talk. They are concerned."
    assert [mood for (mood,) in acts_of(text, "mood")] == ["will", "plain", "adjective"]
