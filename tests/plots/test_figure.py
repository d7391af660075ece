import base64
import re
import subprocess
import sys
from pathlib import Path

import pytest

from summit_analysis.errors import SummitAnalysisError
from summit_analysis.plots.figure import Figure
from summit_analysis.plots.style import SIDES, horizontal_bars, new_figure


def bars(**words: str) -> Figure:
    with new_figure(4, 2) as (mpl, axes):
        axes.barh(["Japan", "China"], [3, 1], color=SIDES)
        horizontal_bars(axes)
    return Figure(mpl, **{"caption": "Mentions.", "alt": "Japan has 3, China 1."} | words)


def svg_of(figure: Figure) -> str:
    found = re.search(r"base64,([^\"]+)", figure._repr_html_())
    assert found
    return base64.b64decode(found[1]).decode("utf-8")


def test_figure_with_caption_and_alt() -> None:
    page = bars()._repr_html_()
    assert 'alt="Japan has 3, China 1."' in page
    assert "<figcaption>Mentions.</figcaption>" in page
    assert 'src="data:image/svg+xml;base64,' in page


def test_words_are_escaped() -> None:
    evil = '"><script>alert(1)</script>'
    page = bars(caption=evil, alt=evil)._repr_html_()
    assert "<script" not in page


@pytest.mark.parametrize("missing", ["caption", "alt"])
def test_words_are_required(missing: str) -> None:
    with pytest.raises(SummitAnalysisError, match=missing):
        bars(**{missing: "  "})


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_same_bytes_each_time(tmp_path: Path, suffix: str) -> None:
    first = bars().save(tmp_path / f"first{suffix}").read_bytes()
    assert first == bars().save(tmp_path / f"second{suffix}").read_bytes()
    assert len(first) > 500


def test_drawing_carries_no_date_and_loads_nothing() -> None:
    svg = svg_of(bars())
    assert "<dc:date" not in svg
    assert "<script" not in svg
    assert "<image" not in svg


def test_unknown_kind(tmp_path: Path) -> None:
    with pytest.raises(SummitAnalysisError, match=r"\.svg, \.png or \.pdf"):
        bars().save(tmp_path / "figure.jpeg")


def test_leaves_matplotlib_as_it_was() -> None:
    code = (
        "import sys, summit_analysis.plots.figure, summit_analysis.plots.style as style\n"
        "assert 'matplotlib' not in sys.modules\n"
        "import matplotlib as m, matplotlib.pyplot as pyplot\n"
        "before = dict(m.rcParams)\n"
        "with style.new_figure(4, 2) as (mpl, axes): axes.plot([1, 2])\n"
        "summit_analysis.plots.figure.Figure(mpl, caption='c', alt='a')._repr_html_()\n"
        "assert dict(m.rcParams) == before\n"
        "assert pyplot.get_fignums() == []\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
