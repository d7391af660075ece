import numpy as np
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError, PatternError


@pytest.fixture(scope="module")
def series():
    return sa.load(sa.bundled("data", "examples", "series"))


@pytest.fixture
def corpus():
    return sa.Corpus(
        [
            sa.Document("a", "They shared the view. They shared the hope.", {"issuer": "X"}),
            sa.Document("b", "They shared the view of peace across the Strait.", {"issuer": "Y"}),
        ]
    )


def test_fillers_of_a_pattern(corpus):
    frame = sa.p_frames(corpus, "shared the *")
    assert frame[["filler", "count", "documents", "share"]].values.tolist() == [
        ["view", 2, 2, 2 / 3],
        ["hope", 1, 1, 1 / 3],
    ]
    assert (frame["frame_count"] == 3).all() and (frame["fillers"] == 2).all()
    assert np.allclose(frame["entropy"], 0.9182958340544896)


def test_gaps_and_word_endings(corpus):
    frame = sa.p_frames(corpus, "shar* the ... across the *")
    assert frame["filler"].tolist() == ["shared … view of peace … strait"]
    assert frame["entropy"].tolist() == [0]


def test_by_group(corpus):
    frame = sa.p_frames(corpus, "shared the *", by="issuer")
    assert frame[["issuer", "filler", "frame_count"]].values.tolist() == [
        ["X", "hope", 2],
        ["X", "view", 2],
        ["Y", "view", 1],
    ]


def test_evidence(series):
    pattern = "the importance of ... across the *"
    frame, places = sa.p_frames(series, pattern), sa.p_frame_evidence(series, pattern)
    assert frame["count"].sum() == len(places)
    for row in places.to_dict("records"):
        assert series[row["doc_id"]].text[row["start"] : row["end"]] == row["match"]
        assert row["match"] in row["quote"]


def test_discovery_reproduces_from_its_patterns(series):
    frame = sa.p_frames(series)
    assert frame["p_frame"].iloc[0] == "the two leaders * the"
    for name, rows in frame.groupby("p_frame"):
        again = sa.p_frames(series, name)
        assert dict(zip(again["filler"], again["count"], strict=True)) == dict(
            zip(rows["filler"], rows["count"], strict=True)
        )
    assert frame["p_frame"].str.contains(r"^\*|\*$").sum() == 0


def test_nothing_found(corpus):
    assert "No match" in sa.p_frames(corpus, "whale *").attrs["notes"][0]
    assert sa.p_frames(sa.Corpus([sa.Document("a", "We met.")])).empty


@pytest.mark.parametrize("options", [{"min_count": 0}, {"min_count": 2.5}, {"min_fillers": "2"}])
def test_minimums_are_whole_numbers(corpus, options):
    with pytest.raises(CorpusError, match=f"{next(iter(options))}="):
        sa.p_frames(corpus, **options)


def test_what_cannot_be_asked(corpus):
    with pytest.raises(PatternError, match="no open place"):
        sa.p_frames(corpus, "shared the view")
    with pytest.raises(CorpusError, match="three words"):
        sa.p_frames(corpus, words=2)
    with pytest.raises(CorpusError, match="continent"):
        sa.p_frames(corpus, "shared the *", by="continent")
