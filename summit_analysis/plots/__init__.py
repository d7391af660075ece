"""Figures: a frame in, a drawing with caption and alt text out."""

from summit_analysis.plots.act_matrices import actor_by_class
from summit_analysis.plots.collocation_charts import collocation_chart
from summit_analysis.plots.dispersion_strips import dispersion_strip
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.frequency_charts import term_frequencies
from summit_analysis.plots.keyness_charts import key_terms
from summit_analysis.plots.ladders import strength_ladder
from summit_analysis.plots.quoting import quotations
from summit_analysis.plots.redlines import redline
from summit_analysis.plots.scripts import script
from summit_analysis.plots.side_by_sides import side_by_side
from summit_analysis.plots.text_shapes import text_shape
from summit_analysis.plots.timelines import timeline
from summit_analysis.plots.topic_heat_maps import topic_heat_map
from summit_analysis.plots.topic_multiples import topic_multiples
from summit_analysis.plots.topic_orders import order_of_topics
from summit_analysis.plots.topic_strips import coverage_strip
from summit_analysis.plots.trend_charts import trend_lines
from summit_analysis.plots.view import View
from summit_analysis.plots.voices import voices_by_topic

__all__ = [
    "Figure",
    "View",
    "actor_by_class",
    "collocation_chart",
    "coverage_strip",
    "dispersion_strip",
    "key_terms",
    "order_of_topics",
    "quotations",
    "redline",
    "script",
    "side_by_side",
    "strength_ladder",
    "term_frequencies",
    "text_shape",
    "timeline",
    "topic_heat_map",
    "topic_multiples",
    "trend_lines",
    "voices_by_topic",
]


def __dir__() -> list[str]:
    """List the drawings and not the modules that they are made in."""
    return __all__
