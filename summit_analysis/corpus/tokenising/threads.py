"""Work done in as many threads as there are cores: NumPy and Arrow let them run side by side."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

AHEAD = 3  # so many items are made before the first is done with
Item = TypeVar("Item")
Between = TypeVar("Between")
Result = TypeVar("Result")


def in_threads(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Do work on every item, in as many threads as there are cores, and keep the order."""
    todo = list(items)
    workers = min(len(todo), processors())
    if workers < 2:
        yield from map(work, todo)
        return
    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(work, todo)


def while_preparing(
    items: Iterable[Item],
    first: Callable[[Item], Between],
    then: Callable[[Between], Result],
    *,
    worth: bool = True,
) -> Iterator[tuple[Item, Result]]:
    """Do work on one item after the other, and more on what comes of it, as further ones are made.

    Each of the two has a thread of its own. It is for work that leaves the interpreter alone for
    long: threads that hand it over often, as those of `in_threads` do, wait for it longer. If it is
    not worth threads, there are none.

    Yields:
        Each item and what came of it; no more than `AHEAD` items are made before.
    """
    if not worth or processors() < 2:
        for item in items:
            yield item, then(first(item))
        return
    begun: deque[tuple[Item, Future[Future[Result]]]] = deque()
    with ThreadPoolExecutor(1) as second, ThreadPoolExecutor(1) as pool:

        def both(item: Item) -> Future[Result]:
            return second.submit(then, first(item))

        for item in items:
            begun.append((item, pool.submit(both, item)))
            if len(begun) == AHEAD:
                done, found = begun.popleft()
                yield done, found.result().result()
        for done, found in begun:
            yield done, found.result().result()


def beside(work: Callable[[], Result], *, worth: bool) -> Callable[[], Result]:
    """Begin work in a thread of its own, if that is worth it; return what gives its result."""
    if not worth or processors() < 2:
        return work
    pool = ThreadPoolExecutor(1)
    begun = pool.submit(work)
    pool.shutdown(wait=False)
    return begun.result


def processors() -> int:
    """Count the processors that this process may use: a container may be given fewer than all."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
