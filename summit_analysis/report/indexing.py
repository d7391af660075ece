"""Write the page that links the reports and says what they were made from."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from summit_analysis import tables
from summit_analysis.report.facts import Facts
from summit_analysis.templating import template

if TYPE_CHECKING:
    from summit_analysis.report.exporting import Report

LISTED = 60  # documents on the index page; the first report lists them all
COLUMNS = ("title", "issuer", "date")


def write_index(reports: Sequence["Report"], *, out: Path, facts: Facts) -> Path:
    """Write `index.html` into a folder that holds the reports."""
    from summit_analysis.report.exporting import page_style

    page = template("index.html.j2").render(
        reports=reports,
        facts=facts,
        documents=_listed(facts.documents),
        style=f"{tables.style()}\n{page_style()}",
    )
    path = out / "index.html"
    path.write_text(page.strip() + "\n", encoding="utf-8", newline="\n")
    return path


def _listed(documents: pd.DataFrame) -> list[dict[str, Any]]:
    frame = documents.reset_index() if documents.index.name else documents
    rows = []
    for record in frame.head(LISTED).to_dict("records"):
        row = {name: _text(record.get(name)) for name in COLUMNS}
        row["title"] = row["title"] or _text(record.get("doc_id"))
        rows.append(row)
    return rows


def _text(value: Any) -> str:
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return ""
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)
