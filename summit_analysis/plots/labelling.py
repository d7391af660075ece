"""Labels beside points that cover neither each other nor the points."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from summit_analysis.plots.style import LINE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

# Where a label may stand, nearest first: distance in points, then direction (x, y).
DISTANCES = (5, 11, 18, 27)
DIRECTIONS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
LEADER_FROM = 12


def place_labels(
    axes: "Axes",
    x: Sequence[float],
    y: Sequence[float],
    labels: Sequence[str],
    colours: Sequence[str],
    *,
    points: np.ndarray | None = None,
) -> int:
    """Write labels beside their points, the first ones first; what finds no room is left out.

    The same input gives the same places: candidates are tried in a fixed order.

    Args:
        axes: limits and layout must be settled.
        x, y: the points, in data units.
        labels: what to write.
        colours: in which colour.
        points: rows of x and y of all points drawn. Labels keep clear of them where they can, and
            of the named ones always.

    Returns:
        How many labels were written.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.patheffects import withStroke
    from matplotlib.text import Text

    figure = axes.get_figure(root=True)
    assert figure is not None
    FigureCanvasAgg(figure).draw()
    scale = figure.dpi / 72
    room = axes.get_window_extent()
    bounds = np.array([room.x0, room.y0, room.x1, room.y1])
    own = axes.transData.transform(np.column_stack([x, y])) if len(labels) else np.empty((0, 2))
    dots = own if points is None else axes.transData.transform(points)
    keep_clear = [dots, own]
    taken: list[np.ndarray] = []
    for place, at, label, colour in zip(own, zip(x, y, strict=True), labels, colours, strict=True):
        text = axes.annotate(
            label,
            at,
            xytext=(0, 0),
            textcoords="offset points",
            fontsize=8.5,
            color=colour,
            annotation_clip=False,
            path_effects=[withStroke(linewidth=2, foreground="white")],
            arrowprops={"arrowstyle": "-", "color": LINE, "linewidth": 0.7, "shrinkB": 3},
        )
        size = Text.get_window_extent(text)  # an annotation's own extent has its arrow too
        spots = (
            _free_spot(place, size.width, size.height, bounds, taken, clear, scale)
            for clear in keep_clear
        )
        spot = next((found for found in spots if found is not None), None)
        if spot is None:
            text.remove()
            continue
        box, distance = spot
        taken.append(box)
        _move(text, place, box, scale, leader=distance >= LEADER_FROM)
    return len(taken)


def _free_spot(
    place: np.ndarray,
    width: float,
    height: float,
    bounds: np.ndarray,
    taken: list[np.ndarray],
    dots: np.ndarray,
    scale: float,
) -> tuple[np.ndarray, int] | None:
    for distance in DISTANCES:
        for right, up in DIRECTIONS:
            reach = distance * scale
            left = place[0] + right * reach - (1 - right) / 2 * width
            bottom = place[1] + up * reach - (1 - up) / 2 * height
            box = np.array([left, bottom, left + width, bottom + height])
            inside = (box[:2] >= bounds[:2]).all() and (box[2:] <= bounds[2:]).all()
            if inside and not _covers(box, taken, dots, scale):
                return box, distance
    return None


def _covers(box: np.ndarray, taken: list[np.ndarray], dots: np.ndarray, scale: float) -> bool:
    gap = scale
    for other in taken:
        apart = (box[:2] > other[2:] + gap).any() or (box[2:] < other[:2] - gap).any()
        if not apart:
            return True
    near = 2 * scale
    inside = (dots > box[:2] - near).all(axis=1) & (dots < box[2:] + near).all(axis=1)
    return bool(inside.any())


def _move(
    text: "Annotation", place: np.ndarray, box: np.ndarray, scale: float, *, leader: bool
) -> None:
    text.set_position(tuple((box[:2] - place) / scale))
    if text.arrow_patch is not None and not leader:
        text.arrow_patch.set_visible(False)
