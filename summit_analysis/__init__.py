"""Load diplomatic text and ask plain questions of it: words, topics, phrases."""

from summit_analysis.bundle import bundled

__version__ = "0.1.0"

__all__ = ["bundled"]
