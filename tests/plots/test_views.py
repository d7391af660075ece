"""Redline, timeline and two accounts: what they show, that they show it safely."""

import datetime

import pytest

import summit_analysis as sa
from summit_analysis.errors import SummitAnalysisError

STRAIT = "peace and stability across the Lanner Strait"


@pytest.fixture(scope="module")
def series():
    return sa.load(sa.bundled("data", "examples", "series"))


@pytest.fixture
def dirty():
    texts = ["We want <b>peace & trade</b> across the Strait.", "We want <i>peace</i> so far."]
    return [
        sa.Document(f"<d{n}>", text, {"date": datetime.date(2031, 1, n + 1)})
        for n, text in enumerate(texts)
    ]


def test_redline_marks_by_more_than_colour(series):
    html = sa.plots.redline(sa.history(series, STRAIT))._repr_html_()
    assert "<ins>lasting</ins>" in html and "<del>" in html
    assert "text-decoration: line-through" in html and 'content: "+"' in html
    assert html.count("<li>") == 15


def test_redline_keeps_every_word_of_the_text(series):
    frame = sa.history(series, STRAIT)
    shown = str(sa.plots.redline(frame))
    assert "Showing" not in shown
    assert frame["wording"].iloc[0] in shown
    assert "Showing 2 of 15" in str(sa.plots.redline(frame, rows=2))


def test_text_is_escaped(dirty):
    redline = sa.plots.redline(sa.history(sa.Corpus(dirty), "want ... peace"))._repr_html_()
    beside = sa.plots.side_by_side(sa.two_accounts(*dirty))._repr_html_()
    for html in (redline, beside):
        assert "<b>" not in html and "<i>" not in html and "<d0>" not in html
        assert "&lt;" in html


def test_what_is_missing_says_so(series):
    accounts = sa.two_accounts(
        series.where(issuer="Keldrava", summit=5), series.where(issuer="Sorrelay", summit=5)
    )
    html = sa.plots.side_by_side(accounts)._repr_html_()
    missing = int(accounts["sentence"].isna().sum() + accounts["sentence_b"].isna().sum())
    assert html.count(">No match found in this text<") == missing > 0
    assert "not discussed" in html and '<span class="sa-verbatim">' in html
    assert '<th scope="col">' in html


def test_names_of_ones_own(series):
    accounts = sa.two_accounts(*list(series)[1:3])
    shown = sa.plots.side_by_side(accounts, names=("One", "Other"))._repr_html_()
    assert '<th scope="col">One</th><th scope="col">Other</th>' in shown


def test_timeline_draws_the_words_that_come_and_go(series):
    figure = sa.plots.timeline(sa.history(series, STRAIT, scope="formula"))
    labels = [label.get_text() for label in figure.mpl.axes[0].get_yticklabels()]
    assert labels == ["the formula", "lasting"]
    assert "15 texts" in figure.alt and "“lasting” from 2032-06-03 to 2033-02-17" in figure.alt


def test_nothing_to_show(series):
    frame = sa.history(series, "whaling moratorium")
    assert "no match was found" in sa.plots.redline(frame)._repr_html_()
    assert sa.plots.timeline(frame).alt == "No match was found for the formula."


def test_without_dates_the_order_of_the_corpus(series):
    corpus = sa.Corpus([sa.Document(f"d{n}", f"They want {STRAIT}.") for n in range(3)])
    figure = sa.plots.timeline(sa.history(corpus, STRAIT))
    assert "No occurrence has a date" in figure.caption and "3 texts" in figure.alt


@pytest.mark.parametrize("draw", [sa.plots.redline, sa.plots.timeline, sa.plots.side_by_side])
def test_another_frame_is_refused(draw, series):
    with pytest.raises(SummitAnalysisError, match="takes what"):
        draw(series.metadata)


def test_saved_twice_the_same(series, tmp_path):
    view = sa.plots.redline(sa.history(series, STRAIT))
    one, other = view.save(tmp_path / "one.html"), view.save(tmp_path / "other.html")
    assert one.read_bytes() == other.read_bytes()
    assert view.save(tmp_path / "one.txt").read_text(encoding="utf-8") == str(view)
    assert view.save(tmp_path / "one.csv").read_bytes().startswith(b"\xef\xbb\xbfdoc_id,")
    assert view._repr_mimebundle_()[1] == {"text/csv": {"name": "redline"}}
    with pytest.raises(SummitAnalysisError, match=r"\.txt or \.csv"):
        view.save(tmp_path / "one.pdf")
