"""Threads keep the order of what they work on, and let errors through."""

import threading
from collections.abc import Iterator

import pytest

from summit_analysis.corpus.tokenising.threads import (
    AHEAD,
    in_threads,
    side_by_side,
    while_preparing,
)


def test_results_come_in_order() -> None:
    assert list(in_threads(lambda number: number * 2, range(50))) == list(range(0, 100, 2))
    assert list(while_preparing(str, range(50))) == [(number, str(number)) for number in range(50)]


def test_no_more_items_are_made_ahead_than_said() -> None:
    made = []

    def items() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            yield number

    for done, _ in while_preparing(str, items()):
        assert len(made) <= done + AHEAD


@pytest.mark.parametrize("run", [in_threads, while_preparing])
def test_errors_come_through(run: object) -> None:
    with pytest.raises(ZeroDivisionError):
        list(run(lambda number: 1 // number, [1, 0, 2]))


def test_two_things_are_done_side_by_side() -> None:
    first, second = threading.Event(), threading.Event()

    def work() -> bool:
        first.set()
        return second.wait(10)

    def other() -> bool:
        second.set()
        return first.wait(10)

    assert side_by_side(work, other) == (True, True)


def test_what_goes_wrong_at_the_side_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda: 1, lambda: 1 // 0)
