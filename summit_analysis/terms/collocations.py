"""Collocates: the words that keep a term's company more than chance would have it."""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_choice, check_number, check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.patterns import find
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.frames import finish
from summit_analysis.lexicons import stop_words
from summit_analysis.plurals import counted, verb
from summit_analysis.terms.association import g2_four_term
from summit_analysis.terms.collocation_measures import (
    chi_squared,
    log_dice_score,
    mutual_information,
    t_score,
)
from summit_analysis.terms.concordances import similar_words
from summit_analysis.terms.language import check_english
from summit_analysis.terms.runs import first_of_runs

Measure = Literal["mi", "mi3", "t", "chi2"]
COLUMNS = ["term", "count", "count_term", "documents", "log_dice", "g2"]
CHANCE = 3.84


def collocates(
    corpus: Corpus,
    node: str,
    *,
    window: int | Literal["sentence"] = 5,
    measures: Measure | Sequence[Measure] = (),
    stopwords: str | Iterable[str] | None = None,
    min_count: int = 2,
    min_g2: float = CHANCE,
    compounds: Compounds = "keep",
) -> pd.DataFrame:
    """Find the words that stand near a word, phrase or pattern.

    A window never crosses a sentence's end. The joint count is the number of nodes that have the
    collocate in their window, or the number of the collocate's tokens that stand in some node's
    window, whichever is less: it exceeds neither word's count, so logDice is 14 at most.

    Args:
        corpus: the documents.
        node: a pattern, as for `concordance`; its own tokens are no collocates.
        window: how many tokens on each side, or `"sentence"` for all of the node's sentence.
        measures: which of `"mi"`, `"mi3"`, `"t"`, `"chi2"` to add.
        stopwords: `"english"`, or words of one's own, to leave out.
        min_count: the least joint count.
        min_g2: the least log-likelihood; 3.84 is p = .05 for one word alone, and 0 keeps all that
            the node attracts.
        compounds: `"split"` looks at the parts of hyphenated compounds instead of the whole.

    Returns:
        One row a collocate, by logDice, then G2, then alphabet: `term`, `count` (joint),
        `count_term` (in the whole corpus), `documents` (in which it stands near the node),
        `log_dice` (Rychlý 2008), `g2` (Dunning 1993: inside all windows against outside; negative
        where it shuns the node), and what was asked for of `mi` (Church & Hanks 1990), `mi3`
        (Daille 1994), `t` (Church et al. 1991) and `chi2` (Pearson, without a correction). Like
        `g2` these count tokens, not nodes: observed are the collocate's tokens in all windows, a
        token in two windows once; expected is its count outside the node's own tokens, times the
        share of those tokens that stands in windows.

    Raises:
        PatternError: the node is empty, malformed, or would match everything.
        CorpusError: the window is under 1, a minimum is no number, or a measure is not known.

    Example:
        >>> import summit_analysis as sa
        >>> sa.collocates(sa.load(), "stability")["term"].head(2).tolist()
        ['peace', 'and']
    """
    if window != "sentence":
        check_whole("window", window, least=1)
    check_whole("min_count", min_count)
    check_number("min_g2", min_g2)
    min_g2 = float(min_g2)
    measures = [measures] if isinstance(measures, str) else list(measures)
    for measure in measures:
        check_choice("measures", measure, get_args(Measure))
    index = index_of(corpus, compounds)
    firsts, lasts = find(index, node)
    title = f"Collocates of “{node}”"
    if not len(firsts):
        note = f"{node!r} does not occur in this text.{similar_words(index, node)}"
        empty = pd.DataFrame({name: [] for name in [*COLUMNS, *measures]})
        empty = finish(empty, title=title, notes=[note])
        empty.attrs["node"] = node
        return empty
    frame, base = _counts(index, firsts, lasts, window)
    frame["log_dice"] = log_dice_score(frame["count"], len(firsts), frame["count_term"])
    near, free = frame.pop("_near"), frame.pop("_free")
    frame["g2"] = g2_four_term(near, free - near, base[0], base[1] - base[0])
    for name in measures:
        frame[name] = _measure(name, near, free, base)
    frame, dropped = _filter(frame, stop_words(stopwords), min_count, min_g2)
    where = "in its sentence" if window == "sentence" else f"within {window} tokens on each side"
    times = "once" if len(firsts) == 1 else f"{len(firsts):,} times"
    notes = [
        f"“{node}” occurs {times}; {base[0]:,} of {counted(base[1], 'other token')} "
        f"{verb(base[0], 'stand')} {where}, never over a sentence's end. Ranked by logDice "
        "(at most 14).",
        *dropped,
        *check_english(corpus),
    ]
    if frame.empty:
        notes.append("No collocate is left to show; try min_g2=0 or min_count=1.")
    frame = finish(
        frame,
        title=title,
        notes=notes,
        order=["log_dice", "g2", "term"],
        descending=["log_dice", "g2"],
    )
    frame.attrs["node"] = node
    return frame


def _measure(name: str, near: pd.Series, free: pd.Series, base: tuple[int, int]) -> np.ndarray:
    """Compute a measure from the collocate's tokens in windows and outside the node."""
    if name == "chi2":
        with np.errstate(invalid="ignore"):
            found = chi_squared(near, free - near, base[0], base[1] - base[0])
        return np.nan_to_num(found)  # where windows hold everything there is no difference
    expected = free * base[0] / base[1]
    if name == "t":
        return t_score(near, expected)
    return mutual_information(near, expected, power=3 if name == "mi3" else 1)


def _counts(
    index: TokenIndex, firsts: np.ndarray, lasts: np.ndarray, window: int | str
) -> tuple[pd.DataFrame, tuple[int, int]]:
    """Count what stands in windows; with it the tokens in windows and all outside the node."""
    size, words = len(index.ids), len(index.vocabulary)
    sentence = index.sentence_of(firsts)
    left, right = index.sentence_tokens[sentence], index.sentence_tokens[sentence + 1] - 1
    if not isinstance(window, str):
        left, right = np.maximum(firsts - window, left), np.minimum(lasts + window, right)
    inside = _different(_spread(firsts, lasts)[1])
    node, place = _spread(left, right)
    outside = inside[np.minimum(np.searchsorted(inside, place), len(inside) - 1)] != place
    node, place = node[outside], place[outside]
    near = _different(place)
    tokens_near = np.bincount(index.ids[near], minlength=words)
    pairs = _different(node * words + index.ids[place])
    nodes_with = np.bincount(pairs % words, minlength=words)
    documents = index.document_of(index.sentence_of(near))
    cells = _different(documents * words + index.ids[near])
    free = index.counts - np.bincount(index.ids[inside], minlength=words)
    found = np.flatnonzero(tokens_near)
    frame = pd.DataFrame(
        {
            "term": pd.Series([index.vocabulary[word] for word in found.tolist()], dtype="str"),
            "count": np.minimum(tokens_near, nodes_with)[found],
            "count_term": index.counts[found],
            "documents": np.bincount(cells % words, minlength=words)[found],
            "_near": tokens_near[found],
            "_free": free[found],
        }
    )
    return frame, (len(near), size - len(inside))


def _different(numbers: np.ndarray) -> np.ndarray:
    """Return the different ones of numbers in order; NumPy's own way is slower on this many."""
    ordered = np.sort(numbers)
    return ordered[first_of_runs(ordered)]


def _spread(firsts: np.ndarray, lasts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """List the tokens of ranges: the number of the range, and the token."""
    lengths = lasts - firsts + 1
    number = np.repeat(np.arange(len(firsts)), lengths)
    before = np.cumsum(lengths) - lengths
    return number, np.arange(lengths.sum()) - before[number] + firsts[number]


def _filter(
    frame: pd.DataFrame, stopped: frozenset[str], min_count: int, min_g2: float
) -> tuple[pd.DataFrame, list[str]]:
    rules = [
        (frame["term"].isin(stopped), "from the stop words"),
        (frame["count"] < min_count, f"standing with it under {min_count} times"),
        (frame["g2"] < min_g2, f"with G2 under {min_g2:g}"),
    ]
    notes, kept = [], np.ones(len(frame), dtype=bool)
    for drops, why in rules:
        dropped = kept & drops.to_numpy()
        kept &= ~dropped
        if dropped.any():
            notes.append(f"Left out: {counted(int(dropped.sum()), 'collocate')} {why}.")
    return frame[kept], notes
