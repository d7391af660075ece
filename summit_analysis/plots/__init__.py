"""Figures: a frame in, a drawing with caption and alt text out."""

from summit_analysis.plots.figure import Figure

__all__ = ["Figure"]
