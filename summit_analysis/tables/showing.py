"""Show a result as a table: caption, notes, quotations with the match marked, a CSV beside it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from summit_analysis.arguments import check_whole
from summit_analysis.errors import SummitAnalysisError
from summit_analysis.tables.cells import Format, heading, ibid, safe_for_csv, written
from summit_analysis.tables.columns import (
    Cell,
    Column,
    css_class,
    parts_of,
    visible_columns,
    with_index,
)
from summit_analysis.templating import style_sheet, template

NO_NOTES = "No notes travel with this table."


@dataclass(frozen=True, eq=False)
class Table:
    """A frame that shows itself; made by `show`."""

    frame: pd.DataFrame
    rows: int = 25
    columns: tuple[str, ...] | None = None
    caption: str | None = None
    formats: Mapping[str, Format] = field(default_factory=dict)
    name: str | None = None

    @property
    def title(self) -> str:
        """The caption given, or else the title that travels with the frame."""
        return self.caption or str(self.frame.attrs.get("title", ""))

    @property
    def slug(self) -> str:
        """The table's name in addresses and file names."""
        words = re.findall(r"\w+", (self.name or self.title or "table").lower())
        return "-".join(words)[:60].strip("-") or "table"

    @property
    def notes(self) -> list[str]:
        """What a reader must know: rows left out of sight, then the notes of the frame itself."""
        cut = len(self.frame) > self.rows
        said = [f"Showing {self.rows:,} of {len(self.frame):,} rows."] if cut else []
        notes = self.frame.attrs.get("notes")
        if notes is None:
            return [*said, NO_NOTES]
        return said + [_sentence(note) for note in ([notes] if isinstance(notes, str) else notes)]

    def csv(self) -> str:
        """Every row and column as CSV, safe to open in a spreadsheet."""
        safe = with_index(self.frame).map(safe_for_csv).rename(columns=safe_for_csv)
        # RFC 4180 line ends; with "\n" alone pandas would not quote a "\r" inside a cell
        return safe.to_csv(index=False, lineterminator="\r\n")

    def save(self, path: str | Path) -> Path:
        """Write the table as `.csv` (all of it) or `.html` (as shown).

        A CSV gets a byte-order mark, without which Excel garbles quotation marks.

        Raises:
            SummitAnalysisError: the name ends in something else.
        """
        path = Path(path)
        if path.suffix == ".csv":
            path.write_text(self.csv(), encoding="utf-8-sig", newline="")
        elif path.suffix == ".html":
            path.write_text(self._repr_html_(), encoding="utf-8", newline="")
        else:
            raise SummitAnalysisError(
                f"{path.name}: a table is saved as .csv or .html, not {path.suffix or 'no suffix'}."
            )
        return path

    def _repr_html_(self) -> str:
        shown = visible_columns(self.frame, self.columns).head(self.rows)
        css = {name: css_class(name, shown[name]) for name in shown.columns}
        texts = {name: written(shown[name], form=self.formats.get(name)) for name in shown.columns}
        if "citation" in texts and "citation" not in self.formats and "doc_id" in self.frame:
            documents = self.frame["doc_id"].head(self.rows).tolist()
            texts["citation"] = ibid(texts["citation"], documents)
        rows = [
            [
                Cell(parts_of(self.frame, name, texts[name][i], i), css[name])
                for name in shown.columns
            ]
            for i in range(len(shown))
        ]
        return template("table.html.j2").render(
            style=style(),
            id=f"table-{self.slug}",
            caption=self.title,
            notes=self.notes,
            columns=[Column(heading(name), css[name]) for name in shown.columns],
            rows=rows,
            stacks=bool({"sa-quote", "sa-match"} & set(css.values())),
        )

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        data = {"text/html": self._repr_html_(), "text/plain": str(self), "text/csv": self.csv()}
        return data, {"text/csv": {"name": self.slug}}

    def __str__(self) -> str:
        """Title, rows and notes as plain text."""
        shown = visible_columns(self.frame, self.columns).head(self.rows)
        body = shown.to_string(index=False) if len(self.frame) else ""
        return "\n\n".join(part for part in (self.title, body, " ".join(self.notes)) if part)

    __repr__ = __str__


def show(
    frame: pd.DataFrame,
    *,
    rows: int = 25,
    columns: str | Iterable[str] | None = None,
    caption: str | None = None,
    formats: Mapping[str, Format] | None = None,
    name: str | None = None,
) -> Table:
    """Show a result as a table with its title, its notes and quotations in full.

    The frame is not changed. `frame.attrs["title"]` becomes the caption and
    `frame.attrs["notes"]` the paragraph under the table; where an operation such as `pd.concat`
    lost them, the table says so. An evidence frame shows each `quote` with its match marked, and a
    concordance sets its matches under one another.

    Args:
        frame: any data frame; one made by this library brings title and notes.
        rows: how many rows to show at most; the CSV always has all of them.
        columns: which to show, in this order (default: all but character positions).
        caption: instead of the frame's own title.
        formats: for a column, a format string such as `"{:.1f}"` or a function.
        name: the table's name in addresses and file names (default: from the title).

    Returns:
        A `Table`, which shows itself in a notebook and has `.csv()` and `.save(path)`.

    Raises:
        SummitAnalysisError: it is no frame, two columns have one name, or one asked for is not
            there.
        CorpusError: rows is no whole number.

    Example:
        >>> frame = pd.DataFrame({"term": ["leaders", "Japan"], "count": [22, 19]})
        >>> frame.attrs.update(title="Commonest words", notes=["1,134 tokens"])
        >>> print(show(frame, rows=1))
        Commonest words
        <BLANKLINE>
           term  count
        leaders     22
        <BLANKLINE>
        Showing 1 of 2 rows. 1,134 tokens.
    """
    if not isinstance(frame, pd.DataFrame):
        raise SummitAnalysisError(
            f"show() takes a data frame, not {type(frame).__name__}; `.to_frame()` makes one of a "
            "series."
        )
    twice = frame.columns[frame.columns.duplicated()].tolist()
    if twice:
        raise SummitAnalysisError(f"Two columns have the name {twice[0]!r}; rename one.")
    check_whole("rows", rows)
    columns = [columns] if isinstance(columns, str) else columns
    chosen = None if columns is None else tuple(columns)
    available = [*frame.columns, *(n for n in frame.index.names if n)]
    missing = [name for name in (*(chosen or ()), *(formats or ())) if name not in available]
    if missing:
        raise SummitAnalysisError(
            f"No column {', '.join(map(repr, missing))} to show; the frame has "
            f"{', '.join(map(str, available))}."
        )
    return Table(frame, rows, chosen, caption, dict(formats or {}), name)


def style() -> str:
    """The style sheet that every table carries."""
    return style_sheet("table.css")


def _sentence(note: object) -> str:
    text = str(note).strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
