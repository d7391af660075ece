"""What counts of words show, in a sentence."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from summit_analysis.findings.prose import listed
from summit_analysis.plurals import number_of

# Under this count nothing can be said about how evenly a term is spread.
FREQUENT = 5


def commonest_words(words: pd.DataFrame) -> str:
    """Say which words a text uses most, from `frequency` without groups.

    Args:
        words: what `frequency` returns, without groups.

    Example:
        >>> rows = pd.DataFrame({"term": ["strait", "peace"], "count": [12, 3]})
        >>> print(commonest_words(rows.assign(rate=[24.0, 6.0])))
        The commonest words are “strait” (12) and “peace” (3): the first makes up 24.0 of every
        1,000 tokens.
    """
    if words.empty:
        return "No word is left to count."
    top = words.head(5)
    named = [f"“{row.term}” ({row.count:,})" for row in top.itertuples(index=False)]
    rate = float(top["rate"].iloc[0])
    stopped = any("stop word" in note for note in words.attrs.get("notes", ()))
    what = "phrases" if " " in str(top["term"].iloc[0]) else "words"
    aside = "Leaving function words aside, the" if stopped else "The"
    if len(words) == 1:
        return f"One of the {what} is left, {named[0]}: {rate:.1f} per 1,000 tokens."
    return (
        f"{aside} commonest {what} are {listed(named)}: the first makes up {rate:.1f} of every "
        "1,000 tokens."
    )


def leaning(terms: pd.DataFrame, *, most: int = 4) -> str:
    """Say on which terms each side leans, from `keyness`.

    Args:
        terms: what `keyness` returns.
        most: how many terms to name on each side.

    Example:
        >>> rows = pd.DataFrame({"term": ["boats"], "lrc": [2.5], "g2": [30.1]})
        >>> print(leaning(rows.assign(rate_target=4.0, rate_reference=0.5)))
        One term of 1 differs beyond chance: the target leans on “boats” (4.0 to 0.5). In
        brackets, the rates per 1,000 tokens on the two sides.
    """
    if terms.empty:
        return "No term is left to compare."
    target, reference = terms.attrs.get("sides", ("the target", "the reference"))
    certain = terms[terms["lrc"] != 0]
    if certain.empty:
        top = terms.loc[terms["g2"].abs().sort_values(ascending=False, kind="stable").index]
        named = [f"“{row.term}” ({_both(row)})" for row in top.head(most).itertuples()]
        return (
            f"No term differs between {target} and {reference} beyond what chance may explain; "
            f"the largest differences are {listed(named, most=most)}. In brackets, the rates per "
            "1,000 tokens on the two sides."
        )
    found = []
    for side, rows in (
        (target, certain[certain["lrc"] > 0]),
        (reference, certain[certain["lrc"] < 0].iloc[::-1]),
    ):
        if len(rows):
            named = [f"“{row.term}” ({_both(row)})" for row in rows.head(most).itertuples()]
            found.append(f"{side} leans on {listed(named, most=most)}")
    return (
        f"{number_of(len(certain), 'term').capitalize()} of {len(terms):,} "
        f"{'differs' if len(certain) == 1 else 'differ'} beyond chance: {'; '.join(found)}. In "
        "brackets, the rates per 1,000 tokens on the two sides."
    )


def spread_of_terms(spread: pd.DataFrame) -> str:
    """Say which frequent terms are even and which clump, from `dispersion`.

    A term can be called so that occurs five times or more, and as often as there are parts: a rarer
    one cannot be even.

    Args:
        spread: what `dispersion` returns, or some rows of it.

    Example:
        >>> rows = pd.DataFrame({"term": ["peace", "boats"], "count": [9, 5], "range": [3, 2]})
        >>> print(spread_of_terms(rows.assign(dp_norm=[0.1, 0.8])))
        Among those that occur 5 times or more, “peace” is the most evenly spread (in 3 parts,
        DPnorm 0.10), and “boats” clumps most (in 2, DPnorm 0.80).
    """
    parts = spread.attrs.get("parts")
    least = max(FREQUENT, parts or 0)
    frequent = spread[spread["count"] >= least]
    if frequent.empty:
        return (
            f"None of these terms occurs {least:,} times: that is too little text to tell which "
            "are evenly spread and which clump."
        )
    order = frequent.sort_values(["dp_norm", "term"], kind="stable")
    of = f" of {parts:,}" if parts else ""
    even, clumped = order.iloc[0], order.iloc[-1]
    if len(order) == 1:
        return f"“{even['term']}” stands in {even['range']:,}{of} parts (DPnorm {_two(even)})."
    return (
        f"Among those that occur {least:,} times or more, “{even['term']}” is the most evenly "
        f"spread (in {even['range']:,}{of} parts, DPnorm {_two(even)}), and “{clumped['term']}” "
        f"clumps most (in {clumped['range']:,}, DPnorm {_two(clumped)})."
    )


def company(collocates: pd.DataFrame) -> str:
    """Say which words keep a term's company, from `collocates`.

    Args:
        collocates: what `collocates` returns.

    Example:
        >>> rows = pd.DataFrame({"term": ["six"], "count": [4], "count_term": [5]})
        >>> rows.attrs["node"] = "harbors"
        >>> print(company(rows))
        “harbors” keeps the company of “six” (4 of its 5).
    """
    node = collocates.attrs.get("node", "the term")
    if collocates.empty:
        return f"No word keeps the company of “{node}” more than chance would have it."
    named = [
        f"“{row.term}” ({row.count:,} of its {row.count_term:,})"
        for row in collocates.head(4)[["term", "count", "count_term"]].itertuples(
            index=False, name="Row"
        )
    ]
    return f"“{node}” keeps the company of {listed(named)}."


def places_of(term: str, shares: Sequence[float], documents: tuple[int, int]) -> str:
    """Say where in the text a term stands.

    Args:
        term: what was looked for.
        shares: how far through the corpus each occurrence stands, from 0 to 1, in order.
        documents: in how many documents it stands, of how many.

    Example:
        >>> places_of("Ukraine", [0.25, 0.5], (1, 1))
        '“Ukraine” stands in 2 places, between 25% and 50% of it.'
    """
    if not len(shares):
        return f"“{term}” does not occur."
    count = number_of(len(shares), "place")
    if documents[1] > 1:
        return f"“{term}” stands in {count}, in {documents[0]:,} of {documents[1]:,} documents."
    if len(shares) == 1:
        return f"“{term}” stands in {count}, at {shares[0]:.0%} of it."
    return f"“{term}” stands in {count}, between {shares[0]:.0%} and {shares[-1]:.0%} of it."


def variety(diversity: pd.DataFrame) -> str:
    """Say which texts have the most and the least varied words, from `diversity`.

    Args:
        diversity: what `diversity` returns.

    Example:
        >>> rows = pd.DataFrame({"issuer": ["Keldrava", "Sorrelay"], "mattr": [0.74, 0.81]})
        >>> print(variety(rows))
        The words of Sorrelay are the most varied (MATTR 0.81), those of Keldrava the least
        (0.74).
    """
    measured = diversity.dropna(subset=["mattr"])
    if measured.empty:
        return "The texts are too short to measure how varied their words are."
    by = str(diversity.columns[0])
    if by == "documents":
        value = measured["mattr"].iloc[0]
        return f"On average {value:.0%} of the words in a stretch of 50 tokens are different."
    order = measured.sort_values(["mattr", by], kind="stable")
    low, high = order.iloc[0], order.iloc[-1]
    if len(order) == 1:
        return f"{low[by]} has a MATTR of {low['mattr']:.2f}."
    return (
        f"The words of {high[by]} are the most varied (MATTR {high['mattr']:.2f}), those of "
        f"{low[by]} the least ({low['mattr']:.2f})."
    )


def _both(row: Any) -> str:
    return f"{row.rate_target:.1f} to {row.rate_reference:.1f}"


def _two(row: pd.Series) -> str:
    return f"{row['dp_norm']:.2f}"
