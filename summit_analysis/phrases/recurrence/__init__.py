"""Phrases that recur, and frames with an open place."""
