"""How every figure of the project looks: one type, one palette by role, thin lines, no boxes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as MplFigure

INK = "#24292f"
SOFT = "#636c76"
LINE = "#c9d1d9"
FAINT = "#e7ebef"

# Colours by what they say. Blue and orange are told apart by every kind of colour vision
# (Okabe & Ito 2008), and still are when a dark page inverts them.
ACCENT = "#0b62a8"
MUTED = "#a7b4c2"
SIDES = ("#0b62a8", "#c75c00")
SERIES = ("#0b62a8", "#c75c00", "#00856f", "#8a4f9e", "#8b6d00", "#4d5b6a")
SEQUENTIAL = ("#eef4fa", "#c9def0", "#94c0e2", "#5499cb", "#2074b3", "#0b4f8a", "#08305a")

RC: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 9.5,
    "text.color": INK,
    "axes.titlesize": 10.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 10,
    "axes.labelsize": 9,
    "axes.labelcolor": SOFT,
    "axes.edgecolor": LINE,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.facecolor": "none",
    "axes.unicode_minus": True,
    "grid.color": FAINT,
    "grid.linewidth": 0.8,
    "xtick.labelsize": 9,
    "ytick.labelsize": 9.5,
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": SOFT,
    "ytick.labelcolor": INK,
    "xtick.major.size": 3,
    "ytick.major.size": 0,
    "xtick.major.width": 0.8,
    "lines.linewidth": 1.8,
    "lines.solid_capstyle": "round",
    "legend.frameon": False,
    "legend.fontsize": 9,
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "savefig.transparent": True,
    "image.cmap": "Blues",
    # the same drawing gives the same bytes
    "svg.hashsalt": "summit_analysis",
    "svg.fonttype": "path",
}


@contextmanager
def new_figure(
    width: float = 7.4, height: float = 4.0, *, rows: int = 1, columns: int = 1
) -> Iterator[tuple["MplFigure", "Axes"]]:
    """Open an empty figure in the project's style, and draw inside the `with` block.

    The figure is not registered with pyplot, so nothing shows it twice or keeps it in memory.

    Args:
        width: inches; 7.4 fills the text column of a report.
        height: inches.
        rows, columns: more than one make a grid of axes, which then comes as an array.

    Yields:
        The matplotlib figure and its axes.

    Example:
        >>> with new_figure(4, 2) as (mpl, axes):
        ...     _ = axes.barh(["Japan", "China"], [3, 1], color=ACCENT)
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure as MplFigure

    with rc_context(RC):
        mpl = MplFigure(figsize=(width, height), layout="constrained")
        yield mpl, mpl.subplots(rows, columns)


def horizontal_bars(axes: "Axes") -> None:
    """Dress axes that hold horizontal bars or dots: first row on top, light lines to read along."""
    axes.invert_yaxis()
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.margins(y=0.02)
