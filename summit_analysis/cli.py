"""The command line: `summit-analysis report my_folder/ -o reports/`."""

import argparse
import sys
import warnings
from collections.abc import Sequence
from typing import Any, TextIO

from summit_analysis import __version__
from summit_analysis.bundle import bundled
from summit_analysis.corpus import load
from summit_analysis.errors import FetchError, SummitAnalysisError
from summit_analysis.fetching import Limits, fetch
from summit_analysis.plurals import counted
from summit_analysis.report import make_reports

# What stands for the bundled catalogue until it is asked for; no file has an empty name.
BUNDLED = ""
OUTCOMES = ("fetched", "there already", "failed")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what was typed after the command's name (none: as this process was started).

    Returns:
        0 when all went well, 1 when something failed and one line said what; argparse itself
        leaves with 2 when the command was mistyped.
    """
    options = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _show_warning
            return int(options.run(options))
    except SummitAnalysisError as error:
        print(f"summit-analysis: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"summit-analysis: stopped; {options.when_stopped}", file=sys.stderr)
        return 130


def _report(options: argparse.Namespace) -> int:
    written = make_reports(
        options.paths or None,
        out=options.out,
        notebooks=options.notebook,
        jobs=options.jobs,
        progress=not options.quiet,
    )
    if not options.quiet:
        count = len(written) - 1
        print(f"{count} report{'' if count == 1 else 's'}: open {written[0]}")
    return 0


def _fetch(options: argparse.Namespace) -> int:
    """Fetch pages, load what came, and say what failed and why."""
    where: dict[str, list[str]] = {}
    for column, value in options.where or ():
        where.setdefault(column, []).append(value)
    catalogue = options.catalogue
    if catalogue == BUNDLED:
        catalogue = bundled("data", "catalogue.csv")
    pages = fetch(
        options.urls,
        out=options.out,
        catalogue=catalogue,
        where=where or None,
        contact=options.contact,
        pause=options.pause,
        limits=Limits(allow_http=options.allow_http, allow_private=options.allow_private),
        progress=False if options.quiet else None,
    )
    failed = pages[pages["outcome"] == "failed"]
    for problem in failed["problem"]:
        print(f"summit-analysis: {problem}", file=sys.stderr)
    if len(failed) == len(pages):
        raise FetchError(f"None of the {len(pages)} page(s) could be fetched.")
    corpus = load(options.out, on_error="warn", progress=False if options.quiet else None)
    if not options.quiet:
        counts = pages["outcome"].value_counts()
        told = ", ".join(f"{counts[name]} {name}" for name in OUTCOMES if name in counts)
        print(f"{told}. {options.out} holds {counted(len(corpus), 'document')}.")
    return 1 if len(failed) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="summit-analysis", description="Plain questions to diplomatic text."
    )
    parser.add_argument("--version", action="version", version=f"summit-analysis {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    report = commands.add_parser(
        "report",
        help="run the notebooks over texts and write them as HTML",
        description="Run the notebooks over texts and write each as one HTML file, with its "
        "tables as CSV and an index page.",
    )
    report.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders (default: the bundled corpus)"
    )
    report.add_argument(
        "-o", "--out", default="reports", metavar="FOLDER", help="where to write (default: reports)"
    )
    report.add_argument(
        "--notebook",
        action="append",
        metavar="NAME",
        help="run this one only: a name, a number or a file; may be given several times",
    )
    report.add_argument(
        "--jobs", type=_positive, metavar="N", help="notebooks at once (default: one a processor)"
    )
    report.add_argument("--quiet", action="store_true", help="no progress bar and no last line")
    report.set_defaults(run=_report, when_stopped="nothing was written.")
    _add_fetch(commands)
    return parser


def _add_fetch(commands: Any) -> None:
    command = commands.add_parser(
        "fetch",
        help="fetch pages from the web into a folder of texts",
        description="Fetch pages politely (robots.txt, one request a second and host) into a "
        "folder that can be loaded. A fetch that was stopped goes on where it was.",
    )
    command.add_argument("urls", nargs="*", metavar="URL", help="addresses of pages")
    command.add_argument(
        "--catalogue",
        nargs="?",
        const=BUNDLED,
        metavar="FILE",
        help="a CSV table of addresses (without FILE: the bundled catalogue)",
    )
    command.add_argument(
        "--where",
        action="append",
        type=_condition,
        metavar="COLUMN=VALUE",
        help="only rows of the catalogue that begin so, as issuer=Japan or date=2022-01",
    )
    command.add_argument("-o", "--out", required=True, metavar="FOLDER", help="where to write")
    command.add_argument(
        "--contact", default="", metavar="MAIL", help="an address for sites' owners to write to"
    )
    command.add_argument(
        "--pause", type=float, default=1.0, metavar="SECONDS", help="between requests to a host"
    )
    command.add_argument("--allow-http", action="store_true", help="unencrypted addresses too")
    command.add_argument(
        "--allow-private", action="store_true", help="machines of the local network too"
    )
    command.add_argument("--quiet", action="store_true", help="no progress bar and no last line")
    command.set_defaults(run=_fetch, when_stopped="type the same again to go on.")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of 1 or more")
    return int(text)


def _condition(text: str) -> tuple[str, str]:
    column, _, value = (part.strip() for part in text.partition("="))
    if not column or not value:
        raise argparse.ArgumentTypeError(f"{text!r} is no COLUMN=VALUE, as issuer=Japan is")
    return column, value


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    print(f"summit-analysis: warning: {message}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
