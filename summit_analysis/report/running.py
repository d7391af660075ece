"""Run one notebook from top to bottom in a kernel of its own."""

import os
import re
import site
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summit_analysis.bundle import PACKAGE
from summit_analysis.errors import ReportError

if TYPE_CHECKING:
    from nbformat import NotebookNode

RE_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
RE_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)


def run_notebook(path: str | Path, *, parameters: Mapping[str, Any]) -> "NotebookNode":
    """Run a notebook in a fresh kernel of this very Python, and hand it back with its outputs.

    Parameters go into a new cell after the one tagged `parameters`. The kernel's folder is a
    temporary one, so a notebook cannot lean on where it was started.

    Args:
        path: the notebook.
        parameters: names and values; the values must be written by `repr` as Python reads them.

    Returns:
        The notebook, executed; the file is not changed.

    Raises:
        ReportError: the file is no notebook, has no cell tagged `parameters`, a cell failed, or
            the kernel died.
    """
    try:
        import nbformat
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError, DeadKernelError
    except ImportError as error:
        raise ReportError(
            f"Reports need {error.name}, which is not installed. Type: "
            "pip install 'summit-analysis[report]'"
        ) from error

    path = Path(path)
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as error:
        raise ReportError(f"{path}: not a notebook that can be read ({error}).") from error
    insert_parameters(notebook, parameters, path=path)
    with tempfile.TemporaryDirectory(prefix="summit-analysis-") as folder:
        client = NotebookClient(
            notebook,
            km=_kernel_manager(folder),
            resources={"metadata": {"path": folder}},
            record_timing=False,
            timeout=None,
            startup_timeout=180,
            extra_arguments=["--HistoryManager.enabled=False", "--IPKernelApp.log_level=ERROR"],
        )
        client.owns_km = True  # so that it stops the kernel that it was given
        try:
            client.execute(env=_environment(folder))
        except CellExecutionError as error:
            raise ReportError(_failure(path, notebook)) from error
        except DeadKernelError as error:
            raise ReportError(
                f"{path.name}: the kernel died while running it, perhaps for want of memory."
            ) from error
    return notebook


def insert_parameters(
    notebook: "NotebookNode", parameters: Mapping[str, Any], *, path: Path
) -> None:
    """Put a cell that sets the parameters after the one tagged `parameters`.

    Raises:
        ReportError: no cell has that tag.
    """
    from nbformat.v4 import new_code_cell

    for position, cell in enumerate(notebook.cells):
        if "parameters" in cell.metadata.get("tags", []):
            lines = [f"{name} = {value!r}" for name, value in parameters.items()]
            new = new_code_cell("\n".join(lines), id="injected-parameters")
            new.metadata["tags"] = ["injected-parameters"]
            notebook.cells.insert(position + 1, new)
            return
    raise ReportError(
        f"{path.name}: no cell is tagged `parameters`, so it cannot be told which corpus to read. "
        "Tag the cell that sets corpus_path."
    )


def _kernel_manager(folder: str) -> Any:
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    # With no folders to look in, the manager falls back to the kernel of the running Python,
    # whatever other "python3" somebody has installed for themselves.
    return AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
        connection_file=os.path.join(folder, "kernel.json"),
    )


def _environment(folder: str) -> dict[str, str]:
    environment = dict(os.environ)
    environment.update(
        IPYTHONDIR=os.path.join(folder, "ipython"),
        JUPYTER_CONFIG_DIR=os.path.join(folder, "jupyter"),
        JUPYTER_DATA_DIR=os.path.join(folder, "jupyter"),
        JUPYTER_RUNTIME_DIR=os.path.join(folder, "jupyter"),
        IPYKERNEL_CELL_NAME="<cell>",
        MPLBACKEND="agg",
        PYTHONHASHSEED="0",
        TQDM_DISABLE="1",
    )
    home = str(PACKAGE.parent)
    if home not in [*site.getsitepackages(), site.getusersitepackages()]:
        # a checkout, or `pip install --target`: the kernel must find the same package
        paths = [home, environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return environment


def _failure(path: Path, notebook: "NotebookNode") -> str:
    heading = ""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown":
            heading = (RE_HEADING.findall(cell.source) or [heading])[-1]
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                under = f' (under "{heading}")' if heading else ""
                said = RE_ANSI.sub("", f"{output.ename}: {output.evalue}").strip()
                last = said.splitlines()[-1] if said.splitlines() else output.ename
                shown = last if last.startswith(output.ename) else f"{output.ename}: {last}"
                # the injected cell is not in the file that the reader will open
                before = [c for c in notebook.cells[:number] if c.id == "injected-parameters"]
                return f"{path.name}, cell {number - len(before)}{under} failed: {shown}"
    return f"{path.name}: a cell failed."
