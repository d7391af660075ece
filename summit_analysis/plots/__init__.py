"""Figures: a frame in, a drawing with caption and alt text out."""

from summit_analysis.plots.collocation_charts import collocation_chart
from summit_analysis.plots.dispersion_strips import dispersion_strip
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.frequency_charts import term_frequencies
from summit_analysis.plots.keyness_charts import key_terms
from summit_analysis.plots.text_shapes import text_shape
from summit_analysis.plots.trend_charts import trend_lines

__all__ = [
    "Figure",
    "collocation_chart",
    "dispersion_strip",
    "key_terms",
    "term_frequencies",
    "text_shape",
    "trend_lines",
]
