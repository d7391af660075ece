import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from summit_analysis.report.headings import Heading, render_cells, render_untrusted


def test_headings_get_ids_of_their_own() -> None:
    notebook = new_notebook(
        cells=[
            new_markdown_cell("# Title"),
            new_markdown_cell("## A *b* & c\n\n## A b c\n\n## Größe"),
        ]
    )
    assert render_cells(notebook) == [
        Heading(1, "Title", "title"),
        Heading(2, "A b & c", "a-b-c"),
        Heading(2, "A b c", "a-b-c-2"),
        Heading(2, "Größe", "größe"),
    ]
    assert '<h2 id="a-b-c">A <em>b</em> &amp; c</h2>' in notebook.cells[1].metadata["html"]


@pytest.mark.parametrize(
    "text",
    ["<script>go()</script>", "![x](http://example.org/x.png)", '<img src="x" onerror="go()">'],
)
def test_words_of_documents_are_no_markup(text: str) -> None:
    rendered = render_untrusted(f"**Quote** {text}")
    assert rendered.startswith("<p><strong>Quote</strong>")
    assert "<script" not in rendered
    assert "<img" not in rendered
