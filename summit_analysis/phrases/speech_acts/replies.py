"""Which act a reply answers, and which requests stay without one."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from summit_analysis.arguments import check_frame
from summit_analysis.corpus.search.evidence_rows import COLUMNS
from summit_analysis.frames import finish
from summit_analysis.plurals import counted

NEARBY = 3  # sentences


def requests(acts: pd.DataFrame) -> pd.DataFrame:
    """List what one party asked of another, and whether the text reports an answer.

    Args:
        acts: a frame made by `acts`.

    Returns:
        One row for each directive act of a single party: evidence, `act_id`, `actor`, `verb`, and
        `answered_by`, the `act_id` of the reply, or an empty string. That a text reports no
        answer does not say that none was given.

    Raises:
        SummitAnalysisError: the frame is not what `acts` returns.

    Example:
        >>> import summit_analysis as sa
        >>> asked = requests(sa.acts(sa.load()))
        >>> (asked["actor"] + " " + asked["match"]).tolist(), bool(asked["answered_by"].all())
        (['Kishida asked'], True)
    """
    needed = [*COLUMNS, "act_id", "actor", "verb", "act_class", "negated", "replies_to"]
    check_frame(acts, needed, call="requests", maker="acts")
    replies = acts.loc[acts["replies_to"] != "", ["replies_to", "act_id"]]
    answers = dict(zip(replies["replies_to"], replies["act_id"], strict=True))
    asked = acts[(acts["act_class"] == "directive") & (acts["actor"] != "joint") & ~acts["negated"]]
    frame = asked[[*COLUMNS, "act_id", "actor", "verb"]].assign(
        answered_by=[answers.get(act_id, "") for act_id in asked["act_id"]]
    )
    open_ones = int((frame["answered_by"] == "").sum())
    notes = [
        f"The texts report an answer to {len(frame) - open_ones:,} of "
        f"{counted(len(frame), 'request')}. That no answer is reported does not say "
        "that none was given."
    ]
    if frame.empty:
        notes = ["No request by one party was found in these texts."]
    return finish(frame, title="Requests and their answers", notes=notes)


def link_replies(rows: Sequence[dict[str, Any]]) -> None:
    """Fill in `replies_to` in the acts of one document, in the order of the text.

    A reply answers the nearest earlier act of another party, in its own sentence if there is one,
    and the nearest request before any other act. Without one nearby it answers nothing that is
    named.
    """
    for place, row in enumerate(rows):
        if row["is_reply"]:
            row["replies_to"] = _answered(rows, place)


def _answered(rows: Sequence[dict[str, Any]], place: int) -> str:
    reply = rows[place]
    before = [
        row
        for row in rows[max(0, place - 8) : place]
        if row["actor"] != reply["actor"] and reply["sentence"] - row["sentence"] <= NEARBY
    ]
    same = [row for row in before if row["sentence"] == reply["sentence"]]
    if same:
        return str(same[-1]["act_id"])
    asked = [row for row in before if row["act_class"] == "directive"]
    chosen = (asked or before)[-1:]
    return str(chosen[0]["act_id"]) if chosen else ""
