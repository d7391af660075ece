"""Phrases: what recurs, and who did what with words."""

from summit_analysis.phrases.extraction import acts
from summit_analysis.phrases.leading import (
    leading_formula,
)
from summit_analysis.phrases.named import named_documents
from summit_analysis.phrases.p_framing import (
    p_frame_evidence,
    p_frames,
)
from summit_analysis.phrases.promises import commitments, write_register
from summit_analysis.phrases.recurring import formulas
from summit_analysis.phrases.replying import requests
from summit_analysis.phrases.strengths import strengths

__all__ = [
    "acts",
    "commitments",
    "formulas",
    "leading_formula",
    "named_documents",
    "p_frame_evidence",
    "p_frames",
    "requests",
    "strengths",
    "write_register",
]
