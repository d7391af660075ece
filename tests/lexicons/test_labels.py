from summit_analysis.lexicons import read_lexicon, topic_label
from summit_analysis.topics import topic_lexicon


def test_every_bundled_topic_has_a_label() -> None:
    assert set(read_lexicon("labels")["topics"]) == set(topic_lexicon().topics)


def test_a_topic_of_ones_own_is_written_with_spaces() -> None:
    assert topic_label("deep_sea_mining") == "deep sea mining"
