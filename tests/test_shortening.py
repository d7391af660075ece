import pytest

from summit_analysis.corpus.tokenising import threads
from summit_analysis.shortening import shortened


@pytest.mark.parametrize("text", ["", "a", "Mirrow and Teal met", "x" * 50, "a " * 30, "  ", "…"])
@pytest.mark.parametrize("most", [2, 5, 12, 19])
def test_there_is_never_more_than_there_is_room_for(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert len(cut) <= most
    assert cut == text or cut.endswith("…")


def test_processors_are_those_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads.os, "sched_getaffinity", lambda _: {3}, raising=False)
    assert threads.processors() == 1
    monkeypatch.delattr(threads.os, "sched_getaffinity")
    monkeypatch.setattr(threads.os, "cpu_count", lambda: None)
    assert threads.processors() == 1
