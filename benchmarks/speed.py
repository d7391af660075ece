"""Measure speed and memory, beside scikit-learn, NLTK, wc and ripgrep: see README.md here."""

import argparse
import ctypes
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["SUMMIT_ANALYSIS_CACHE"] = "off"

import numpy as np

from benchmarks import tasks
from benchmarks.report import write_report
from benchmarks.texts import MEGABYTE, debate_corpus, debate_texts

Times = dict[str, list[float]]
# So many megabytes, and so many for each of the text, are more than most of the work takes.
TOUCHED, TOUCHED_TIMES = 1000, 6
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # as glibc's malloc.h has them
TIMES = 2  # in each turn
ROUNDS = 5  # of what takes no more than a second, in turn


def main() -> None:
    """Run the measurements named on the command line, and write the tables."""
    options = _options()
    if options.child:
        print(json.dumps(_child(options.child, options.megabytes, options.index)))
        return
    _keep_memory()
    sizes = [10] if options.quick else [10, 100, 500]
    base = sizes[min(1, len(sizes) - 1)]
    results: dict[str, Times] = {}
    for size in sizes:
        print(f"{size} MB …", flush=True)
        results[str(size)] = _measure(debate_texts(size), options.repeats, peers=size <= base)
    memory = {str(size): _spawn("peak", size) for size in sizes}
    opening = _opening(base, options.repeats)
    write_report(results, memory, opening, base=str(base), keep=options.quick)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10 MB only; prints, writes nothing")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--megabytes", type=int, default=10, help=argparse.SUPPRESS)
    parser.add_argument("--index", help=argparse.SUPPRESS)
    return parser.parse_args()


def _measure(texts: list[str], repeats: int, *, peers: bool) -> Times:
    """Time everything in turn, several times over, so that a slow minute hits all alike."""
    found: Times = {}
    size = sum(map(len, texts)) // MEGABYTE

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        found.setdefault(name, []).append(time.perf_counter() - start)

    sample = _sample(texts, tasks.NLTK_MEGABYTES)
    tasks.phrases(sample)  # what is imported and read once is no part of any timing
    corpus = debate_corpus(texts)
    asked = tasks.in_memory(corpus)
    _touch(TOUCHED + TOUCHED_TIMES * size)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.txt"
        file.write_text("\n\n".join(texts), encoding="utf-8")
        for _ in range(repeats):
            for _ in range(TIMES):
                timed("wc -w", lambda: tasks.count_words(file))
                timed("tokenising", lambda: tasks.tokenise(texts))
                timed("sentences", lambda: tasks.split_sentences(texts))
                timed("document-term matrix", lambda: tasks.document_terms(texts))
                timed("1-3-grams", lambda: tasks.phrases(texts))
                if peers:
                    timed("CountVectorizer", lambda: tasks.vectorise(texts, 1))
            for _ in range(ROUNDS):
                for name, work in asked.items():
                    timed(name, work)
                timed("ripgrep, word", lambda: tasks.search(file, tasks.WORD))
                timed("ripgrep, phrase", lambda: tasks.search(file, tasks.PHRASE))
            if peers:
                timed("CountVectorizer, 1-3-grams", lambda: tasks.vectorise(texts, 3))
                timed("NLTK tokens, 1 MB", lambda: tasks.nltk_tokens(sample))
                timed("NLTK sentences, 1 MB", lambda: tasks.nltk_sentences(sample))
    return found


def _sample(texts: list[str], megabytes: int) -> list[str]:
    ends = np.cumsum([len(text) for text in texts])
    return texts[: int(np.searchsorted(ends, megabytes * MEGABYTE)) + 1]


def _keep_memory() -> None:
    """Have the C library keep what is freed, where that is glibc.

    Else it goes back to the machine, which may give other memory, never touched, in its place.
    """
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, 1 << 30)
        library.mallopt(M_TRIM_THRESHOLD, -1)


def _touch(megabytes: int) -> None:
    """Use memory once: the first touch of a page is slow on some virtual machines."""
    _ = [np.ones(100 * MEGABYTE, dtype=np.uint8) for _ in range(megabytes // 100)]


def _opening(megabytes: int, repeats: int) -> dict[str, float]:
    """Time a saved index in fresh processes, and its parts."""
    with tempfile.TemporaryDirectory() as folder:
        index = str(Path(folder) / "saved.index")
        debate_corpus(debate_texts(megabytes)).save_index(index)
        runs = [_spawn("open", megabytes, "--index", index) for _ in range(max(repeats, 3))]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _spawn(child: str, megabytes: int, *more: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.speed", "--child", child]
    command += ["--megabytes", str(megabytes), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def _child(child: str, megabytes: int, index: str | None) -> dict[str, float]:
    start = time.perf_counter()
    texts = debate_texts(megabytes)
    size = sum(len(text.encode()) for text in texts)
    if child == "open":
        import summit_analysis as sa

        documents = debate_corpus(texts)
        start = time.perf_counter()
        corpus = documents.open_index(index or "")
        opened = time.perf_counter()
        sa.concordance(corpus, tasks.PHRASE)
        done = time.perf_counter()
        return {"open": opened - start, "first concordance": done - opened}
    before = _peak()
    tasks.phrases(texts)
    return {"text": size, "before": before, "peak": _peak(), "seconds": time.perf_counter() - start}


def _peak() -> int:
    status = Path("/proc/self/status")
    if status.exists():  # a child's `ru_maxrss` begins with what its parent had in use
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main()
