"""From files and folders to a corpus; nothing is left out without saying so."""

import os
import sys
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

from summit_analysis.arguments import check_choice
from summit_analysis.bundle import bundled
from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.reading.finishing import (
    MOST_NAMED,
    keep_distinct,
    warn_of_dates,
    warn_of_names,
)
from summit_analysis.corpus.reading.metadata_tables import MetadataTables
from summit_analysis.corpus.reading.sources import KINDS, LARGEST, find_sources
from summit_analysis.corpus.reading.worker_pool import MEGABYTE, read_jobs
from summit_analysis.corpus.reading.worker_share import Job, Options
from summit_analysis.errors import LoadError, SummitAnalysisWarning

OnError = Literal["raise", "warn"]


def load(
    path: str | Path | Sequence[str | Path] | None = None,
    *,
    text: str | None = None,
    on_error: OnError = "raise",
    largest: float = LARGEST / MEGABYTE,
    processes: int | None = None,
    progress: bool | None = None,
) -> Corpus:
    """Load documents as a corpus.

    Args:
        path: a file, a folder (read with its subfolders, in the order of their names), a zip
            archive (read without unpacking), or a list of these; none loads the bundled corpus.
            Files of kinds that cannot be read are named in a warning. A `metadata.csv` or
            `manifest.csv` beside the files tells about them.
        text: in tables with a text a row, the column with the texts; none looks for it.
        on_error: "raise" stops at the first file that cannot be read; "warn" loads the rest and
            names what was left out, in a warning and in `corpus.left_out`.
        largest: files of more megabytes are not read.
        processes: how many processes may read at once (none: one a processor, where it pays).
        progress: whether to show a bar on standard error (none: where somebody is watching).

    Returns:
        The corpus, documents in the order of the files.

    Raises:
        LoadError: a path does not exist, nothing there can be read, a file is empty, too large or
            not what its name says, front matter or a metadata table is malformed, a package is
            missing (the message names what to install), or two documents have one id.

    Example:
        >>> len(load())
        1
    """
    check_choice("on_error", on_error, get_args(OnError), error=LoadError)
    roots = _roots(bundled("data", "readouts") if path is None else path)
    left_out: list[str] = []
    jobs = _find_jobs(roots, left_out, on_error)
    outcomes = read_jobs(
        jobs,
        options=Options(text, int(largest * MEGABYTE)),
        processes=processes,
        progress=sys.stderr.isatty() if progress is None else progress,
    )
    finished: list[tuple[Path, Document]] = []
    for job, outcome in zip(jobs, outcomes, strict=True):
        finished += outcome.documents
        if outcome.problem:
            if not (
                on_error == "warn" or (outcome.harmless and job.source.path != job.source.root)
            ):
                raise LoadError(outcome.problem)
            left_out.append(outcome.problem)
    documents = keep_distinct(finished, left_out=left_out if on_error == "warn" else None)
    if not documents:
        where = ", ".join(str(root) for root in roots)
        raise LoadError(
            f"{where}: no document could be loaded. Readable kinds: {', '.join(KINDS)}."
            + (f" {_list_left_out(left_out)}" if left_out else "")
        )
    if left_out:
        warnings.warn(_list_left_out(left_out), SummitAnalysisWarning, stacklevel=2)
    warn_of_dates(documents)
    warn_of_names(documents)
    name = (
        "the bundled corpus"
        if path is None
        else ", ".join(root.name or str(root) for root in roots)
    )
    return Corpus(documents, name=name, left_out=left_out)


def read(file: str | Path) -> Document:
    """Read one file as a document.

    Args:
        file: a file that holds one document; what is told of it in a table beside it is kept.

    Returns:
        The document.

    Raises:
        LoadError: as `load`; or the path is a folder, or a table or an archive of several
            documents.

    Example:
        >>> read(next(bundled("data", "readouts").glob("*.txt"))).metadata["date"].isoformat()
        '2022-01-21'
    """
    if not isinstance(file, (str, os.PathLike)):
        raise LoadError(
            f"read() takes the path of one file, not {type(file).__name__}; load() takes a list."
        )
    path = Path(file)
    if path.is_dir():
        raise LoadError(f"{path}: is a folder; load it with load().")
    first, *others = load(file).documents
    if others:
        raise LoadError(f"{path}: holds {1 + len(others):,} documents; use load().")
    return first


def _roots(given: Any) -> list[Path]:
    items = [given] if isinstance(given, (str, os.PathLike)) else given
    if not isinstance(items, Iterable) or isinstance(items, bytes):
        raise LoadError(
            f"load() takes a path or a list of paths, not {type(given).__name__}. "
            "A table goes to from_frame()."
        )
    items = list(items)
    if not items:
        raise LoadError("An empty list of paths was given; name at least one file or folder.")
    for item in items:
        if not isinstance(item, (str, os.PathLike)) or not str(item).strip():
            raise LoadError(f"{item!r} is no path; name a file or folder, or '.' for this folder.")
    return [Path(item).expanduser() for item in items]


def _find_jobs(roots: Sequence[Path], left_out: list[str], on_error: OnError) -> list[Job]:
    """List the files to read, each with what metadata tables say of it."""
    tables = MetadataTables(left_out=left_out if on_error == "warn" else None)
    jobs: list[Job] = []
    seen: set[tuple[str, str]] = set()
    for root in roots:
        try:
            found = find_sources(root, left_out)
        except LoadError as error:
            if on_error == "raise":
                raise
            left_out.append(str(error))
            continue
        tables.add_archived(found.tables)
        for source in found.sources:
            place = (os.path.realpath(source.archive or source.path), source.member)
            if place in seen:
                problem = f"{source.path}: is named twice among the paths to load; name it once."
                if on_error == "raise":
                    raise LoadError(problem)
                left_out.append(problem)
                continue
            seen.add(place)
            jobs.append(Job(len(jobs), source, tables.row(source.path, source.root)))
    tables.close()
    tables.warn_unmatched()
    return jobs


def _list_left_out(left_out: Sequence[str]) -> str:
    more = len(left_out) - MOST_NAMED
    return "Left out: " + " · ".join(left_out[:MOST_NAMED]) + (f" · and {more} more" * (more > 0))
