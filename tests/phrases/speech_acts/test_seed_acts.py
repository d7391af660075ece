"""The acts of the bundled document, row by row."""

import pytest

import summit_analysis as sa

ROWS = [
    (0, "held", "meeting", "Kishida", "procedural"),
    (2, "shared", "intention", "joint", "commissive"),
    (3, "expressed", "intention", "Kishida", "commissive"),
    (3, "expressed", "support", "Biden", "expressive"),
    (4, "exchanged", "view", "joint", "procedural"),
    (5, "opposed", "", "joint", "expressive"),
    (5, "shared", "intention", "joint", "commissive"),
    (6, "underscored", "importance", "joint", "assertive"),
    (6, "encouraged", "", "joint", "directive"),
    (7, "shared", "concern", "joint", "expressive"),
    (8, "shared", "intention", "joint", "commissive"),
    (9, "asked", "", "Kishida", "directive"),
    (9, "offered", "support", "Biden", "expressive"),
    (10, "affirmed", "importance", "joint", "assertive"),
    (10, "underscored", "imperative", "joint", "assertive"),
    (11, "shared", "intention", "joint", "commissive"),
    (12, "committed", "", "joint", "commissive"),
    (13, "pledged", "", "Kishida", "commissive"),
    (14, "Endorsing", "", "joint", "declarative"),
    (14, "shared", "intention", "joint", "commissive"),
    (15, "expressed", "determination", "Kishida", "commissive"),
    (15, "expressed", "support", "Biden", "expressive"),
    (15, "underscored", "importance", "Biden", "assertive"),
    (16, "reaffirmed", "commitment", "Biden", "commissive"),
    (17, "confirmed", "intention", "joint", "commissive"),
    (18, "agreed", "", "joint", "commissive"),
    (19, "explained", "", "Kishida", "assertive"),
    (19, "shared", "view", "joint", "assertive"),
    (20, "confirmed", "coordination", "joint", "assertive"),
    (21, "concurred", "launch", "joint", "declarative"),
    (21, "shared", "intention", "joint", "commissive"),
    (22, "confirmed", "", "joint", "commissive"),
    (22, "welcomed", "", "Kishida", "expressive"),
    (23, "illustrated", "", "Kishida", "assertive"),
    (23, "expressed", "support", "Biden", "expressive"),
    (23, "confirmed", "intention", "joint", "commissive"),
    (24, "underscored", "significance", "joint", "assertive"),
    (25, "confirmed", "determination", "joint", "commissive"),
    (26, "confirmed", "intention", "joint", "commissive"),
    (27, "shared", "intention", "joint", "commissive"),
]


@pytest.fixture(scope="module")
def acts():
    return sa.acts(sa.load())


def test_every_act_of_the_document_is_found_and_no_other(acts):
    columns = ["sentence", "match", "complement", "actor", "act_class"]
    assert list(acts[columns].itertuples(index=False, name=None)) == ROWS


def test_start_and_end_are_the_verb_as_printed(acts):
    text = sa.load().documents[0].text
    assert [text[row.start : row.end] for row in acts.itertuples()] == acts["match"].tolist()
    assert all(row.match in row.quote for row in acts.itertuples())


def test_replies_are_bidens_and_answer_the_act_before_them(acts):
    replies = acts[acts["is_reply"]]
    assert set(replies["actor"]) == {"Biden"}
    assert replies["sentence"].tolist() == [3, 9, 15, 23]
    answered = acts.set_index("act_id").loc[replies["replies_to"]]
    assert answered["actor"].tolist() == ["Kishida"] * 4
    assert answered["match"].tolist() == ["expressed", "asked", "expressed", "illustrated"]


def test_modifiers_grade_and_stand_on_the_scales(acts):
    concern = acts[acts["complement"] == "concern"].iloc[0]
    assert concern["modifiers"] == "serious"
    assert "japan 2/8 strong concern" in concern["strength"]
    assert acts.loc[acts["sentence"] == 9, "modifiers"].tolist() == ["", "renewed"]


def test_nothing_is_negated_and_every_rule_is_named(acts):
    assert not acts["negated"].any()
    assert acts["rule"].str.contains("; class by ").all()


def test_the_frame_says_what_it_is(acts):
    assert acts.attrs["title"] == "Acts"
    assert acts.attrs["notes"] == ["40 acts in 1 of 1 document."]
    assert acts["act_id"].is_unique
