from pathlib import Path
from typing import Any

import pytest

from summit_analysis.report import make_reports

LONG = """\
quote = "The two presidents " + "underscored the importance of a free and open strait and " * 6
rows = pd.DataFrame({
    "doc_id": ["a-joint-statement-with-a-very-long-name-2023-05-03"] * 3, "sentence": [1, 2, 3],
    "start": 0, "end": 3, "match": "strait", "quote": quote, "topic": "Seas and straits",
    "date": pd.Timestamp("2023-05-03"), "rate": 1.5, "issuer": "Ministry of External Relations",
})
rows.attrs.update(title="A wide table", notes=[])
sa.show(rows)"""
WORD = "print('x' * 400)"
WIDE = """\
with new_figure(9, 4) as (mpl, axes):
    axes.plot([1, 2, 3])
Figure(mpl, caption="A wide figure.", alt="A line rises from 1 to 3.")"""


@pytest.fixture
def pages(write_notebook, readouts: Path, tmp_path: Path) -> list[Path]:
    notebook = write_notebook("01-toy.ipynb", "## Wide things", LONG, WORD, WIDE)
    return make_reports([readouts], out=tmp_path / "out", notebooks=[notebook], progress=False)


def test_reports_open_at_every_width_and_in_the_dark(pages: list[Path], browser: Any) -> None:
    for path in pages:
        for width in (1280, 400):
            for scheme in ("light", "dark"):
                seen: list[str] = []
                page = browser.new_page(
                    viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                page.on("console", lambda message, seen=seen: seen.append(message.text))
                page.on("pageerror", lambda error, seen=seen: seen.append(str(error)))
                page.on("request", lambda request, seen=seen: seen.append(request.url))
                page.goto(path.as_uri())
                case = f"{path.name}, {width} px, {scheme}"
                asked = [each for each in seen if not each.startswith("data:")]
                assert asked == [path.as_uri()], case
                inner = page.evaluate("document.documentElement.scrollWidth")
                assert inner <= width, f"{case}: the page is {inner} px wide"
                broken = "[...document.images].filter(i => !i.naturalWidth).map(i => i.alt)"
                assert page.evaluate(broken) == [], case
                paper, ink = page.evaluate(
                    "[getComputedStyle(document.body).backgroundColor,"
                    " getComputedStyle(document.body).color]"
                )
                assert (brightness(paper) > brightness(ink)) == (scheme == "light"), case
                page.close()


def test_contents_lead_somewhere_and_code_unfolds(pages: list[Path], browser: Any) -> None:
    page = browser.new_page()
    page.goto(pages[1].as_uri())
    page.click("nav >> text=Wide things")
    page.wait_for_function("location.hash === '#wide-things'")
    assert page.locator("#wide-things").is_visible()
    code = page.locator("details.code", has_text="sa.answer").first
    assert not code.locator("pre").is_visible()
    code.locator("summary").click()
    assert code.locator("pre").is_visible()
    page.close()


def brightness(colour: str) -> float:
    """The mean of a colour written as rgb(r, g, b)."""
    return sum(float(each) for each in colour.strip("rgba()").split(",")[:3]) / 3
