"""Text laid out for reading, that shows itself: a redline, two accounts side by side."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summit_analysis.errors import SummitAnalysisError

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


@dataclass(frozen=True, eq=False)
class View:
    """Text from documents, laid out; it is escaped wherever it stands.

    Attributes:
        template: the template's name in `templates/`.
        caption: what it shows.
        data: what the template shows.
        text: the same as plain text.
        notes: what a reader must know to trust it.
    """

    template: str
    caption: str
    data: dict[str, Any]
    text: str
    notes: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        """The view as plain text."""
        return "\n\n".join(part for part in (self.caption, self.text, " ".join(self.notes)) if part)

    __repr__ = __str__

    def save(self, path: str | Path) -> Path:
        """Write the view as `.html` or `.txt`.

        Raises:
            SummitAnalysisError: the name ends in something else.
        """
        path = Path(path)
        if path.suffix not in (".html", ".txt"):
            raise SummitAnalysisError(
                f"{path.name}: a view is saved as .html or .txt, not {path.suffix or 'no suffix'}."
            )
        written = self._repr_html_() if path.suffix == ".html" else str(self)
        path.write_text(written, encoding="utf-8", newline="")
        return path

    def _repr_html_(self) -> str:
        return _template(self.template).render(
            style=style(), caption=self.caption, notes=self.notes, **self.data
        )


@cache
def style() -> str:
    """The style sheet that every view carries."""
    return (TEMPLATES / "view.css").read_text(encoding="utf-8").strip()


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    return environment.get_template(name)
