import pytest

import summit_analysis as sa


@pytest.fixture(scope="module")
def series() -> sa.Corpus:
    return sa.load(sa.bundled("data", "examples", "series"))


def test_one_document_is_drawn_sentence_by_sentence() -> None:
    figure = sa.plots.text_shape(sa.load())
    (axes,) = figure.mpl.axes
    assert len([bar for bar in axes.patches if bar.get_width() == pytest.approx(0.72)]) == 28
    assert "28 sentences" in figure.alt


def test_a_few_documents_have_a_row_each(series: sa.Corpus) -> None:
    assert len(sa.plots.text_shape(series.where(summit=3)).mpl.axes) == 3


def test_many_documents_are_dots_over_time(series: sa.Corpus) -> None:
    figure = sa.plots.text_shape(series)
    (axes,) = figure.mpl.axes
    assert sum(len(dots.get_offsets()) for dots in axes.collections) == len(series)
    assert "15 documents" in figure.alt


def test_undated_documents_are_drawn_in_their_order_or_counted(series: sa.Corpus) -> None:
    undated = sa.Corpus(
        [sa.Document(f"d{number}", "We met. " * (number + 1)) for number in range(9)]
    )
    assert sa.plots.text_shape(undated).notes == ()
    mixed = sa.Corpus([*series, sa.Document("undated", "We met.")])
    assert sa.plots.text_shape(mixed).notes == ("One document without a date not drawn.",)


def test_the_same_corpus_gives_the_same_drawing(series: sa.Corpus) -> None:
    first, second = (sa.plots.text_shape(series)._repr_html_() for _ in range(2))
    assert first == second
