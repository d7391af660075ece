"""What recurring phrases and their history show, in a sentence."""

import pandas as pd

from summit_analysis.findings.prose import day_of, listed, reason_for, runs_of
from summit_analysis.plurals import number_of

# A word in fewer of the texts with a formula is no part of it.
LEAST_PART = 0.1


def recurring_phrases(phrases: pd.DataFrame) -> str:
    """Say which phrases recur, from `formulas`.

    Args:
        phrases: what `formulas` returns.

    Example:
        >>> rows = pd.DataFrame({"phrase": ["across the strait"], "count": [4], "words": [3]})
        >>> print(recurring_phrases(rows))
        One phrase recurs, most of all “across the strait” (4 times). The longest has 3 words:
        “across the strait”.
    """
    if phrases.empty:
        return reason_for(phrases, "No phrase recurs in these texts.")
    top = [
        f"“{row['phrase']}” ({number_of(row['count'], 'time')})"
        for row in phrases.head(3).to_dict("records")
    ]
    longest = phrases.iloc[int(phrases["words"].argmax())]
    return (
        f"{number_of(len(phrases), 'phrase').capitalize()}{runs_of(phrases)} "
        f"{'recurs' if len(phrases) == 1 else 'recur'}, most of all {listed(top)}. "
        f"The longest has {longest['words']:,} words: “{longest['phrase']}”."
    )


def followed(occurrences: pd.DataFrame, pattern: str, documents: int) -> str:
    """Say where a formula stands, from `history`, its pattern and the number of documents.

    Args:
        occurrences: what `history` returns.
        pattern: the formula that was followed.
        documents: how many documents the corpus has.

    Example:
        >>> rows = pd.DataFrame({"doc_id": ["a"], "date": pd.to_datetime(["2031-04-01"])})
        >>> print(followed(rows, "peace across the Strait", 3))
        “peace across the Strait” stands in 1 of 3 documents, on 1 April 2031, one time in all.
    """
    if occurrences.empty:
        return f"No match was found for “{pattern}” in {number_of(documents, 'document')}."
    there = occurrences["doc_id"].nunique()
    dates = occurrences["date"].dropna()
    span = ""
    if len(dates):
        first, last = day_of(dates.min()), day_of(dates.max())
        span = f", on {first}" if first == last else f", from {first} to {last}"
    return (
        f"“{pattern}” stands in {there:,} of {number_of(documents, 'document')}{span}, "
        f"{number_of(len(occurrences), 'time')} in all."
    )


def words_came_and_went(uses: pd.DataFrame, *, least_steady: float = 0.75) -> str:
    """Say which words a formula gained and lost, from `first_uses`.

    Args:
        uses: what `first_uses` returns.
        least_steady: the share of the texts between its first and its last use that must have a
            word; one that comes and goes from text to text is no change of the formula.

    Example:
        >>> rows = pd.DataFrame({"word": ["lasting"], "count": 3, "before": 2, "after": 0})
        >>> dates = pd.to_datetime(["2031-04-01"])
        >>> rows = rows.assign(steady=1.0, first_date=dates, last_date=dates)
        >>> print(words_came_and_went(rows))
        In this corpus, “lasting” first stands in it on 1 April 2031.
    """
    texts = uses["before"] + uses["after"] + (uses["count"] / uses["steady"]).round()
    lasting = (uses["steady"] >= least_steady) & (uses["count"] >= LEAST_PART * texts)
    rows = uses[lasting].to_dict("records")
    came = [
        f"“{row['word']}” first stands in it on {day_of(row['first_date'])}"
        + (f" and last on {day_of(row['last_date'])}" if row["after"] else "")
        for row in rows
        if row["before"]
    ]
    went = [
        f"“{row['word']}” last stands in it on {day_of(row['last_date'])}"
        for row in rows
        if row["after"] and not row["before"]
    ]
    if not came and not went:
        return "No word came into the formula, or left it, for more than one text."
    return f"In this corpus, {listed([*came, *went], most=4)}."


def wording_inherited(table: pd.DataFrame) -> str:
    """Say how much of a series is taken from earlier texts, from `inherited` by document.

    Args:
        table: what `inherited` returns, by document.

    Example:
        >>> rows = pd.DataFrame({"doc_id": ["a", "b"], "inherited": [0, 30], "tokens": [100, 120]})
        >>> dates = pd.to_datetime(["2031-04-01", "2031-05-01"])
        >>> print(wording_inherited(rows.assign(date=dates, share=[0, 0.25])))
        Later documents take 25% of their words, in runs, from earlier ones of this corpus, most
        of all b (25%).
    """
    later = table[table["date"].notna() & (table["date"] > table["date"].min())]
    if later.empty:
        return "No document has an earlier one in this corpus, so that all wording counts as new."
    share = later["inherited"].sum() / max(later["tokens"].sum(), 1)
    most = later.sort_values(["share", "doc_id"], ascending=[False, True]).iloc[0]
    top = f", most of all {most['doc_id']} ({most['share']:.0%})" if most["share"] else ""
    return (
        f"Later documents take {share:.0%} of their words, in runs{runs_of(table)}, from earlier "
        f"ones of this corpus{top}."
    )
