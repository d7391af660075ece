"""How rates differ, in time or between groups, in a sentence."""

import pandas as pd

from summit_analysis.corpus.grouping import NOT_KNOWN, PERIODS
from summit_analysis.findings.prose import listed
from summit_analysis.plurals import is_are, number_of


def change(trend: pd.DataFrame, *, most: int = 6) -> str:
    """Say how the rates of terms change over time or differ between groups, from `trend`.

    Args:
        trend: what `trend` returns.
        most: how many terms to speak of.

    Example:
        >>> rows = pd.DataFrame({"term": "boats", "year": ["2031", "2032"], "count": [1, 4]})
        >>> print(change(rows.assign(rate=[0.8, 3.0])))
        Per 1,000 tokens, “boats” goes from 0.8 in 2031 to 3.0 in 2032.
    """
    by = str(trend.columns[1])
    said = []
    terms = list(trend.groupby("term", sort=False))
    for term, rows in terms[:most]:
        known = rows[rows[by] != NOT_KNOWN]
        if not known["count"].any():
            said.append(f"“{term}” does not occur.")
            continue
        low, high = known.iloc[int(known["rate"].argmin())], known.iloc[int(known["rate"].argmax())]
        first, last = known.iloc[0], known.iloc[-1]
        if len(known) == 1:
            said.append(f"“{term}” stands at {_rate(first, by)}.")
        elif by in (*PERIODS, "date"):
            inside = high[by] not in (first[by], last[by])
            peak = f", with {_rate(high, by)} at most" if inside else ""
            said.append(f"“{term}” goes from {_rate(first, by)} to {_rate(last, by)}{peak}.")
        else:
            said.append(f"“{term}” has {_rate(high, by)} at most and {_rate(low, by)} at least.")
    if len(terms) > most:
        said.append(
            f"There {is_are(len(terms) - most)} {number_of(len(terms) - most, 'more term')}."
        )
    return f"Per 1,000 tokens, {' '.join(said)}" if said else "No term is given."


def rates_apart(rates: pd.DataFrame, *, most: int = 3) -> str:
    """Say of which terms the groups make most different use; a row a term, a column a group.

    Args:
        rates: rates per 1,000 tokens, a row a term and a column a group.
        most: how many terms to name.

    Example:
        >>> rates = pd.DataFrame({"Keldrava": [4.0], "Sorrelay": [0.5]}, index=["boats"])
        >>> print(rates_apart(rates))
        Per 1,000 tokens, the groups are furthest apart in “boats” (4.0 in Keldrava, 0.5 in
        Sorrelay).
    """
    if len(rates.columns) == 1:
        named = [f"“{term}” ({rate:.1f})" for term, rate in rates.iloc[:5, 0].items()]
        return f"Per 1,000 tokens of {rates.columns[0]}: {listed(named)}."
    apart = (rates.max(axis=1) - rates.min(axis=1)).sort_values(ascending=False, kind="stable")
    named = [
        f"“{term}” ({row.max():.1f} in {row.idxmax()}, {row.min():.1f} in {row.idxmin()})"
        for term, row in rates.loc[apart.index[:most]].iterrows()
    ]
    return f"Per 1,000 tokens, the groups are furthest apart in {listed(named)}."


def _rate(row: pd.Series, by: str) -> str:
    return f"{row['rate']:.1f} in {row[by]}"
