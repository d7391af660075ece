"""Fetching pages from the web, politely, into a folder that can be loaded."""

from summit_analysis.fetching.downloading import Limits
from summit_analysis.fetching.pages import fetch

__all__ = ["Limits", "fetch"]
