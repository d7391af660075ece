"""Figures and the script of acts: what they say, that it is escaped, and what stays out."""

import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError

SEED = sa.load()
ACTS = sa.acts(SEED)


def cells(figure):
    (axes,) = figure.mpl.axes
    return [text.get_text() for text in axes.texts]


def test_the_matrix_counts_every_act_once():
    numbers = [int(text) for text in cells(sa.plots.actor_by_class(ACTS)) if text != "·"]
    assert sum(numbers) == len(ACTS) == 40


def test_the_matrix_has_joint_first_and_says_who_is_left_out():
    figure = sa.plots.actor_by_class(ACTS, actors=2)
    (axes,) = figure.mpl.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == ["joint", "Kishida"]
    assert "1 actors with fewer acts are not drawn." in figure.notes


def test_the_ladder_draws_empty_steps_too():
    figure = sa.plots.strength_ladder(sa.strengths(ACTS, scales=["japan"]))
    assert "resolutely condemn" in cells(figure) and "joint 1" in cells(figure)
    assert "step 2 of 8" in figure.alt


def test_voices_tell_joint_from_single():
    figure = sa.plots.voice_by_topic(ACTS, sa.topic_evidence(SEED))
    assert "  3 + 0" in cells(figure)
    assert figure.alt.startswith("The parties speak together most on")


@pytest.mark.parametrize("text", ["", "Rain fell."])
def test_without_acts_the_figures_say_so(text):
    import pandas as pd

    corpus = sa.from_frame(
        pd.DataFrame({"doc_id": ["a"], "text": [text or "Rain."]}), text="text", id="doc_id"
    )
    acts = sa.acts(corpus)
    for figure in (
        sa.plots.actor_by_class(acts),
        sa.plots.strength_ladder(sa.strengths(acts)),
        sa.plots.voice_by_topic(acts, sa.topic_evidence(corpus)),
    ):
        assert "nothing to draw" in figure.caption
        assert "No act" in figure.alt


def test_the_script_keeps_every_word_and_marks_every_act():
    view = sa.plots.script(SEED, ACTS)
    html = view._repr_html_()
    assert html.count("<mark") == 40
    assert "offered [↩Biden, expressive: support] his renewed support" in view.text
    assert "The overview of the meeting is as follows." in view.text


def test_the_script_is_escaped():
    import pandas as pd

    text = "President <b>X</b> Mirrow met <script>alert(1)</script> Japan. Japan thanked <i>us</i>."
    corpus = sa.from_frame(
        pd.DataFrame({"doc_id": ["a"], "text": [text]}), text="text", id="doc_id"
    )
    html = sa.plots.script(corpus, sa.acts(corpus))._repr_html_()
    assert "<script>" not in html and "<b>X" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_script_says_what_it_leaves_out():
    view = sa.plots.script(SEED, ACTS, sentences=5)
    assert view.notes[0] == "Showing 5 of 28 sentences."


def test_a_missing_document_is_named():
    with pytest.raises(CorpusError, match="nowhere"):
        sa.plots.script(SEED, ACTS, doc_id="nowhere")
