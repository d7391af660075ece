"""Across texts: two accounts of one meeting, a formula through time, wording old and new."""

from summit_analysis.across.through_time.histories import history, lacking
from summit_analysis.across.through_time.inheriting import inherited
from summit_analysis.across.through_time.word_uses import first_uses
from summit_analysis.across.two_texts.accounts import two_accounts
from summit_analysis.across.two_texts.aligning import align
from summit_analysis.across.two_texts.choosing import find_accounts
from summit_analysis.across.two_texts.one_sided import only_in, topics_side_by_side
from summit_analysis.across.two_texts.pairing import pairs
from summit_analysis.across.two_texts.renaming import renamed
from summit_analysis.across.two_texts.sharing import shared_runs
from summit_analysis.across.two_texts.verbs import acts_on, verbs_used

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
