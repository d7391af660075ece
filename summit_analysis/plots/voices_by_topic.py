"""Joint and single voice by topic: on what the parties speak together, and on what alone."""

import pandas as pd

from summit_analysis import findings
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import ACCENT, MUTED, SOFT, horizontal_bars, new_figure


def voice_by_topic(acts: pd.DataFrame, topics: pd.DataFrame) -> Figure:
    """Draw for each topic how many acts are joint and how many by one actor.

    Args:
        acts: a frame made by `acts`.
        topics: a frame made by `topic_evidence` of the same corpus.

    Returns:
        The figure. An act counts for every topic of its sentence, so that the bars add up to more
        than the number of acts.

    Example:
        >>> import summit_analysis as sa
        >>> corpus = sa.load()
        >>> voice_by_topic(sa.acts(corpus), sa.topic_evidence(corpus)).caption[:21]
        'Acts by topic: joint '
    """
    pairs = topics[["doc_id", "sentence", "topic"]].drop_duplicates()
    merged = acts[["doc_id", "sentence", "actor"]].merge(pairs, on=["doc_id", "sentence"])
    table = (
        merged.assign(joint=merged["actor"] == "joint", single=merged["actor"] != "joint")
        .groupby("topic", as_index=False)[["joint", "single"]]
        .sum()
    )
    table["all"] = table["joint"] + table["single"]
    table = table.sort_values(["all", "topic"], ascending=[False, True]).reset_index(drop=True)
    if table.empty:
        return nothing_to_draw(acts, why=findings.voices(table))
    names = [topic_label(str(topic)) for topic in table["topic"]]
    with new_figure(7.4, 0.9 + 0.27 * len(table)) as (mpl, axes):
        axes.barh(names, table["joint"], color=ACCENT, label="joint")
        axes.barh(names, table["single"], left=table["joint"], color=MUTED, label="one actor")
        for row in range(len(table)):
            joint, single = int(table["joint"].iloc[row]), int(table["single"].iloc[row])
            axes.text(
                joint + single,
                row,
                f"  {joint:,} + {single:,}",
                va="center",
                fontsize=8,
                color=SOFT,
            )
        horizontal_bars(axes)
        axes.set_xlabel("acts")
        axes.margins(x=0.12)
        axes.legend(loc="lower right")
    return Figure(
        mpl,
        caption="Acts by topic: joint ones, and those of one actor. An act counts for every topic "
        "of its sentence.",
        alt=findings.voices(table),
        notes=(f"{len(acts):,} acts, {len(merged):,} pairs of act and topic.",),
    )
