"""What every page of a run says about itself: corpus, date, versions, the token definition."""

import os
import platform
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from datetime import date as Date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from summit_analysis import __version__
from summit_analysis.bundle import bundled
from summit_analysis.corpus import TOKEN_DEFINITION, load
from summit_analysis.errors import ReportError
from summit_analysis.plurals import counted

if TYPE_CHECKING:
    from nbformat import NotebookNode

SHOWN = ("numpy", "pandas", "scipy", "nltk", "matplotlib", "wordfreq")


@dataclass(frozen=True)
class Facts:
    """What the pages of one run have in common."""

    corpus: str
    documents: pd.DataFrame
    date: str
    version: str
    versions: tuple[str, ...]
    token_definition: str

    @property
    def size(self) -> str:
        """How many documents there are, in words."""
        return counted(len(self.documents), "document")


def gather_facts(texts: list[str] | None, *, date: str | None = None) -> Facts:
    """Load the corpus once, for the pages' heads and the index, before any notebook runs.

    Raises:
        SummitAnalysisError: the texts cannot be loaded, or the date is none.
    """
    return Facts(
        corpus=corpus_name(texts),
        documents=load(texts).metadata,
        date=_day(date),
        version=__version__,
        versions=_versions(),
        token_definition=TOKEN_DEFINITION,
    )


def facts_of(notebook: "NotebookNode", facts: Facts, texts: list[str] | None) -> Facts:
    """Say what a notebook was about, which may bring a corpus of its own where none was given.

    Such a notebook names it in its metadata, as `default_corpus`: a folder in `data/`.
    """
    own = notebook.metadata.get("default_corpus")
    if texts or not own:
        return facts
    documents = load(bundled("data", *str(own).split("/"))).metadata
    return replace(facts, corpus=f"The made-up {own.split('/')[-1]}", documents=documents)


def corpus_name(texts: list[str] | None) -> str:
    """Name a corpus after its files and folders, without the way to them.

    Example:
        >>> corpus_name(None), corpus_name(["/home/me/readouts"])
        ('The bundled corpus', 'readouts')
    """
    if not texts:
        return "The bundled corpus"
    names = [Path(text).resolve().name or text for text in texts]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _day(date: str | None) -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if date is not None:
            return Date.fromisoformat(date).isoformat()
        if epoch:
            return datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise ReportError(f"{date or epoch}: not a date as YYYY-MM-DD ({error}).") from error
    return Date.today().isoformat()


def _versions() -> tuple[str, ...]:
    found = [f"Python {platform.python_version()}"]
    for name in SHOWN:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return tuple(found)
