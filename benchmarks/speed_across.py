"""Time the comparisons of texts on a real corpus, one core.

taskset -c 0 python benchmarks/speed_across.py FOLDER
"""

import itertools
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import summit_analysis as sa


def main() -> None:
    """Print the times of a folder."""
    corpus = sa.load(Path(sys.argv[1]))
    timed("index", lambda: corpus.index)
    print(f"{len(corpus):,} documents, {len(corpus.index.ids):,} tokens")
    timed("inherited", lambda: sa.inherited(corpus))
    timed("inherited by run", lambda: sa.inherited(corpus, unit="run"))
    timed("formulas", lambda: sa.formulas(corpus))
    timed("p_frames, discovered", lambda: sa.p_frames(corpus))
    by_length = sorted(corpus, key=lambda document: -len(document.text.split()))
    long = [d for d in by_length if len(d.text.split()) <= 5500][:2]
    words = [len(document.text.split()) for document in long]
    sa.align(*by_length[-2:])  # what loads on first use
    timed(f"align {words[0]:,} with {words[1]:,} words", lambda: sa.align(*long))
    timed("shared_runs of the same", lambda: sa.shared_runs(*long))
    some = [sa.Corpus([document]) for document in by_length[:100]]
    count = len(list(itertools.combinations(some, 2)))
    timed(
        f"shared_runs of {count:,} pairs of the longest",
        lambda: [sa.shared_runs(a, b) for a, b in itertools.combinations(some, 2)],
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory':<48}{peak:>8,.0f} MB")


def timed(name: str, call: Callable[[], object]) -> None:
    """Run once and print the time."""
    begin = time.perf_counter()
    call()
    print(f"{name:<48}{time.perf_counter() - begin:>8.2f} s")


if __name__ == "__main__":
    main()
