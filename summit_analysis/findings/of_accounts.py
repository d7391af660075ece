"""What two accounts of one meeting have in common and apart, in a sentence."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from summit_analysis.findings.prose import LONGEST_QUOTE, listed, runs_of
from summit_analysis.lexicons import topic_label
from summit_analysis.plurals import counted, number_of, verb
from summit_analysis.shortening import shortened

SIDES = ("the first account", "the second account")


def counterparts(accounts: pd.DataFrame, names: Sequence[str] = SIDES) -> str:
    """Say how many sentences have a counterpart, from `two_accounts` and the sides' names.

    Args:
        accounts: what `two_accounts` returns.
        names: what to call the two sides.

    Example:
        >>> rows = pd.DataFrame({"pair": 0, "sentence": [0, 1], "sentence_b": [0, None]})
        >>> print(counterparts(rows.assign(score=[0.6, None])))
        A counterpart was found for 1 of 2 sentences (the first account) and for 1 of 1
        sentence (the second account). What has none has no match in the other text, which does
        not say that it was not discussed.
    """
    parts = []
    for which, end in zip(names, ("", "_b"), strict=True):
        there = accounts.dropna(subset=["sentence" + end])
        matched = there.dropna(subset=["score"])
        keys = ["pair", "sentence" + end]
        found, all_of_them = (len(rows[keys].drop_duplicates()) for rows in (matched, there))
        parts.append(f"{found:,} of {counted(all_of_them, 'sentence')} ({which})")
    return (
        f"A counterpart was found for {parts[0]} and for {parts[1]}. What has none has no match in "
        "the other text, which does not say that it was not discussed."
    )


def wording_in_both(runs: pd.DataFrame) -> str:
    """Say what two accounts share word for word, from `shared_runs`.

    Args:
        runs: what `shared_runs` returns.

    Example:
        >>> rows = pd.DataFrame({"words": [3], "text": ["across the strait"], "whole": [False]})
        >>> print(wording_in_both(rows))
        One run of words stands word for word in both accounts of a meeting; the longest has 3
        words: “across the strait”.
    """
    if runs.empty:
        return f"No wording{runs_of(runs)} stands in both accounts."
    whole = int(runs["whole"].sum())
    longest = runs.iloc[0]
    sentences = f", {number_of(whole, 'whole sentence')} among them" if whole else ""
    text = shortened(longest["text"], LONGEST_QUOTE)
    return (
        f"{number_of(len(runs), 'run').capitalize()} of words "
        f"{verb(len(runs), 'stand')} word for word in both accounts of a meeting"
        f"{sentences}; the longest has {counted(int(longest['words']), 'word')}: “{text}”."
    )


def two_names(found: pd.DataFrame, names: Sequence[str] = SIDES) -> str:
    """Say what the two sides call by different names, from `renamed` and the sides' names.

    Args:
        found: what `renamed` returns.
        names: what to call the two sides.

    Example:
        >>> rows = pd.DataFrame({"name": ["Lanner Strait"], "name_b": ["Northern Passage"]})
        >>> print(two_names(rows, ["Keldrava", "Sorrelay"]))
        Two names stand at one place: Keldrava writes “Lanner Strait”, Sorrelay “Northern
        Passage”.
    """
    if found.empty:
        return "No match was found for one thing under two names."
    pairs = found.drop_duplicates(["name", "name_b"])
    called = [f"“{row.name_}”, {names[1]} “{row.name_b}”" for row in _named(pairs)]
    said = "; ".join(f"{names[0]} writes {one}" for one in called[:4])
    return f"Two names stand at one place: {said}."


def one_sided(alone: pd.DataFrame, names: Sequence[str] = SIDES) -> str:
    """Say which topics one account alone has, from `only_in` and the sides' names.

    Args:
        alone: what `only_in` returns.
        names: what to call the two sides.

    Example:
        >>> rows = pd.DataFrame({"kind": ["topic"], "side": ["a"], "topic": ["energy"]})
        >>> print(one_sided(rows.assign(doc_id="d")))
        By topic, at some meeting the first account alone has energy: no match was found for
        these in the other text.
    """
    topics = alone[alone["kind"] == "topic"]
    if topics.empty:
        return "Every topic that one account names has a match in the other."
    said = []
    for side, which in zip("ab", names, strict=True):
        mine = topics[topics["side"] == side]
        counts = mine.groupby("topic")["doc_id"].nunique().sort_values(ascending=False)
        if len(counts):
            labels = [topic_label(str(topic)) for topic in counts.index]
            said.append(f"at some meeting {which} alone has {listed(labels)}")
    sentence = "; ".join(said)
    return f"By topic, {sentence}: no match was found for these in the other text."


def _named(pairs: pd.DataFrame) -> list[Any]:
    # `name` would hide a row's own attribute of that name.
    return list(pairs.rename(columns={"name": "name_"}).itertuples(index=False))
