"""Run as a program: a helper that reads files for the process that started it.

Requests come and answers go as pickles, over pipes that only the two of them hold.
"""

import os
import pickle
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from summit_analysis.corpus.reading.worker_pool import answer


def main() -> None:
    """Answer requests until the pipe is closed."""
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for reply in answer(_requests(sys.stdin.buffer)):
        pickle.dump(reply, answers, protocol=5)
        answers.flush()


def _requests(stream: BinaryIO) -> Iterator[tuple[str, Any]]:
    while True:
        try:
            yield pickle.load(stream)
        except EOFError:
            return


if __name__ == "__main__":
    main()
