import json
import sys
from pathlib import Path

import nbformat
import pytest

from summit_analysis.errors import ReportError
from summit_analysis.report.running import run_notebook

CORPUS = {"corpus_path": None}


def test_runs_with_parameters_in_this_python(write_notebook, readouts: Path, monkeypatch) -> None:
    # a kernel that somebody installed for themselves under the same name
    spec = readouts.parent / "data" / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(
        json.dumps({"argv": ["/bin/false"], "display_name": "Other", "language": "python"})
    )
    monkeypatch.setenv("JUPYTER_PATH", str(spec.parents[2]))
    path = write_notebook(
        "a b – ü.ipynb", "import sys\nprint(sys.executable)", "print(corpus_path)"
    )
    before = path.read_bytes()
    done = run_notebook(path, parameters={"corpus_path": [str(readouts)]})
    assert done.cells[-2].outputs[0].text.strip() == sys.executable
    assert done.cells[-1].outputs[0].text.strip() == repr([str(readouts)])
    assert path.read_bytes() == before


def test_failing_cell_is_named(write_notebook) -> None:
    path = write_notebook("05-bad.ipynb", "## The hard part", "1 / 0", "print('never')")
    with pytest.raises(ReportError) as caught:
        run_notebook(path, parameters=CORPUS)
    # the ninth cell is the heading, the tenth fails
    assert str(caught.value) == (
        '05-bad.ipynb, cell 10 (under "The hard part") failed: ZeroDivisionError: division by zero'
    )


def test_dead_kernel_is_named(write_notebook) -> None:
    path = write_notebook("06-dead.ipynb", "import os\nos._exit(1)")
    with pytest.raises(ReportError, match=r"06-dead\.ipynb: the kernel died"):
        run_notebook(path, parameters=CORPUS)


def test_notebook_without_parameters_cell(tmp_path: Path) -> None:
    path = tmp_path / "plain.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    with pytest.raises(ReportError, match=r"plain\.ipynb: no cell is tagged `parameters`"):
        run_notebook(path, parameters=CORPUS)


@pytest.mark.parametrize("content", ["not json", "{}", "[]"])
def test_not_a_notebook(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.ipynb"
    path.write_text(content)
    with pytest.raises(ReportError, match=r"broken\.ipynb: not a notebook"):
        run_notebook(path, parameters=CORPUS)
