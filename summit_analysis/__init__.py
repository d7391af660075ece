"""Load diplomatic text and ask plain questions of it: words, topics, phrases."""

from summit_analysis.bundle import bundled
from summit_analysis.corpus import Corpus, Document, clean, from_frame, load, read

__version__ = "0.1.0"

__all__ = ["Corpus", "Document", "bundled", "clean", "from_frame", "load", "read"]
