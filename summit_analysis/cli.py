"""The command line: `summit-analysis report my_folder/ -o reports/`."""

import argparse
import sys
import warnings
from collections.abc import Sequence
from typing import TextIO

from summit_analysis import __version__
from summit_analysis.errors import SummitAnalysisError
from summit_analysis.report import make_reports


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what was typed after the command's name (none: as this process was started).

    Returns:
        0 when all went well, 1 when something failed and one line said what; argparse itself
        leaves with 2 when the command was mistyped.
    """
    options = _parser().parse_args(arguments)
    warnings.showwarning = _show_warning
    try:
        written = make_reports(
            options.paths or None,
            out=options.out,
            notebooks=options.notebook,
            jobs=options.jobs,
            progress=not options.quiet,
        )
    except SummitAnalysisError as error:
        print(f"summit-analysis: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("summit-analysis: stopped; nothing was written.", file=sys.stderr)
        return 130
    if not options.quiet:
        count = len(written) - 1
        print(f"{count} report{'' if count == 1 else 's'}: open {written[0]}")
    return 0


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
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of 1 or more")
    return int(text)


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
