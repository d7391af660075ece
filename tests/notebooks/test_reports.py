"""Every notebook runs on one document, a pair, a series, and makes a sound report."""

from pathlib import Path

import pytest

from summit_analysis import bundled
from summit_analysis.report import make_reports
from summit_analysis.report.checking import outside_needs, reading_faults

SERIES = bundled("data", "examples", "series")
PAIR = [
    SERIES / "2033-02-17-keldrava-readout.md",
    SERIES / "2033-02-17-sorrelay-readout.md",
]
CORPORA = {"bundled": None, "pair": PAIR, "series": [SERIES]}
LARGEST_WITHOUT_FIGURES = 150_000

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=CORPORA, ids=str)
def reports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("reports – ü") / request.param
    make_reports(CORPORA[request.param], out=out, progress=False, date="2022-01-21")
    return out


def pages(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.html"))


def test_one_report_for_each_notebook(reports: Path) -> None:
    expected = [path.stem for path in sorted(bundled("notebooks").glob("*.ipynb"))]
    assert [page.stem for page in pages(reports)] == expected
    assert (reports / "index.html").exists()


def test_nothing_is_loaded_or_run_and_everything_reads(reports: Path) -> None:
    for page in [*pages(reports), reports / "index.html"]:
        text = page.read_text(encoding="utf-8")
        assert outside_needs(text) == [], page.name
        assert reading_faults(text) == [], page.name


def test_every_table_has_its_csv_beside_it(reports: Path) -> None:
    for page in pages(reports):
        text = page.read_text(encoding="utf-8")
        tables = sorted((reports / page.stem).glob("table-*.csv"))
        assert len(tables) >= text.count("<table") > 0  # an empty table is a reason, not rows
        assert all(f"{page.stem}/{table.name}" in text for table in tables)


def test_a_head_says_which_texts_the_report_is_about(reports: Path) -> None:
    made_up = reports.name == "bundled"  # one readout has no second account and no history
    for page in pages(reports):
        own = made_up and page.name[:2] in ("06", "07")
        text = page.read_text(encoding="utf-8")
        assert ("The made-up series · 15 documents" in text) == own
        assert ("<p>Without texts of your own" in text) == own


def test_pages_are_light_without_their_figures(reports: Path) -> None:
    for page in pages(reports):
        text = page.read_text(encoding="utf-8")
        figures = sum(len(part.split('"', 1)[0]) for part in text.split("data:image/")[1:])
        assert len(text) - figures < LARGEST_WITHOUT_FIGURES, page.name


def test_every_report_has_a_figure(reports: Path) -> None:
    for page in pages(reports):
        assert "<figure" in page.read_text(encoding="utf-8"), page.name


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for out in (first, second):
        make_reports(PAIR, out=out, progress=False, date="2022-01-21")
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert len(files) > len(pages(first))
    for file in files:
        assert (first / file).read_bytes() == (second / file).read_bytes(), file
