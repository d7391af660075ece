"""The texts that speed is measured on: General Debate speeches, cut or repeated to a size."""

import os
import sys
import zipfile
from itertools import cycle, islice
from pathlib import Path

from summit_analysis.corpus import Corpus, Document

MEGABYTE = 1_000_000


def debate_texts(megabytes: int) -> list[str]:
    """Return speeches of so many megabytes of UTF-8, repeated (as copies) when there are too few.

    The zip file is looked for in the folder that SUMMIT_CORPORA names.
    """
    folder = os.environ.get("SUMMIT_CORPORA")
    path = Path(folder or ".") / "un_general_debate.zip"
    if not path.exists():
        sys.exit(f"{path} is not there: set SUMMIT_CORPORA to the folder with the corpora.")
    wanted = megabytes * MEGABYTE
    once = min(wanted, 100 * MEGABYTE)
    texts, size = [], 0
    with zipfile.ZipFile(path) as archive:
        for name in sorted(name for name in archive.namelist() if name.endswith(".txt")):
            raw = archive.read(name)
            texts.append(raw.decode("utf-8-sig", "replace"))
            size += len(raw)
            if size >= once:
                break
    more = round(len(texts) * (wanted / size - 1))
    return texts + [f"{text}\n" for text in islice(cycle(texts), max(more, 0))]


def debate_corpus(texts: list[str]) -> Corpus:
    """Make a corpus of texts, with nothing counted yet."""
    return Corpus([Document(f"speech-{number}", text) for number, text in enumerate(texts)])
