"""Reading a topic lexicon, and saying what is wrong with one."""

import pytest

from summit_analysis.errors import LexiconError
from summit_analysis.topics import topic_lexicon

CODEBOOK_TOPICS = [
    "alliance_defence",
    "regional_order",
    "china",
    "maritime_disputes",
    "taiwan",
    "north_korea",
    "russia_ukraine",
    "middle_east",
    "other_regions",
    "nuclear_disarmament",
    "human_rights_democracy",
    "trade_economy",
    "economic_security",
    "technology_cyber",
    "space",
    "energy",
    "climate_environment",
    "health",
    "development_humanitarian",
    "migration",
    "terrorism_crime",
    "people_exchange",
    "multilateral_institutions",
    "bilateral_ties",
]


def test_bundled_lexicon_has_the_topics_of_the_codebook_in_order():
    lexicon = topic_lexicon()
    assert list(lexicon.topics) == CODEBOOK_TOPICS
    assert all(lexicon.topics.values())
    assert {entry.topic for entry in lexicon.entries} == set(CODEBOOK_TOPICS)


def test_contexts_are_shared_by_name_and_groups_unfold():
    lexicon = topic_lexicon(
        {
            "contexts": {"unrest": ["conflict*", "civil war"]},
            "topics": {
                "regions": {"entries": [{"with": "unrest", "entries": ["Xanadu", "Ruritania"]}]}
            },
        }
    )
    assert [entry.pattern for entry in lexicon.entries] == ["Xanadu", "Ruritania"]
    assert lexicon.entries[1].needs == ("conflict*", "civil war")


def test_names_of_contexts_and_patterns_may_be_mixed():
    lexicon = topic_lexicon(
        {
            "contexts": {"offices": ["Minister of *"]},
            "topics": {"t": {"entries": [{"entry": "trade", "not": ["offices", "arms trade"]}]}},
        }
    )
    assert lexicon.entries[0].cancelled_by == ("Minister of *", "arms trade")


def test_extending_adds_and_drops():
    lexicon = topic_lexicon(
        {
            "extends": "topics",
            "drop": ["space"],
            "topics": {"whaling": {"entries": ["whal*"]}, "taiwan": {"drop": ["Taipei"]}},
        }
    )
    assert "space" not in lexicon.topics
    assert "whaling" in lexicon.topics
    patterns = {entry.pattern for entry in lexicon.entries if entry.topic == "taiwan"}
    assert "Taipei" not in patterns
    assert "Taiwan*" in patterns


@pytest.mark.parametrize(
    ("topics", "said"),
    [
        ({"space": {"entries": ["*"]}}, "topic 'space', entry '*'.*matches everything"),
        ({"space": {"entries": [""]}}, "topic 'space', entry ''.*empty"),
        ({"space": {"entries": [{"entry": "space", "not": [""]}]}}, "empty"),
        ({"space": {"entries": ["moon", "Moon"]}}, "'space' has the entry 'Moon' twice"),
        ({"space": {"entries": [5]}}, "entry 5 is no text"),
        ({"space": {"entries": [True]}}, "between quotation marks"),
        ({"space": {"entries": [{"entry": "space", "never": ["x"]}]}}, "unknown key 'never'"),
        ({"space": {"entries": [{"not": ["x"]}]}}, "give `entry:` or `entries:`"),
        ({"space": {"entries": "moon"}}, "must be a list"),
        ({"space": {"entries": ["sp*ce"]}}, "'sp\\*ce'"),
        ({"space": ["moon"]}, "needs `note:` and `entries:`"),
        ({"space": {"drop": ["moon"]}}, "no entry 'moon' to drop"),
        ({}, "no `topics:`"),
    ],
)
def test_errors_name_topic_and_entry(topics, said):
    with pytest.raises(LexiconError, match=said):
        topic_lexicon({"topics": topics})


def test_unknown_topics_are_not_dropped_silently():
    with pytest.raises(LexiconError, match="unknown topic 'whaling'.*known: alliance_defence"):
        topic_lexicon(
            {"extends": "topics", "drop": ["whaling"], "topics": {"a": {"entries": ["b"]}}}
        )


def test_an_error_in_a_file_names_its_line(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("topics:\n  space:\n    note: n\n    entries:\n      - moon\n      - '*'\n")
    with pytest.raises(LexiconError, match=r"mine\.yaml, line 6: topic 'space', entry '\*'"):
        topic_lexicon(file)


def test_an_error_in_a_group_names_the_line_of_the_entry(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "topics:\n  a:\n    entries:\n      - with: [war]\n        entries:\n"
        "          - Xanadu\n          - ''\n"
    )
    with pytest.raises(LexiconError, match="line 7: topic 'a', entry ''"):
        topic_lexicon(file)


def test_the_same_pattern_may_stand_under_two_conditions():
    entries = [{"entry": "gas", "with": ["oil"]}, {"entry": "gas", "with": ["coal"]}]
    assert len(topic_lexicon({"topics": {"energy": {"entries": entries}}}).entries) == 2


def test_every_bundled_entry_is_found_as_it_is_written():
    # A star after a hyphen is read as a word's beginning without the hyphen: "China-*" is "china*".
    assert not [e.pattern for e in topic_lexicon().entries if "-*" in e.pattern]


@pytest.mark.parametrize(
    ("name", "says"),
    [("topic", "'topic' is not there"), ("acts", "'acts' does not fit here")],
)
def test_the_bundled_name_that_fits_is_told(name, says):
    with pytest.raises(LexiconError, match=f"{says}; the bundled one is 'topics'") as error:
        topic_lexicon(name)
    assert "furniture" not in str(error.value)
