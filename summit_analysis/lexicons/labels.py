"""How ids are written for people."""

from functools import cache

from summit_analysis.lexicons.reading import read_lexicon


def topic_label(topic: str) -> str:
    """Write a topic's id as people would say it.

    Example:
        >>> topic_label("north_korea"), topic_label("deep_sea_mining")
        ('North Korea', 'deep sea mining')
    """
    return _labels().get(topic, topic.replace("_", " "))


@cache
def _labels() -> dict[str, str]:
    return dict(read_lexicon("labels")["topics"])
