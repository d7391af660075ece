import unicodedata

import pytest

from summit_analysis.corpus.reading.metadata_tables import (
    MetadataTables,
    read_metadata_table,
)
from summit_analysis.errors import LoadError, SummitAnalysisWarning


@pytest.fixture
def table(tmp_path):
    def write(content, name="metadata.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("file,issuer\na.txt,Japan\n", {"a.txt": {"file": "a.txt", "issuer": "Japan"}}),
        ("File;Issuer\na.txt;Japan\n", {"a.txt": {"file": "a.txt", "issuer": "Japan"}}),
        ("doc_id\tkind\na\tcall\n", {"a": {"doc_id": "a", "kind": "call"}}),
        ('file,parties\na.txt,"A, B"\n', {"a.txt": {"file": "a.txt", "parties": "A, B"}}),
        ("file,issuer,kind\na.txt,,call\n", {"a.txt": {"file": "a.txt", "kind": "call"}}),
        ("file,issuer\na.txt\n\n , \n", {"a.txt": {"file": "a.txt"}}),
        ("file,doc_id\n,a\n", {"a": {"doc_id": "a"}}),
        ("\ufefffile,issuer\r\na.txt,Japan\r\n", {"a.txt": {"file": "a.txt", "issuer": "Japan"}}),
        ("file,kind\nsub\\a.txt,call\n", {"sub/a.txt": {"file": "sub\\a.txt", "kind": "call"}}),
        (
            "file,issuer\na.txt,Côte d’Ivoire\n".encode("cp1252"),
            {"a.txt": {"file": "a.txt", "issuer": "Côte d’Ivoire"}},
        ),
    ],
)
def test_tables(table, content, rows):
    assert read_metadata_table(table(content)) == rows


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no column `file` or `doc_id`.*none"),
        ("name,issuer\na.txt,Japan\n", "its columns are name, issuer"),
        ("file,issuer\na.txt,Japan\na.txt,Korea\n", "line 3: 'a.txt' stands in an earlier row"),
        ("file,issuer\na.txt,Japan, of course\n", "line 2: 3 cells for 2 columns"),
        ("file,issuer\n,Japan\n", "line 2: neither `file` nor `doc_id`"),
        ("file,kind,kind\na.txt,x,y\n", "two columns are called 'kind'"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "is not text"),
    ],
)
def test_broken_tables_say_what_and_where(table, content, says):
    path = table(content)
    with pytest.raises(LoadError, match=says) as error:
        read_metadata_table(path)
    assert str(error.value).startswith(str(path))


def test_the_nearest_table_has_the_last_word(tmp_path, table):
    (tmp_path / "sub").mkdir()
    file = tmp_path / "sub" / "a.txt"
    file.write_text("They met.")
    table("file,issuer,kind\nsub/a.txt,Japan,call\n")
    table("file,kind,language\na.txt,readout,en\n", name="sub/metadata.csv")
    table("file,language,licence\na.txt,fr,CC0\n", name="sub/manifest.csv")
    row = MetadataTables().row(file, tmp_path)
    assert row == {"issuer": "Japan", "kind": "readout", "language": "en", "licence": "CC0"}


def test_accents_composed_or_not_are_one_name(tmp_path, table):
    file = tmp_path / unicodedata.normalize("NFD", "résumé.txt")
    file.write_text("They met.")
    table("file,kind\n" + unicodedata.normalize("NFC", "résumé.txt") + ",call\n")
    assert MetadataTables().row(file, tmp_path) == {"kind": "call"}


def test_rows_without_a_file_are_named_only_for_whole_folders(tmp_path, table):
    file = tmp_path / "a.txt"
    file.write_text("They met.")
    table("file,kind\na.txt,call\ngone.txt,call\n")
    tables = MetadataTables()
    tables.row(file, tmp_path)
    with pytest.warns(SummitAnalysisWarning, match=r"1 row for no loaded file: gone.txt"):
        tables.warn_unmatched()
    tables = MetadataTables()
    tables.row(file, file)
    tables.warn_unmatched()  # warnings are errors here


def test_a_broken_table_is_left_out_when_asked(tmp_path, table):
    table("nothing\n")
    left_out = []
    tables = MetadataTables(left_out=left_out)
    assert tables.row(tmp_path / "a.txt", tmp_path) == {}
    assert tables.row(tmp_path / "b.txt", tmp_path) == {}
    assert len(left_out) == 1
    assert "metadata.csv" in left_out[0]
