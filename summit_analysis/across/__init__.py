"""Across texts: two accounts of one meeting, a formula through time, wording old and new."""

from summit_analysis.across.accounts import two_accounts
from summit_analysis.across.aligning import align
from summit_analysis.across.choosing import find_accounts
from summit_analysis.across.histories import history, lacking
from summit_analysis.across.inheriting import inherited
from summit_analysis.across.one_sided import only_in, topics_side_by_side
from summit_analysis.across.pairing import pairs
from summit_analysis.across.renaming import renamed
from summit_analysis.across.sharing import shared_runs
from summit_analysis.across.verbs import acts_on, verbs_used
from summit_analysis.across.word_uses import first_uses

__all__ = [
    "acts_on",
    "align",
    "find_accounts",
    "first_uses",
    "history",
    "inherited",
    "lacking",
    "only_in",
    "pairs",
    "renamed",
    "shared_runs",
    "topics_side_by_side",
    "two_accounts",
    "verbs_used",
]
