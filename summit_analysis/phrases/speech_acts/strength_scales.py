"""Where an act stands on published scales of strength: an order, never a number to average."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from summit_analysis.arguments import check_frame
from summit_analysis.corpus.search.evidence_rows import COLUMNS
from summit_analysis.errors import LexiconError
from summit_analysis.frames import finish
from summit_analysis.lexicons import read_lexicon
from summit_analysis.phrases.grammar.word_lists import Source

Scales = Mapping[str, Mapping[str, Any]]
NEEDED = (
    *COLUMNS, "act_id", "actor", "verb", "complement", "act_class", "modifiers", "negated",
)  # fmt: skip


def strengths(
    acts: pd.DataFrame, *, scales: Sequence[str] | None = None, lexicon: Source = "strength"
) -> pd.DataFrame:
    """Place acts on scales of strength, several scales side by side.

    Args:
        acts: a frame made by `acts`.
        scales: names of scales in the lexicon; none is all of them.
        lexicon: a lexicon of scales: a bundled name, a YAML file or a mapping.

    Returns:
        One row for each act and each scale that covers it: evidence (`start:end` is the verb),
        `act_id`, `actor`, `scale`, `step` (from 1, the weakest), `of` (how many steps the scale
        has), `label` (the scale's name of the step, which is no quotation) and `words` (the act's
        own that put it there: "serious concern" is labelled "strong concern" on the Japanese
        scale, and "concerned" on the European one, which has no degree for "serious" or "strong").
        Acts that no scale covers, negated and procedural ones have no row.

    Raises:
        SummitAnalysisError: the frame is not what `acts` returns.
        LexiconError: there is no scale of that name.

    Example:
        >>> import summit_analysis as sa
        >>> placed = strengths(sa.acts(sa.load()), scales=["japan"])
        >>> placed[["actor", "step", "of", "label", "words"]].values.tolist()
        [['joint', 2, 8, 'strong concern', 'serious concern']]
    """
    check_frame(acts, NEEDED, call="strengths", maker="acts")
    known = read_scales(lexicon)
    wanted = list(scales) if scales is not None else list(known)
    missing = [name for name in wanted if name not in known]
    if missing:
        raise LexiconError(
            f"There is no scale called {missing[0]!r}. There are: {', '.join(known)}"
        )
    rows = [
        {
            **{column: row[column] for column in (*COLUMNS, "act_id", "actor")},
            "scale": name,
            **place,
        }
        for row in acts.to_dict("records")
        for name in wanted
        if (place := place_on(row, known[name])) is not None
    ]
    columns = [*COLUMNS, "act_id", "actor", "scale", "step", "of", "label", "words"]
    frame = pd.DataFrame(rows, columns=columns)
    notes = (
        [f"{name}: {known[name]['title']}; {known[name]['source']}." for name in wanted]
        if rows
        else ["No act stands on one of these scales: " + ", ".join(wanted) + "."]
    )
    return finish(
        frame,
        title="Strength of acts",
        notes=notes,
        order=["scale", "step", "doc_id", "start"],
        descending=["step"],
    )


def read_scales(lexicon: Source = "strength") -> Scales:
    """Read a lexicon of scales and check its form.

    Raises:
        LexiconError: a scale without steps, a title or a source.
    """
    scales: Scales = read_lexicon(lexicon, only="strength").get("scales", {})
    for name, scale in scales.items():
        for field in ("title", "source", "steps"):
            if not scale.get(field):
                raise LexiconError(f"The scale {name!r} has no {field}; give it one.")
    return scales


def place_on(act: Mapping[Any, Any], scale: Mapping[str, Any]) -> dict[str, Any] | None:
    """Find the highest step of a scale that an act's words reach, and those words, or None.

    Args:
        act: a row of `acts`; negated and procedural ones stand on no scale.
        scale: a scale as `read_scales` returns it.
    """
    if act["negated"] or act["act_class"] == "procedural":
        return None
    graders = str(act["modifiers"]).split(", ")
    steps = scale["steps"]
    for number in range(len(steps), 0, -1):
        step = steps[number - 1]
        by_verb = act["verb"] in step.get("verbs", ())
        said = by_verb or act["complement"] in step.get("nouns", ())
        graded = [word for word in graders if word in step.get("graded", ())]
        if said and (graded or "graded" not in step):
            words = " ".join([*graded, act["verb"] if by_verb else act["complement"]])
            return {"step": number, "of": len(steps), "label": step["name"], "words": words}
    return None


def in_words(act: Mapping[Any, Any], scales: Scales) -> str:
    """Write where an act stands, for the column `strength`: "japan 2/8 strong concern"."""
    places = ((name, place_on(act, scale)) for name, scale in scales.items())
    return "; ".join(
        f"{name} {place['step']}/{place['of']} {place['label']}" for name, place in places if place
    )
