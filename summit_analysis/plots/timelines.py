"""When each word of a formula was used: a dot for each text, a row for each word."""

from typing import TYPE_CHECKING

import pandas as pd

from summit_analysis.across.differing import printed
from summit_analysis.across.word_uses import first_uses
from summit_analysis.errors import SummitAnalysisError
from summit_analysis.findings import listed, number_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import ACCENT, FAINT, INK, MUTED, new_figure
from summit_analysis.terms.stems import stem

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_WORDS = 12
FORMULA = "the formula"


def timeline(occurrences: pd.DataFrame, *, words: list[str] | None = None) -> Figure:
    """Draw in which texts of a series each word of a formula stands.

    Args:
        occurrences: what `history` returns; its scope decides whose words are looked at.
        words: the words to draw, folded; by default those that came in or went, the steadiest and
            most frequent of them.

    Returns:
        The figure: a filled dot where a text's wording has the word, an open one where it has the
        formula without it; a line from the first use to the last.

    Raises:
        SummitAnalysisError: the frame is no history, or no occurrence has a date.

    Example:
        >>> import datetime
        >>> from summit_analysis import Corpus, Document, history
        >>> texts = ["peace", "lasting peace", "lasting peace"]
        >>> corpus = Corpus([
        ...     Document(f"t{n}", f"They want {text} across the Strait.",
        ...              {"date": datetime.date(2031, 4, n)}) for n, text in enumerate(texts, 1)])
        >>> timeline(history(corpus, "peace across the Strait")).alt[:50]
        'The formula stands in 3 texts from 2031-04-01 to 2'
    """
    if not {"wording", "date", "doc_id"} <= set(occurrences.columns):
        raise SummitAnalysisError("timeline() takes what history() returns.")
    dated = occurrences[occurrences["date"].notna()].sort_values("date", kind="stable")
    if dated.empty:
        raise SummitAnalysisError("timeline() needs dates: no occurrence in this history has one.")
    uses = first_uses(occurrences)
    drawn = words or _chosen(uses)
    sets = [{stem(word) for word in printed(text).words} for text in dated["wording"]]
    with new_figure(7.4, 1.2 + 0.27 * (len(drawn) + 1)) as (mpl, axes):
        _row(axes, 0, dated["date"], [True] * len(dated))
        for place, word in enumerate(drawn, start=1):
            _row(axes, place, dated["date"], [stem(word) in there for there in sets])
        axes.set_yticks(range(len(drawn) + 1), [FORMULA, *drawn])
        axes.set_ylim(len(drawn) + 0.6, -0.6)
        axes.spines["left"].set_visible(False)
        axes.margins(x=0.03)
        _date_ticks(axes, dated["date"])
    first, last = (f"{day:%Y-%m-%d}" for day in (dated["date"].min(), dated["date"].max()))
    left_out = len(occurrences) - len(dated)
    notes = [str(note) for note in uses.attrs["notes"]]
    if left_out:
        notes.append(f"{number_of(left_out, 'occurrence').capitalize()} without a date not drawn.")
    return Figure(
        mpl,
        caption="Each dot is a text with the formula, filled where its wording has the word; a "
        "line runs from the word’s first use to its last.",
        alt=f"The formula stands in {number_of(len(dated), 'text')} from {first} to {last}. "
        f"{_said(uses, drawn)}",
        notes=tuple(notes),
    )


def _chosen(uses: pd.DataFrame) -> list[str]:
    moving = uses[(uses["before"] > 0) | (uses["after"] > 0)]
    weight = (moving["count"] * moving["steady"]).sort_values(ascending=False, kind="stable")
    return uses.loc[sorted(weight.index[:MOST_WORDS]), "word"].tolist()


def _row(axes: "Axes", place: int, dates: pd.Series, there: list[bool]) -> None:
    days = dates.tolist()
    has = [day for day, mark in zip(days, there, strict=True) if mark]
    lacks = [day for day, mark in zip(days, there, strict=True) if not mark]
    axes.axhline(place, color=FAINT, linewidth=0.8, zorder=0)
    if has:
        axes.plot([min(has), max(has)], [place, place], color=MUTED, linewidth=2.4, zorder=1)
    axes.scatter(
        lacks,
        [place] * len(lacks),
        s=20,
        facecolor="white",
        edgecolor=MUTED,
        linewidth=0.9,
        zorder=2,
    )
    axes.scatter(
        has, [place] * len(has), s=26, color=ACCENT if place else INK, linewidth=0, zorder=3
    )


def _date_ticks(axes: "Axes", dates: pd.Series) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    if dates.nunique() == 1:
        day = dates.iloc[0]
        axes.set_xlim(day - pd.Timedelta(days=20), day + pd.Timedelta(days=20))


def _said(uses: pd.DataFrame, drawn: list[str]) -> str:
    rows = uses[uses["word"].isin(drawn)].head(5)
    if rows.empty:
        return "No word comes or goes."
    return (
        listed(
            [
                f"“{row.word}” from {row.first_date:%Y-%m-%d} to {row.last_date:%Y-%m-%d} "
                f"in {number_of(row['count'], 'text')}"
                for _, row in rows.iterrows()
            ]
        )
        + "."
    )
