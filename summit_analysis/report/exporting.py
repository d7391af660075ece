"""Write an executed notebook as one HTML file, with its tables as CSV in a folder beside it."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from summit_analysis import tables
from summit_analysis.errors import ReportError
from summit_analysis.plots import figure
from summit_analysis.report.checking import outside_needs
from summit_analysis.report.facts import Facts
from summit_analysis.report.headings import (
    RE_H,
    RE_TAG,
    Heading,
    render_cells,
    render_untrusted,
)
from summit_analysis.report.tidying import tidy_outputs
from summit_analysis.templating import TEMPLATES, style_sheet

if TYPE_CHECKING:
    from nbformat import NotebookNode

SHOWN = ["text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain"]
HIDDEN_TAGS = {"parameters", "injected-parameters"}
RE_ANSWER = re.compile(r'<div class="sa-answer"><p>(.*?)</p>', re.DOTALL)
RE_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Report:
    """A report that was written, and what the index page says of it."""

    stem: str
    title: str
    answer: str
    corpus: str
    figures: int
    tables: int


def export_notebook(notebook: "NotebookNode", *, stem: str, out: Path, facts: Facts) -> Report:
    """Write `<stem>.html` and the CSV files `<stem>/table-NN-<name>.csv` into a folder.

    Args:
        notebook: executed; it is changed on the way.
        stem: the name of the file, without suffix.
        out: the folder, which exists.
        facts: what the page says about the run.

    Raises:
        ReportError: the page would load something from elsewhere, or run something.
    """
    tidy_outputs(notebook)
    headings = render_cells(notebook)
    title = next((each.text for each in headings if each.level == 1), stem)
    _take_title(notebook)
    count = _write_tables(notebook, stem=stem, out=out)
    page = _render(notebook, title, headings, facts)
    needs = outside_needs(page)
    if needs:
        raise ReportError(f"{stem}: the report would not stand alone: {'; '.join(needs[:3])}.")
    (out / f"{stem}.html").write_text(page, encoding="utf-8", newline="\n")
    return Report(stem, title, _answer(notebook), facts.corpus, page.count("<figure"), count)


def _take_title(notebook: "NotebookNode") -> None:
    """Take the first main heading out of the text: the page's head shows it."""
    for cell in notebook.cells:
        html = cell.metadata.get("html", "")
        found = next((match for match in RE_H.finditer(html) if match[1] == "1"), None)
        if found:
            cell.metadata["html"] = html[: found.start()] + html[found.end() :]
            return


def _write_tables(notebook: "NotebookNode", *, stem: str, out: Path) -> int:
    """Write the CSV of every output that brings one; remember the link and drop shared styles."""
    shared = [f"<style>{css}</style>\n" for css in (tables.style(), figure.style())]
    number = 0
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                for css in shared:  # the page has them once, in its head
                    data["text/html"] = data["text/html"].replace(css, "")
            elif "text/markdown" in data:
                data["text/html"] = render_untrusted(data["text/markdown"])
            if "text/csv" not in data:
                continue
            number += 1
            name = output.metadata.get("text/csv", {}).get("name", "table")
            path = out / stem / f"table-{number:02d}-{name}.csv"
            path.parent.mkdir(exist_ok=True)
            path.write_text(data["text/csv"], encoding="utf-8-sig", newline="")
            output.metadata["csv_link"] = quote(f"{stem}/{path.name}")
    return number


def _render(notebook: "NotebookNode", title: str, headings: list[Heading], facts: Facts) -> str:
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    config = Config()
    config.NbConvertBase.display_data_priority = SHOWN
    exporter = HTMLExporter(
        config=config, template_name="report", extra_template_basedirs=[str(TEMPLATES)]
    )
    shown = [
        cell
        for cell in notebook.cells
        if not HIDDEN_TAGS & set(cell.metadata.get("tags", [])) and cell.cell_type != "raw"
    ]
    notebook.cells = shown
    page, _ = exporter.from_notebook_node(
        notebook,
        resources={
            "report": {
                "title": title,
                "contents": [each for each in headings if each.level in (2, 3)],
                "style": "\n".join([tables.style(), figure.style(), page_style()]),
                "facts": facts,
            }
        },
    )
    return str(page).strip() + "\n"


def page_style() -> str:
    """The style sheet of a page."""
    return style_sheet("report.css")


def _answer(notebook: "NotebookNode") -> str:
    """Find the paragraph that answers the notebook's question: computed, or else the first."""
    computed, written = [], []
    for cell in notebook.cells:
        written += RE_PARAGRAPH.findall(cell.metadata.get("html", ""))
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            computed += RE_ANSWER.findall(data.get("text/html", ""))
            if "text/markdown" in data:
                computed += RE_PARAGRAPH.findall(data["text/html"])
    first = next(iter(computed + written), "")
    return " ".join(unescape(RE_TAG.sub("", first)).split())
