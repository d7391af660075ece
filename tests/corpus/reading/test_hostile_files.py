"""Files that mean harm, or are broken in ways that others' programs make: named, never followed."""

import importlib.util
import io
import os
import struct
import time
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

import summit_analysis as sa
from summit_analysis.corpus.reading import archives
from summit_analysis.corpus.reading.readers import pdf_pages
from summit_analysis.errors import LoadError, SummitAnalysisWarning

_path = Path(__file__).with_name("made_files.py")
_spec = importlib.util.spec_from_file_location("made_files", _path)
made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made)

MET = "On May 3, 2031, the two leaders met in Temmis."
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
)


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def zeros(size):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", MET)
        archive.writestr("bomb.txt", b"0" * size)
    return out.getvalue()


def test_a_zip_bomb_is_not_unpacked(write):
    path = write("a.zip", zeros(60_000_000))
    with pytest.warns(SummitAnalysisWarning, match=r"bomb\.txt: would unpack from .* as bombs do"):
        assert [document.doc_id for document in sa.load(path)] == ["a"]


def test_an_archive_of_very_much_is_not_opened(write, monkeypatch):
    monkeypatch.setattr(archives, "MOST_UNPACKED", 1_000)
    with pytest.raises(LoadError, match="would unpack to 2 files .* and is not opened"):
        sa.load(write("a.zip", zeros(2_000)))


def test_a_member_that_is_larger_than_it_says(write):
    data = bytearray(zeros(3_000_000))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack(
        "<I", 10
    )  # the size unpacked, in the archive's list
    with pytest.warns(SummitAnalysisWarning, match=r"bomb\.txt: "):
        corpus = sa.load(write("a.zip", bytes(data)), on_error="warn")
    assert [document.doc_id for document in corpus] == ["a"]


def test_a_file_without_a_name_in_an_archive_is_named_as_such(write):
    whole = made.packed({"a.txt": "They met.", "b.txt": "They left."})
    path = write("all.zip", whole.replace(b"b.txt", b"\0.txt"))  # a name ends at a NUL
    with pytest.warns(SummitAnalysisWarning, match="has no name"):
        assert [document.doc_id for document in sa.load(path)] == ["a"]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt", "..\\evil.txt"]
)
def test_names_that_lead_out_of_an_archive(write, tmp_path, name):
    path = write("in/a.zip", made.packed({name: MET, "good.txt": MET}))
    before = sorted(tmp_path.rglob("*"))
    with pytest.warns(SummitAnalysisWarning, match="leads out of the archive"):
        assert [document.doc_id for document in sa.load(path)] == ["good"]
    assert sorted(tmp_path.rglob("*")) == before


def test_links_and_locked_and_nested_members_are_named(write):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", made.packed({"a.txt": MET}))
        archive.writestr("good.txt", MET)
    with pytest.warns(SummitAnalysisWarning) as caught:
        corpus = sa.load(write("a.zip", out.getvalue()))
    assert [document.doc_id for document in corpus] == ["good"]
    said = str(caught[0].message)
    assert "link.txt: is a link" in said
    assert "inner.zip: is an archive in an archive" in said


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_in_circles_end(write):
    path = write("top/a.txt", MET)
    os.symlink(path.parent, path.parent / "again", target_is_directory=True)
    corpus = sa.load(path.parent)
    assert [document.doc_id for document in corpus] == ["a"]
    os.symlink(path.parent / "loop.txt", path.parent / "loop.txt")
    with pytest.warns(SummitAnalysisWarning, match=r"loop\.txt: "):
        corpus = sa.load(path.parent, on_error="warn")
    assert [document.doc_id for document in corpus] == ["a"]


def test_a_huge_file_is_refused_with_what_to_type(write):
    path = write("a.txt", MET * 50_000)
    with pytest.raises(LoadError, match=r"a\.txt: is 2 MB, more than the 1 MB .*largest=3\)"):
        sa.load(path, largest=1)
    assert len(sa.load(path, largest=3)) == 1


@pytest.mark.parametrize(
    "body",
    [ENTITIES, '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'],
)
def test_a_docx_that_defines_entities_is_refused(write, body):
    content = made.docx(made.run("&c;" if "ENTITY" in body else MET), head=body)
    with pytest.raises(LoadError, match=r"a\.docx: its XML defines things of its own"):
        sa.load(write("a.docx", content))


def test_an_office_bomb_is_not_unpacked(write):
    content = made.packed({"word/document.xml": b" " * 300_000_000})
    for name in ("a.docx", "a.xlsx"):
        with pytest.raises(LoadError, match="would unpack from 0.3 to 300 MB"):
            sa.load(write(name, content))


@pytest.mark.parametrize(
    "front",
    [
        "x: !!python/object/apply:os.system ['touch evil']",
        "x: !!python/name:os.system",
        "x: !evil y",
    ],
)
def test_object_tags_in_front_matter_are_refused(write, tmp_path, monkeypatch, front):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LoadError, match="not well-formed YAML"):
        sa.load(write("a.md", f"---\n{front}\n---\n{MET}"))
    assert not (tmp_path / "evil").exists()


def test_a_yaml_bomb_is_refused_in_no_time(write):
    names = "abcdefghi"
    lines = [f"{name}: &{name} [{','.join(['*' + last] * 9)}]" for last, name in pairwise(names)]
    bomb = "\n".join(["a: &a [x,x,x,x,x,x,x,x,x]", *lines])
    started = time.monotonic()
    with pytest.raises(LoadError, match="aliases"):
        sa.load(write("a.md", f"---\n{bomb}\n---\n{MET}"))
    assert time.monotonic() - started < 5


def text_or_error(path):
    """Read a file that may be read or refused, as its reader can, but by name."""
    try:
        return sa.read(path).text
    except LoadError as error:
        return "refused" if path.name in str(error) else str(error)


def loop_pdf():
    """Make forms that draw each other twice, forty deep: 2 to the 40th drawings."""
    objects = {}
    for number in range(100, 140):
        content = b"/X Do /X Do " * 8
        inner = number + 1 if number < 139 else 100
        objects[number] = (
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << "
            b"/X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream" % (inner, len(content), content)
        )
    objects[10] = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 11 0 R /Resources << "
        b"/XObject << /X 100 0 R >> /Font << /F1 3 0 R >> >> >>"
    )
    objects[11] = b"<< /Length 6 >>\nstream\n/X Do \nendstream"
    return made.pdf([[(70, 700, 10, MET)]], objects=objects)


def test_a_pdf_that_goes_in_circles_is_given_up():
    started = time.monotonic()
    with pytest.raises(LoadError, match=r"a\.pdf: was not read in 1 seconds and was given up"):
        list(pdf_pages.read_pdf(loop_pdf(), path=Path("a.pdf"), seconds=1.0))
    assert time.monotonic() - started < 10


def test_a_pdf_that_sleeps_is_given_up(tmp_path, monkeypatch):
    slow = tmp_path / "slow.py"
    slow.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(pdf_pages, "CHILD", slow)
    with pytest.raises(LoadError, match="was not read in 0 seconds and was given up"):
        list(pdf_pages.read_pdf(b"%PDF-1.4", path=Path("a.pdf"), seconds=0.3))


def test_a_page_tree_of_a_pdf_in_circles(write):
    tree = {2: b"<< /Type /Pages /Kids [2 0 R 10 0 R] /Count 9 >>"}
    content = made.pdf([[(70, 700, 10, MET)]], objects=tree)
    assert text_or_error(write("a.pdf", content)) in (MET, "refused")


CONTROLS = "Tem\u202emis\u0000 and\u0007 Sor\u200brelay\ufffe met.\u2028They\u0085left.\x1b[31m"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_controls_directions_and_nul_bytes_go(write, name):
    body = f"{CONTROLS}\n\n{MET} {MET} {MET} {MET} {MET}"
    body = body if name != "a.html" else f"<main><p>{body}</p><p>{MET}</p></main>"
    text = sa.load(write(name, body)).documents[0].text
    assert not any(ord(character) < 32 and character != "\n" for character in text)
    assert not set(text) & set("\u202e\u200b\u2028\u0085\x1b\x00")
    assert "Sorrelay" in text


def test_a_line_of_ten_megabytes(write):
    started = time.process_time()
    corpus = sa.load(write("a.txt", "word " * 2_000_000 + "."))
    assert len(corpus.tokens) == 2_000_000
    assert time.process_time() - started < 20


@pytest.mark.parametrize("text", ["a\ud800b met.", "\udfff"])
def test_lone_surrogates_in_tables_are_replaced(write, text):
    import json

    corpus = sa.load(write("a.jsonl", json.dumps({"text": text + MET})))
    assert corpus.documents[0].text.encode()
    assert "\ufffd" in corpus.documents[0].text


def test_deep_json_and_deep_html(write):
    with pytest.raises(LoadError, match="is no JSON"):
        sa.load(write("a.jsonl", '{"text":' + "[" * 200_000))
    content = "<div>" * 20_000 + f"<p>{MET}</p>"
    assert text_or_error(write("deep.html", content)) in (MET, "refused")


def test_a_parquet_file_that_is_none(write):
    with pytest.raises(LoadError, match="is no Parquet file"):
        sa.load(write("a.parquet", b"PAR1" + b"\xff" * 400 + b"PAR1"))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.zip", "a.parquet"])
@pytest.mark.parametrize(
    "content", [b"x", b"\x00" * 100, b"%PDF-1.7\n", b"PK\x03\x04" + b"\x00" * 60]
)
def test_what_only_bears_the_name_of_a_kind(write, name, content):
    with pytest.raises(LoadError, match=rf"{name}: "):
        sa.load(write(name, content))
