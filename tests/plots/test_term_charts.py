"""The figures of terms: they draw whatever a frame holds, name what they show, and are stable."""

import itertools

import numpy as np
import pytest
from matplotlib.text import Text

import summit_analysis as sa
from summit_analysis.errors import CorpusError
from summit_analysis.plots.labelling import place_labels
from summit_analysis.plots.style import new_figure


@pytest.fixture(scope="module")
def series():
    return sa.load(sa.bundled("data", "examples", "series"))


@pytest.fixture(scope="module")
def key(series):
    return sa.keyness(series.where(issuer="Keldrava"), series.where(issuer="Sorrelay"))


MAKE = {
    "frequencies": lambda s, k, n: sa.plots.term_frequencies(
        sa.frequency(s, stopwords="english"), most=n
    ),
    "phrases": lambda s, k, n: sa.plots.term_frequencies(sa.frequency(s, 5), most=n),
    "groups": lambda s, k, n: sa.plots.term_frequencies(sa.frequency(s, by="issuer"), most=n),
    "key terms": lambda s, k, n: sa.plots.key_terms(k, labels=n),
    "strip": lambda s, k, n: sa.plots.dispersion_strip(s, k["term"].head(n)),
    "trend": lambda s, k, n: sa.plots.trend_lines(sa.trend(s, k["term"].head(n))),
    "groups' trend": lambda s, k, n: sa.plots.trend_lines(
        sa.trend(s, k["term"].head(n), by="issuer")
    ),
    "collocates": lambda s, k, n: sa.plots.collocation_chart(
        sa.collocates(s, "the", min_g2=-1e9), most=n
    ),
}


@pytest.mark.parametrize("rows", [1, 5, 40])
@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_one_five_and_forty_rows_give_the_same_bytes_twice(make, rows, series, key, tmp_path):
    one, other = make(series, key, rows), make(series, key, rows)
    assert one.alt == other.alt
    assert one.save(tmp_path / "a.svg").read_bytes() == other.save(tmp_path / "b.svg").read_bytes()
    assert len(one.alt) < 1500


def test_captions_and_alt_texts_hold_the_findings(series, key):
    figure = sa.plots.key_terms(key)
    assert "“coordination”" in figure.alt
    assert "“partnership”" in figure.alt
    strip = sa.plots.dispersion_strip(series, ["hydrogen", "zebra"])
    assert "“hydrogen” stands in 4 places, in 1 of 15 documents." in strip.alt
    assert "“zebra” does not occur." in strip.alt
    assert "0.6 in 2031 to 9.7 in 2034" in sa.plots.trend_lines(sa.trend(series, "resilience")).alt
    assert (
        "“lanner” (15 of its 15)" in sa.plots.collocation_chart(sa.collocates(series, "strait")).alt
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda s: sa.plots.term_frequencies(sa.frequency(s, min_count=9999)), "No word is left"),
        (lambda s: sa.plots.key_terms(sa.keyness(s, s, min_count=9999)), "No term is left"),
        (lambda s: sa.plots.collocation_chart(sa.collocates(s, "zebra")), "zebra"),
    ],
)
def test_an_empty_result_says_why_in_place_of_a_drawing(series, make, reason):
    figure = make(series)
    assert reason in figure.alt
    assert "nothing to draw" in figure.caption
    assert figure.notes


def test_a_strip_without_terms_is_refused(series):
    with pytest.raises(CorpusError, match="give a term"):
        sa.plots.dispersion_strip(series, [])


def test_one_document_has_no_interval_and_draws():
    figure = sa.plots.trend_lines(sa.trend(sa.load(), ["leaders", "zebra"]))
    assert "22.2 in 2022" in figure.alt
    assert any("No interval" in note for note in figure.notes)


@pytest.mark.parametrize("words", [["met", "of", "x"], ["a rather long phrase of seven words"]])
def test_labels_never_overlap(words):
    rng = np.random.default_rng(4)
    x, y = rng.normal(size=60), rng.normal(size=60)
    names = [words[i % len(words)] for i in range(60)]
    with new_figure(5, 4) as (mpl, axes):
        axes.scatter(x, y)
        written = place_labels(axes, x.tolist(), y.tolist(), names, ["black"] * 60)
        assert 0 < written == len(axes.texts)
        mpl.canvas.draw()
        boxes = [Text.get_window_extent(text) for text in axes.texts]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))
