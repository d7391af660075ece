"""What is read of many pieces at once is what the token pattern finds in each."""

from hypothesis import example, given
from hypothesis import strategies as st

from summit_analysis.corpus.tokenising.plain_pieces import plain_pieces
from summit_analysis.corpus.tokenising.tokens import fold, token_spans

PARTS = st.sampled_from([*"aZs19-.,'’&+/—–_(“”…é‖¬\u0301", "US", "who", "s", "colour", "U.S", "ab"])
PIECES = st.lists(st.lists(PARTS, min_size=1, max_size=8).map("".join), max_size=6)


@given(PIECES)
@example(
    ["“the", "power—financial,", "(a/b)", "a-b—c", "1,234", "Japan’s", "—", "é", "a.—b", "U.S."]
)
def test_plain_pieces_have_the_tokens_of_the_pattern(pieces: list[str]) -> None:
    plain = plain_pieces(pieces)
    found: dict[int, list[tuple[int, int, str]]] = {}
    words = plain.words.take(plain.forms).to_pylist()
    columns = (plain.places.tolist(), plain.starts.tolist(), plain.lengths.tolist(), words)
    for place, start, length, word in zip(*columns, strict=True):
        found.setdefault(place, []).append((start, start + length, word))
    for place, tokens in found.items():
        piece = pieces[place]
        assert tokens == [(a, b, fold(piece[a:b])) for a, b in token_spans(piece)]


def test_marks_around_and_between_words_are_plain() -> None:
    pieces = ["“the", "power—financial,", "(a/b)", "the-end", "$80", "1,234", "Japan’s", "é", "US"]
    plain = plain_pieces(pieces)
    assert [pieces[place] for place in dict.fromkeys(plain.places.tolist())] == pieces[:5]
    assert plain.words[:3].to_pylist() == ["the", "power", "financial"]


def test_only_a_word_with_a_sentence_mark_after_it_is_ending() -> None:
    pieces = ["met.", ".met", "met!", "met.”", "a1.", "met,", "the-end."]
    plain = plain_pieces(pieces)
    assert [pieces[place] for place in plain.places[plain.ending]] == ["met.", "met!"]


def test_quiet_pieces_neither_end_a_sentence_nor_close_one() -> None:
    loud = ["met.", "a.b", "what?!", "(met)", "”", "'--", "”--so", "é.", "’é"]
    quiet = ["met", "“met”", "a-b", "met,", "'s", "(met", "1,234"]
    assert not plain_pieces(loud).quiet.any()
    assert plain_pieces(quiet).quiet.all()
