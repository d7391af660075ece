"""Threads keep the order of what they work on, and let errors through."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from summit_analysis.corpus.tokenising.threads import AHEAD, beside, in_threads, while_preparing


def test_results_come_in_order() -> None:
    assert list(in_threads(lambda number: number * 2, range(50))) == list(range(0, 100, 2))
    for worth in (True, False):
        prepared = while_preparing(range(50), str, len, worth=worth)
        assert list(prepared) == [(number, len(str(number))) for number in range(50)]


def test_no_more_items_are_made_ahead_than_said() -> None:
    made = []

    def items() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            yield number

    for done, _ in while_preparing(items(), str, len):
        assert len(made) <= done + AHEAD


@pytest.mark.parametrize(
    "run",
    [
        in_threads,
        lambda work, items: while_preparing(items, work, str),
        lambda work, items: while_preparing(items, int, work),
    ],
)
def test_errors_come_through(run: Callable[..., Iterable[object]]) -> None:
    with pytest.raises(ZeroDivisionError):
        list(run(lambda number: 1 // number, [1, 0, 2]))


@pytest.mark.parametrize("worth", [True, False])
def test_work_beside_gives_its_result_and_its_error(worth: bool) -> None:
    assert beside(lambda: 7, worth=worth)() == 7
    broken = beside(lambda: 1 // 0, worth=worth)
    with pytest.raises(ZeroDivisionError):
        broken()
