"""A shape keeps what Punkt looks at, and its characters can be found again in the piece."""

from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising.word_shapes import lengthened, shape

KNOWN = frozenset(["a", "the", "mr", "xx"])
PIECES = st.lists(
    st.sampled_from(
        [*".?!)”,-/", "the", "Mr", "peace", "PEACE", "McA", "1945", "a", "x", "XX", "é"]
    ),
    min_size=1,
    max_size=8,
).map("".join)


@given(PIECES)
def test_shapes_of_shapes_are_themselves(piece: str) -> None:
    assert shape(shape(piece, KNOWN), KNOWN) == shape(piece, KNOWN)


@given(PIECES)
def test_places_after_marks_are_found_again(piece: str) -> None:
    short = shape(piece, KNOWN)
    marks = [place for place, character in enumerate(piece, 1) if not character.isalnum()]
    places = [place for place, character in enumerate(short, 1) if not character.isalnum()]
    assert [lengthened(piece, place, KNOWN) for place in places] == marks


def test_known_words_stay_and_none_turns_into_one() -> None:
    assert shape("The-treaty.Mr.", frozenset(["the", "mr"])) == "The-xx.Mr."
    assert shape("The-treaty.Mr.", KNOWN) == "The-treaty.Mr."  # "xx" is known
