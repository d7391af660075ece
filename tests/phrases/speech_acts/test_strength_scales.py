"""Scales of strength: steps, several side by side, a reader's own."""

import pytest

import summit_analysis as sa
from summit_analysis.errors import LexiconError
from tests.phrases.act_checks import OPENING, corpus_of


@pytest.mark.parametrize(
    ("text", "scale", "step"),
    [
        ("They expressed concern about the raid.", "japan", 1),
        ("They expressed strong concern about the raid.", "japan", 2),
        ("They condemned the raid.", "japan", 7),
        ("They resolutely condemned the raid.", "japan", 8),
        ("They condemned the raid.", "un-emotive", 4),
        ("They urged calm.", "un-instructive", 5),
        ("They expressed grave concern about the raid.", "eu-concern", 2),
        ("They expressed deep concern about the raid.", "eu-concern", 3),
        # The European scale has no degree for these.
        ("They expressed serious concern about the raid.", "eu-concern", 1),
        ("They expressed strong concern about the raid.", "eu-concern", 1),
    ],
)
def test_step(text, scale, step):
    placed = sa.strengths(sa.acts(corpus_of(OPENING + text)), scales=[scale])
    assert placed["step"].tolist() == [step]


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("They expressed serious concern about the raid.", "strong concern", "serious concern"),
        ("They expressed concern about the raid.", "concern", "concern"),
        ("They resolutely condemned the raid.", "resolutely condemn", "resolutely condemn"),
    ],
)
def test_the_words_beside_a_label_are_those_of_the_text(text, label, words):
    placed = sa.strengths(sa.acts(corpus_of(OPENING + text)), scales=["japan"])
    assert placed[["label", "words"]].values.tolist() == [[label, words]]


def test_negated_acts_and_others_have_no_step():
    text = "They did not condemn the raid. They praised the sailors."
    placed = sa.strengths(sa.acts(corpus_of(OPENING + text)))
    assert placed.empty
    assert "No act stands on one of these scales" in placed.attrs["notes"][0]


def test_scales_stand_side_by_side_with_their_sources():
    placed = sa.strengths(sa.acts(corpus_of(OPENING + "They expressed grave concern.")))
    assert placed["scale"].tolist() == ["eu-concern", "japan", "un-emotive"]
    assert any("Sankei" in note for note in placed.attrs["notes"])


def test_a_scale_of_ones_own_can_be_used():
    own = {
        "scales": {
            "mine": {
                "title": "Mine",
                "source": "me",
                "steps": [{"name": "warm", "verbs": ["praise"]}],
            }
        }
    }
    acts = sa.acts(corpus_of(OPENING + "They praised the sailors."), strength=own)
    assert acts["strength"].tolist()[-1] == "mine 1/1 warm"
    assert sa.strengths(acts, lexicon=own)["label"].tolist() == ["warm"]


def test_an_unknown_scale_is_named():
    with pytest.raises(LexiconError, match="no scale called 'papal'"):
        sa.strengths(sa.acts(sa.load()), scales=["papal"])


def test_a_scale_without_a_source_is_refused():
    broken = {"scales": {"mine": {"title": "Mine", "steps": [{"name": "a"}]}}}
    with pytest.raises(LexiconError, match="'mine' has no source"):
        sa.acts(sa.load(), strength=broken)
