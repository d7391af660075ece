"""Figures of topics say in words what they draw, and draw it the same each time."""

import pytest

from summit_analysis.bundle import bundled
from summit_analysis.corpus import load
from summit_analysis.errors import CorpusError
from summit_analysis.lexicons import topic_label
from summit_analysis.plots import coverage_strip, topic_heat_map, topic_multiples

SERIES = load(bundled("data/examples/series"))
PAIR = load(sorted(bundled("data/examples/series").glob("*.md"))[:2])


def lanes(axes):
    return [label.get_text() for label in axes.get_yticklabels()]


def test_a_strip_has_a_lane_for_each_topic_in_the_order_of_the_text():
    figure = coverage_strip(load())
    (axes,) = figure.mpl.axes
    assert lanes(axes)[:2] == [topic_label("alliance_defence"), topic_label("regional_order")]
    assert topic_label("migration") not in lanes(axes)
    assert lanes(axes)[-1] == topic_label("people_exchange")
    assert "no match was found" in figure.alt.lower()
    assert sum(len(blocks.get_paths()) for blocks in axes.collections) > 20


def test_two_texts_share_their_lanes():
    figure = coverage_strip(PAIR)
    first, second = figure.mpl.axes
    assert lanes(first) == lanes(second)
    assert first.get_title(loc="left")


def test_many_texts_are_laid_over_each_other():
    figure = coverage_strip(SERIES)
    assert figure.caption.startswith(f"{len(SERIES)} texts laid over each other")
    assert "earliest" in figure.alt


def test_a_heat_map_marks_where_no_match_was_found():
    figure = topic_heat_map(SERIES)
    (axes,) = figure.mpl.axes
    assert len(axes.get_xticks()) == len(SERIES)
    assert "·" in {text.get_text() for text in axes.texts}
    assert any(note.startswith("No match found for") for note in figure.notes)
    by_issuer = topic_heat_map(SERIES, by="issuer")
    assert any("%" in text.get_text() for text in by_issuer.mpl.axes[0].texts)


def test_a_heat_map_of_too_many_columns_is_refused(monkeypatch):
    monkeypatch.setattr("summit_analysis.plots.columns.MOST_COLUMNS", 3)
    with pytest.raises(CorpusError, match="too many to read"):
        topic_heat_map(SERIES, by="doc_id")
    assert topic_heat_map(SERIES).caption.startswith("Topics by issuer")


def test_small_multiples_draw_the_leading_topics():
    figure = topic_multiples(SERIES, most=5)
    drawn = [axes for axes in figure.mpl.axes if axes.get_visible()]
    assert len(drawn) == 5
    assert "the largest rise" in figure.alt
    assert "All texts fall into one year" in topic_multiples(load()).alt


@pytest.mark.parametrize("draw", [coverage_strip, topic_heat_map, topic_multiples])
def test_figures_are_the_same_each_time(draw, tmp_path):
    paths = [draw(SERIES).save(tmp_path / f"{turn}.svg") for turn in (1, 2)]
    assert paths[0].read_bytes() == paths[1].read_bytes()
