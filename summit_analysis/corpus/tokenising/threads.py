"""Work done in as many threads as there are cores: NumPy and Arrow let them run side by side."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
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


def processors() -> int:
    """Count the processors that this process may use: a container may be given fewer than all."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
