"""In which order two accounts take up their topics: two columns, a line for each topic in both."""

from typing import TYPE_CHECKING

import pandas as pd

from summit_analysis.arguments import check_frame
from summit_analysis.findings import listed, number_of
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import ACCENT, INK, MUTED, SIDES, SOFT, new_figure
from summit_analysis.shortening import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LONGEST_NAME = 42
NEEDED = ("topic", "doc_id", "doc_id_b", "first_sentence", "first_sentence_b")


def order_of_topics(order: pd.DataFrame, *, names: tuple[str, str] | None = None) -> Figure:
    """Draw the topics of two accounts in the order in which each takes them up.

    Args:
        order: what `topics_side_by_side` returns; of several pairs of documents the last is drawn.
        names: what to call the two sides (default: the documents' ids).

    Returns:
        The figure: a column for each account, first topic on top; a line joins a topic that both
        have, and one without a line has no match in the other text.

    Raises:
        SummitAnalysisError: the frame is not what `topics_side_by_side` returns.

    Example:
        >>> from summit_analysis import Document, topics_side_by_side
        >>> a = Document("a", "They discussed Taiwan. They discussed semiconductors.")
        >>> b = Document("b", "We talked about Taiwan.")
        >>> order_of_topics(topics_side_by_side(a, b)).caption[:30]
        'Topics in the order in which e'
    """
    check_frame(order, NEEDED, call="order_of_topics", maker="topics_side_by_side")
    rows = order
    if len(order):
        last = order.iloc[-1]
        same = (order["doc_id"] == last["doc_id"]) & (order["doc_id_b"] == last["doc_id_b"])
        rows = order[same]
    headings = names or ((rows["doc_id"].iloc[0], rows["doc_id_b"].iloc[0]) if len(rows) else SIDES)
    columns = [_places(rows, end) for end in ("", "_b")]
    longest = max((len(places) for places in columns), default=0)
    with new_figure(7.4, 1.1 + 0.27 * max(longest, 2)) as (mpl, axes):
        _draw(axes, columns)
        axes.set_ylim(max(longest, 1) - 0.4, -1.6)
        for x, heading, align in ((0, headings[0], "right"), (1, headings[1], "left")):
            text = shortened(heading, LONGEST_NAME)
            axes.text(x, -1.1, text, ha=align, va="center", fontsize=9, color=SOFT)
        axes.set_xlim(-1.1, 2.1)
        axes.axis("off")
    return Figure(
        mpl,
        caption="Topics in the order in which each account takes them up, the first on top. A line "
        "joins a topic that both have; for one without, no match was found in the other text.",
        alt=_said(columns, headings),
    )


def _places(rows: pd.DataFrame, end: str) -> dict[str, int]:
    there = rows.dropna(subset=["first_sentence" + end])
    ordered = there.sort_values(["first_sentence" + end, "topic"], kind="stable")["topic"]
    return {topic: place for place, topic in enumerate(ordered)}


def _draw(axes: "Axes", columns: list[dict[str, int]]) -> None:
    ours, theirs = columns
    for topic, place in ours.items():
        shared = topic in theirs
        axes.text(-0.03, place, topic_label(topic), ha="right", va="center", fontsize=9,
                  color=INK if shared else ACCENT)  # fmt: skip
        if shared:
            axes.plot([0, 1], [place, theirs[topic]], color=MUTED, linewidth=1.4)
    for topic, place in theirs.items():
        axes.text(1.03, place, topic_label(topic), ha="left", va="center", fontsize=9,
                  color=INK if topic in ours else SIDES[1])  # fmt: skip


def _said(columns: list[dict[str, int]], headings: tuple[str, ...]) -> str:
    parts = []
    for column, heading in zip(columns, headings, strict=True):
        first = [topic_label(topic) for topic in list(column)[:3]]
        begins = f"takes up {listed(first)} first" if first else "has no topic of the lexicon"
        parts.append(f"{heading} {begins}")
    both = len(set(columns[0]) & set(columns[1]))
    return f"{'; '.join(parts)}. {number_of(both, 'topic').capitalize()} in both."
