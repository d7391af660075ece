import os
from pathlib import Path

import pytest

from summit_analysis.errors import ReportError, SummitAnalysisError
from summit_analysis.report import make_reports
from summit_analysis.report.checking import outside_needs, reading_faults
from summit_analysis.report.making import find_notebooks

EVIL = "<script>alert(1)</script>"
EVIL_TABLE = f"""\
evil = pd.DataFrame({{"{EVIL}": ["{EVIL}"], "quote": ["so {EVIL} said"], "match": ["{EVIL}"]}})
evil.attrs.update(title="{EVIL}", notes=["{EVIL}"])
sa.show(evil)"""
EVIL_FIGURE = f"Figure(mpl, caption='{EVIL}', alt='{EVIL}')"
EVIL_WORDS = f"""\
from IPython.display import Markdown, display
display(Markdown('{EVIL} ![](http://example.org/x.png)'))
print('{EVIL}')
sa.answer('{EVIL}')"""


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_report_stands_alone(write_notebook, readouts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out – 1" / "reports"
    written = make_reports(
        [readouts], out=out, notebooks=[write_notebook()], progress=False, date="2023-05-10"
    )
    assert written == [out / "index.html", out / "01-toy.html"]
    assert set(files(out)) == {
        "01-toy.html",
        "01-toy/table-01-commonest-words.csv",
        "index.html",
    }
    for path in written:
        page = path.read_text(encoding="utf-8")
        assert outside_needs(page) == []
        assert reading_faults(page) == []
        assert page.startswith("<!DOCTYPE html>")
        assert '<html lang="en">' in page
        assert "my texts – Größe" in page
        assert "2 documents" in page
        assert "2023-05-10" in page
    report = (out / "01-toy.html").read_text(encoding="utf-8")
    assert "<title>Which words lead? – my texts – Größe</title>" in report
    assert report.count("<figure") == 1
    assert report.count("<table") == 1
    assert report.count('alt="Alliance stands first with 12."') == 1
    assert "<nav " in report
    assert "<main " in report
    assert 'href="#the-words"' in report
    assert 'href="01-toy/table-01-commonest-words.csv"' in report
    assert "corpus_path = " not in report  # the cells that only say where the texts are
    assert str(tmp_path) not in report
    assert len(report.encode()) < 150_000
    umask = os.umask(0o022)
    os.umask(umask)
    assert out.stat().st_mode & 0o777 == 0o777 & ~umask
    assert written[1].stat().st_mode & 0o777 == 0o666 & ~umask
    index = (out / "index.html").read_text(encoding="utf-8")
    assert "There are 2 documents." in index
    assert "1 figure, 1 table" in index
    assert "Call between Keldrava and Sorrelay" in index
    assert "2023-05-09" in index


def test_two_runs_give_the_same_bytes(write_notebook, readouts, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    notebook = write_notebook(
        "01-toy.ipynb",
        "object()",
        "import warnings\nwarnings.warn('odd file')\nprint({'b', 'a', 'c'}, hash('x'))",
    )
    for name in ("first", "second"):
        make_reports([readouts], out=tmp_path / name, notebooks=[notebook], progress=False)
    first = files(tmp_path / "first")
    assert first == files(tmp_path / "second")
    assert b"2023-11-14" in first["index.html"]
    assert b"UserWarning: odd file" in first["01-toy.html"]


def test_text_is_data_not_markup(write_notebook, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "evil.txt").write_text(
        f'{EVIL}\n\nOn May 3, 2023, they said "{EVIL}" and left.\n', encoding="utf-8"
    )
    (texts / "metadata.csv").write_text(
        f"doc_id,title,issuer,date\nevil,{EVIL},{EVIL},2023-05-03\n", encoding="utf-8"
    )
    notebook = write_notebook(
        "01-toy.ipynb",
        EVIL_TABLE,
        EVIL_FIGURE,
        EVIL_WORDS,
        "sa.show(sa.load(corpus_path).metadata)",
    )
    written = make_reports([texts], out=tmp_path / "out", notebooks=[notebook], progress=False)
    for path in written:
        page = path.read_text(encoding="utf-8")
        assert outside_needs(page) == []
        assert "&lt;script&gt;alert(1)" in page
    assert "alert" not in "".join(path.name.lower() for path in tmp_path.rglob("*.svg"))


def test_a_failing_cell_leaves_earlier_reports_alone(write_notebook, readouts, tmp_path) -> None:
    out = tmp_path / "out"
    good = write_notebook("01-toy.ipynb")
    make_reports([readouts], out=out, notebooks=[good], progress=False)
    before = files(out)
    bad = write_notebook("02-bad.ipynb", "raise ValueError('no such word')")
    with pytest.raises(ReportError, match=r"02-bad\.ipynb, cell 9 .* ValueError: no such word"):
        make_reports([readouts], out=out, notebooks=[good, bad], progress=False)
    assert files(out) == before
    assert sorted(path.name for path in out.iterdir()) == ["01-toy", "01-toy.html", "index.html"]
    with pytest.raises(ReportError):
        make_reports([readouts], out=tmp_path / "new", notebooks=[bad], progress=False)
    assert not (tmp_path / "new").exists()


def test_a_new_run_replaces_tables_and_spares_the_rest(write_notebook, readouts, tmp_path) -> None:
    out = tmp_path / "out"
    (out / "01-toy").mkdir(parents=True)
    (out / "01-toy" / "table-02-old.csv").write_text("old")
    (out / "01-toy" / "mine.txt").write_text("mine")
    make_reports([readouts], out=out, notebooks=[write_notebook()], progress=False)
    assert sorted(path.name for path in (out / "01-toy").iterdir()) == [
        "mine.txt",
        "table-01-commonest-words.csv",
    ]


def test_a_page_that_would_load_something_is_refused(write_notebook, readouts, tmp_path) -> None:
    notebook = write_notebook(
        "01-toy.ipynb",
        "from IPython.display import HTML\nHTML('<img src=\"http://example.org/x.png\">')",
    )
    with pytest.raises(ReportError, match=r"01-toy: the report would not stand alone: <img src>"):
        make_reports([readouts], out=tmp_path / "out", notebooks=[notebook], progress=False)


def test_bad_texts_fail_before_any_notebook_runs(write_notebook, tmp_path: Path) -> None:
    with pytest.raises(SummitAnalysisError, match="nowhere"):
        make_reports([tmp_path / "nowhere"], out=tmp_path / "out", notebooks=[write_notebook()])
    assert not (tmp_path / "out").exists()


def test_bad_date(readouts: Path, tmp_path: Path, write_notebook) -> None:
    with pytest.raises(ReportError, match="21 January"):
        make_reports([readouts], out=tmp_path, notebooks=[write_notebook()], date="21 January")


def test_out_that_is_a_file(readouts: Path, tmp_path: Path, write_notebook) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(ReportError, match=r"taken: reports cannot be written there"):
        make_reports(
            [readouts], out=tmp_path / "taken", notebooks=[write_notebook()], progress=False
        )


def test_finds_notebooks_by_path(write_notebook, tmp_path: Path) -> None:
    path = write_notebook()
    assert find_notebooks([path]) == [path]
    other = write_notebook(folder=tmp_path / "other")
    with pytest.raises(ReportError, match=r"Two notebooks would write 01-toy\.html"):
        find_notebooks([path, other])


def test_a_folder_that_takes_no_files_is_named(
    readouts: Path, tmp_path: Path, write_notebook, monkeypatch
) -> None:
    def refuse(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("summit_analysis.report.making.tempfile.mkdtemp", refuse)
    with pytest.raises(ReportError, match=r"reports cannot be written there \(Permission denied\)"):
        make_reports([readouts], out=tmp_path / "locked", notebooks=[write_notebook()])


def test_a_notebook_named_twice_runs_once() -> None:
    assert [path.stem for path in find_notebooks(["01", "01-the-corpus"])] == ["01-the-corpus"]
