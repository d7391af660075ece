import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from summit_analysis import __version__
from summit_analysis.cli import main


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "summit_analysis.cli", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_report(write_notebook, readouts: Path, capsys) -> None:
    out = readouts.parent / "my reports ü"
    code = main(
        [
            "report",
            str(readouts),
            "-o",
            str(out),
            "--notebook",
            str(write_notebook()),
            "--jobs",
            "1",
        ]
    )
    said = capsys.readouterr()
    assert code == 0
    assert said.out == f"1 report: open {out / 'index.html'}\n"
    assert "Reports: 100%" in said.err


def test_quiet(write_notebook, readouts: Path, capsys) -> None:
    out = str(readouts.parent / "out")
    notebook = str(write_notebook())
    assert main(["report", str(readouts), "-o", out, "--notebook", notebook, "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_failure_is_one_line(write_notebook, tmp_path: Path, capsys) -> None:
    nowhere, out, notebook = tmp_path / "nowhere", tmp_path / "out", write_notebook()
    assert main(["report", str(nowhere), "-o", str(out), "--notebook", str(notebook)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("summit-analysis: ")
    assert "nowhere" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [[], ["rapport"], ["report", "--jobs", "0"], ["report", "--jobs", "two"]]
)
def test_mistyped(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_version(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"summit-analysis {__version__}\n"


@pytest.mark.parametrize("jobs", ["0", "two", "-1", "1.5"])
def test_jobs_are_a_whole_number(jobs: str, capsys) -> None:
    with pytest.raises(SystemExit):
        main(["report", f"--jobs={jobs}"])
    assert f"'{jobs}' is no whole number of 1 or more" in capsys.readouterr().err


@pytest.mark.parametrize("condition", ["issuer", "issuer=", "issuer= ", "=Keldrava", ""])
def test_a_condition_has_a_column_and_a_value(condition: str, capsys) -> None:
    with pytest.raises(SystemExit):
        main(["fetch", "--catalogue", "--where", condition, "-o", "x"])
    assert "is no COLUMN=VALUE" in capsys.readouterr().err


def test_warnings_are_shown_as_before_once_it_is_done(tmp_path: Path) -> None:
    before = warnings.showwarning
    assert main(["report", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out")]) == 1
    assert warnings.showwarning is before
