"""Run the notebooks over a corpus and write them as HTML that opens anywhere."""

from summit_analysis.report.making import make_reports

__all__ = ["make_reports"]
