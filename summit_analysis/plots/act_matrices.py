"""Who does what kind of act: actors against classes."""

import numpy as np
import pandas as pd

from summit_analysis import findings
from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import INK, SEQUENTIAL, SOFT, new_figure

CLASSES = ("commissive", "directive", "expressive", "assertive", "declarative", "procedural")


def actor_by_class(acts: pd.DataFrame, *, actors: int = 15) -> Figure:
    """Draw actors against classes of act, as counts.

    Args:
        acts: a frame made by `acts`.
        actors: how many actors to show, those with most acts; the notes say how many are left out.

    Returns:
        The figure: the darker a cell, the more acts; the number is printed in it.

    Example:
        >>> import summit_analysis as sa
        >>> actor_by_class(sa.acts(sa.load())).alt[:53]
        '40 acts are reported, 65% of them by the parties toge'
    """
    if acts.empty:
        return nothing_to_draw(acts, why=findings.acts_done(acts))
    counts = acts["actor"].value_counts()
    order = sorted(counts.index, key=lambda actor: (actor != "joint", -counts[actor], actor))
    shown = order[:actors]
    table = pd.crosstab(acts["actor"], acts["act_class"])
    table = table.reindex(index=shown, columns=list(CLASSES), fill_value=0)
    values = table.to_numpy()
    with new_figure(7.4, 0.9 + 0.3 * len(shown)) as (mpl, axes):
        from matplotlib.colors import LinearSegmentedColormap, PowerNorm

        shades = LinearSegmentedColormap.from_list("sequential", SEQUENTIAL)
        masked = np.ma.masked_where(values == 0, values)
        # The square root keeps the joint row from bleaching all others.
        axes.imshow(masked, aspect="auto", cmap=shades, norm=PowerNorm(0.5, 0, values.max()))
        for row, column in np.ndindex(*values.shape):
            value = int(values[row, column])
            colour = SOFT if not value else "white" if value > 0.45 * values.max() else INK
            axes.text(
                column, row, f"{value:,}" if value else "·", ha="center", va="center",
                fontsize=8.5, color=colour,
            )  # fmt: skip
        axes.set_yticks(range(len(shown)), shown)
        axes.set_xticks(range(len(CLASSES)), CLASSES)
        axes.xaxis.tick_top()
        axes.tick_params(axis="both", length=0)
        axes.spines[["left", "bottom"]].set_visible(False)
    left_out = len(order) - len(shown)
    more = [f"{left_out:,} actors with fewer acts are not drawn."] if left_out else []
    return Figure(
        mpl,
        caption="Actors against classes of act: the number of acts in each cell. “joint” is what "
        "the parties do together; a dot marks a cell without an act.",
        alt=findings.acts_done(acts),
        notes=(*notes_of(acts), *more),
    )
