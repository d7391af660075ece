"""Coding sheets: make an empty one, read a filled one, and score against it."""

from summit_analysis.coding.coded_sheets import Coded, read_coded
from summit_analysis.coding.confusions import confusion
from summit_analysis.coding.lexicon_checks import check_lexicon
from summit_analysis.coding.sheets import sheet
from summit_analysis.coding.validation import validate

__all__ = ["Coded", "check_lexicon", "confusion", "read_coded", "sheet", "validate"]
