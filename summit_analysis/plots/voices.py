"""On which topics the parties act together, and on which one of them acts alone."""

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.arguments import check_frame
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.frames import finish, notes_of
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.act_matrices import LONGEST_NAME, in_order
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import INK, LINE, MUTED, SERIES, SOFT, new_figure
from summit_analysis.plurals import counted, verb
from summit_analysis.shortening import shortened
from summit_analysis.topics import Lexicon, topic_evidence

MOST_NAMED = 3
OTHERS = "others"


def voices_by_topic(corpus: Corpus, acts: pd.DataFrame, lexicon: Lexicon = None) -> Figure:
    """Draw for each topic how many acts are joint, and how many are by one party.

    Args:
        corpus: the texts.
        acts: what `acts` returns for them, or some rows of it.
        lexicon: topics, as `topic_lexicon` reads them; none for the bundled ones.

    Returns:
        The figure: to the left of the middle the joint acts, to the right those by one party, the
        most joint topic on top. An act has the topics of its sentence, and counts for each.

    Raises:
        SummitAnalysisError: the frame is not what `acts` returns.
        LexiconError: the lexicon is malformed.

    Example:
        >>> import summit_analysis as sa
        >>> corpus = sa.load()
        >>> voices_by_topic(corpus, sa.acts(corpus)).caption[:38]
        'Joint and unilateral voice by topic: a'
    """
    index_of(corpus)
    check_frame(acts, ("doc_id", "sentence", "actor"), call="voices_by_topic", maker="acts")
    table = _counts(corpus, acts, lexicon)
    if table.empty:
        empty = acts if acts.empty else table
        why = findings.acts_done(acts) if acts.empty else findings.voices_apart(table)
        return nothing_to_draw(empty, why=why)
    names = [name for name in table.columns if name not in ("topic", "joint", "alone")]
    colours = dict(zip(names, SERIES[1:], strict=False)) | {OTHERS: MUTED}
    with new_figure(7.4, 0.9 + 0.27 * max(len(table), 2)) as (mpl, axes):
        rows = np.arange(len(table))
        axes.barh(rows, -table["joint"], height=0.66, color=SERIES[0], label="joint")
        left = np.zeros(len(table))
        for name in names:
            axes.barh(rows, table[name], left=left, height=0.66, color=colours[name],
                      label=shortened(name, LONGEST_NAME))  # fmt: skip
            left += table[name].to_numpy(dtype=float)
        widest = float(max(table["joint"].max(), table["alone"].max(), 1))
        for row, joint, alone in zip(
            range(len(table)), table["joint"], table["alone"], strict=True
        ):
            for count, side in ((int(joint), -1), (int(alone), 1)):
                axes.text(side * (count + 0.02 * widest), row, f"{count:,}" if count else "·",
                          ha="right" if side < 0 else "left", va="center", fontsize=8.5,
                          color=INK if count else SOFT)  # fmt: skip
        axes.axvline(0, color=LINE, linewidth=1)
        axes.set_xlim(-1.12 * widest, 1.12 * widest)
        axes.set_yticks(rows, [topic_label(str(topic)) for topic in table["topic"]])
        axes.set_ylim(len(table) - 0.4, -0.6)
        axes.set_xticks([-widest / 2, widest / 2], ["together", "by one party alone"])
        axes.xaxis.tick_top()
        axes.tick_params(axis="both", length=0, labelsize=9)
        axes.spines[["left", "bottom"]].set_visible(False)
        key = mpl.legend(loc="outside lower center", ncols=len(names) + 1, handlelength=1)
        for text in key.get_texts():
            text.set_parse_math(False)
    return Figure(
        mpl,
        caption="Joint and unilateral voice by topic: acts that the parties are said to have done "
        "together, to the left, and acts by one party, to the right.",
        alt=findings.voices_apart(table),
        notes=tuple(notes_of(table)),
    )


def _counts(corpus: Corpus, acts: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """Count acts by topic and actor: `topic, joint, alone`, and a column for each actor named."""
    where = ["doc_id", "sentence"]
    topics = topic_evidence(corpus, lexicon)[[*where, "topic"]].drop_duplicates()
    both = acts[[*where, "actor"]].reset_index(names="act").merge(topics, on=where)
    alone = [name for name in in_order(acts["actor"]) if name in set(both["actor"]) - {"joint"}]
    named = alone[: MOST_NAMED if len(alone) > MOST_NAMED + 1 else len(alone)]
    actor = both["actor"].where(both["actor"].isin(["joint", *named]), OTHERS)
    table = pd.crosstab(both["topic"], actor)
    columns = [*named, *([OTHERS] if len(named) < len(alone) else [])]
    table = table.reindex(columns=["joint", *columns], fill_value=0)
    table.insert(1, "alone", table[columns].sum(axis=1))
    table.columns.name = None
    table["order"] = -table["joint"] / (table["joint"] + table["alone"])
    spoken = int(both["act"].nunique())
    frame = finish(
        table.reset_index(),
        title="Joint and unilateral voice",
        notes=[
            f"{spoken:,} of {counted(len(acts), 'act')} {verb(spoken, 'stand')} in a sentence that "
            "speaks of a topic; an act counts for each topic of its sentence."
        ],
        order=["order", "joint", "alone", "topic"],
        descending=["joint"],
    )
    notes = frame.attrs
    frame = frame.drop(columns="order")
    frame.attrs = notes
    return frame
