"""PDF documents: reading order, paragraphs, page furniture and notes, from where letters stand."""

import json
import math
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.reading.readers.pdf_layout import pdf_paragraphs
from summit_analysis.corpus.reading.readers.registry import Reading, need
from summit_analysis.errors import LoadError

# Long enough for a report of a thousand pages; a file that goes in circles never ends.
SECONDS = 5.0
SECONDS_A_MEGABYTE = 20.0
MOST_SECONDS = 60.0
# By the clock on the wall, where other work may go on beside it.
PATIENCE = 3
CHILD = Path(__file__).parent / "pdf_child.py"
PROBLEMS = {
    "password": "is locked with a password. Print it into a new PDF, or save its text as .txt.",
    "damaged": "is no PDF file, or a damaged one. Open it in a viewer and save it again.",
    "pages": "has too many pages to be read at once. Split it.",
    "large": "holds more text than can be read at once. Split it.",
}


def read_pdf(data: bytes, *, path: Path, seconds: float | None = None) -> Iterator[Reading]:
    """Read a PDF file in a process of its own, which is ended when it takes too long.

    Lines are joined into paragraphs; headers, footers and page numbers, marks of notes and the
    notes themselves go, and are listed in `removed`.

    Args:
        data: the file's bytes.
        path: where they came from.
        seconds: how long the processor may work on it (none: by its size).

    Raises:
        LoadError: it is damaged, locked or a scan without text, takes too long, or pypdfium2 is
            missing.
    """
    need("pypdfium2", path=path)
    if seconds is None:
        seconds = min(SECONDS + SECONDS_A_MEGABYTE * len(data) / 1e6, MOST_SECONDS)
    told = _ask_child(data, path, seconds)
    if problem := told.get("problem"):
        raise LoadError(f"{path}: {PROBLEMS[problem]}")
    pages = told["pages"]
    if not any(line["text"].strip() for page in pages for line in page["lines"]):
        raise LoadError(
            f"{path}: its {len(pages)} page(s) hold pictures and no text: a scan. Run it through "
            "text recognition (OCR) first, for example with ocrmypdf."
        )
    paragraphs, removed = pdf_paragraphs(pages)
    metadata = {"title": told["title"]} if told.get("title") else {}
    yield Reading(paragraphs, metadata, removed)


def _ask_child(data: bytes, path: Path, seconds: float) -> dict[str, Any]:
    given_up = LoadError(
        f"{path}: was not read in {seconds:.0f} seconds and was given up. It may go in circles; "
        "print it into a new PDF, or save its text as a .txt file."
    )
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(CHILD), str(math.ceil(seconds))],
            input=data,
            capture_output=True,
            timeout=PATIENCE * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise given_up from None
    except OSError as error:
        raise LoadError(f"{path}: no process could be started to read it ({error}).") from error
    if done.returncode < 0 and done.returncode == -getattr(signal, "SIGXCPU", 0):
        raise given_up
    try:
        told = json.loads(done.stdout)
    except ValueError:
        told = {"problem": "damaged"}
    return told if isinstance(told, dict) else {"problem": "damaged"}
