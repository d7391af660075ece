"""Read many files on several processors: helper processes beside the one that asks."""

import os
import pickle
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any

from summit_analysis.corpus.cleaning.broken_words import Broken, choose_closed, wanted_words
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.reading.readers.registry import kind_of
from summit_analysis.corpus.reading.worker_share import Job, Options, Outcome, Share
from summit_analysis.corpus.tokenising.threads import processors
from summit_analysis.errors import LoadError

# A helper takes the better part of a second to start.
WORTH_HELP = 2.0
# Enough files at once that handing them over costs nothing, few enough that all end together.
FILES_AT_ONCE = 24
MEGABYTE = 1_000_000


def read_jobs(
    jobs: Sequence[Job], *, options: Options, processes: int | None = None, progress: bool = False
) -> list[Outcome]:
    """Read files, with helpers where they pay.

    Args:
        jobs: the files.
        options: how to read them.
        processes: how many at most (none: one a processor).
        progress: whether to show a bar.

    Returns:
        What became of each file, in order.
    """
    chunks = deque(_chunks(jobs))
    wanted = processes or processors()
    seconds = sum(_seconds(job) for job in jobs)
    helpers = min(wanted, len(chunks), int(seconds / WORTH_HELP) + 1) - 1
    outcomes: dict[int, Outcome] = {}
    own = Share(options)
    with ExitStack() as stack:
        stack.callback(own.close)
        bar = stack.enter_context(_bar(len(jobs), progress))
        started = [stack.enter_context(_helper(options)) for _ in range(helpers)]
        pool = stack.enter_context(ThreadPoolExecutor(max(helpers, 1)))

        def work(ask: Any) -> None:
            while True:
                try:
                    chunk = chunks.popleft()
                except IndexError:
                    return
                for outcome in ask("read", chunk):
                    outcomes[outcome.number] = outcome
                    bar.update()

        def here(_: str, chunk: list[Job]) -> Iterator[Outcome]:
            return (own.read(job) for job in chunk)

        running = [pool.submit(work, helper) for helper in started]
        work(here)
        for each in running:
            each.result()
        _settle_broken_words(outcomes, own, started)
    return [outcomes[job.number] for job in jobs]


def _settle_broken_words(outcomes: dict[int, Outcome], own: Share, helpers: list[Any]) -> None:
    """Let all shares together say which broken words are commoner closed, and finish those anew."""
    broken: Broken = set(own.broken)
    for helper in helpers:
        broken |= helper("broken", None)
    if not broken:
        return
    wanted = wanted_words(broken)
    counts: Counter[str] = own.count(wanted)
    for helper in helpers:
        counts.update(helper("count", wanted))
    closed = choose_closed(broken, counts)
    again: list[tuple[int, int, Document]] = own.finish_again(closed)
    for helper in helpers:
        again += helper("finish_again", closed)
    for number, place, document in again:
        path, _ = outcomes[number].documents[place]
        outcomes[number].documents[place] = path, document


@contextmanager
def _helper(options: Options) -> Iterator[Any]:
    """Start a helper; what is yielded sends it a request and waits for the answer."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(
        [sys.executable, "-m", "summit_analysis.corpus.reading.worker_main"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    requests, answers = process.stdin, process.stdout

    def ask(what: str, given: Any) -> Any:
        try:
            pickle.dump((what, given), requests, protocol=5)
            requests.flush()
            return pickle.load(answers)
        except (OSError, EOFError, pickle.PickleError) as error:
            raise LoadError(
                "A helper process that reads files has died, perhaps for want of memory. "
                "Read with one process: load(…, processes=1)."
            ) from error

    try:
        ask("options", options)
        yield ask
    finally:
        process.kill()
        process.wait()
        requests.close()
        answers.close()


def _chunks(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """Divide the files so that none of the chunks takes long."""
    chunk: list[Job] = []
    seconds = 0.0
    for job in jobs:
        chunk.append(job)
        seconds += _seconds(job)
        if len(chunk) >= FILES_AT_ONCE or seconds > 0.5:
            yield chunk
            chunk, seconds = [], 0.0
    if chunk:
        yield chunk


def _seconds(job: Job) -> float:
    reader = kind_of(job.source.path)
    return 0.0005 + (reader.seconds if reader else 0) * job.source.size / MEGABYTE


@contextmanager
def _bar(total: int, show: bool) -> Iterator[Any]:
    """Show a bar on standard error, or a stand-in that shows nothing."""
    from tqdm import tqdm

    with tqdm(total=total, desc="Reading", unit="file", disable=not show, leave=False) as bar:
        yield bar


def answer(requests: Iterable[tuple[str, Any]]) -> Iterator[Any]:
    """Answer a process's requests, one after the other (this runs in the helper)."""
    share = Share(Options())
    for what, given in requests:
        if what == "options":
            share = Share(given)
            yield None
        elif what == "read":
            yield [share.read(job) for job in given]
        elif what == "broken":
            yield share.broken
        elif what == "count":
            yield share.count(given)
        else:
            yield share.finish_again(given)
