"""P-frames: phrases with one word left open, and what fills it."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import labels
from summit_analysis.corpus.search.evidence_rows import evidence
from summit_analysis.corpus.search.patterns import Element, find_runs, parse_pattern
from summit_analysis.corpus.token_views import index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import PatternError
from summit_analysis.frames import finish
from summit_analysis.phrases.recurrence.p_frame_discovery import discovered
from summit_analysis.plurals import counted

COLUMNS = ["p_frame", "filler", "count", "documents", "share", "frame_count", "fillers", "entropy"]


def p_frames(
    corpus: Corpus,
    pattern: str | None = None,
    *,
    by: str | None = None,
    words: int | Iterable[int] = (4, 5, 6),
    min_count: int = 4,
    min_fillers: int = 2,
    min_entropy: float = 1.0,
) -> pd.DataFrame:
    """Count what fills the open places of a phrase, or discover phrases with one open word.

    With a pattern, each `*` (one token), `...` (one to five) and `denuclear*` (a word's ending) is
    an open place. Without one, phrases of the given lengths are found that recur with one word, not
    at either end, that varies (a p-frame: Fletcher 2002); at least two of their fixed words are no
    function words, and one of these no name.

    Args:
        corpus: the documents. For what one actor says, pass `corpus.subset(rows)` with that
            actor's acts.
        pattern: the phrase, as in `concordance`, with an open place; none to discover.
        by: a metadata column or a part of the date: fillers are counted in each group apart.
        words: the lengths to look for when discovering.
        min_count: how often a discovered p-frame must occur.
        min_fillers: how many different fillers a discovered p-frame must have.
        min_entropy: how free their choice must be, in bits; 1 is that of two fillers equally often.

    Returns:
        One row a filler (and group), the commonest p-frame first: the `by` column, `p_frame`,
        `filler` (in its order where there are several, parted by ` … `), `count` (places),
        `documents`, `share` (of the p-frame's places), and of the p-frame `frame_count` (places),
        `fillers` (how many different), `entropy` (of the fillers, in bits: 0 when there is one, the
        higher the freer the choice). `p_frame_evidence` lists the places.

    Raises:
        CorpusError: no words to look for, a length out of range, or an unknown column.
        PatternError: the pattern cannot be read or has no open place.

    Example:
        >>> import summit_analysis as sa
        >>> p_frames(sa.load(), "the two leaders * the")[["filler", "count"]].values.tolist()[0]
        ['shared', 6]
    """
    index_of(corpus)
    check_whole("min_count", min_count, least=1)
    check_whole("min_fillers", min_fillers, least=1)
    if pattern is None:
        places = discovered(corpus, words, min_count, min_fillers, min_entropy)
        notes = [
            f"P-frames of {_lengths(words)} words with one open word, {min_count} places, "
            f"{min_fillers} fillers and {min_entropy:g} bits or more; those that a longer one "
            "always holds and those made of names are left out."
        ]
        title = "Phrases with an open place"
    else:
        places = _matches(corpus, pattern)
        notes = [f"{counted(len(places), 'place')} of {pattern!r}."]
        title = f"What fills “{pattern}”"
    places["document"] = corpus.index.document_of(
        corpus.index.sentence_of(places["first"].to_numpy(dtype=np.int64))
    )
    keys = ["p_frame"]
    if by is not None:
        group = np.array(labels(corpus, by, beside=[*COLUMNS, *places.columns]), dtype=object)
        places[by] = group[places["document"].to_numpy(dtype=np.int64)]
        keys = [by, "p_frame"]
    frame = _counted(places, keys)
    if frame.empty:
        notes = [
            f"No match found in this text for {pattern!r}."
            if pattern
            else notes[0] + " None found."
        ]
    notes.append("Entropy in bits over the fillers of a p-frame.")
    return finish(
        frame,
        title=title,
        notes=notes,
        order=["frame_count", *keys, "count", "filler"],
        descending=["frame_count", "count"],
    )


def p_frame_evidence(corpus: Corpus, pattern: str) -> pd.DataFrame:
    """List the places of a phrase with an open place, and what fills it at each.

    Args:
        corpus: the documents.
        pattern: as in `p_frames`.

    Returns:
        One row a place, in the order of the text: the evidence columns and `filler`.

    Raises:
        PatternError: the pattern cannot be read or has no open place.

    Example:
        >>> import summit_analysis as sa
        >>> p_frame_evidence(sa.load(), "Senkaku *")[["match", "filler"]].values.tolist()
        [['Senkaku Islands', 'islands']]
    """
    places = _matches(corpus, pattern)
    frame = evidence(
        corpus, places["first"].to_numpy(dtype=np.int64), places["last"].to_numpy(dtype=np.int64)
    )
    frame["filler"] = places["filler"].to_numpy()
    notes = [f"{counted(len(frame), 'place')}."] if len(frame) else []
    return finish(frame, title=f"Places of “{pattern}”", notes=notes)


def _matches(corpus: Corpus, pattern: str) -> pd.DataFrame:
    runs = parse_pattern(pattern)
    if len(runs) == 1 and not any(element.prefix for element in runs[0]):
        raise PatternError(
            f"{pattern!r} has no open place; put * for one token, ... for one to five."
        )
    index = corpus.index
    firsts, lasts = find_runs(index, runs)
    name = " ... ".join(
        " ".join(element.text + "*" * element.prefix for element in run) for run in runs
    )
    fillers = [
        " … ".join(_fillers(index, runs, first, last))
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)
    ]
    return pd.DataFrame(
        {"first": firsts, "last": lasts, "p_frame": name, "filler": pd.Series(fillers, dtype="str")}
    )


def _fillers(index: TokenIndex, runs: list[list[Element]], first: int, last: int) -> list[str]:
    """Read off what stands at the open places of one match: between runs, and under each star."""
    words = [index.vocabulary[i] for i in index.ids[first : last + 1].tolist()]
    found: list[str] = []
    at = 0
    for number, run in enumerate(runs):
        if number:
            begin = at
            at += 1
            final = number == len(runs) - 1
            while at < len(words) - len(run) and not (_fits(run, words, at) and not final):
                at += 1
            found.append(" ".join(words[begin:at]))
        found += [
            word
            for element, word in zip(run, words[at : at + len(run)], strict=True)
            if element.prefix
        ]
        at += len(run)
    return found


def _fits(run: list[Element], words: list[str], at: int) -> bool:
    return all(
        word.startswith(element.text) if element.prefix else word == element.text
        for element, word in zip(run, words[at : at + len(run)], strict=True)
    )


def _counted(places: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    columns = [*keys[:-1], *COLUMNS]
    if places.empty:
        return pd.DataFrame(columns=columns)
    rows = (
        places.groupby([*keys, "filler"], sort=True)
        .agg(count=("first", "size"), documents=("document", "nunique"))
        .reset_index()
    )
    grouped = rows.groupby(keys)["count"]
    rows["frame_count"] = grouped.transform("sum")
    rows["fillers"] = grouped.transform("size")
    rows["share"] = rows["count"] / rows["frame_count"]
    bits = -rows["share"] * np.log2(rows["share"])
    rows["entropy"] = bits.groupby([rows[key] for key in keys]).transform("sum").abs()
    return rows[columns]


def _lengths(words: int | Iterable[int]) -> str:
    sizes = sorted(set(words) if isinstance(words, Iterable) else {words})
    return ", ".join(map(str, sizes[:-1])) + " or " + str(sizes[-1]) if sizes[1:] else str(sizes[0])
