"""Figures: a frame in, a drawing with caption and alt text out."""

from summit_analysis.plots.figure import Figure
from summit_analysis.plots.redlines import redline
from summit_analysis.plots.side_by_sides import side_by_side
from summit_analysis.plots.text_shapes import text_shape
from summit_analysis.plots.timelines import timeline
from summit_analysis.plots.view import View

__all__ = ["Figure", "View", "redline", "side_by_side", "text_shape", "timeline"]
