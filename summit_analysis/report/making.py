"""Run notebooks over a corpus, and put the finished reports in place all at once."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from summit_analysis.bundle import bundled
from summit_analysis.corpus.tokenising.threads import processors
from summit_analysis.errors import ReportError
from summit_analysis.report.facts import Facts, facts_of, gather_facts
from summit_analysis.report.indexing import write_index


def make_reports(
    paths: Iterable[str | Path] | None = None,
    *,
    out: str | Path,
    notebooks: Iterable[str | Path] | None = None,
    jobs: int | None = None,
    progress: bool = True,
    date: str | None = None,
) -> list[Path]:
    """Run every notebook over a corpus and write one HTML file each, and an index page.

    Everything is built aside and moved into place at the end: when a cell fails, the reports of
    an earlier run stay as they were. Two runs over the same texts give the same bytes, apart
    from the date.

    Args:
        paths: files and folders with texts (none: the bundled corpus).
        out: the folder for the reports; made when missing.
        notebooks: files, or names among the project's own such as "02-term-frequency" or "02"
            (none: all of the project's own, in their order).
        jobs: how many notebooks to run at once (none: one for each processor).
        progress: show a progress bar on standard error.
        date: the day printed on the reports, as YYYY-MM-DD (none: that of SOURCE_DATE_EPOCH, or
            else today).

    Returns:
        The index page, then the reports in order.

    Raises:
        ReportError: a cell failed, a notebook is missing, or a page would not be self-contained.
        SummitAnalysisError: the texts cannot be loaded.
    """
    sources = find_notebooks(notebooks)
    texts = None if paths is None else [str(Path(path).resolve()) for path in paths]
    facts = gather_facts(texts or None, date=date)
    target = Path(out).resolve()
    with _built_aside(target) as aside:
        stems = _run_all(
            sources,
            aside,
            texts or None,
            facts,
            jobs=jobs or processors(),
            progress=progress,
        )
    return [target / "index.html", *(target / f"{stem}.html" for stem in stems)]


def find_notebooks(names: Iterable[str | Path] | None = None) -> list[Path]:
    """Find notebooks by file, name or number; without names, all of the project's own.

    Raises:
        ReportError: there is none of that name, or more than one.

    Example:
        >>> find_notebooks(["no-such-notebook"])
        Traceback (most recent call last):
        ...
        summit_analysis.errors.ReportError: no-such-notebook: no such notebook. ...
    """
    own = sorted(bundled("notebooks").glob("*.ipynb"))
    if names is None and not own:
        raise ReportError("There are no notebooks to run: the installation is not complete.")
    if names is None:
        return own
    found = list(dict.fromkeys(_find_notebook(str(name), own) for name in names))
    for stem in {path.stem for path in found}:
        same = [str(path) for path in found if path.stem == stem]
        if len(same) > 1:
            raise ReportError(f"Two notebooks would write {stem}.html: {' and '.join(same)}.")
    return found


def _find_notebook(name: str, own: Sequence[Path]) -> Path:
    path = Path(name)
    if path.suffix == ".ipynb" and path.is_file():
        return path.resolve()
    exact = [each for each in own if name in (each.stem, each.name)]
    begun = exact or [each for each in own if each.stem.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    said = "more than one notebook begins so" if begun else "no such notebook"
    raise ReportError(
        f"{name}: {said}. Give the path of an .ipynb file, or one of: "
        f"{', '.join(each.stem for each in own) or 'none'}."
    )


def _run_all(
    sources: Sequence[Path],
    aside: Path,
    texts: list[str] | None,
    facts: Facts,
    *,
    jobs: int,
    progress: bool,
) -> list[str]:
    from tqdm import tqdm

    from summit_analysis.report.exporting import Report, export_notebook
    from summit_analysis.report.running import run_notebook

    def run_and_export(source: Path) -> Report:
        notebook = run_notebook(source, parameters={"corpus_path": texts})
        own = facts_of(notebook, facts, texts)
        return export_notebook(notebook, stem=source.stem, out=aside, facts=own)

    reports: dict[str, Report] = {}
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        futures = {pool.submit(run_and_export, source): source.stem for source in sources}
        bar = tqdm(total=len(sources), desc="Reports", unit="notebook", disable=not progress)
        try:
            for future in as_completed(futures):
                reports[futures[future]] = future.result()
                bar.set_postfix_str(futures[future])
                bar.update()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        finally:
            bar.close()
    ordered = [reports[source.stem] for source in sources]
    write_index(ordered, out=aside, facts=facts)
    return [report.stem for report in ordered]


@contextmanager
def _built_aside(target: Path) -> Iterator[Path]:
    """Give a folder to build in, and move what is in it into `target` if nothing went wrong."""
    new = not target.exists()
    try:
        target.mkdir(parents=True, exist_ok=True)
        # inside the target, so that moving is a rename on one file system
        aside = Path(tempfile.mkdtemp(prefix=".building-", dir=target))
    except OSError as error:
        raise ReportError(
            f"{target}: reports cannot be written there ({error.strerror})."
        ) from error
    try:
        yield aside
        _move_into_place(aside, target)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        if new:
            shutil.rmtree(target, ignore_errors=True)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _move_into_place(aside: Path, target: Path) -> None:
    # the index last: whoever finds it new finds the reports new too
    for path in sorted(aside.iterdir(), key=lambda path: (path.name == "index.html", path.name)):
        goal = target / path.name
        if not path.is_dir():
            os.replace(path, goal)
            continue
        goal.mkdir(exist_ok=True)
        fresh = {table.name for table in path.iterdir()}
        for stale in goal.glob("table-*.csv"):
            if stale.name not in fresh:
                stale.unlink()
        for name in fresh:
            os.replace(path / name, goal / name)
