"""Topics against documents or sides, as a heat map in which absence shows."""

import numpy as np

from summit_analysis import findings
from summit_analysis.corpus import Corpus
from summit_analysis.frames import notes_of
from summit_analysis.lexicons import topic_label
from summit_analysis.plots.columns import column_of, document_label
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import INK, SEQUENTIAL, SOFT, new_figure
from summit_analysis.topics import Lexicon, coverage

ROOM_FOR_NUMBERS = 12
ROOM_FOR_LETTERS = 70


def topic_heat_map(corpus: Corpus, lexicon: Lexicon = None, *, by: str | None = None) -> Figure:
    """Draw topics against documents, or against the values of a column.

    Args:
        corpus: the texts.
        lexicon: as `topic_lexicon` reads it; none for the bundled one.
        by: a metadata column or part of the date; none for a column a document, or, of more than
            40 documents, the first of issuer, year and decade that makes 2 to 40 columns.

    Returns:
        The figure: the darker a cell, the larger the share of sentences; an empty cell with a dot
        has no match. Topics without any match are left out and named in the notes.

    Raises:
        LexiconError: the lexicon is malformed.
        CorpusError: there would be more than 40 columns, or there is no such column.

    Example:
        >>> import summit_analysis as sa
        >>> topic_heat_map(sa.load()).caption[:34]
        'Topics by document: the darker, th'
    """
    by = column_of(corpus, by)
    table = coverage(corpus, lexicon, by=by)
    column = by or "doc_id"
    names = list(dict.fromkeys(table[column]))
    wide = table.pivot(index="topic", columns=column, values="share")
    wide = wide.reindex(index=list(dict.fromkeys(table["topic"])), columns=names)
    silent = [str(topic) for topic in wide.index[~(wide > 0).any(axis=1)]]
    wide = wide.drop(index=silent)
    shares = wide.to_numpy(dtype=float)
    labels = [document_label(corpus, str(name)) if by is None else str(name) for name in names]
    # A single column across the whole page would look like a flag.
    width = min(7.4, 2.4 + 1.5 * len(names))
    with new_figure(width, 1.2 + 0.27 * max(len(wide), 2) + _label_height(labels)) as (mpl, axes):
        from matplotlib.colors import LinearSegmentedColormap, PowerNorm

        shades = LinearSegmentedColormap.from_list("sequential", SEQUENTIAL)
        masked = np.ma.masked_where(shares == 0, shares)
        top = max(float(shares.max(initial=0)), 0.01)
        # The square root keeps one dominant topic from bleaching all others.
        axes.imshow(masked, aspect="auto", cmap=shades, norm=PowerNorm(0.5, 0, top))
        for row, place in np.ndindex(*shares.shape):
            share = shares[row, place]
            if share == 0:
                axes.text(place, row, "·", ha="center", va="center", fontsize=9, color=SOFT)
            elif len(names) <= ROOM_FOR_NUMBERS:
                colour = "white" if share > 0.45 * top else INK
                axes.text(
                    place,
                    row,
                    _percent(float(share)),
                    ha="center",
                    va="center",
                    fontsize=8,
                    color=colour,
                )
        axes.set_yticks(range(len(wide)), [topic_label(str(topic)) for topic in wide.index])
        few = sum(map(len, labels)) <= ROOM_FOR_LETTERS
        axes.set_xticks(
            range(len(names)), labels, rotation=0 if few else 60, ha="center" if few else "right"
        )
        if not few:
            for tick in axes.get_xticklabels():
                tick.set_rotation_mode("anchor")
        axes.tick_params(axis="both", length=0, labelsize=8.5)
        axes.spines[["left", "bottom"]].set_visible(False)
    missing = (
        [f"No match found for {findings.listed([topic_label(t) for t in silent], most=24)}."]
        if silent
        else []
    )
    return Figure(
        mpl,
        caption=f"Topics by {by or 'document'}: the darker, the larger the share of sentences that "
        "speak of the topic. A dot marks a cell where no match was found.",
        alt=findings.topics_covered(table),
        notes=(*notes_of(table), *missing),
    )


def _percent(share: float) -> str:
    return "<1%" if share < 0.005 else f"{share:.0%}"


def _label_height(labels: list[str]) -> float:
    return 0.3 if sum(map(len, labels)) <= ROOM_FOR_LETTERS else 1.3
