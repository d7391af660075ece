"""PDF documents: reading order, paragraphs, page furniture and notes, from where letters stand."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.readers.pdf_layout import pdf_paragraphs
from summit_analysis.corpus.readers.registry import Reading, need
from summit_analysis.errors import LoadError

# Long enough for a report of a thousand pages; a file that goes in circles never ends.
MOST_SECONDS = 60.0
CHILD = Path(__file__).parent / "pdf_child.py"
PROBLEMS = {
    "password": "is locked with a password. Print it into a new PDF, or save its text as .txt.",
    "damaged": "is no PDF file, or a damaged one. Open it in a viewer and save it again.",
    "pages": "has too many pages to be read at once. Split it.",
    "large": "holds more text than can be read at once. Split it.",
}


def read_pdf(data: bytes, *, path: Path, most_seconds: float = MOST_SECONDS) -> Iterator[Reading]:
    """Read a PDF file in a process of its own, which is ended when it takes too long.

    Lines are joined into paragraphs; headers, footers and page numbers, marks of notes and the
    notes themselves go, and are listed in `removed`.

    Raises:
        LoadError: it is damaged, locked or a scan without text, takes too long, or pypdfium2 is
            missing.
    """
    need("pypdfium2", path=path)
    told = _ask_child(data, path, most_seconds)
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


def _ask_child(data: bytes, path: Path, most_seconds: float) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(CHILD), str(int(most_seconds) + 1)],
            input=data,
            capture_output=True,
            timeout=most_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise LoadError(
            f"{path}: was not read in {most_seconds:.0f} seconds and was given up. It may go in "
            "circles; print it into a new PDF, or save its text as a .txt file."
        ) from None
    except OSError as error:
        raise LoadError(f"{path}: no process could be started to read it ({error}).") from error
    try:
        told = json.loads(done.stdout)
    except ValueError:
        told = {"problem": "damaged"}
    return told if isinstance(told, dict) else {"problem": "damaged"}
