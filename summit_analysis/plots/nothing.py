"""A figure for a result without rows: it says why, so that a report never shows an empty box."""

import pandas as pd

from summit_analysis.frames import notes_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import SOFT, new_figure


def nothing_to_draw(frame: pd.DataFrame, *, why: str = "There is nothing to draw.") -> Figure:
    """Say in place of a drawing that a result is empty, with its own notes.

    Args:
        frame: the empty result.
        why: the finding, as a sentence.
    """
    with new_figure(7.4, 0.7) as (mpl, axes):
        axes.text(0, 0.5, why, va="center", color=SOFT, wrap=True)
        axes.set_axis_off()
    caption = f"{frame.attrs.get('title', 'Result')}: nothing to draw."
    return Figure(mpl, caption=caption, alt=why, notes=tuple(notes_of(frame)))
