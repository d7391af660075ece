import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "only-for-this-test"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def jupyterlab(folder: Path, home: Path) -> Iterator[str]:
    """Start JupyterLab on a folder, with settings of its own, and give its address."""
    pytest.importorskip("jupyterlab")
    address = f"http://127.0.0.1:{(port := free_port())}"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    options = [
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.open_browser=False",
        f"--ServerApp.root_dir={folder}",
        f"--IdentityProvider.token={TOKEN}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        "--allow-root",
    ]
    log = home / "server.log"
    home.mkdir(parents=True, exist_ok=True)
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + 90
        while True:
            try:
                urllib.request.urlopen(f"{address}/api", timeout=5).close()
                break
            except OSError:
                said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
                assert server.poll() is None, said
                assert time.monotonic() < deadline, said
                time.sleep(0.3)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()


def run_all_cells(page: Any, address: str, notebook: str) -> None:
    """Open a notebook in JupyterLab and run it through the menus."""
    page.goto(f"{address}/lab/tree/{notebook}?token={TOKEN}")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
    # the indicator says "idle" before there is a kernel, too: wait for the kernel's name first
    page.wait_for_selector('.jp-Toolbar-kernelName:has-text("Python 3")', timeout=90_000)
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=90_000)
    page.click('.lm-MenuBar-item:has-text("Run")')
    page.click('.lm-Menu-item:has-text("Run All Cells")')


def test_a_notebook_runs_in_jupyterlab(
    write_notebook: Any, readouts: Path, tmp_path: Path, browser: Any
) -> None:
    folder = tmp_path / "notebooks – ü"
    write_notebook("01-toy.ipynb", folder=folder)
    with jupyterlab(folder, tmp_path / "home") as address:
        page = browser.new_page(viewport={"width": 1280, "height": 1400})
        run_all_cells(page, address, "01-toy.ipynb")
        answer = page.wait_for_selector(".jp-OutputArea .sa-answer", timeout=90_000)
        assert answer.inner_text().strip() == "There are 1 documents."
        page.wait_for_selector('.jp-OutputArea caption:has-text("Commonest words")')
        figure = page.wait_for_selector(".jp-OutputArea .sa-figure img")
        assert figure.get_attribute("alt") == "Alliance stands first with 12."
        assert figure.evaluate("image => image.naturalWidth") > 100
        assert page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count() == 0
        page.close()
