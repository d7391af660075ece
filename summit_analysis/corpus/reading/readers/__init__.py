"""One small module a kind of file, behind one table of kinds."""

from summit_analysis.corpus.reading.readers.registry import READERS, Reading, kind_of, read_bytes

__all__ = ["READERS", "Reading", "kind_of", "read_bytes"]
