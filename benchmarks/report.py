"""The measurements as tables, in README.md between its marks."""

import platform
import statistics
from pathlib import Path

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- results -->", "<!-- end of results -->"
# Our work, whose time it is compared with, and what must be reached and is aimed at.
ROWS = [
    ("tokenising", "wc -w", "at most 1.8 × the time of `wc -w`; 1.1 ×"),
    ("sentences", "MB/s", "20 MB/s; 80 MB/s"),
    ("document-term matrix", "CountVectorizer", "6 × CountVectorizer; 10 ×"),
    ("1-3-grams", "CountVectorizer, 1-3-grams", "40 × CountVectorizer; 90 ×"),
    ("concordance of a word", "ripgrep, word", "(none set)"),
    ("concordance of a phrase", "ripgrep, phrase", "as fast as ripgrep; 5 ×"),
    ("collocates of a word", "", "0.15 s; 0.06 s"),
    ("keyness of two halves", "", "0.4 s; 0.2 s"),
    ("lexicon of 1,000 wildcards", "", "0.8 s; 0.4 s"),
]

Times = dict[str, list[float]]


def write_report(
    results: dict[str, Times],
    memory: dict[str, dict[str, float]],
    opening: dict[str, float],
    *,
    base: str,
    keep: bool,
) -> None:
    """Print the tables, and put them into README.md unless it is to be kept."""
    lines = [_machine(), "", *_table(results, base), "", *_peers(results[base]), ""]
    lines += [*_growth(results, memory), "", _opened(opening, base)]
    report = "\n".join(lines)
    print(report)
    if keep:
        return
    text = README.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    README.write_text(f"{before}{BEGIN}\n{report}\n{END}{after}", encoding="utf-8")


def _machine() -> str:
    return (
        f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}; medians "
        "of the repeats, in seconds."
    )


def _table(results: dict[str, Times], base: str) -> list[str]:
    lines = [
        f"| work | {' | '.join(f'{size} MB' for size in results)} | at {base} MB | must; aim |",
        f"| --- |{' --- |' * len(results)} --- | --- |",
    ]
    for name, beside, wanted in ROWS:
        times = [statistics.median(found[name]) for found in results.values()]
        at_base = statistics.median(results[base][name])
        if beside == "MB/s":
            ratio = f"{int(base) / at_base:.0f} MB/s"
        elif beside == "wc -w":
            ratio = f"{at_base / statistics.median(results[base][beside]):.2f} × its time"
        elif beside:
            ratio = f"{statistics.median(results[base][beside]) / at_base:.1f} × as fast"
        else:
            ratio = f"{at_base:.3f} s"
        seconds = " | ".join(f"{each:.3f}" for each in times)
        lines.append(f"| {name} | {seconds} | {ratio} | {wanted} |")
    return lines


def _peers(found: Times) -> list[str]:
    ours = {name for name, _, _ in ROWS}
    lines = ["| the others | seconds |", "| --- | --- |"]
    return lines + [
        f"| {name} | {statistics.median(times):.3f} |"
        for name, times in found.items()
        if name not in ours
    ]


def _growth(results: dict[str, Times], memory: dict[str, dict[str, float]]) -> list[str]:
    lines = [
        "| 1-3-grams | peak memory | x the text | seconds per MB |",
        "| --- | --- | --- | --- |",
    ]
    for size, found in memory.items():
        seconds = statistics.median(results[size]["1-3-grams"]) / int(size)
        times = found["peak"] / found["text"]
        lines.append(f"| {size} MB | {found['peak'] / 1e6:.0f} MB | {times:.1f} | {seconds:.4f} |")
    return lines


def _opened(opening: dict[str, float], base: str) -> str:
    return (
        f"A saved index of {base} MB, in a fresh process with the texts at hand: opened in "
        f"{opening['open']:.2f} s, first concordance of a phrase after "
        f"{sum(opening.values()):.2f} s (must: 1.0 s; aim: 0.5 s)."
    )
