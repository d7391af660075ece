"""Every kind of file becomes documents, with what it tells of itself."""

import datetime
import importlib.util
import json
import sys
from pathlib import Path

import pytest

import summit_analysis as sa
from summit_analysis.corpus.reading.readers import READERS
from summit_analysis.errors import LoadError, SummitAnalysisWarning

_path = Path(__file__).with_name("made_files.py")
_spec = importlib.util.spec_from_file_location("made_files", _path)
made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made)

MET = "On May 3, 2031, the two leaders met in Temmis and agreed to meet again in the autumn."
VIEW = "They shared the view that the talks had been useful, and that they should go on."


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def page(body, head=""):
    return f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"


ARTICLE = f"<main><h1>Talks in Temmis</h1><p>{MET}</p><p>{VIEW}</p></main>"


def test_a_web_page_tells_of_itself(write):
    head = (
        '<title>Talks in Temmis | Keldrava Office</title><meta property="og:site_name" '
        'content="Keldrava Office"><meta name="dcterms.date" content="2031-05-04">'
        '<link rel="canonical" href="https://example.org/talks">'
    )
    document = sa.read(write("a.html", page(ARTICLE, head)))
    assert document.text == f"{MET}\n\n{VIEW}"
    assert document.metadata["title"] == "Talks in Temmis"
    assert document.metadata["issuer"] == "Keldrava Office"
    assert document.metadata["date"] == datetime.date(2031, 5, 4)
    assert document.metadata["source_url"] == "https://example.org/talks"
    assert document.metadata["language"] == "en"
    assert document.metadata["reader"] == "html"
    assert document.metadata["inferred"] == ""


def test_linked_data_tells_date_and_publisher(write):
    data = {"@graph": [{"datePublished": "2031-05-04T10:00", "publisher": {"name": "Office"}}]}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    metadata = sa.read(write("a.html", page(ARTICLE, head))).metadata
    assert metadata["date"] == datetime.date(2031, 5, 4)
    assert metadata["issuer"] == "Office"


def test_what_stands_around_the_text_of_a_page_is_left_behind(write):
    around = (
        "<nav><a href=/>Home</a></nav><script>document.write('evil')</script><style>p{}</style>"
        "<figure><img><figcaption>The leaders in Temmis</figcaption></figure>"
        "<div class='share-links'>Share this page</div>"
    )
    document = sa.read(write("a.html", page(around + ARTICLE + "<footer>Imprint</footer>")))
    assert document.text == f"{MET}\n\n{VIEW}"
    assert [removal.rule for removal in document.removed] == ["page-around-text", "title"]


def test_a_page_without_text_is_named(write):
    with pytest.raises(LoadError, match=r"a\.html: no main text was found"):
        sa.read(write("a.html", page("<script>load()</script>")))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso-8859-15", "utf-16"])
def test_encodings_of_pages(write, encoding):
    body = ARTICLE.replace("Temmis", "Témmïs")
    told = f"<meta charset={encoding}>" if encoding == "iso-8859-15" else ""
    document = sa.read(write("a.html", page(body, told).encode(encoding)))
    assert "Témmïs" in document.text


LEFT, RIGHT = 70, 530


def lines(*texts, top=700, size=10):
    return [(LEFT, top - 12 * number, size, text) for number, text in enumerate(texts)]


LONG = "the two sides shared the view that the talks had been useful and that they should go on as"


def test_a_pdf_has_paragraphs(write):
    content = [
        *lines("1. Confirms that", LONG, "long as they are.", top=700),
        *lines("2. Notes that", LONG, "planned.", top=640),
    ]
    document = sa.read(write("a.pdf", made.pdf([content])))
    assert document.text == (
        f"1. Confirms that {LONG} long as they are.\n\n2. Notes that {LONG} planned."
    )


def test_what_comes_again_on_a_pdfs_pages_and_page_numbers_go(write):
    pages = [
        [
            (LEFT, 770, 8, "KELDRAVA/RES/7"),
            *lines(f"{number}. Confirms that", LONG, f"planned in part {number}."),
            (300, 30, 8, f"{number}/3"),
        ]
        for number in (1, 2, 3)
    ]
    document = sa.read(write("a.pdf", made.pdf(pages)))
    assert document.text.split("\n\n") == [
        f"{n}. Confirms that {LONG} planned in part {n}." for n in (1, 2, 3)
    ]
    gone = [removal.text for removal in document.removed if removal.rule == "page-edge"]
    assert gone.count("KELDRAVA/RES/7") == 3
    assert {"1/3", "2/3", "3/3"} <= set(gone)


def test_a_paragraph_of_a_pdf_goes_on_over_the_page_and_over_notes(write):
    note = [(LEFT, 110, 8, "__________________"), (LEFT, 96, 8, "1 See resolution 7.")]
    first = [
        *lines("1. Confirms that", LONG, "they are ready to go on with the talks for as"),
        *note,
    ]
    second = lines("long as it takes, and that", LONG, "they can.")
    document = sa.read(write("a.pdf", made.pdf([first, second])))
    assert document.text == (
        f"1. Confirms that {LONG} they are ready to go on with the talks for as long as it takes, "
        f"and that {LONG} they can."
    )
    assert [r.text for r in document.removed if r.rule == "note"][-1] == "1 See resolution 7."


def test_words_broken_at_the_end_of_a_pdfs_line_are_joined(write):
    content = lines(
        "The Secretary-", "General met the govern-", "ment. A government is a government."
    )
    document = sa.read(write("a.pdf", made.pdf([content])))
    assert document.text == (
        "The Secretary-General met the government. A government is a government."
    )


def test_columns_of_a_pdf_are_read_one_after_the_other(write):
    left = [(60, 700 - 12 * n, 10, f"left line {n} of the first column") for n in range(8)]
    right = [(320, 700 - 12 * n, 10, f"right line {n} of the second one") for n in range(8)]
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    text = sa.read(write("a.pdf", made.pdf([mixed]))).text.replace("\n\n", " ")
    assert text == " ".join(line[3] for line in left + right)


def test_a_scanned_pdf_is_named_as_such(write):
    with pytest.raises(LoadError, match=r"a\.pdf: its 2 page\(s\) hold pictures .* scan.*OCR"):
        sa.read(write("a.pdf", made.pdf([[], []])))


def test_a_docx_has_paragraphs_tables_and_notes_without_deletions(write):
    cells = "".join(f"<w:tc>{made.run(cell)}</w:tc>" for cell in ("North", "12 per cent"))
    deleted = "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    inserted = "<w:ins><w:r><w:t>gladly </w:t></w:r></w:ins>"
    body = (
        made.run("They met.")
        + "<w:p><w:r><w:t xml:space='preserve'>They </w:t></w:r>"
        + deleted
        + inserted
        + "<w:r><w:t>agreed.</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    )
    notes = f"<w:footnote>{made.run('A note.')}</w:footnote>"
    document = sa.read(write("a.docx", made.docx(body, title="Talks", notes=notes)))
    assert document.text.split("\n\n") == [
        "They met.",
        "They gladly agreed.",
        "North 12 per cent",
        "A note.",
    ]
    assert document.metadata["title"] == "Talks"
    assert ("tracked-deletion", "not ", 1) in document.removed


ROWS = [["a", f"{MET}\n\n{VIEW}", "2031-05-03"], ["b", MET, "2031-05-04"]]


def as_csv(separator, name="text"):
    quoted = [[f'"{cell}"' for cell in row] for row in [["id", name, "date"], *ROWS]]
    return "\n".join(separator.join(row) for row in quoted)


NAMES = ("id", "text", "date")
LINES = [json.dumps(dict(zip(NAMES, row, strict=True))) for row in ROWS]
COLUMNS = dict(zip(NAMES, map(list, zip(*ROWS, strict=True)), strict=True))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", as_csv(",")),
        ("t.csv", as_csv(";", "Full text")),
        ("t.csv", as_csv(",", "ansprache")),
        ("t.tsv", as_csv("\t")),
        ("t.jsonl", "\n".join(LINES)),
        ("t.parquet", made.parquet(COLUMNS)),
        ("t.xlsx", made.xlsx({"Notes": [["x"], ["y"]], "Texts": [list(NAMES), *ROWS]})),
    ],
)
def test_tables_have_a_document_a_row(write, name, content):
    corpus = sa.load(write(name, content))
    assert [document.doc_id for document in corpus] == ["a", "b"]
    assert corpus["a"].text == f"{MET}\n\n{VIEW}"
    assert corpus["b"].metadata["date"] == datetime.date(2031, 5, 4)
    assert corpus["b"].metadata["row"] == 2


def test_rows_without_ids_are_numbered_and_the_column_can_be_named(write):
    path = write("t.csv", f'speech,comment\n"{VIEW}","{MET}"\n"{MET}",\n')
    assert sa.load(path, text="comment").documents[0].text == MET
    assert [document.doc_id for document in sa.load(path, text="speech")] == ["t-1", "t-2"]


def test_rows_without_text_are_told_of(write):
    corpus = sa.load(write("t.csv", f'n,text\n1,"{MET}"\n2," "\n3,"{VIEW}"\n'))
    (row,) = corpus.removed[corpus.removed["rule"] == "row-without-text"].to_dict("records")
    assert len(corpus) == 2
    assert row["text"] == "rows 2"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name,place\na,b\n", "no column is plainly the one with the texts; its columns are name"),
        ("text\n", "no row has a text in column 'text'"),
        ("text,text\na,b\n", "two columns are called 'text'"),
        ("text\na,b\n", "row 1: 2 cells for 1 columns"),
    ],
)
def test_tables_without_texts_are_named(write, content, says):
    with pytest.raises(LoadError, match=says):
        sa.load(write("t.csv", content))


def test_a_table_without_texts_among_documents_is_left_out(write):
    path = write("a.txt", MET)
    write("costs.csv", "name,cost\na,1\n")
    with pytest.warns(SummitAnalysisWarning, match=r"costs\.csv: no column is plainly"):
        assert len(sa.load(path.parent)) == 1


def test_archives_are_read_like_folders(write):
    files = {
        "talks/a.txt": MET,
        "talks/b.md": f"---\nissuer: Keldrava\n---\n{VIEW}",
        "talks/c.html": page(ARTICLE),
        "talks/metadata.csv": "file,kind\na.txt,readout\n",
        "__MACOSX/talks/._a.txt": "x",
        "README.md": "about",
    }
    corpus = sa.load(write("talks.zip", made.packed(files)))
    assert corpus.metadata["file"].tolist() == [
        "talks.zip/talks/a.txt",
        "talks.zip/talks/b.md",
        "talks.zip/talks/c.html",
    ]
    assert corpus["a"].metadata["kind"] == "readout"
    assert corpus["b"].metadata["issuer"] == "Keldrava"


def test_an_archive_in_a_folder(write):
    path = write("a.txt", MET)
    write("more.zip", made.packed({"b.txt": VIEW}))
    assert [document.doc_id for document in sa.load(path.parent)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("a.html", "trafilatura"),
        ("a.pdf", "pypdfium2"),
        ("a.docx", "defusedxml"),
        ("a.xlsx", "openpyxl"),
    ],
)
def test_a_missing_package_is_named_with_what_to_type(write, monkeypatch, name, package):
    monkeypatch.setitem(sys.modules, package, None)
    says = rf"{name}: .*needs the package {package}.*pip install 'summit-analysis\[formats\]'"
    with pytest.raises(LoadError, match=says):
        sa.load(write(name, b"PK\x03\x04"))


def test_a_package_that_lacks_a_part_of_its_own_is_told_apart(write, monkeypatch):
    page = write("a.html", "<p>They met.</p>")
    write("half/trafilatura.py", "import a_part_of_its_own")
    monkeypatch.syspath_prepend(page.parent / "half")
    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    with pytest.raises(LoadError, match=r"trafilatura, which cannot be imported \(.*a_part_of"):
        sa.load(page)


def test_kinds_are_named_once_in_one_table():
    assert {reader.name for reader in READERS.values()} == {
        *("text", "markdown", "html", "pdf", "docx", "table", "jsonl", "parquet", "xlsx")
    }


def test_many_files_on_two_processes_give_what_one_gives(write):
    for number in range(60):
        write(
            f"texts/{number:02}.txt",
            f"The govern-\nment {number} met.\n\n{'Government. ' * number}",
        )
    folder = write("texts/more.md", "# Talks\n\nThey met.").parent
    from summit_analysis.corpus.reading import worker_pool as helpers

    alone = sa.load(folder, processes=1)
    before, helpers.WORTH_HELP = helpers.WORTH_HELP, 0.0001
    try:
        together = sa.load(folder, processes=2)
    finally:
        helpers.WORTH_HELP = before
    assert [(d.doc_id, d.text, d.metadata, d.removed) for d in alone] == [
        (d.doc_id, d.text, d.metadata, d.removed) for d in together
    ]
    assert "The government 3 met." in together["03"].text
