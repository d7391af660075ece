import pytest

from summit_analysis.errors import SummitAnalysisError
from summit_analysis.tables.answers import answer


def test_shows_paragraphs_escaped() -> None:
    shown = answer("Two <b>leaders</b> & one.", "", "  More.  ")
    assert shown._repr_html_() == (
        '<div class="sa-answer"><p>Two &lt;b&gt;leaders&lt;/b&gt; &amp; one.</p><p>More.</p></div>'
    )
    assert str(shown) == "Two <b>leaders</b> & one.\n\nMore."


def test_what_is_no_text_is_refused():
    with pytest.raises(SummitAnalysisError, match="takes sentences, not NoneType"):
        answer("All is well.", None)
