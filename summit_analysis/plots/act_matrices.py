"""Who did what kind of act: actors against classes, a number in each cell."""

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.arguments import check_frame
from summit_analysis.coding.coded_sheets import ACT_CLASSES
from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import INK, SEQUENTIAL, SOFT, new_figure
from summit_analysis.plurals import counted
from summit_analysis.shortening import shortened

MOST_ACTORS = 14
LONGEST_NAME = 30
PALE = 5  # with fewer acts than this in each cell none is dark


def actor_by_class(acts: pd.DataFrame) -> Figure:
    """Draw actors against classes of acts, with the number of acts in each cell.

    Args:
        acts: what `acts` returns, or some rows of it.

    Returns:
        The figure: what the parties did together on top, then the actors by their number of acts;
        from the fifteenth on they are summed in one row.

    Raises:
        SummitAnalysisError: the frame is not what `acts` returns.

    Example:
        >>> import summit_analysis as sa
        >>> actor_by_class(sa.acts(sa.load())).caption[:33]
        'Who did what kind of act: the num'
    """
    check_frame(acts, ("actor", "act_class", "is_reply"), call="actor_by_class", maker="acts")
    if acts.empty:
        return nothing_to_draw(acts, why=findings.acts_done(acts))
    table, summed = _counts(acts)
    counts = table.to_numpy()
    totals = counts.sum(axis=1)
    with new_figure(7.4, 0.8 + 0.32 * max(len(table), 2)) as (mpl, axes):
        from matplotlib.colors import LinearSegmentedColormap, PowerNorm

        shades = LinearSegmentedColormap.from_list("sequential", SEQUENTIAL)
        top = max(int(counts.max()), PALE)
        axes.imshow(
            np.ma.masked_where(counts == 0, counts),
            aspect="auto",
            cmap=shades,
            norm=PowerNorm(0.6, 0, top),
        )
        for row, place in np.ndindex(*counts.shape):
            count = int(counts[row, place])
            colour = SOFT if not count else "white" if (count / top) ** 0.6 > 0.55 else INK
            written = f"{count:,}" if count else "·"
            axes.text(place, row, written, ha="center", va="center", fontsize=9, color=colour)
        for row, total in enumerate(totals):
            axes.text(counts.shape[1] - 0.1, row, f"{total:,}", ha="right", va="center", color=INK)
        axes.set_xlim(-0.5, counts.shape[1] - 0.05)
        axes.set_yticks(
            range(len(table)), [shortened(str(name), LONGEST_NAME) for name in table.index]
        )
        axes.set_xticks([*range(counts.shape[1]), counts.shape[1] - 0.22], [*table.columns, "all"])
        for label in axes.get_yticklabels():
            label.set_parse_math(False)  # a name is text, whatever signs it has
        axes.xaxis.tick_top()
        axes.tick_params(axis="both", length=0, labelsize=9)
        axes.spines[["left", "bottom"]].set_visible(False)
    return Figure(
        mpl,
        caption="Who did what kind of act: the number of acts by actor and class, the darker the "
        "more; “joint” is what the parties are said to have done together.",
        alt=findings.acts_done(acts),
        notes=(*notes_of(acts), *summed),
    )


def in_order(actors: pd.Series) -> list[str]:
    """Order actors: what was done together first, then by their number of acts."""
    counts = actors.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    names = [str(name) for name in counts.index]
    return sorted(names, key=lambda name: name != "joint")


def _counts(acts: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    names = in_order(acts["actor"])
    classes = [*ACT_CLASSES, *sorted(set(acts["act_class"]) - set(ACT_CLASSES))]
    table = pd.crosstab(acts["actor"], acts["act_class"])
    table = table.reindex(index=names, columns=classes, fill_value=0)
    if len(names) <= MOST_ACTORS:
        return table, []
    rest = table.iloc[MOST_ACTORS:]
    label = counted(len(rest), "other")
    kept = pd.concat([table.iloc[:MOST_ACTORS], rest.sum().to_frame(label).T])
    few = findings.number_of(int(rest.sum(axis=1).max()), "act")
    return kept, [f"The row “{label}” sums actors with {few} or fewer each."]
