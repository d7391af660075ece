"""What Punkt is asked once for many pieces holds for each of them."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising.building import build_index
from summit_analysis.corpus.tokenising.plain_pieces import plain_pieces
from summit_analysis.corpus.tokenising.punkt_endings import Endings
from summit_analysis.corpus.tokenising.punkt_pieces import ASK, LOOK
from summit_analysis.corpus.tokenising.sentences import punkt, sentence_spans

BEFORE = (
    "Mr. No. p. H. h. U.S. a.m. etc. 1945. 1,234.5. ... word... Word.. (Mr. “p. -v. Ph.D. é. XIV. "
    ".)I. )I. ?)p. .)No. a?b. (a.,]I."
)
AFTER = (
    "The the THE General general I i H. A. Mr. Mr The. Word. Word, The, the-end The's mr's 1945 5. "
    "(The “The \"the 'Xx' * — , ; . ... É é Été a.m. U.S. said.) “No.” President president's p.1 No. no"
)
PARTS = st.sampled_from(
    [
        *"aAxX19.?!'\"()[]“”,-—é ",
        "the",
        "The",
        "Mr",
        "p",
        "U.S",
        "...",
        "No",
        "etc",
        "word",
        "General",
    ]
)


def _endings(pieces: list[str]) -> Endings:
    endings = Endings()
    endings.read(pieces, plain_pieces(pieces))
    return endings


def test_pieces_that_stand_for_others_end_as_these() -> None:
    before, after = BEFORE.split(), AFTER.split()
    pieces = list(dict.fromkeys([*before, *after]))
    endings = _endings(pieces)
    # All pairs at once, so that the ones asked about first stand for the others.
    pairs = [
        (one, other)
        for one, other in product(before, after)
        if endings.kinds[pieces.index(one)] % LOOK == ASK
    ]
    assert len(pairs) > 10 * len(after)
    left, right = (np.array([pieces.index(pair[side]) for pair in pairs]) for side in (0, 1))
    found = endings.ends_between(left, right).tolist()
    expected = [punkt().text_contains_sentbreak(f"{one} {other}") for one, other in pairs]
    assert dict(zip(pairs, found, strict=True)) == dict(zip(pairs, expected, strict=True))


@given(st.lists(PARTS, min_size=1, max_size=40).map("".join))
def test_sentences_are_those_of_punkt(text: str) -> None:
    index = build_index([Document("a", text)])
    spans = list(zip(index.sentence_starts.tolist(), index.sentence_ends.tolist(), strict=True))
    assert spans == [(start, end) for start, end, _ in sentence_spans(text)]


def test_a_cut_is_found_again_in_the_longer_piece() -> None:
    pieces = ["sovereignty.)Thereafter", "peace.)Then", "x"]
    endings = _endings(pieces)
    assert [piece[: endings.cuts[place]] for place, piece in enumerate(pieces[:2])] == [
        "sovereignty.",
        "peace.",
    ]


@pytest.mark.parametrize("closer", [*"\"')]}”’»", "''", "'--"])
def test_a_closing_mark_after_white_space_belongs_to_the_sentence_before(closer: str) -> None:
    text = f"They met. {closer} They left. It was late.{closer} They slept {closer}well. Good."
    index = build_index([Document("a", text)])
    spans = list(zip(index.sentence_starts.tolist(), index.sentence_ends.tolist(), strict=True))
    assert spans == [(start, end) for start, end, _ in sentence_spans(text)]
