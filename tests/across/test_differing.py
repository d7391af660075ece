import pytest

from summit_analysis.across.differing import differences


def listed(before, after):
    return [
        (piece.kind, piece.before, piece.after)
        for piece in differences(before, after)
        if piece.kind != "same"
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("peace and stability", "lasting peace and stability", [("added", "", "lasting")]),
        ("lasting peace", "peace", [("removed", "lasting", "")]),
        ("Peace, and stability!", "peace and stability", []),
        (
            "denuclearization of North Korea now",
            "denuclearization of the Korean Peninsula now",
            [("changed", "North Korea", "the Korean Peninsula")],
        ),
        ("We encourage talks", "We encouraged talks", [("changed", "encourage", "encouraged")]),
        ("", "We met", [("added", "", "We met")]),
        ("We met", "", [("removed", "We met", "")]),
        ("", "", []),
        (
            "We reaffirm peace",
            "We recall the treaty of friendship of both our nations and peace",
            [
                ("removed", "reaffirm", ""),
                ("added", "", "recall the treaty of friendship of both our nations and"),
            ],
        ),
        (
            "They shared the view of it again",
            "They stated the hope of it again",
            [("changed", "shared the view", "stated the hope")],
        ),
    ],
)
def test_differences(before, after, expected):
    assert listed(before, after) == expected


def test_both_wordings_can_be_read_off():
    before = "We underscore “peace” across the Strait, and call for talks."
    after = "They reaffirmed lasting peace (and trust) across the Strait; they call for talks."
    pieces = differences(before, after)
    old = " ".join(p.before for p in pieces if p.before)
    new = " ".join(p.after for p in pieces if p.after)
    assert old.split()[0] == "We" and new.split()[-1] == "talks"
    shown = " ".join(p.shown for p in pieces if p.kind != "removed")
    assert shown == after
