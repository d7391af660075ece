"""What a corpus holds, and what cleaning took out of it, in a sentence."""

import pandas as pd

from summit_analysis.findings.prose import day_of, listed
from summit_analysis.plurals import number_of


def size_of_corpus(described: pd.DataFrame) -> str:
    """Say what a corpus holds, from `describe`.

    Args:
        described: what `describe` returns.

    Example:
        >>> import summit_analysis as sa
        >>> size_of_corpus(sa.describe(sa.load()))[-53:]
        'It has 28 sentences in 11 paragraphs, and 857 tokens.'
    """
    tokens, sentences = int(described["tokens"].sum()), int(described["sentences"].sum())
    paragraphs = int(described["paragraphs"].sum())
    dates = described["date"].dropna()
    if len(described) == 1:
        row = described.iloc[0]
        issuer = f" by {row['issuer']}" if isinstance(row["issuer"], str) else ""
        date = f", {day_of(dates.iloc[0])}" if len(dates) else ", of unknown date"
        return (
            f"The corpus is one document: “{row['title']}”{issuer}{date}. It has "
            f"{number_of(sentences, 'sentence')} in {number_of(paragraphs, 'paragraph')}, and "
            f"{number_of(tokens, 'token')}."
        )
    span = ", undated"
    if len(dates):
        first, last = day_of(dates.min()), day_of(dates.max())
        span = f", dated {first}" if first == last else f", dated {first} to {last}"
    undated = len(described) - len(dates)
    also = f" ({number_of(undated, 'document')} without a date)" if undated and len(dates) else ""
    issuers = sorted(described["issuer"].dropna().unique())
    by = f" It has {number_of(len(issuers), 'issuer')}: {listed(issuers)}." if issuers else ""
    return (
        f"The corpus has {len(described):,} documents{span}{also}: "
        f"{number_of(sentences, 'sentence')} and {number_of(tokens, 'token')}.{by}"
    )


def length_of_sentences(described: pd.DataFrame) -> str:
    """Say how long sentences are, from `describe`.

    Args:
        described: what `describe` returns.

    Example:
        >>> rows = pd.DataFrame({"title": ["Talks", "A call"], "tokens": [90, 30]})
        >>> print(length_of_sentences(rows.assign(sentences=[5, 1], longest_sentence=[28, 30])))
        A sentence has 20 tokens on average; the longest (in “A call”) has 30.
    """
    if described.empty:
        return "There is no document to measure."
    mean = described["tokens"].sum() / max(described["sentences"].sum(), 1)
    longest = described.iloc[int(described["longest_sentence"].argmax())]
    where = f" (in “{longest['title']}”)" if len(described) > 1 else ""
    return (
        f"A sentence has {mean:.0f} tokens on average; the longest"
        f"{where} has {longest['longest_sentence']:,}."
    )


def what_cleaning_did(removed: pd.DataFrame) -> str:
    """Say what cleaning took out, from `corpus.removed`.

    Args:
        removed: a corpus's `removed`.

    Example:
        >>> print(what_cleaning_did(pd.DataFrame({"rule": ["page furniture", "hyphen", "hyphen"]})))
        Cleaning took out or repaired 3 things: hyphen (2) and page furniture (1).
    """
    if removed.empty:
        return "Cleaning found nothing to take out or repair."
    counts = removed["rule"].value_counts()
    kinds = [f"{rule} ({count:,})" for rule, count in sorted(counts.items())]
    things = number_of(len(removed), "thing")
    return f"Cleaning took out or repaired {things}: {listed(kinds, most=8)}."
