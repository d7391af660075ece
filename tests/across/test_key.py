"""On the made-up series every plant is found, and none that is not in the key."""

import importlib.util
from pathlib import Path

import pytest

import summit_analysis as sa

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "accuracy_across.py"
SPEC = importlib.util.spec_from_file_location("accuracy_across", SCRIPT)
assert SPEC is not None and SPEC.loader is not None
accuracy = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(accuracy)

SCORES = {score.kind: score for score in accuracy.scores(sa.bundled("data", "examples"))}
# The topics of all sentences are the topic lexicon's matter, and tested there.
BY_WORDING = [kind for kind in SCORES if "(all)" not in kind]


def test_the_key_has_plants_of_every_kind() -> None:
    assert len(BY_WORDING) == 10
    assert all(SCORES[kind].planted for kind in BY_WORDING)


@pytest.mark.parametrize("kind", BY_WORDING)
def test_every_plant_is_found(kind: str) -> None:
    assert SCORES[kind].missing == []


@pytest.mark.parametrize("kind", BY_WORDING)
def test_nothing_is_invented(kind: str) -> None:
    assert SCORES[kind].extra == []
