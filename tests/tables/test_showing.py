import csv
import io
import re

import pandas as pd
import pytest

from summit_analysis.errors import SummitAnalysisError
from summit_analysis.tables import show
from summit_analysis.tables.cells import heading, marked, plain, safe_for_csv, written
from summit_analysis.tables.columns import visible_columns
from summit_analysis.tables.showing import NO_NOTES

EVIL = "<script>alert(1)</script>"


def words(rows: int = 3) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "term": [f"word{i}" for i in range(rows)],
            "count": range(1000, 1000 + rows),
            "rate": [i / 3 for i in range(rows)],
        }
    )
    frame.attrs.update(title="Words by count", notes=["1,134 tokens", "Ties by term."])
    return frame


def evidence(**extra: list[object]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "doc_id": ["a"],
            "sentence": [4],
            "start": [105],
            "end": [109],
            "match": ["They"],
            "quote": ["They met. Then They left."],
            **extra,
        }
    )
    frame.attrs.update(title="Evidence", notes=["1 match"])
    return frame


def html(table: object) -> str:
    """The table's HTML without its style sheet."""
    return re.sub(r"<style>.*?</style>", "", table._repr_html_(), flags=re.DOTALL)


def test_caption_notes_and_scopes() -> None:
    page = html(show(words()))
    assert "<caption>Words by count</caption>" in page
    assert "1,134 tokens. Ties by term." in page
    assert page.count('scope="col"') == 3
    assert page.count('scope="row"') == 3
    assert '<td class="sa-number" data-label="Count">1,000</td>' in page


def test_says_how_many_rows_are_out_of_sight() -> None:
    page = html(show(words(312)))
    assert "Showing 25 of 312 rows." in page
    assert page.count('scope="row"') == 25
    assert "Showing" not in html(show(words(25)))


def test_says_when_notes_were_lost() -> None:
    assert NO_NOTES not in html(show(words()))
    lost = pd.DataFrame({"term": ["a"]})
    assert NO_NOTES in html(show(lost))
    kept = words()
    kept.attrs["notes"] = []
    assert NO_NOTES not in html(show(kept))


def test_empty_frame_gives_the_reason() -> None:
    frame = words(0)
    frame.attrs["notes"] = ["min_count=2 dropped all 311 trigrams"]
    page = html(show(frame))
    assert "<table" not in page
    assert "min_count=2 dropped all 311 trigrams." in page


@pytest.mark.parametrize("rows", [0, 3])
def test_text_is_data_not_markup(rows: int) -> None:
    frame = pd.DataFrame({"doc_id": [EVIL], "match": [EVIL], "quote": [f"so {EVIL} it"], EVIL: 1})
    frame = pd.concat([frame] * 3).head(rows)
    frame.attrs.update(title=EVIL, notes=[EVIL])
    table = show(frame, name='"><b>', caption=f"{EVIL}")
    page = table._repr_html_()
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_marks_the_match() -> None:
    assert html(show(evidence())).count("<mark>They</mark>") == 2
    exact = html(show(evidence(quote_start=[15])))
    assert exact.count("<mark>") == 1
    assert "met. Then <mark>They</mark> left." in exact


def test_evidence_hides_places_but_the_csv_keeps_them() -> None:
    table = show(evidence())
    page = html(table)
    assert "105" not in page
    assert "105" in table.csv()
    assert visible_columns(evidence(), ["start", "quote"]).columns.tolist() == [
        "start",
        "quote",
    ]


def test_concordance_sets_matches_under_one_another() -> None:
    frame = evidence(left=["then"], right=["met"])
    assert visible_columns(frame).columns.tolist()[-3:] == ["left", "match", "right"]


def test_changes_nothing() -> None:
    frame = evidence(date=[pd.Timestamp("2022-01-21")])
    before, attrs = frame.copy(deep=True), dict(frame.attrs)
    table = show(frame, rows=1)
    table._repr_mimebundle_()
    str(table)
    pd.testing.assert_frame_equal(frame, before)
    assert frame.attrs == attrs


def test_same_bytes_each_time() -> None:
    assert show(words())._repr_mimebundle_() == show(words())._repr_mimebundle_()


def test_mime_bundle() -> None:
    data, metadata = show(words())._repr_mimebundle_()
    assert set(data) == {"text/html", "text/plain", "text/csv"}
    assert metadata["text/csv"]["name"] == "words-by-count"
    assert data["text/csv"].splitlines()[1] == "word0,1000,0.0"


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_csv_cannot_run_formulas(value: str) -> None:
    frame = pd.DataFrame({"term": [value], value: [-1]})
    rows = list(csv.reader(io.StringIO(show(frame).csv(), newline="")))
    assert rows == [["term", "'" + value], ["'" + value, "-1"]]


def test_csv_leaves_the_rest_alone() -> None:
    assert safe_for_csv("co-operation") == "co-operation"
    assert safe_for_csv(-0.5) == -0.5


def test_saves(tmp_path) -> None:
    table = show(words())
    saved = pd.read_csv(table.save(tmp_path / "words.csv"))
    assert saved["term"].tolist() == ["word0", "word1", "word2"]
    assert "<caption>" in table.save(tmp_path / "words.html").read_text(encoding="utf-8")
    with pytest.raises(SummitAnalysisError, match=r"\.csv or \.html"):
        table.save(tmp_path / "words.xlsx")


def test_unknown_column() -> None:
    with pytest.raises(SummitAnalysisError, match=r"'wrod'.*term, count, rate"):
        show(words(), columns=["wrod"])


def test_index_that_says_something_is_shown() -> None:
    page = html(show(words().set_index("term")))
    assert '<th scope="row" class="sa-short" data-label="Term">word0</th>' in page


def test_format_of_a_column() -> None:
    page = html(show(words(), formats={"rate": "{:.4f}", "count": lambda value: f"#{value}"}))
    assert "0.3333" in page
    assert "#1000" in page


@pytest.mark.parametrize(
    ("values", "name", "expected"),
    [
        ([1234567, -8], "count", ["1,234,567", "−8"]),
        ([0.12345, 2.5], "rate", ["0.12", "2.50"]),
        ([0.0123, 0.5], "log_ratio", ["0.012", "0.500"]),
        ([123.456, 2.0], "g2", ["123.5", "2.0"]),
        ([3.0, None], "first", ["3", "–"]),
        ([0.25, 1.0], "share", ["25.0 %", "100.0 %"]),
        ([0.0009, 0.001, 1.0], "p_adjusted", ["<.001", ".001", "1.000"]),
        ([float("inf"), 1.5], "log_ratio", ["inf", "1.50"]),
        ([True, False], "negated", ["yes", "no"]),
        (["2022", None], "text", ["2022", "–"]),
    ],
)
def test_numbers_as_people_write_them(values: list[object], name: str, expected: list[str]) -> None:
    assert written(pd.Series(values, name=name)) == expected


def test_dates_are_iso() -> None:
    assert plain(pd.Timestamp("2022-01-21")) == "2022-01-21"
    assert plain(pd.Timestamp("2022-01-21 09:30")) == "2022-01-21 09:30:00"
    assert written(pd.Series([pd.Timestamp("2022-01-21"), pd.NaT])) == ["2022-01-21", "–"]


def test_headings() -> None:
    assert heading("count_target") == "Target count"
    assert heading("p_adjusted") == "p, adjusted"
    assert heading("first_sentence") == "First sentence"


def test_marks_whole_words_only() -> None:
    assert [part.text for part in marked("Japanese, Japan.", "Japan") if part.marked] == ["Japan"]
    joined = "".join(part.text for part in marked("Japanese, Japan.", "Japan"))
    assert joined == "Japanese, Japan."


@pytest.mark.parametrize("given", [None, "text", pd.Series([1], name="a"), [1]])
def test_what_is_no_frame_is_refused(given):
    with pytest.raises(SummitAnalysisError, match=r"show\(\) takes a data frame"):
        show(given)


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(SummitAnalysisError, match="Two columns have the name 'a'"):
        show(pd.DataFrame([[1, 2]], columns=["a", "a"]))


@pytest.mark.parametrize("rows", [-1, "all", 2.5])
def test_rows_are_a_whole_number(rows):
    with pytest.raises(SummitAnalysisError, match="rows="):
        show(pd.DataFrame({"a": [1]}), rows=rows)


def test_one_column_may_be_named_alone():
    assert "beta" not in str(show(pd.DataFrame({"alpha": [1], "beta": [2]}), columns="alpha"))


def test_a_format_that_does_not_fit_names_its_column():
    frame = pd.DataFrame({"word": ["a"]})
    with pytest.raises(SummitAnalysisError, match="No column 'wrod'"):
        show(frame, formats={"wrod": "{:.1f}"})
    with pytest.raises(SummitAnalysisError, match="format for column 'word'"):
        show(frame, formats={"word": "{:.1f}"})._repr_html_()


def test_a_citation_of_the_same_document_is_shortened_in_sight_and_whole_in_the_csv() -> None:
    first, second, other = (
        "A, “T”, 1 May 2031, para. 1",
        "A, “T”, 1 May 2031, para. 3",
        "B, para. 1",
    )
    citations = [first, second, second, other, "no paragraph"]
    frame = pd.DataFrame({"doc_id": ["a", "a", "twin", "b", "b"], "citation": citations})
    table = show(frame, columns=["citation"])
    html = table._repr_html_()
    assert html.count("Ibid., para. 3") == 1
    assert html.count("A, “T”") == 2  # two documents can be cited alike
    assert "B, para. 1" in html
    assert "no paragraph" in html
    assert second in table.csv()
    assert "Ibid." not in show(frame.drop(columns="doc_id"))._repr_html_()
