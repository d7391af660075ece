"""From a frame, the sentence that states its finding: for openings, captions and alt texts."""

from collections.abc import Sequence

import pandas as pd

from summit_analysis.lexicons import topic_label


def number_of(count: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun.

    Example:
        >>> number_of(1, "document"), number_of(1201, "document"), number_of(2, "match", "matches")
        ('one document', '1,201 documents', '2 matches')
    """
    if count == 1:
        return f"one {noun}"
    return f"{count:,} {plural or noun + 's'}" if count else f"no {plural or noun + 's'}"


def listed(items: Sequence[str], *, most: int = 5) -> str:
    """Write a list as prose.

    Example:
        >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], most=2)
        ('a, b and c', 'a, b and 1 more')
    """
    shown = [str(item) for item in items[:most]]
    if len(items) > most:
        shown.append(f"{len(items) - most:,} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def size_of_corpus(described: pd.DataFrame) -> str:
    """Say what a corpus holds, from `describe`.

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
        date = f", {_day(dates.iloc[0])}" if len(dates) else ", of unknown date"
        return (
            f"The corpus is one document: “{row['title']}”{issuer}{date}. It has "
            f"{number_of(sentences, 'sentence')} in {number_of(paragraphs, 'paragraph')}, and "
            f"{number_of(tokens, 'token')}."
        )
    span = f", dated {_day(dates.min())} to {_day(dates.max())}" if len(dates) else ", undated"
    undated = len(described) - len(dates)
    also = f" ({number_of(undated, 'document')} without a date)" if undated and len(dates) else ""
    issuers = sorted(described["issuer"].dropna().unique())
    by = f" It has {number_of(len(issuers), 'issuer')}: {listed(issuers)}." if issuers else ""
    return (
        f"The corpus has {len(described):,} documents{span}{also}: "
        f"{number_of(sentences, 'sentence')} and {number_of(tokens, 'token')}.{by}"
    )


def length_of_sentences(described: pd.DataFrame) -> str:
    """Say how long sentences are, from `describe`."""
    mean = described["tokens"].sum() / max(described["sentences"].sum(), 1)
    longest = described.iloc[int(described["longest_sentence"].argmax())]
    where = f" (in “{longest['title']}”)" if len(described) > 1 else ""
    return (
        f"A sentence has {mean:.0f} tokens on average; the longest"
        f"{where} has {longest['longest_sentence']:,}."
    )


def what_cleaning_did(removed: pd.DataFrame) -> str:
    """Say what cleaning took out, from `corpus.removed`."""
    if removed.empty:
        return "Cleaning found nothing to take out or repair."
    counts = removed["rule"].value_counts()
    kinds = [f"{rule} ({count:,})" for rule, count in sorted(counts.items())]
    things = number_of(len(removed), "thing")
    return f"Cleaning took out or repaired {things}: {listed(kinds, most=8)}."


def commonest_words(words: pd.DataFrame) -> str:
    """Say which words a text uses most, from `frequency` without groups."""
    if words.empty:
        return "No word is left to count."
    top = words.head(5)
    named = [f"“{row.term}” ({row.count:,})" for row in top.itertuples(index=False)]
    rate = float(top["rate"].iloc[0])
    return (
        f"Leaving function words aside, the commonest words are {listed(named)}: the first makes "
        f"up {rate:.1f} of every 1,000 tokens."
    )


def topics_covered(table: pd.DataFrame) -> str:
    """Say which topics have most room and which none, from `coverage`."""
    rooms = table.groupby("topic")["sentences"].sum().sort_values(ascending=False, kind="stable")
    there = rooms[rooms > 0]
    if there.empty:
        return "No match found in this text for any topic of the lexicon."
    named = [
        f"{topic_label(str(topic))} ({number_of(int(n), 'sentence')})"
        for topic, n in there.head(4).items()
    ]
    absent = [topic_label(topic) for topic in rooms[rooms == 0].index]
    missing = (
        f" No match was found for {listed(sorted(absent), most=6)}; that a text says nothing of a "
        "topic does not mean that nothing was said."
        if absent
        else ""
    )
    return (
        f"{len(there)} of {len(rooms)} topics are spoken of; "
        f"most room goes to {listed(named)}.{missing}"
    )


def order_of_topics(table: pd.DataFrame) -> str:
    """Say in which order one document takes its topics up, from its rows of `coverage`."""
    there = table.dropna(subset=["first_sentence"]).sort_values(
        ["first_sentence", "topic"], kind="stable"
    )
    if there.empty:
        return "No topic of the lexicon is spoken of, so there is no order."
    first, last = (
        [topic_label(topic) for topic in there["topic"].head(4)],
        topic_label(there["topic"].iloc[-1]),
    )
    return f"It takes up {listed(first)} first, in this order, and {last} last."


def without_topic(bare: pd.DataFrame, sentences: int) -> str:
    """Say how many sentences have no topic, from `uncovered` and the number of sentences."""
    share = len(bare) / max(sentences, 1)
    return (
        f"{number_of(len(bare), 'sentence').capitalize()} of {sentences:,} ({share:.0%}) "
        f"{'has' if len(bare) == 1 else 'have'} no topic of the lexicon."
    )


def recurring_phrases(phrases: pd.DataFrame) -> str:
    """Say which phrases recur, from `formulas`."""
    if phrases.empty:
        return "No phrase of three words or more occurs twice in these texts."
    top = [
        f"“{row.phrase}” ({row.count:,} times)" for row in phrases.head(3).itertuples(index=False)
    ]
    longest = phrases.iloc[int(phrases["words"].argmax())]
    return (
        f"{number_of(len(phrases), 'phrase').capitalize()} of three words or more "
        f"{'recurs' if len(phrases) == 1 else 'recur'}, most of all {listed(top)}. "
        f"The longest has {longest['words']:,} words: “{longest['phrase']}”."
    )


def _day(stamp: pd.Timestamp) -> str:
    return f"{stamp.day} {stamp:%B %Y}"
