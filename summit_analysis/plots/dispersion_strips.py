"""Where in the text: a strip a term, a mark an occurrence."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from summit_analysis import findings
from summit_analysis.arguments import texts_of
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.patterns import find
from summit_analysis.corpus.token_views import index_of
from summit_analysis.errors import CorpusError
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import ACCENT, FAINT, INK, LINE, SOFT, new_figure
from summit_analysis.shortening import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# More document names than this would run into one another.
MOST_NAMES = 16
MOST_BANDS = 60
NARROWEST = 0.025
# Marks that would melt into one another are drawn thin and see-through, so that density shows.
MANY_MARKS = 150
RASTER_MARKS = 2000
LONGEST_NAME = 28
# An alt text is read aloud.
MOST_SAID = 8


def dispersion_strip(corpus: Corpus, terms: str | Iterable[str]) -> Figure:
    """Draw where terms stand: in one text, or through all documents in their order.

    Args:
        corpus: the documents; each takes as much room as it has tokens.
        terms: a pattern or several, as for `concordance`, from top to bottom.

    Returns:
        The figure: a row a term with a mark at each occurrence; bands tell documents apart.

    Raises:
        CorpusError: no term is given, or the corpus has no tokens.
        PatternError: a term is no pattern.

    Example:
        >>> import summit_analysis as sa
        >>> dispersion_strip(sa.load(), ["Ukraine"]).alt.split(". ")[1]
        '“Ukraine” stands in 2 places, between 42% and 45% of it.'
    """
    wanted = texts_of("terms", terms)
    size = len(index_of(corpus).ids)
    if not wanted or not size:
        raise CorpusError("Nothing to draw: give a term, and a corpus that has tokens.")
    places = {term: find(corpus.index, term)[0] for term in wanted}
    edges = corpus.index.document_tokens
    with new_figure(7.4, 0.95 + 0.3 * len(wanted)) as (mpl, axes):
        if len(corpus) > 1:
            _bands(axes, corpus, edges)
        for row, found in enumerate(places.values()):
            axes.hlines(row, 0, size, color=LINE, linewidth=0.6, zorder=1)
            many = len(found) > MANY_MARKS
            axes.vlines(
                found + 0.5,
                row - 0.33,
                row + 0.33,
                color=ACCENT,
                linewidth=0.6 if many else 1.3,
                alpha=0.5 if many else 1,
                zorder=2,
                rasterized=len(found) > RASTER_MARKS,
            )
            axes.annotate(
                _beside(corpus, edges, found),
                (1, row),
                xytext=(8, 0),
                xycoords=("axes fraction", "data"),
                textcoords="offset points",
                va="center",
                fontsize=8.5,
                color=SOFT if len(found) else LINE,
            )
        axes.set_yticks(
            range(len(wanted)), [shortened(term, LONGEST_NAME) for term in wanted], color=INK
        )
        axes.set_ylim(len(wanted) - 0.45, -0.55)
        axes.set_xlim(-size * 0.004, size * 1.004)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        if len(corpus) == 1:
            axes.set_xticks(np.linspace(0, size, 5), ["start", "¼", "½", "¾", "end"])
            axes.set_xlabel("place in the text")
    what = "the text" if len(corpus) == 1 else f"the {len(corpus):,} documents, in their order"
    caption = f"Each mark is an occurrence, from the beginning of {what}, to the end."
    if len(corpus) > 1:
        bands = "documents" if len(corpus) <= MOST_BANDS else "years"
        caption += f" Bands are {bands}, as wide as they are long."
    else:
        caption = caption.replace(",", "")
    said = [
        findings.places_of(term, (found / size).tolist(), _reach(corpus, edges, found))
        for term, found in list(places.items())[:MOST_SAID]
    ]
    if len(places) > MOST_SAID:
        said.append(f"The figure has {len(places) - MOST_SAID} more.")
    return Figure(mpl, caption=caption, alt=f"Where the terms stand in {what}. {' '.join(said)}")


def _bands(axes: "Axes", corpus: Corpus, edges: np.ndarray) -> None:
    """Tell documents apart, or years where documents are many."""
    dates = [document.metadata.get("date") for document in corpus]
    names = [str(date or document.doc_id) for date, document in zip(dates, corpus, strict=True)]
    years = [f"{date.year}" if date else "undated" for date in dates]
    new = next((runs for runs in map(_new, (names, years)) if len(runs) <= MOST_NAMES), [])
    bands = edges if len(corpus) <= MOST_BANDS else edges[[*new, len(corpus)]]
    for first, last in zip(bands[:-1:2], bands[1::2], strict=False):
        axes.axvspan(first, last, color=FAINT, linewidth=0, zorder=0)
    ends = [*new[1:], len(corpus)]
    labels = names if new == _new(names) else years
    least = edges[-1] * NARROWEST  # a name has room over so much of the width
    wide = [(a, b) for a, b in zip(new, ends, strict=False) if edges[b] - edges[a] >= least]
    middles = [(edges[a] + edges[b]) / 2 for a, b in wide]
    shown = [shortened(labels[a], 18) for a, _ in wide]
    axes.set_xticks(middles, shown, rotation=30, ha="right", rotation_mode="anchor")
    axes.tick_params(axis="x", length=0, labelsize=8)
    if not new:
        axes.set_xlabel("documents, in the order of the corpus")


def _new(names: list[str]) -> list[int]:
    """Find the places at which a name differs from the one before."""
    return [i for i, name in enumerate(names) if not i or name != names[i - 1]]


def _reach(corpus: Corpus, edges: np.ndarray, found: np.ndarray) -> tuple[int, int]:
    """Count the documents a term stands in, and all."""
    documents = np.unique(np.searchsorted(edges, found, side="right"))
    return len(documents), len(corpus)


def _beside(corpus: Corpus, edges: np.ndarray, found: np.ndarray) -> str:
    there, total = _reach(corpus, edges, found)
    if not len(found):
        return "0"
    return f"{len(found):,}" if total == 1 else f"{len(found):,} in {there:,} of {total:,}"
