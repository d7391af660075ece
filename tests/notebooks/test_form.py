"""Notebooks are writing: their form holds however they were edited."""

import ast

import nbformat
import pytest

from summit_analysis import bundled

NOTEBOOKS = sorted(bundled("notebooks").glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    return nbformat.read(request.param, as_version=4)


def code(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks_in_reading_order() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == [
        f"{number:02d}" for number in range(1, len(NOTEBOOKS) + 1)
    ]


def test_titled_by_its_question(notebook: nbformat.NotebookNode) -> None:
    first = notebook.cells[0].source.splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith("?")


def test_has_between_25_and_50_cells(notebook: nbformat.NotebookNode) -> None:
    assert 25 <= len(notebook.cells) <= 50


def test_outputs_are_stripped(notebook: nbformat.NotebookNode) -> None:
    assert all(not cell.outputs and cell.execution_count is None for cell in code(notebook))


def test_cell_ids_are_given_and_stable(notebook: nbformat.NotebookNode) -> None:
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert all(len(each) <= 24 for each in ids)


def test_one_parameters_cell(notebook: nbformat.NotebookNode) -> None:
    tagged = [
        cell.source for cell in code(notebook) if "parameters" in cell.metadata.get("tags", [])
    ]
    assert tagged == ["corpus_path = None"]


def test_code_is_short_and_defines_nothing(notebook: nbformat.NotebookNode) -> None:
    for cell in code(notebook):
        assert len(cell.source.splitlines()) <= 8, cell.source
        tree = ast.parse(cell.source)
        assert not any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.walk(tree))


def test_the_answer_comes_before_any_other_output(notebook: nbformat.NotebookNode) -> None:
    showing = [
        cell.source
        for cell in code(notebook)
        if any(call in cell.source for call in ("sa.show(", "sa.answer(", "sa.plots."))
    ]
    assert showing[0].strip().startswith("sa.answer(") or "sa.answer(" in showing[0]


def test_every_figure_is_introduced_and_read(notebook: nbformat.NotebookNode) -> None:
    cells = notebook.cells
    for place, cell in enumerate(cells):
        if cell.cell_type == "code" and "sa.plots." in cell.source:
            assert any(c.cell_type == "markdown" for c in cells[max(place - 2, 0) : place])
            assert any(c.cell_type == "markdown" for c in cells[place + 1 : place + 3])


def test_kernel_and_paths(notebook: nbformat.NotebookNode, request: pytest.FixtureRequest) -> None:
    assert notebook.metadata.kernelspec.name == "python3"
    assert all("../" not in cell.source for cell in notebook.cells)
