"""When each word of a formula was used: a dot for each text, a row for each word."""

from typing import TYPE_CHECKING

import pandas as pd

from summit_analysis.across.differing import printed
from summit_analysis.across.through_time.word_uses import first_uses
from summit_analysis.arguments import check_frame
from summit_analysis.findings import listed, number_of
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import ACCENT, FAINT, INK, MUTED, new_figure
from summit_analysis.terms.stems import stem

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_WORDS = 12
FORMULA = "the formula"
HOW_TO_READ = (
    "Each dot is a day with the formula, dark where all texts of the day have the word in its "
    "wording, pale where some have it, open where none has; a line runs from first use to last."
)


def timeline(occurrences: pd.DataFrame, *, words: list[str] | None = None) -> Figure:
    """Draw in which texts of a series each word of a formula stands.

    Args:
        occurrences: what `history` returns; its scope decides whose words are looked at.
        words: the words to draw, folded; by default those that came in or went, the steadiest and
            most frequent of them.

    Returns:
        The figure: a dot a day with the formula, dark where all of its texts have the word, pale
        where some have it, open where none has; a line from the first use to the last.

    Raises:
        SummitAnalysisError: the frame is no history.

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
    check_frame(occurrences, ("wording", "date", "doc_id"), call="timeline", maker="history")
    dated = occurrences[occurrences["date"].notna()].sort_values("date", kind="stable")
    uses = first_uses(occurrences)
    if dated.empty:
        return _undated(occurrences)
    drawn = words or _chosen(uses)
    sets = [{stem(word) for word in printed(text).words} for text in dated["wording"]]
    with new_figure(7.4, 1.2 + 0.27 * (len(drawn) + 1)) as (mpl, axes):
        _row(axes, 0, dated["date"], [True] * len(dated))
        for place, word in enumerate(drawn, start=1):
            _row(axes, place, dated["date"], [stem(word) in there for there in sets])
        _dress(axes, drawn)
        _date_ticks(axes, dated["date"])
    first, last = (f"{day:%Y-%m-%d}" for day in (dated["date"].min(), dated["date"].max()))
    left_out = len(occurrences) - len(dated)
    notes = [str(note) for note in uses.attrs["notes"]]
    if left_out:
        notes.append(f"{number_of(left_out, 'occurrence').capitalize()} without a date not drawn.")
    return Figure(
        mpl,
        caption=HOW_TO_READ,
        alt=f"The formula stands in {number_of(len(dated), 'text')} from {first} to {last}. "
        f"{_said(uses, drawn)}",
        notes=tuple(notes),
    )


def _undated(occurrences: pd.DataFrame) -> Figure:
    """Draw the occurrences in the order of the corpus, where no date puts them in time."""
    with new_figure(7.4, 1.4) as (mpl, axes):
        places = range(1, len(occurrences) + 1)
        axes.scatter(places, [0] * len(occurrences), s=26, color=INK, linewidth=0)
        if occurrences.empty:
            axes.text(0.5, 0, "no match found", ha="center", va="center", color=INK)
        axes.set_xlabel("texts with the formula, in the order of the corpus")
        axes.set_xticks([])
        _dress(axes, [])
    stands = f"The formula stands in {number_of(len(occurrences), 'text')} without a date."
    return Figure(
        mpl,
        caption="No occurrence has a date, so that nothing can be put in order of time.",
        alt=stands if len(occurrences) else "No match was found for the formula.",
        notes=tuple(str(note) for note in occurrences.attrs.get("notes", ())),
    )


def _dress(axes: "Axes", drawn: list[str]) -> None:
    axes.set_yticks(range(len(drawn) + 1), [FORMULA, *drawn])
    axes.set_ylim(len(drawn) + 0.6, -0.6)
    axes.spines["left"].set_visible(False)
    axes.margins(x=0.03)


def _chosen(uses: pd.DataFrame) -> list[str]:
    moving = uses[(uses["before"] > 0) | (uses["after"] > 0)]
    weight = (moving["count"] * moving["steady"]).sort_values(ascending=False, kind="stable")
    return uses.loc[sorted(weight.index[:MOST_WORDS]), "word"].tolist()


def _row(axes: "Axes", place: int, dates: pd.Series, there: list[bool]) -> None:
    """Draw one word: by day, whether all, some or none of its texts have it."""
    days = pd.Series(there, index=pd.DatetimeIndex(dates)).groupby(level=0).mean()
    axes.axhline(place, color=FAINT, linewidth=0.8, zorder=0)
    used = days[days > 0]
    if len(used):
        axes.plot(
            [used.index[0], used.index[-1]], [place] * 2, color=MUTED, linewidth=2.4, zorder=1
        )
    colour = ACCENT if place else INK
    faces = {"none": "white", "some": MUTED, "all": colour}
    kinds = days.map(lambda part: "all" if part == 1 else "some" if part else "none")
    for kind, face in faces.items():
        mine = days.index[(kinds == kind).to_numpy()]
        edge = MUTED if kind == "none" else colour
        axes.scatter(mine, [place] * len(mine), s=26, facecolor=face, edgecolor=edge, zorder=3)


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
