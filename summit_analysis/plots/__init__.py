"""Figures: a frame in, a drawing with caption and alt text out."""

from summit_analysis.plots.figure import Figure
from summit_analysis.plots.text_shapes import text_shape

__all__ = ["Figure", "text_shape"]
