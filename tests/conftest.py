"""What several tests share: notebooks to run, texts to run them on, a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import HealthCheck, settings
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

SETUP = """\
import pandas as pd
import summit_analysis as sa
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import new_figure"""

ANSWER = 'sa.answer(f"There are {len(sa.load(corpus_path).metadata)} documents.")'

TABLE = """\
frame = pd.DataFrame({"term": ["alliance", "strait"], "count": [12, 3]})
frame.attrs.update(title="Commonest words", notes=["15 tokens"])
sa.show(frame)"""

FIGURE = """\
with new_figure(4, 2) as (mpl, axes):
    axes.barh(frame["term"], frame["count"])
Figure(mpl, caption="Words by count.", alt="Alliance stands first with 12.")"""

METADATA = {
    "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
}

# The same examples on every machine, and no stop-watch: a slow machine is no fault of the code.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

os.environ["SUMMIT_ANALYSIS_CACHE"] = "off"  # tests leave nothing in anybody's home

WriteNotebook = Callable[..., Path]


@pytest.fixture
def write_notebook(tmp_path: Path) -> WriteNotebook:
    """Write a small notebook: a title, parameters, an answer, a table, a figure, and more cells."""

    def write(name: str = "01-toy.ipynb", *more: str, folder: Path | None = None) -> Path:
        parameters = new_code_cell("corpus_path = None")
        parameters.metadata["tags"] = ["parameters"]
        cells: list[Any] = [
            new_markdown_cell("# Which words lead?\n\nA *toy* report."),
            parameters,
            new_code_cell(SETUP),
            new_markdown_cell("## The answer"),
            new_code_cell(ANSWER),
            new_markdown_cell("## The words\n\n### Counted"),
            new_code_cell(TABLE),
            new_code_cell(FIGURE),
            *(
                new_markdown_cell(each) if each.startswith("#") else new_code_cell(each)
                for each in more
            ),
        ]
        for number, cell in enumerate(cells):
            cell.id = f"cell-{number:02d}"
        path = (folder or tmp_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(new_notebook(cells=cells, metadata=METADATA), path)
        return path

    return write


@pytest.fixture
def readouts(tmp_path: Path) -> Path:
    """A folder with two made-up texts, its name with spaces and letters beyond ASCII."""
    folder = tmp_path / "my texts – Größe"
    folder.mkdir()
    for day, verb in ((3, "welcomed"), (9, "noted")):
        (folder / f"call-{day}.txt").write_text(
            f"Call between Keldrava and Sorrelay\n\nOn May {day}, 2023, the two presidents {verb} "
            "the talks. They agreed to meet again.\n",
            encoding="utf-8",
        )
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; without one the test skips and says so."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("no Chromium here (on Debian: apt-get install chromium)")


@pytest.fixture
def browser(chromium: str) -> Iterator[Any]:
    """A headless browser that talks to nobody on its own."""
    from playwright.sync_api import sync_playwright

    quiet = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-sync"]
    quiet += ["disable-background-networking", "disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=[f"--{each}" for each in quiet]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real corpora that SUMMIT_CORPORA names; without it the test skips."""
    named = os.environ.get("SUMMIT_CORPORA")
    if not named:
        pytest.skip("SUMMIT_CORPORA names no folder with real corpora")
    return Path(named)
