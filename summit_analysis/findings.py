"""From a frame, the sentence that states its finding: for openings, captions and alt texts."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from summit_analysis.corpus.grouping import NOT_KNOWN
from summit_analysis.lexicons import topic_label
from summit_analysis.shortening import shortened

# Under this count nothing can be said about how evenly a term is spread.
FREQUENT = 5
LONGEST_QUOTE = 160

SIDES = ("the first account", "the second account")
# A word in fewer of the texts with a formula is no part of it.
LEAST_PART = 0.1


def number_of(count: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun.

    Args:
        count: how many there are.
        noun: of what, in the singular.
        plural: its plural, where that is more than an s.

    Example:
        >>> number_of(1, "document"), number_of(1201, "document"), number_of(2, "match", "matches")
        ('one document', '1,201 documents', '2 matches')
    """
    if count == 1:
        return f"one {noun}"
    return f"{count:,} {plural or noun + 's'}" if count else f"no {plural or noun + 's'}"


def listed(items: Sequence[str], *, most: int = 5) -> str:
    """Write a list as prose; an empty one is an empty string.

    Args:
        items: what to list.
        most: how many to name before only counting the rest.

    Example:
        >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], most=2), listed([])
        ('a, b and c', 'a, b and 1 more', '')
    """
    shown = [str(item) for item in items[:most]]
    if len(items) > most:
        shown.append(f"{len(items) - most:,} more")
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


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
    """Say how long sentences are, from `describe`.

    Args:
        described: what `describe` returns.

    Example:
        >>> rows = pd.DataFrame({"title": ["Talks", "A call"], "tokens": [90, 30]})
        >>> print(length_of_sentences(rows.assign(sentences=[5, 1], longest_sentence=[28, 30])))
        A sentence has 20 tokens on average; the longest (in “A call”) has 30.
    """
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


def topics_covered(table: pd.DataFrame) -> str:
    """Say which topics have most room and which none, from `coverage`.

    Args:
        table: what `coverage` returns.

    Example:
        >>> rows = pd.DataFrame({"topic": ["taiwan", "energy", "health"], "sentences": [3, 1, 0]})
        >>> print(topics_covered(rows))
        2 of 3 topics are spoken of; most room goes to Taiwan (3 sentences) and energy (one
        sentence). No match was found for health; that a text says nothing of a topic does not
        mean that nothing was said.
    """
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
    """Say in which order one document takes its topics up, from its rows of `coverage`.

    Args:
        table: the rows of `coverage` for one document.

    Example:
        >>> rows = pd.DataFrame({"topic": ["energy", "taiwan"], "first_sentence": [4, 1]})
        >>> print(order_of_topics(rows))
        It takes up Taiwan and energy first, in this order, and energy last.
    """
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
    """Say how many sentences have no topic, from `uncovered` and the number of sentences.

    Args:
        bare: what `uncovered` returns.
        sentences: how many sentences the corpus has.

    Example:
        >>> print(without_topic(pd.DataFrame({"text": ["They met."]}), 8))
        One sentence of 8 (12%) has no topic of the lexicon.
    """
    share = len(bare) / max(sentences, 1)
    return (
        f"{number_of(len(bare), 'sentence').capitalize()} of {sentences:,} ({share:.0%}) "
        f"{'has' if len(bare) == 1 else 'have'} no topic of the lexicon."
    )


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
        return _reason(phrases, "No phrase recurs in these texts.")
    top = [
        f"“{row.phrase}” ({row.count:,} times)" for row in phrases.head(3).itertuples(index=False)
    ]
    longest = phrases.iloc[int(phrases["words"].argmax())]
    return (
        f"{number_of(len(phrases), 'phrase').capitalize()}{_least(phrases)} "
        f"{'recurs' if len(phrases) == 1 else 'recur'}, most of all {listed(top)}. "
        f"The longest has {longest['words']:,} words: “{longest['phrase']}”."
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

    Args:
        spread: what `dispersion` returns, or some rows of it.

    Example:
        >>> rows = pd.DataFrame({"term": ["peace", "boats"], "count": [9, 5], "range": [3, 2]})
        >>> print(spread_of_terms(rows.assign(dp_norm=[0.1, 0.8])))
        Among those that occur 5 times or more, “peace” is the most evenly spread (in 3 parts,
        DPnorm 0.10), and “boats” clumps most (in 2, DPnorm 0.80).
    """
    frequent = spread[spread["count"] >= FREQUENT]
    if frequent.empty:
        return f"No term occurs {FREQUENT} times, so none can be called even or clumped."
    order = frequent.sort_values(["dp_norm", "term"], kind="stable")
    parts = spread.attrs.get("parts")
    of = f" of {parts:,}" if parts else ""
    even, clumped = order.iloc[0], order.iloc[-1]
    if len(order) == 1:
        return f"“{even['term']}” stands in {even['range']:,}{of} parts (DPnorm {_two(even)})."
    return (
        f"Among those that occur {FREQUENT} times or more, “{even['term']}” is the most evenly "
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
        elif by in ("year", "quarter", "month", "date"):
            inside = high[by] not in (first[by], last[by])
            peak = f", with {_rate(high, by)} at most" if inside else ""
            said.append(f"“{term}” goes from {_rate(first, by)} to {_rate(last, by)}{peak}.")
        else:
            said.append(f"“{term}” has {_rate(high, by)} at most and {_rate(low, by)} at least.")
    if len(terms) > most:
        said.append(f"There are {len(terms) - most:,} more terms.")
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


def counterparts(accounts: pd.DataFrame, names: Sequence[str] = SIDES) -> str:
    """Say how many sentences have a counterpart, from `two_accounts` and the sides' names.

    Args:
        accounts: what `two_accounts` returns.
        names: what to call the two sides.

    Example:
        >>> rows = pd.DataFrame({"pair": 0, "sentence": [0, 1], "sentence_b": [0, None]})
        >>> print(counterparts(rows.assign(score=[0.6, None])))
        A counterpart was found for 1 of 2 sentences (the first account) and for 1 of 1
        sentences (the second account). What has none has no match in the other text, which does
        not say that it was not discussed.
    """
    parts = []
    for which, end in zip(names, ("", "_b"), strict=True):
        there = accounts.dropna(subset=["sentence" + end])
        matched = there.dropna(subset=["score"])
        keys = ["pair", "sentence" + end]
        found, all_of_them = (len(rows[keys].drop_duplicates()) for rows in (matched, there))
        parts.append(f"{found:,} of {all_of_them:,} sentences ({which})")
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
        return f"No wording{_least(runs)} stands in both accounts."
    whole = int(runs["whole"].sum())
    longest = runs.iloc[0]
    sentences = f", {number_of(whole, 'whole sentence')} among them" if whole else ""
    text = shortened(longest["text"], LONGEST_QUOTE)
    return (
        f"{number_of(len(runs), 'run').capitalize()} of words "
        f"{'stands' if len(runs) == 1 else 'stand'} word for word in both accounts of a meeting"
        f"{sentences}; the longest has {longest['words']:,} words: “{text}”."
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
        first, last = _day(dates.min()), _day(dates.max())
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
        f"“{row['word']}” first stands in it on {_day(row['first_date'])}"
        + (f" and last on {_day(row['last_date'])}" if row["after"] else "")
        for row in rows
        if row["before"]
    ]
    went = [
        f"“{row['word']}” last stands in it on {_day(row['last_date'])}"
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
        f"Later documents take {share:.0%} of their words, in runs{_least(table)}, from earlier "
        f"ones of this corpus{top}."
    )


def _least(frame: pd.DataFrame) -> str:
    """Say the fewest words of a run or phrase; nothing where the frame has lost its attributes."""
    words = frame.attrs.get("min_words")
    return f" of {_in_words(words)} words or more" if words else ""


def _in_words(number: int) -> str:
    small = "two three four five six seven eight nine ten eleven twelve".split()
    return small[number - 2] if 2 <= number <= 12 else f"{number:,}"


def _both(row: Any) -> str:
    return f"{row.rate_target:.1f} to {row.rate_reference:.1f}"


def _rate(row: pd.Series, by: str) -> str:
    return f"{row['rate']:.1f} in {row[by]}"


def _two(row: pd.Series) -> str:
    return f"{row['dp_norm']:.2f}"


def _day(stamp: pd.Timestamp) -> str:
    return f"{stamp.day} {stamp:%B %Y}"


def _named(pairs: pd.DataFrame) -> list[Any]:
    # `name` would hide a row's own attribute of that name.
    return list(pairs.rename(columns={"name": "name_"}).itertuples(index=False))


# What the classes of acts do, for readers who have not met their names.
DOINGS = {
    "commissive": "undertaking or intending something",
    "directive": "asking for something",
    "expressive": "showing an attitude",
    "assertive": "stating something",
    "declarative": "bringing something about",
    "procedural": "the meeting itself",
}


def acts_done(acts: pd.DataFrame, *, most: int = 3) -> str:
    """Say who did how much, and of what kind, from `acts`.

    Args:
        acts: what `acts` returns.
        most: how many classes and actors to name.

    Example:
        >>> rows = pd.DataFrame({"actor": ["joint", "Biden"], "is_reply": [False, True]})
        >>> print(acts_done(rows.assign(act_class="expressive")))
        2 acts were found: 1 by the parties together and 1 by Biden. Of these, 2 are expressive
        (showing an attitude). One act is told as a reply.
    """
    if acts.empty:
        return _reason(acts, "No act was found.")
    classes = _by_number(acts["act_class"])
    said = [
        f"{count:,} {name}" + (f" ({DOINGS[str(name)]})" if name in DOINGS else "")
        for name, count in classes.head(most).items()
    ]
    said[0] = said[0].replace(" ", f" {_is(int(classes.iloc[0]))} ", 1)
    replies = int(acts["is_reply"].sum())
    answering = f" {number_of(replies, 'act').capitalize()} {_is(replies)} told as a reply."
    return (
        f"{number_of(len(acts), 'act').capitalize()} {_was(len(acts))} found: "
        f"{_by_actor(acts['actor'], most)}. Of these, {listed(said)}.{answering}"
    )


def commitments_made(promised: pd.DataFrame, *, most: int = 3) -> str:
    """Say how much was promised, by whom and how precisely, from `commitments`.

    Args:
        promised: what `commitments` returns.
        most: how many actors to name.

    Example:
        >>> rows = pd.DataFrame({"actor": ["joint"], "specific": True, "deadline": "in May"})
        >>> print(commitments_made(rows.assign(action="meet in May")))
        One commitment was found: 1 by the parties together. One of them is specific, and one
        names a date: “meet in May”.
    """
    if promised.empty:
        return _reason(promised, "No commitment was found.")
    specific = int(promised["specific"].sum())
    dated = promised[promised["deadline"] != ""]
    how = (
        f"{_some(specific)} of them {_is(specific)} specific, and {_some(len(dated)).lower()} "
        f"{'names' if len(dated) == 1 else 'name'} a date"
    )
    example = f": “{shortened(str(dated['action'].iloc[0]), LONGEST_QUOTE)}”" if len(dated) else ""
    if len(dated) > 1:
        example = f", as in{example[1:]}"
    return (
        f"{number_of(len(promised), 'commitment').capitalize()} {_was(len(promised))} found: "
        f"{_by_actor(promised['actor'], most)}. {how}{example}."
    )


def asks_answered(asks: pd.DataFrame, *, most: int = 3) -> str:
    """Say what one side asked for and whether the text reports an answer, from `requests`.

    Args:
        asks: what `requests` returns.
        most: how many actors to name.

    Example:
        >>> asks_answered(pd.DataFrame({"actor": ["Kishida"], "answered_by": ["d:12"]}))
        'One request by one side was found; the text reports an answer to it.'
    """
    if asks.empty:
        return "No request by one side was found."
    unanswered = asks[asks["answered_by"] == ""]
    found = f"{number_of(len(asks), 'request').capitalize()} by one side {_was(len(asks))} found"
    if unanswered.empty:
        return f"{found}; the text reports an answer to {'it' if len(asks) == 1 else 'each'}."
    by = _by_actor(unanswered["actor"], most)
    if len(unanswered) == len(asks):
        none = f"the text reports no answer to {'it' if len(asks) == 1 else 'any of them'}"
    else:
        none = f"to {len(unanswered):,} of them the text reports no answer"
    return f"{found}; {none} ({by}), which does not say that none was given."


def voices_apart(voices: pd.DataFrame, *, most: int = 3) -> str:
    """Say on which topics the parties act together and on which one acts alone.

    Args:
        voices: a row a topic, with the numbers of acts `joint` and `alone`.
        most: how many topics to name on either side.

    Example:
        >>> rows = pd.DataFrame({"topic": ["taiwan", "energy"], "joint": [3, 0], "alone": [1, 2]})
        >>> print(voices_apart(rows))
        By acts in sentences that speak of a topic, the parties act together most of all on
        Taiwan (3 of 4), and on their own most of all on energy (2 of 2).
    """
    if voices.empty:
        return "No act stands in a sentence that speaks of a topic of the lexicon."
    said = []
    for column, other, how in (
        ("joint", "alone", "together most of all on"),
        ("alone", "joint", "on their own most of all on"),
    ):
        rows = voices[voices[column] > voices[other]]
        rows = rows.sort_values([column, other, "topic"], ascending=[False, True, True])
        named = [
            f"{topic_label(str(row['topic']))} ({row[column]:,} of {row['joint'] + row['alone']:,})"
            for row in rows.head(most).to_dict("records")
        ]
        if named:
            said.append(f"{how} {listed(named)}")
    if not said:
        return "On every topic the parties act together as often as on their own."
    return f"By acts in sentences that speak of a topic, the parties act {', and '.join(said)}."


def strongest_words(placed: pd.DataFrame) -> str:
    """Say which step is reached on each scale, and by whom, from `strengths`.

    Args:
        placed: what `strengths` returns.

    Example:
        >>> rows = pd.DataFrame({"scale": ["japan"], "step": 2, "of": 8, "label": "strong concern"})
        >>> print(strongest_words(rows.assign(actor="joint")))
        On the scale “japan” the highest of one act is step 2 of 8, “strong concern” (by the
        parties together).
    """
    if placed.empty:
        return _reason(placed, "No act stands on a scale of strength.")
    said = []
    for scale, rows in placed.groupby("scale", sort=True):
        top = rows[rows["step"] == rows["step"].max()]
        by = ["the parties together" if actor == "joint" else str(actor)
              for actor in dict.fromkeys(top.sort_values("actor")["actor"])]  # fmt: skip
        said.append(
            f"on the scale “{scale}” the highest of {number_of(len(rows), 'act')} is step "
            f"{top['step'].iloc[0]} of {top['of'].iloc[0]}, “{top['label'].iloc[0]}” "
            f"(by {listed(by, most=3)})"
        )
    text = "; ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _some(count: int) -> str:
    return {0: "None", 1: "One"}.get(count, f"{count:,}")


def _by_number(column: pd.Series) -> pd.Series:
    """Count values, the commonest first and ties by name."""
    return column.value_counts().sort_index().sort_values(ascending=False, kind="stable")


def _by_actor(actors: pd.Series, most: int) -> str:
    """Write by whom, what was done together first; a single actor too many is named as well."""
    counts = _by_number(actors)
    joint, alone = int(counts.get("joint", 0)), counts.drop("joint", errors="ignore")
    named = len(alone) if len(alone) <= most + 1 else most
    by = [f"{joint:,} by the parties together"] if joint else []
    by += [f"{count:,} by {actor}" for actor, count in alone.head(named).items()]
    if named < len(alone):
        by.append(f"{int(alone.iloc[named:].sum()):,} by {len(alone) - named:,} more")
    return listed(by, most=len(by))


def _reason(frame: pd.DataFrame, otherwise: str) -> str:
    """Take an empty result's own words for why it is empty."""
    notes = frame.attrs.get("notes") or [otherwise]
    return str(notes[0])
