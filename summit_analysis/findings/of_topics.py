"""What coverage of topics shows, in a sentence."""

import pandas as pd

from summit_analysis.findings.prose import listed
from summit_analysis.lexicons import topic_label
from summit_analysis.plurals import counted, is_are, number_of

# How many topics are named as the first ones.
FIRST = 4


def topics_covered(table: pd.DataFrame) -> str:
    """Say which topics have most room and which none, from `coverage`.

    Args:
        table: what `coverage` returns.

    Example:
        >>> rows = pd.DataFrame({"topic": ["taiwan", "energy", "health"], "sentences": [3, 1, 0]})
        >>> print(topics_covered(rows))
        2 of 3 topics are spoken of; most room goes to Taiwan (3 sentences) and energy (one
        sentence). No match was found for health; that a text says nothing of a topic does not
        mean that nothing was said.
    """
    rooms = table.groupby("topic")["sentences"].sum().sort_values(ascending=False, kind="stable")
    there = rooms[rooms > 0]
    if there.empty:
        return "No match found in this text for any topic of the lexicon."
    named = [
        f"{topic_label(str(topic))} ({number_of(int(n), 'sentence')})"
        for topic, n in there.head(4).items()
    ]
    absent = [topic_label(topic) for topic in rooms[rooms == 0].index]
    missing = (
        f" No match was found for {listed(sorted(absent), most=6)}; that a text says nothing of a "
        "topic does not mean that nothing was said."
        if absent
        else ""
    )
    return (
        f"{len(there)} of {counted(len(rooms), 'topic')} {is_are(len(there))} spoken of; "
        f"most room goes to {listed(named)}.{missing}"
    )


def order_of_topics(table: pd.DataFrame) -> str:
    """Say in which order one document takes its topics up, from its rows of `coverage`.

    Args:
        table: the rows of `coverage` for one document.

    Example:
        >>> rows = pd.DataFrame({"topic": ["energy", "taiwan"], "first_sentence": [4, 1]})
        >>> print(order_of_topics(rows))
        It takes up Taiwan and energy first, in this order, and energy last.
        >>> print(order_of_topics(rows.assign(first_sentence=[1, 1])))
        It takes up energy together with Taiwan in one sentence.
    """
    there = table.dropna(subset=["first_sentence"]).sort_values(
        ["first_sentence", "topic"], kind="stable"
    )
    if there.empty:
        return "No topic of the lexicon is spoken of, so there is no order."
    # Topics that begin in one sentence have no order among themselves.
    begun = there.groupby("first_sentence")["topic"].agg(list)
    steps = [" together with ".join(map(topic_label, topics)) for topics in begun]
    if len(steps) == 1:
        return f"It takes up {steps[0]} in one sentence."
    first = steps[: max(int((begun.map(len).cumsum() <= FIRST).sum()), 1)]
    how = ", in this order" if len(first) > 1 else ""
    return f"It takes up {listed(first)} first{how}, and {steps[-1]} last."


def without_topic(bare: pd.DataFrame, sentences: int) -> str:
    """Say how many sentences have no topic, from `uncovered` and how many it looked at.

    Args:
        bare: what `uncovered` returns.
        sentences: how many sentences were looked at: the frame's `attrs["sentences"]`.

    Example:
        >>> print(without_topic(pd.DataFrame({"text": ["They met."]}), 8))
        One sentence of 8 (12%) has no topic of the lexicon.
    """
    share = len(bare) / max(sentences, 1)
    return (
        f"{number_of(len(bare), 'sentence').capitalize()} of {sentences:,} ({share:.0%}) "
        f"{'has' if len(bare) == 1 else 'have'} no topic of the lexicon."
    )
