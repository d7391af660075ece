"""Classes by verb, noun and what a clause says, after the codebook's rulings."""

import pytest

from tests.phrases.act_checks import acts_of


@pytest.mark.parametrize(
    ("text", "complement", "act_class"),
    [
        ("They expressed their support for peace.", "support", "expressive"),
        ("They expressed their intention to host the games.", "intention", "commissive"),
        ("They shared the view that ports matter.", "view", "assertive"),
        ("They shared serious concern about the raid.", "concern", "expressive"),
        ("They shared best practices on ports.", "practice", "procedural"),
        ("They shared views on the region.", "view", "procedural"),
        ("They reaffirmed their commitment to peace.", "commitment", "commissive"),
        ("They reaffirmed that peace matters.", "", "assertive"),
        ("They reaffirmed their support for peace.", "support", "expressive"),
        ("They agreed to meet again.", "", "commissive"),
        ("They agreed on the importance of ports.", "importance", "assertive"),
        ("They agreed that they would meet again.", "", "commissive"),
        ("They agreed that this launch is a violation.", "", "assertive"),
        ("They confirmed that they will expand trade.", "", "commissive"),
        ("They confirmed that they intend to expand trade.", "", "commissive"),
        ("They stated that they would like to expand trade.", "", "assertive"),
        ("They announced their intent to meet.", "intent", "commissive"),
        ("They announced new programmes.", "", "declarative"),
        ("We reiterate our call for calm.", "call", "directive"),
        ("We note with deep concern the raid.", "concern", "expressive"),
        ("They took stock of the talks.", "stock", "procedural"),
        ("They welcomed the commitment of Uthmark to peace.", "", "expressive"),
        ("They concurred on the launch of a committee.", "launch", "declarative"),
        ("They exchanged views on the region.", "view", "procedural"),
        ("President Mirrow invited the Prime Minister to Temmis.", "", "directive"),
        ("President Mirrow accepted the invitation.", "invitation", "commissive"),
        ("We are steadfast in our commitment to peace.", "commitment", "commissive"),
        ("We will hold a summit in May.", "summit", "commissive"),
        ("We call upon Uthmark to stop.", "", "directive"),
        ("We look forward to the summit.", "", "expressive"),
        ("The two ministers called on President Mirrow.", "", "procedural"),
    ],
)
def test_complement_and_class(text, complement, act_class):
    assert acts_of(text, "complement", "act_class") == [(complement, act_class)]


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("They strongly condemned the raid.", "strongly"),
        ("They expressed deep and serious concern.", "deep, serious"),
        ("They once again condemned the raid.", ""),
        ("They affirmed their shared commitment to peace.", ""),
    ],
)
def test_modifiers_grade_and_nothing_else(text, modifiers):
    assert acts_of(text, "modifiers") == [(modifiers,)]


@pytest.mark.parametrize(
    ("text", "act_class"),
    [
        ("They agreed the talks were useful.", "assertive"),
        ("They seek to strengthen cooperation.", "commissive"),
        ("President Mirrow sought cooperation in the matter.", "directive"),
        ("They called on the islands, ports, and crews to help.", "directive"),
        ("Prime Minister Iresk called on President Mirrow.", "procedural"),
        ("President Mirrow welcomed Prime Minister Iresk to Temmis.", "procedural"),
        ("President Mirrow welcomed the decision to talk.", "expressive"),
        ("They marked the anniversary of the pact.", "expressive"),
        ("They joined the islands in calling for calm.", "directive"),
        ("They stand united in their condemnation of the raid.", "expressive"),
        ("They set a course to build ports.", "commissive"),
        ("President Mirrow assured her guest of her support.", "expressive"),
        ("Keldrava does not accept the border.", "expressive"),
        ("President Mirrow shared her plans for the port.", "commissive"),
        ("President Mirrow shared details of the port.", "procedural"),
    ],
)
def test_class_by_what_the_verb_governs(text, act_class):
    assert [name for (name,) in acts_of(text, "act_class")] == [act_class]
