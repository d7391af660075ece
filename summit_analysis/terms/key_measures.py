"""The measures of a comparison, as columns."""

from collections.abc import Iterable
from typing import Literal

import numpy as np
import pandas as pd

from summit_analysis.terms.association import (
    conservative_log_ratio,
    g2_four_term,
    g2_ucrel,
    hardie_log_ratio,
    odds_ratio,
    percent_difference,
    walter_log_ratio,
    weighted_log_odds,
)
from summit_analysis.terms.frequencies import PER
from summit_analysis.terms.p_values import Adjust, adjusted, g2_p_value
from summit_analysis.terms.pairing import Pair

Form = Literal["four-term", "ucrel"]
FORMS = {"four-term": g2_four_term, "ucrel": g2_ucrel}
Measure = Literal["hardie_log_ratio", "percent_difference", "odds_ratio"]
MEASURES = {
    "hardie_log_ratio": hardie_log_ratio,
    "percent_difference": percent_difference,
    "odds_ratio": odds_ratio,
}


def measure_pair(both: Pair, kept: np.ndarray, *, form: Form, adjust: Adjust) -> pd.DataFrame:
    """Measure the difference of the terms at these places; see `keyness` for the columns."""
    one, two = both.target, both.reference
    # Thousands of terms share a few pairs of counts, and bounds are costly.
    width = int(two.count.max(initial=0)) + 1
    pairs, back = np.unique(one.count[kept] * width + two.count[kept], return_inverse=True)
    f1, f2 = pairs // width, pairs % width
    sizes = (one.places, two.places)
    g2 = FORMS[form](f1, f2, *sizes)
    p = g2_p_value(g2)[back]
    return pd.DataFrame(
        {
            "count_target": one.count[kept],
            "count_reference": two.count[kept],
            "rate_target": one.count[kept] * PER / one.tokens,
            "rate_reference": two.count[kept] * PER / two.tokens,
            "documents_target": one.documents[kept],
            "documents_reference": two.documents[kept],
            "log_ratio": walter_log_ratio(f1, f2, *sizes)[back],
            "lrc": conservative_log_ratio(f1, f2, *sizes, tests=max(len(kept), 1))[back],
            "g2": g2[back],
            "p": p,
            "p_adjusted": adjusted(p, method=adjust),
        }
    )


def add_measures(
    frame: pd.DataFrame, both: Pair, kept: np.ndarray, measures: Iterable[str]
) -> list[str]:
    """Add the measures that older work reports to a frame, and return the notes they need."""
    one, two = both.target, both.reference
    notes = []
    for name in measures:
        with np.errstate(divide="ignore", invalid="ignore"):
            values = MEASURES[name](one.count[kept], two.count[kept], one.places, two.places)
        frame[name] = np.where(np.isfinite(values), values, np.nan)
        undefined = int(frame[name].isna().sum())
        if undefined:
            notes.append(
                f"{name} has no value for {undefined:,} of the terms: the reference never uses "
                "them, or they fill a side."
            )
    return notes


def add_log_odds(frame: pd.DataFrame, both: Pair, kept: np.ndarray, prior: float) -> str:
    """Add the weighted log-odds and their interval to a frame, and return the note they need."""
    one, two = both.target, both.reference
    spread = (one.count + two.count)[kept] * (prior / (one.places + two.places))
    odds = weighted_log_odds(
        one.count[kept], two.count[kept], one.places, two.places, prior=spread, total=prior
    )
    for name, values in odds._asdict().items():
        frame["log_odds" if name == "delta" else f"log_odds_{name}"] = values
    note = (
        f"Log-odds: a prior of {prior:,.0f} tokens, spread over the terms as both sides together "
        "use them; the interval is of 95 % and takes tokens as independent."
    )
    undefined = int(np.isnan(odds.delta).sum())
    return note + (f" Undefined for {undefined} terms that fill a side." if undefined else "")
