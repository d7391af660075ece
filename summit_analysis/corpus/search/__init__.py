"""Patterns, and the places where they match."""
