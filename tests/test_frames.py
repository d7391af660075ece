import pandas as pd
import pytest

from summit_analysis.frames import finish, notes_of

FRAME = pd.DataFrame({"term": ["b", "a", "c"], "count": [2, 2, 5]}, index=[7, 8, 9])


def test_order_is_total_and_numbered_from_0():
    done = finish(FRAME, title="Words", order=["count", "term"], descending=["count"])
    assert done["term"].tolist() == ["c", "a", "b"]
    assert done.index.tolist() == [0, 1, 2]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
def test_the_order_of_the_input_does_not_matter(order):
    done = finish(FRAME.iloc[order], title="Words", order=["count", "term"])
    assert done["term"].tolist() == ["a", "b", "c"]


def test_the_given_frame_is_not_changed():
    before = FRAME.copy(deep=True)
    done = finish(FRAME, title="Words", notes=["One."], order=["term"])
    done.loc[0, "term"] = "changed"
    pd.testing.assert_frame_equal(FRAME, before)
    assert FRAME.attrs == {}


def test_title_and_notes_travel():
    done = finish(FRAME, title="Words", notes=(note for note in ["One.", "Two."]))
    assert done.attrs == {"title": "Words", "notes": ["One.", "Two."]}
    assert notes_of(done.head(1)) == ["One.", "Two."]


def test_an_empty_frame_says_why():
    empty = FRAME.head(0)
    assert notes_of(finish(empty, title="Words")) == ["No match found in this text."]
    assert notes_of(finish(empty, title="Words", notes=["All below 2."])) == ["All below 2."]


def test_lost_notes_are_no_notes():
    assert notes_of(pd.DataFrame({"a": [1]})) == []


def test_notes_given_out_can_be_changed_without_harm():
    done = finish(FRAME, title="Words", notes=["One."])
    notes_of(done).append("Two.")
    assert notes_of(done) == ["One."]


def test_an_unknown_order_is_an_error():
    with pytest.raises(KeyError):
        finish(FRAME, title="Words", order=["counts"])
