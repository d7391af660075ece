"""Try mutated files on every reader and on cleaning: each must load or raise SummitAnalysisError.

    python benchmarks/fuzz_readers.py --inputs 1000000 --seed 8

Counts, for each reader, what loaded and what was refused, and keeps every input that did anything
else (another error, more than five seconds, more memory than a gigabyte) in the folder `--keep`.
"""

import argparse
import hashlib
import io
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.metadata.known_facts import tidy_metadata
from summit_analysis.corpus.reading.finishing import finish
from summit_analysis.corpus.reading.raw_documents import RawDocument
from summit_analysis.corpus.reading.readers import read_bytes
from summit_analysis.corpus.reading.sources import find_sources
from summit_analysis.errors import SummitAnalysisError

MOST_SECONDS = 5
FINE = ("loaded", "refused")
MOST_MEMORY = 1_000_000_000
# Of all inputs: most for what takes least time.
SHARES = {
    "txt": 0.34,
    "md": 0.2,
    "csv": 0.15,
    "jsonl": 0.15,
    "docx": 0.05,
    "html": 0.05,
    "zip": 0.03,
    "parquet": 0.02,
    "xlsx": 0.008,
    "pdf": 0.002,
}
WORDS = (
    "The two leaders met in Temmis on May 3, 2031, and shared the view that the Secretary-\n"
    "General’s “2+2” talks had been useful.\n\n• They agreed to meet again.\n\n- One\n- Two\n"
)
DIRT = [
    *"\x00\x01\x0b\x0c\x1b\x1c\x85\u2028\u200b\u200e\u202e\u00ad\ufeff\ufffe\ud800\ufb01",
    "---\n",
    "\r",
    "\r\n",
    "\n\n",
    "&#0;",
    "&#xD800;",
    "<script>",
    "<!--",
    "]]>",
    "<![CDATA[",
    "<p",
    "</div>",
    "<table><tr><td>",
    "|",
    "```",
    "~~~",
    "[a](",
    "![",
    "](",
    "**",
    "* * *",
    "\\",
    "`" * 40,
    "> " * 30,
    "[" * 60,
    "(" * 60,
    "<b>" * 60,
    "- " * 40,
    "&amp;" * 9,
    "!!python/object:os.system x",
    "a: &a [x]\nb: *a\n",
    "title: [",
    "date: 99999-99-99",
    "date: 2031-13-45",
    "date: 0000-00-00",
    '"',
    "'",
    ";",
    ",",
    "\t",
    "{",
    "}",
    "null",
    "1e999",
    "-0",
    "[[[[",
    '{"text":',
    "=cmd|'/c'!A1",
    "e\u0301" * 9,
    "\u0915\u094d",
    "\U000e0041",
    "🏴‍☠️",
    "İ",
    "ß",
    "ﷺ" * 9,
    "\u1100\u1161",
]


def page() -> bytes:
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Talks | Keldrava</title>"
        '<meta property="og:title" content="Talks"><link rel=canonical '
        'href="https://www.gov.uk/government/news/talks"><script type="application/ld+json">'
        '{"@graph":[{"datePublished":"2031-05-03","publisher":{"name":"K"}}]}</script></head>'
        f"<body><nav>Home</nav><main><h1>Talks</h1><p class=lead>{WORDS}</p><p>{WORDS}</p><table>"
        "<tr><td>a<td>b</table><ul><li>One<li>Two</ul></main><footer>About</footer></body></html>"
    ).encode()


def word_file() -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    rows = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    deleted = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    body = f"<w:p><w:r><w:t>{WORDS}</w:t><w:tab/></w:r>{deleted}</w:p>{rows}"
    document = f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": document})


def packed(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["id", "text"], ["a", WORDS], ["b", WORDS]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet_file() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": [WORDS, WORDS], "n": [1, None]}), out)
    return out.getvalue()


def pdf_file() -> bytes:
    content = (
        b"BT /F1 12 Tf 72 700 Td (The two leaders met in Temmis.) Tj 0 -14 Td (They left.) Tj ET"
    )
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    tail = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + head + table + tail


def seeds() -> dict[str, list[bytes]]:
    front = "---\ntitle: Talks\ndate: 2031-05-03\nparties: [Keldrava, Sorrelay]\n---\n"
    table = f'id,text,date\na,"{WORDS}",2031-05-03\nb,"{WORDS}",soon\n'
    lines = "\n".join(json.dumps({"id": n, "text": WORDS, "parties": ["a", "b"]}) for n in "ab")
    return {
        "txt": [WORDS.encode(), (front + WORDS).encode(), WORDS.encode("utf-16"), b"They met."],
        "md": [(front + "# Talks\n\n" + WORDS + "\n| a | b |\n|---|---|\n| c | d |\n").encode()],
        "csv": [table.encode(), table.replace(",", ";").encode()],
        "jsonl": [lines.encode()],
        "docx": [word_file()],
        "html": [page()],
        "zip": [
            packed(
                {"a.txt": WORDS, "b/c.md": front + WORDS, "metadata.csv": "file,date\na.txt,2031\n"}
            )
        ],
        "parquet": [parquet_file()],
        "xlsx": [workbook()],
        "pdf": [pdf_file()],
    }


def mutate(data: bytes, rng: random.Random) -> bytes:
    """Change bytes, repeat, cut, swap and insert; inside zip containers, in a member."""
    if data[:2] == b"PK" and rng.random() < 0.7:
        return mutate_inside(data, rng)
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        place = rng.randrange(len(out) + 1)
        action = rng.randrange(7)
        if action == 0 and out:
            out[place % len(out)] = rng.randrange(256)
        elif action == 1:
            out[place:place] = rng.choice(DIRT).encode("utf-8", "surrogatepass")
        elif action == 2:
            del out[place : place + rng.choice((1, 4, 50))]
        elif action == 3:
            piece = out[place : place + rng.choice((2, 30, 200))]
            out[place:place] = piece * rng.choice((1, 3, 40))
        elif action == 4:
            out[place:place] = rng.randbytes(rng.choice((1, 4, 20)))
        elif action == 5:
            other = rng.randrange(len(out) + 1)
            out[place:place] = out[other : other + 60]
        else:
            out = out[:place] if rng.random() < 0.3 else out
    return bytes(out[:200_000])


def mutate_inside(data: bytes, rng: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as changed:
        names = archive.namelist()
        chosen = rng.choice(names)
        for name in names:
            content = archive.read(name)
            new = name
            if rng.random() < 0.03:
                new = mutate(name.encode(), rng).decode("utf-8", "replace")
            changed.writestr(
                new.replace("\0", "") or "x", mutate(content, rng) if name == chosen else content
            )
    return out.getvalue()


def load(data: bytes, kind: str, folder: Path) -> None:
    """Do what loading does with a file, from its bytes to finished documents."""
    path = Path(f"talks.{kind}")
    if kind == "zip":
        archive = folder / "talks.zip"
        archive.write_bytes(data)
        left_out: list[str] = []
        from summit_analysis.corpus.reading.worker_share import Job, Options, Share

        share = Share(Options())
        for number, source in enumerate(find_sources(archive, left_out).sources):
            share.read(Job(number, source, {}))
        share.close()
        return
    for reading in read_bytes(data, path=path):
        metadata = tidy_metadata(reading.metadata)
        raw = RawDocument(path, "talks", reading.paragraphs, metadata, reading.removed)
        document = finish(raw, frozenset())
        document.text.encode()  # no lone surrogates
        assert document.text == document.text.strip()
        assert not any(c < " " and c != "\n" for c in document.text)


class TooLong(BaseException):
    """An input took more than its time."""


def too_long(*_: Any) -> None:
    raise TooLong


def inputs(total: int, kinds: list[str], rng: random.Random) -> Iterator[tuple[str, bytes]]:
    known = seeds()
    shares = {kind: share for kind, share in SHARES.items() if kind in kinds}
    whole = sum(shares.values())
    for kind, share in shares.items():
        for _ in range(round(total * share / whole)):
            yield kind, mutate(rng.choice(known[kind]), rng)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--kinds", nargs="*", default=list(SHARES), choices=list(SHARES))
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    rng = random.Random(options.seed)
    counts: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    signal.signal(signal.SIGALRM, too_long)
    scratch = tempfile.TemporaryDirectory()
    folder = Path(scratch.name)
    for number, (kind, data) in enumerate(inputs(options.inputs, options.kinds, rng)):
        started = time.process_time()
        # The clock on the wall counts other people's work too, hence the wider limit.
        signal.setitimer(signal.ITIMER_REAL, 4 * MOST_SECONDS)
        try:
            load(data, kind, folder)
            outcome = "loaded"
        except SummitAnalysisError:
            outcome = "refused"
        except TooLong:
            outcome = "too long"
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            outcome = type(error).__name__
            traceback.print_exc(limit=-3)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        took = time.process_time() - started
        slowest[kind] = max(slowest.get(kind, 0.0), took)
        if took > MOST_SECONDS:
            outcome = "too long"
        counts[kind, outcome] += 1
        if outcome not in FINE:
            name = f"{outcome}-{hashlib.sha256(data).hexdigest()[:12]}.{kind}"
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / name).write_bytes(data)
        if number % 20_000 == 0:
            report(number, counts, slowest, file=sys.stderr)
    report(sum(counts.values()), counts, slowest, file=sys.stdout)
    bad = sum(count for (_, outcome), count in counts.items() if outcome not in FINE)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"seed {options.seed}; {bad} findings; {memory / 1e6:,.0f} MB at most")
    return 1 if bad or memory > MOST_MEMORY else 0


def report(
    number: int, counts: Counter[tuple[str, str]], slowest: dict[str, float], *, file: Any
) -> None:
    print(f"{number:,} inputs", file=file)
    for kind in slowest:
        told = ", ".join(f"{n:,} {what}" for (k, what), n in sorted(counts.items()) if k == kind)
        print(f"  {kind}: {told}; slowest {slowest[kind]:.2f} s", file=file, flush=True)


if __name__ == "__main__":
    sys.exit(main())
