"""Collocates: how firmly each keeps the node's company."""

import pandas as pd

from summit_analysis import findings
from summit_analysis.arguments import check_frame, check_whole
from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.nothing import nothing_to_draw
from summit_analysis.plots.style import ACCENT, FAINT, LINE, SOFT, horizontal_bars, new_figure

CEILING = 14
SMALLEST, LARGEST = 18, 110


def collocation_chart(collocates: pd.DataFrame, *, most: int = 20) -> Figure:
    """Draw the first collocates as dots along logDice.

    Args:
        collocates: from `collocates`.
        most: how many to draw.

    Returns:
        The figure: the further right, the firmer the company (14: never apart); the larger the
        dot, the more often they stand together.

    Example:
        >>> import summit_analysis as sa
        >>> collocation_chart(sa.collocates(sa.load(), "stability")).caption[:27]
        'Words within reach of “stab'
    """
    check_frame(
        collocates,
        ("term", "count", "count_term", "log_dice"),
        call="collocation_chart",
        maker="collocates",
    )
    check_whole("most", most, least=1)
    if collocates.empty:
        return nothing_to_draw(collocates, why=findings.company(collocates))
    node = collocates.attrs.get("node", "the node")
    rows = collocates.head(most)
    score = rows["log_dice"].to_numpy()
    left = min(float(score.min()) - 0.4, CEILING - 2)
    y = list(range(len(rows)))
    area = SMALLEST + (LARGEST - SMALLEST) * (rows["count"] / rows["count"].max()).to_numpy()
    with new_figure(7.4, 0.9 + 0.24 * len(rows)) as (mpl, axes):
        axes.hlines(y, left, score, color=FAINT, linewidth=1.2, zorder=1)
        axes.axvline(CEILING, color=LINE, linewidth=0.8, linestyle=(0, (3, 3)), zorder=0)
        axes.scatter(score, y, s=area, color=ACCENT, linewidth=0, zorder=2)
        pairs = zip(rows["count"].tolist(), rows["count_term"].tolist(), strict=True)
        for place, (together, all_of_it) in enumerate(pairs):
            axes.annotate(
                f"{together:,} of {all_of_it:,}",
                (1, place),
                xytext=(8, 0),
                xycoords=("axes fraction", "data"),
                textcoords="offset points",
                va="center",
                fontsize=8.5,
                color=SOFT,
            )
        horizontal_bars(axes)
        axes.set_yticks(y, rows["term"].tolist())
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(left, CEILING + 0.15)
        axes.set_xlabel("logDice (14: the two never stand apart)")
    return Figure(
        mpl,
        caption=f"Words within reach of “{node}”, by how firmly they keep its company. A larger "
        "dot stands with it more often; on the right, how often, and how often in all.",
        alt=findings.company(collocates),
        notes=tuple(notes_of(collocates)),
    )
