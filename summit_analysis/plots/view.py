"""Text laid out for reading, that shows itself: a redline, two accounts side by side."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from summit_analysis.errors import SummitAnalysisError
from summit_analysis.tables.cells import safe_for_csv
from summit_analysis.templating import style_sheet, template


@dataclass(frozen=True, eq=False)
class View:
    """Text from documents, laid out; it is escaped wherever it stands.

    Attributes:
        template: the template's name in `templates/`.
        caption: what it shows.
        data: what the template shows.
        text: the same as plain text.
        frame: the rows behind it, which a report lays beside the page as CSV.
        notes: what a reader must know to trust it.
    """

    template: str
    caption: str
    data: dict[str, Any]
    text: str
    frame: pd.DataFrame
    notes: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        """The view as plain text."""
        return "\n\n".join(part for part in (self.caption, self.text, " ".join(self.notes)) if part)

    __repr__ = __str__

    def save(self, path: str | Path) -> Path:
        """Write the view as `.html` or `.txt`, or the rows behind it as `.csv`.

        Raises:
            SummitAnalysisError: the name ends in something else.
        """
        path = Path(path)
        kinds = {".html": self._repr_html_, ".txt": self.__str__, ".csv": self.csv}
        if path.suffix not in kinds:
            raise SummitAnalysisError(
                f"{path.name}: a view is saved as .html, .txt or .csv, "
                f"not {path.suffix or 'no suffix'}."
            )
        encoding = "utf-8-sig" if path.suffix == ".csv" else "utf-8"
        path.write_text(kinds[path.suffix](), encoding=encoding, newline="")
        return path

    def csv(self) -> str:
        """Every row behind the view as CSV, safe to open in a spreadsheet."""
        return self.frame.map(safe_for_csv).to_csv(index=False, lineterminator="\r\n")

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        name = self.template.split(".")[0].replace("_", "-")
        data = {"text/html": self._repr_html_(), "text/plain": str(self), "text/csv": self.csv()}
        return data, {"text/csv": {"name": name}}

    def _repr_html_(self) -> str:
        return template(self.template).render(
            style=style(), caption=self.caption, notes=self.notes, **self.data
        )


def style() -> str:
    """The style sheet that every view carries."""
    return style_sheet("view.css")
