"""Who did what with words, in a sentence."""

import pandas as pd

from summit_analysis.findings.prose import LONGEST_QUOTE, by_number, listed, reason_for, some
from summit_analysis.lexicons import stop_words, topic_label
from summit_analysis.plurals import is_are, number_of, was_were
from summit_analysis.shortening import shortened
from summit_analysis.terms.stems import stem

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
        return reason_for(acts, "No act was found.")
    classes = by_number(acts["act_class"])
    said = [
        f"{count:,} {name}" + (f" ({DOINGS[str(name)]})" if name in DOINGS else "")
        for name, count in classes.head(most).items()
    ]
    said[0] = said[0].replace(" ", f" {is_are(int(classes.iloc[0]))} ", 1)
    replies = int(acts["is_reply"].sum())
    answering = f" {number_of(replies, 'act').capitalize()} {is_are(replies)} told as a reply."
    return (
        f"{number_of(len(acts), 'act').capitalize()} {was_were(len(acts))} found: "
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
        return reason_for(promised, "No commitment was found.")
    specific = int(promised["specific"].sum())
    dated = promised[promised["deadline"] != ""]
    how = (
        f"{some(specific)} of them {is_are(specific)} specific, and {some(len(dated)).lower()} "
        f"{'names' if len(dated) == 1 else 'name'} a date"
    )
    example = f": “{shortened(str(dated['action'].iloc[0]), LONGEST_QUOTE)}”" if len(dated) else ""
    if len(dated) > 1:
        example = f", as in{example[1:]}"
    return (
        f"{number_of(len(promised), 'commitment').capitalize()} {was_were(len(promised))} found: "
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
    found = (
        f"{number_of(len(asks), 'request').capitalize()} by one side {was_were(len(asks))} found"
    )
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
        >>> print(strongest_words(rows.assign(actor="joint", words="serious concern")))
        On the scale “japan” the highest of one act is step 2 of 8, “strong concern” (said as
        “serious concern” by the parties together).
    """
    if placed.empty:
        return reason_for(placed, "No act stands on a scale of strength.")
    said = []
    for scale, rows in placed.groupby("scale", sort=True):
        top = rows[rows["step"] == rows["step"].max()]
        by = ["the parties together" if actor == "joint" else str(actor)
              for actor in dict.fromkeys(top.sort_values("actor")["actor"])]  # fmt: skip
        other = [f"“{words}”" for words in sorted(set(top.get("words", ())))
                 if _has_more(str(top["label"].iloc[0]), words)]  # fmt: skip
        how = f"said as {listed(other, most=3)} " if other else ""
        said.append(
            f"on the scale “{scale}” the highest of {number_of(len(rows), 'act')} is step "
            f"{top['step'].iloc[0]} of {top['of'].iloc[0]}, “{top['label'].iloc[0]}” "
            f"({how}by {listed(by, most=3)})"
        )
    text = "; ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def _has_more(label: str, words: str) -> bool:
    """Say whether a step's name has a word, in any form, that the act's own words have not."""
    ours, theirs = (
        {stem(word) for word in text.split() if word not in stop_words("english")}
        for text in (label, words)
    )
    return not ours <= theirs


def _by_actor(actors: pd.Series, most: int) -> str:
    """Write by whom, what was done together first; a single actor too many is named as well."""
    counts = by_number(actors)
    joint, alone = int(counts.get("joint", 0)), counts.drop("joint", errors="ignore")
    named = len(alone) if len(alone) <= most + 1 else most
    by = [f"{joint:,} by the parties together"] if joint else []
    by += [f"{count:,} by {actor}" for actor, count in alone.head(named).items()]
    if named < len(alone):
        by.append(f"{int(alone.iloc[named:].sum()):,} by {len(alone) - named:,} more")
    return listed(by, most=len(by))
