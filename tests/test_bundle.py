from pathlib import Path

import pytest

import summit_analysis.bundle as bundle
from summit_analysis.errors import SummitAnalysisError


@pytest.mark.parametrize(
    "parts", [("data",), ("data", "readouts"), ("data", "examples", "key.yaml"), ("notebooks",)]
)
def test_what_travels_with_the_project_is_found(parts):
    path = bundle.bundled(*parts)
    assert path.exists()
    assert path.is_absolute()
    assert path.parts[-len(parts) :] == parts


def test_it_does_not_depend_on_the_working_directory(tmp_path, monkeypatch):
    before = bundle.bundled("data")
    monkeypatch.chdir(tmp_path)
    assert bundle.bundled("data") == before


def test_an_installed_wheel_is_looked_through_first(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "summit_analysis"
    inside = package / "_bundled" / "data"
    beside = tmp_path / "site-packages" / "data"
    monkeypatch.setattr(bundle, "PACKAGE", package)
    beside.mkdir(parents=True)
    assert bundle.bundled("data") == beside
    inside.mkdir(parents=True)
    assert bundle.bundled("data") == inside


@pytest.mark.parametrize(
    ("parts", "near"),
    [
        (("data", "exampels"), "There is data/examples."),
        (("data/readout",), "There is data/readouts."),
        (("dta", "readouts"), "There is data."),
        (("data", "examples", "keys.yaml"), "There is data/examples/key.yaml."),
        (("data", "nowhere"), "Reinstall"),
    ],
)
def test_names_that_are_near_are_offered(parts, near):
    with pytest.raises(SummitAnalysisError, match="is not part of this installation") as error:
        bundle.bundled(*parts)
    assert near in str(error.value)


@pytest.mark.parametrize("parts", [("data", "nowhere"), ("nowhere",)])
def test_what_is_missing_is_named_with_where_it_was_looked_for(parts):
    with pytest.raises(SummitAnalysisError, match="is not part of this installation") as error:
        bundle.bundled(*parts)
    assert "/".join(parts) in str(error.value)
    assert str(Path("summit_analysis") / "_bundled") in str(error.value)
