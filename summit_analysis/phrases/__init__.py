"""Phrases: what recurs, and who did what with words."""

from summit_analysis.phrases.p_framing import p_frame_evidence, p_frames
from summit_analysis.phrases.recurring import formulas

__all__ = ["formulas", "p_frame_evidence", "p_frames"]
