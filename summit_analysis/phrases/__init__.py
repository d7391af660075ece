"""Phrases: what recurs, and who did what with words."""

from summit_analysis.phrases.pledges.commitment_frames import commitments, write_register
from summit_analysis.phrases.proper_names.document_lists import named_documents
from summit_analysis.phrases.recurrence.formula_finding import formulas
from summit_analysis.phrases.recurrence.leading_formulas import (
    leading_formula,
)
from summit_analysis.phrases.recurrence.p_frame_counts import (
    p_frame_evidence,
    p_frames,
)
from summit_analysis.phrases.speech_acts.act_frames import acts
from summit_analysis.phrases.speech_acts.replies import requests
from summit_analysis.phrases.speech_acts.strength_scales import strengths

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
