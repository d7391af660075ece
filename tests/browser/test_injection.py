"""Texts, titles, metadata and file names that try to become markup: in a report nothing runs."""

import csv
from pathlib import Path
from typing import Any

import pytest

from summit_analysis.report import make_reports

RUNS = "window.ran=(window.ran||0)+1"
ATTACKS = [
    f"<script>{RUNS}</script>",
    f"<img src=x onerror={RUNS}>",
    f"</title></style></textarea></pre><svg onload={RUNS}>",
    f"\"'><iframe srcdoc='<script>parent.{RUNS}</script>'>",
    f"<a href=javascript:{RUNS}>talks</a>",
    "![x](http://127.0.0.1:9/pixel.png)",
    "<style>@import url(http://127.0.0.1:9/x.css);</style>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "{{ 7*7 }}{% raw %}{{ cycler.__init__.__globals__ }}",
    "$\\href{javascript:" + RUNS + "}{talks}$",
    "=HYPERLINK(\"http://127.0.0.1:9/\",\"talks\")",
]  # fmt: skip


@pytest.fixture
def attack(tmp_path: Path) -> Path:
    folder = tmp_path / f"talks <img src=x onerror={RUNS}>"
    folder.mkdir()
    rows = [["file", "doc_id", "title", "issuer", "kind", "parties", "source_url", "date"]]
    for number, string in enumerate(ATTACKS):
        name = f"{number:02} {string.replace('/', '∕')[:60]}.txt"
        sentence = f"President Ardan and {string} reaffirmed peace and stability across the strait."
        paragraphs = [f"{sentence} They agreed {string} to meet again.", f"{string} {sentence}"]
        (folder / name).write_text("\n\n".join(paragraphs), encoding="utf-8")
        told = [string] * 4 + [f"javascript:{RUNS}", f"2031-05-{number + 1:02}"]
        rows.append([name, f"{number:02} {string}", *told])
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return folder


@pytest.mark.slow
def test_nothing_runs_and_nothing_is_asked_for(attack: Path, tmp_path: Path, browser: Any) -> None:
    written = make_reports([attack], out=tmp_path / "out", progress=False)
    assert len(written) > 3
    for path in written:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.goto(path.as_uri())
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran || 0") == 0, path.name
        assert [each for each in asked if not each.startswith("data:")] == [path.as_uri()]
        strange = "document.querySelectorAll('script, iframe, [onerror], [onload]').length"
        assert page.evaluate(strange) == 0, path.name
        links = "[...document.links].map(link => link.protocol).filter(p => p == 'javascript:')"
        assert page.evaluate(links) == [], path.name
        page.close()


@pytest.mark.slow
def test_no_cell_of_an_exported_table_is_a_formula(attack: Path, tmp_path: Path) -> None:
    make_reports([attack], out=tmp_path / "out", notebooks=["01"], progress=False)
    tables = sorted((tmp_path / "out").rglob("*.csv"))
    assert tables
    for table in tables:
        with table.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                assert not [cell for cell in row if cell.startswith(("=", "@", "\t", "\r"))]
