"""Lexical diversity: how varied the words are, by measures that length does not sway."""

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.grouping import groups
from summit_analysis.corpus.token_views import index_of
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.terms.language import check_english

WINDOW = 50
COLUMNS = ("documents", "tokens", "types", "mattr", "mtld")
MTLD_THRESHOLD = 0.72
MTLD_FEWEST = 100


def diversity(corpus: Corpus, *, by: str | None = None, window: int = WINDOW) -> pd.DataFrame:
    """Measure how varied the vocabulary is, in all or by group.

    Neither measure depends on length as the plain ratio of types to tokens does. Windows and
    stretches never cross a document's end, so the order of documents does not matter.

    Args:
        corpus: the documents.
        by: a metadata column, `doc_id`, or `decade`, `year`, `quarter`, `month` of the date.
        window: tokens in MATTR's moving window.

    Returns:
        One row a group, in the order of the groups: the `by` column, `documents`, `tokens`,
        `types`, `mattr` (Covington & McFall 2010: mean share of different words in every window,
        0 to 1), `mtld` (McCarthy & Jarvis 2010: mean length in tokens over which that share stays
        above .72, both ways). A group too short for a measure has none, and a note says so.

    Raises:
        CorpusError: the corpus is empty, the window is under 2, or no document has the column.

    Example:
        >>> import summit_analysis as sa
        >>> sa.diversity(sa.load())["mattr"].round(2).tolist()
        [0.74]
    """
    check_whole("window", window, least=2)
    if not len(index_of(corpus).ids):
        raise CorpusError(f"{corpus.name!r} has no tokens to measure.")
    names, group_of = groups(corpus, by, beside=COLUMNS)
    rows = []
    for number, name in enumerate(names):
        texts = _texts(corpus.index, np.flatnonzero(group_of == number))
        types = len(np.unique(np.concatenate(texts)))
        tokens = sum(map(len, texts))
        rows.append((name, len(texts), tokens, types, mattr(texts, window), mtld(texts)))
    columns = [by or "group", *COLUMNS]
    frame = pd.DataFrame(rows, columns=columns)
    frame[columns[0]] = frame[columns[0]].astype("str")
    notes = [
        f"MATTR: windows of {window} tokens. MTLD: threshold {MTLD_THRESHOLD}. Higher is more "
        "varied; only texts of one kind and language compare.",
        *_short(frame, window),
        *check_english(corpus),
    ]
    if by is None:
        frame = frame.drop(columns="group")
    return finish(frame, title=f"Lexical diversity{f' by {by}' if by else ''}", notes=notes)


def mattr(texts: list[np.ndarray], window: int = WINDOW) -> float:
    """Moving-average type-token ratio over every window of several texts; NaN if there is none.

    A token adds a type to the windows that hold it and not the same word's place before it.

    Example:
        >>> mattr([np.array([1, 2, 1, 1])], window=2)
        0.8333333333333334
    """
    types = windows = 0
    for ids in texts:
        size = len(ids)
        if size < window:
            continue
        order = np.argsort(ids, kind="stable")
        before = np.full(size, -1)
        same = ids[order][1:] == ids[order][:-1]
        before[order[1:][same]] = order[:-1][same]
        places = np.arange(size)
        first = np.maximum(places - window + 1, before + 1)
        last = np.minimum(places, size - window)
        types += int(np.maximum(last - first + 1, 0).sum())
        windows += size - window + 1
    return types / windows / window if windows else float("nan")


def mtld(texts: list[np.ndarray], threshold: float = MTLD_THRESHOLD) -> float:
    """Measure of textual lexical diversity, the mean of both directions; NaN without a repetition.

    Example:
        >>> mtld([np.array([1, 1, 1, 1])])
        2.0
    """
    tokens = sum(map(len, texts))
    both = [sum(_factors(ids[::step].tolist(), threshold) for ids in texts) for step in (1, -1)]
    return sum(tokens / factors for factors in both) / 2 if all(both) else float("nan")


def _factors(ids: list[int], threshold: float) -> float:
    """Count the stretches over which the type-token ratio stays above the threshold."""
    factors, tokens = 0.0, 0
    types: set[int] = set()
    for word in ids:
        tokens += 1
        types.add(word)
        if len(types) / tokens <= threshold:
            factors, tokens = factors + 1, 0
            types = set()
    if tokens:
        factors += (1 - len(types) / tokens) / (1 - threshold)
    return factors


def _texts(index: TokenIndex, documents: np.ndarray) -> list[np.ndarray]:
    edges = index.document_tokens
    return [index.ids[edges[place] : edges[place + 1]] for place in documents.tolist()]


def _short(frame: pd.DataFrame, window: int) -> list[str]:
    notes = []
    none = int(frame["mattr"].isna().sum())
    if none:
        notes.append(f"No MATTR for {none} whose texts are all shorter than {window} tokens.")
    none = int(frame["mtld"].isna().sum())
    if none:
        notes.append(f"No MTLD for {none} in which no word comes twice.")
    few = int((frame["tokens"] < MTLD_FEWEST).sum())
    if few:
        notes.append(f"MTLD is unsteady under {MTLD_FEWEST} tokens, as {few} of these have.")
    return notes
