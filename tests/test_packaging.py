import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

from summit_analysis import __version__, bundled

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# What conda-forge calls by another name than the package index.
CONDA_NAMES = {"PyYAML": "pyyaml", "lazy-loader": "lazy_loader"}


def names(requirements: list[str]) -> dict[str, str]:
    """Split each "name>=1.2" into a name and the rest."""
    split = [re.fullmatch(r"([\w.-]+)(.*)", each.replace(" ", "")) for each in requirements]
    return {each[1]: each[2] for each in split if each}


def run(code: str, *, home: Path, folder: Path) -> str:
    """Run Python on an installed copy, from a folder that has nothing to do with it."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built with what is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed, its path with spaces and letters beyond ASCII."""
    folder = tmp_path_factory.mktemp("installed somewhere – ü")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "-t", folder, wheel],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_conda_and_pip_ask_for_the_same() -> None:
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    listed = [each for each in conda["dependencies"] if isinstance(each, str)]
    of_conda = names([each for each in listed if each != "pip"])
    assert len(listed) == len(of_conda) + 1
    assert of_conda.pop("python") == PROJECT["requires-python"]
    extras = PROJECT["optional-dependencies"]
    wanted = [*PROJECT["dependencies"], *extras["lab"][1:]]
    wanted += [each for extra in ("formats", "web", "report") for each in extras[extra]]
    of_pip = names(wanted)
    assert len(wanted) == len(of_pip)
    assert of_conda == {CONDA_NAMES.get(name, name): rest for name, rest in of_pip.items()}
    assert extras["lab"][0] == "summit-analysis[formats,report,web]"
    assert conda["channels"] == ["conda-forge"]
    assert conda["dependencies"][-1] == {"pip": ["-e ."]}


def test_versions_agree() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
    assert citation["license"] == PROJECT["license"] == "MIT"
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    told = re.search(rf"^## \[{re.escape(__version__)}\] - (\S+)$", changes, flags=re.MULTILINE)
    assert told
    assert str(citation.get("date-released", "unreleased")) == told[1]


def test_wheel_carries_what_a_report_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    package = ROOT / "summit_analysis"
    wanted = {
        path.relative_to(ROOT).as_posix()
        for pattern in ("**/*.py", "lexicons/**/*.yaml", "templates/**/*.*", "py.typed")
        for path in package.glob(pattern)
    }
    for folder in ("notebooks", "data/readouts", "data/examples"):
        wanted |= {
            f"summit_analysis/_bundled/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
            and not path.name.startswith(".")
            and ".ipynb_checkpoints" not in path.parts
        }
    assert wanted <= inside
    assert len(wanted) > 40
    stray = [
        name for name in inside if re.search(r"checkpoint|__pycache__|\.gitkeep|^tests/", name)
    ]
    assert stray == []


def test_bundled_in_a_checkout() -> None:
    assert bundled("data", "readouts") == ROOT / "data" / "readouts"
    assert bundled("notebooks") == ROOT / "notebooks"


def test_bundled_in_an_installed_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import summit_analysis as sa; print(sa.bundled('data', 'readouts'))"
    assert run(code, home=installed, folder=tmp_path) == str(
        installed / "summit_analysis" / "_bundled" / "data" / "readouts"
    )
    code = "import summit_analysis as sa; print(len(sa.load().metadata))"
    assert run(code, home=installed, folder=tmp_path) == "1"


def test_report_from_an_installed_wheel(installed: Path, tmp_path: Path, write_notebook) -> None:
    notebook = write_notebook(
        "01-toy.ipynb", "import summit_analysis; print(summit_analysis.__file__)"
    )
    command = installed / "bin" / "summit-analysis"
    done = subprocess.run(
        [sys.executable, command, "report", "--notebook", notebook, "-o", "out – ü"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out – ü" / "01-toy.html").read_text(encoding="utf-8")
    assert str(installed / "summit_analysis") in page  # the kernel read the wheel, no checkout


def test_importing_leaves_heavy_packages_alone() -> None:
    heavy = ["nltk", "scipy", "matplotlib", "yaml", "jinja2", "nbconvert", "IPython", "tqdm"]
    code = (
        "import sys, pandas; before = set(sys.modules); import summit_analysis; "
        f"print(sorted((set(sys.modules) - before) & set({heavy})))"
    )
    assert run(code, home=ROOT, folder=ROOT) == "[]"
