"""The README names what there is: each notebook by its title, each call of the library."""

import json
import re
from pathlib import Path

import summit_analysis as sa

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
# Types that the calls return, and a constant that has a line of its own.
NOT_CALLS = {"Corpus", "Document", "TOKEN_DEFINITION"}


def test_each_notebook_stands_there_by_its_title() -> None:
    titles = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        first = "".join(json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"])
        titles[path.stem] = first.splitlines()[0].lstrip("# ").strip()
    assert titles
    rows = re.findall(r"^\| `(\d\d-[\w-]+)` \| (.+) \|$", README, flags=re.MULTILINE)
    assert dict(rows) == titles


def test_each_public_call_stands_there() -> None:
    section = README.split("## Three ways to use it")[1].split("\n## ")[0]
    assert set(sa.__all__) - NOT_CALLS - set(re.findall(r"\w+", section)) == set()


def test_the_changelog_names_each_public_call() -> None:
    assert set(sa.__all__) - NOT_CALLS - set(re.findall(r"\w+", CHANGELOG)) == set()
