"""Figures: a frame in, a drawing with caption and alt text out."""

from summit_analysis.plots.figure import Figure
from summit_analysis.plots.text_shapes import text_shape
from summit_analysis.plots.topic_heat_maps import topic_heat_map
from summit_analysis.plots.topic_multiples import topic_multiples
from summit_analysis.plots.topic_strips import coverage_strip

__all__ = ["Figure", "coverage_strip", "text_shape", "topic_heat_map", "topic_multiples"]
