"""What is white space among bytes."""

import sys

import numpy as np

from summit_analysis.corpus.tokenising.byte_scan import (
    ASCII_SPACES,
    ODD_SPACES,
    WHITE_SPACE,
    white_space,
)


def test_white_space_is_what_python_takes_for_it() -> None:
    known = {chr(place) for place in np.flatnonzero(ASCII_SPACES)} | set(ODD_SPACES)
    assert (
        known
        == set(WHITE_SPACE)
        == {char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace()}
    )


def test_white_space_is_found_in_characters_of_any_length() -> None:
    text = "".join(f"{space}x{space}é{space}…{space}😀" for space in sorted(ODD_SPACES)) + "\n\n\n"
    buffer = np.frombuffer(text.encode(), dtype=np.uint8)
    found = white_space(buffer, np.empty((3, len(buffer)), dtype=bool)).space
    expected = [char.isspace() for char in text for _ in char.encode()]
    assert found.tolist() == expected
