"""A figure that shows itself with its caption and alt text, and saves the same bytes each time."""

import base64
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summit_analysis.errors import SummitAnalysisError
from summit_analysis.templating import style_sheet, template

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MplFigure


# Matplotlib would write the time and its own version into the file.
METADATA: dict[str, dict[str, Any]] = {
    ".svg": {"Date": None, "Creator": None},
    ".png": {"Software": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


@dataclass(frozen=True, eq=False)
class Figure:
    """A drawing with the words that belong to it.

    Args:
        mpl: the matplotlib figure, to change or to save in other ways.
        caption: what it shows and how to read it, in a sentence or two.
        alt: what it says, for somebody who cannot see it: the finding, with its numbers.
        notes: token base, what a minimum dropped, tests run.

    Raises:
        SummitAnalysisError: caption or alt text is empty.

    Example:
        >>> from summit_analysis.plots.style import new_figure
        >>> with new_figure(4, 2) as (mpl, axes):
        ...     _ = axes.barh(["Japan"], [3])
        >>> Figure(mpl, caption="Mentions", alt="Japan is named three times.")
        <Figure: Mentions>
    """

    mpl: "MplFigure"
    caption: str
    alt: str
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("caption", "alt"):
            if not getattr(self, name).strip():
                raise SummitAnalysisError(f"A figure needs {name} text; this one has none.")

    def __repr__(self) -> str:
        return f"<Figure: {self.caption}>"

    def save(self, path: str | Path) -> Path:
        """Write the drawing as `.svg`, `.png` or `.pdf`.

        Raises:
            SummitAnalysisError: the name ends in something else.
        """
        path = Path(path)
        if path.suffix not in METADATA:
            raise SummitAnalysisError(
                f"{path.name}: a figure is saved as .svg, .png or .pdf, "
                f"not {path.suffix or 'without a suffix'}."
            )
        path.write_bytes(self._drawn(path.suffix))
        return path

    def _drawn(self, suffix: str) -> bytes:
        from matplotlib import rc_context

        from summit_analysis.plots.style import RC

        buffer = BytesIO()
        see_through = suffix == ".svg"
        with rc_context(RC):  # ticks are made while drawing, and must look like the rest
            self.mpl.savefig(
                buffer,
                format=suffix[1:],
                metadata=METADATA[suffix],
                transparent=see_through,
                facecolor="none" if see_through else "white",
                dpi=200,
            )
        return buffer.getvalue()

    @cached_property
    def _svg(self) -> str:
        return base64.b64encode(self._drawn(".svg")).decode("ascii")

    def _repr_html_(self) -> str:
        width, height = (round(96 * inches) for inches in self.mpl.get_size_inches())
        return template("figure.html.j2").render(
            style=style(),
            alt=self.alt,
            svg=self._svg,
            width=width,
            height=height,
            caption=self.caption,
            notes=self.notes,
        )


def style() -> str:
    """The style sheet that every figure carries."""
    return style_sheet("figure.css")
