"""Sentences and tokens of texts as arrays: the text core."""
