"""Speeches: whom "I", "we" and "my country" stand for, and acts a speaker asks leave for."""

import pytest

import summit_analysis as sa
from tests.phrases.act_checks import corpus_of

SPEECH = "I speak for the islands. My delegation has come far. "
TITLE = "Statement of Kenya in the general debate"


def spoken(text, *columns, **metadata):
    metadata = metadata or {"title": TITLE}
    found = sa.acts(corpus_of(SPEECH + text, **metadata))
    rest = found[found["start"] >= len(SPEECH)]
    return list(rest[list(columns or ("match", "actor"))].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("I thank the President.", "thank"),
        ("We support the plan.", "support"),
        ("My country supports the plan.", "supports"),
        ("Our delegation supports the plan.", "supports"),
        ("My Government and people support the plan.", "support"),
        ("Kenya calls on all States to disarm.", "calls"),
        ("I would like to thank the President.", "thank"),
        ("I should like first of all to thank the President.", "thank"),
        ("I would like, on behalf of my people, to thank the President.", "thank"),
        ("I would like to begin by thanking the President.", "thanking"),
        ("I would like to take this opportunity to thank the President.", "thank"),
        ("I am happy, on behalf of my people, to thank the President.", "thank"),
        ("Allow me to congratulate you.", "congratulate"),
        ("Allow me, Sir, to congratulate you.", "congratulate"),
        ("Let me also thank the Assembly.", "thank"),
        ("May I extend my congratulations to you.", "extend"),
        ("May I take this opportunity to congratulate her.", "congratulate"),
        ("It is a great honour for me to convey our greetings.", "convey"),
        ("To the Secretary-General we extend our thanks.", "extend"),
        ("I must also express our thanks.", "express"),
        ("All of us condemn the raid.", "condemn"),
        ("We would not support such a change.", "support"),
        ("I could not agree more.", "agree"),
        ("We are of the view that the seas are shared.", "are"),
    ],
)
def test_a_speaker_acts_for_the_country(text, match):
    assert spoken(text) == [(match, "Kenya")]


def test_a_second_infinitive_is_an_act():
    assert [m for m, _ in spoken("I wish to thank her and to commend him.")] == ["thank", "commend"]


@pytest.mark.parametrize(
    "text",
    [
        "We must act now.",
        "We must all accept the facts.",
        "Let us consider the cost.",
        "If the rain stays away, it will ruin the harvest.",
        "Kenya continues to rebuild its ports.",
    ],
)
def test_what_is_no_act_of_the_speaker(text):
    assert spoken(text) == []


def test_hope_is_no_promise():
    assert spoken("We hope that Ghana will join us.", "act_class") == [("expressive",)]
    assert spoken("I believe that she will succeed.", "act_class") == [("assertive",)]


@pytest.mark.parametrize(
    ("metadata", "actor"),
    [
        ({"issuer": "Kenya"}, "Kenya"),
        ({"issuer": "KEN"}, "Kenya"),
        ({"title": "General debate, KEN_76_2021"}, "Kenya"),
        ({"title": "Remarks by President Halla Mirrow at the Harbour"}, "Mirrow"),
        ({"title": "President Halla Mirrow's address to the nation"}, "Mirrow"),
        ({"title": "Statement from President Halla Mirrow Welcoming Kenya"}, "Mirrow"),
        ({"speaker": "Halla Mirrow"}, "Mirrow"),
        ({"title": "A note"}, "speaker"),
    ],
)
def test_who_speaks(metadata, actor):
    assert spoken("I thank the Assembly.", "actor", **metadata) == [(actor,)]


def test_a_signature_names_the_speaker():
    text = "I hereby designate the port. It gives me joy. I thank you.\n\nHALLA R. MIRROW JR."
    assert sa.acts(corpus_of(text))["actor"].unique().tolist() == ["Mirrow"]


@pytest.mark.parametrize(
    "text",
    [
        "We, the leaders of the islands, pledge to: i) share charts and ii) share boats.",
        "We pledge to share charts under Part I and Part I.",
    ],
)
def test_signatories_are_no_single_speaker(text):
    found = sa.acts(corpus_of(text, issuer="Kenya", title="Leaders' communiqué"))
    assert found["actor"].unique().tolist() == ["joint"]


def test_a_text_of_two_issuers_speaks_for_neither():
    text = "I thank my host. I thank all. We support the plan."
    found = sa.acts(corpus_of(text, issuer="Kenya and Ghana"))
    assert "Kenya" not in found["actor"].tolist()
