import datetime
import hashlib
import os
import warnings
from pathlib import Path

import pytest

import summit_analysis as sa
from summit_analysis.errors import LoadError, SummitAnalysisWarning

MET = "The two leaders met."


@pytest.fixture
def folder(tmp_path):
    def write(files, name="texts"):
        top = tmp_path / name
        for path, content in files.items():
            target = top / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        top.mkdir(exist_ok=True)
        return top

    return write


def ids(corpus):
    return [document.doc_id for document in corpus]


def test_no_path_loads_the_bundled_corpus():
    corpus = sa.load()
    (document,) = corpus
    assert corpus.name == "the bundled corpus"
    assert document.metadata["date"] == datetime.date(2022, 1, 21)
    assert document.metadata["inferred"] == ""
    assert document.metadata["sha256"].startswith("4eb8baae")


@pytest.mark.parametrize("given", [str, Path, lambda path: [path], lambda path: (str(path),)])
def test_one_file_as_text_path_or_list(folder, given):
    path = folder({"a.txt": MET}) / "a.txt"
    corpus = sa.load(given(path))
    assert corpus["a"].text == MET
    assert corpus["a"].metadata["file"] == "a.txt"


def test_a_folder_is_read_with_its_folders_in_the_order_of_the_names(folder):
    names = ["b.txt", "a.md", "sub/z.txt", "sub/deeper/y.TXT", "C.markdown", "e.text"]
    corpus = sa.load(folder(dict.fromkeys(names, MET)))
    files = [document.metadata["file"] for document in corpus]
    assert files == sorted(names)


def test_a_list_keeps_its_order(folder):
    top = folder({"a.txt": MET, "b.txt": MET, "sub/c.txt": MET})
    assert ids(sa.load([top / "b.txt", top / "sub", top / "a.txt"])) == ["b", "c", "a"]


def test_spaces_and_letters_beyond_ascii(folder):
    top = folder({"Côte d’Ivoire/été 2022 – 会談.txt": MET}, name="mes textes é")
    corpus = sa.load(top)
    assert ids(corpus) == ["été 2022 – 会談"]
    assert corpus.name == "mes textes é"


def test_relative_paths(folder, monkeypatch):
    monkeypatch.chdir(folder({"a.txt": MET}))
    assert ids(sa.load(".")) == ids(sa.load("a.txt")) == ["a"]


def test_provenance_says_where_each_text_came_from(folder):
    data = "“Talks” met.".encode("cp1252")
    corpus = sa.load(folder({"a.txt": data, "b.md": "# Talks\n\nThey met."}))
    rows = corpus.provenance.set_index("doc_id")
    assert rows["encoding"].to_dict() == {"a": "cp1252", "b": "utf-8"}
    assert rows["reader"].to_dict() == {"a": "text", "b": "markdown"}
    assert rows.loc["a", "sha256"] == hashlib.sha256(data).hexdigest()
    assert rows["inferred"].to_dict() == {"a": "title", "b": ""}
    assert rows.loc["b", "removed"] == 1


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("---\ntitle: Talks\nissuer: Japan\n---\n\nTalks\n\nThey met.", "They met."),
        ("---\r\ntitle: Talks\r\nissuer: Japan\r\n---\r\nThey met.", "They met."),
        ("---\rtitle: Talks\rissuer: Japan\r---\rThey\rmet.", "They met."),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_front_matter(folder, name, content, text):
    document = sa.load(folder({name: content}))["a"]
    assert document.text == text
    assert document.metadata["issuer"] == "Japan"
    assert document.metadata["title"] == "Talks"


def test_a_text_that_opens_with_a_rule_has_no_front_matter(folder):
    assert sa.load(folder({"a.txt": "---\nThey met.\n---"}))["a"].text.startswith("--- They met.")


def test_a_table_beside_the_files_overrules_front_matter(folder):
    front = "---\ntitle: Talks\ndate: soon\nissuer: Japan\n---\nThey met."
    table = "file,doc_id,issuer,date\na.md,talks,Korea,2022-01-21\n"
    corpus = sa.load(folder({"a.md": front, "metadata.csv": table}))
    document = corpus["talks"]
    assert document.metadata["issuer"] == "Korea"
    assert document.metadata["title"] == "Talks"
    assert document.metadata["date"] == datetime.date(2022, 1, 21)
    assert document.metadata["inferred"] == ""


def test_manifest_csv_with_its_own_names(folder):
    table = "id,path,URL,License\ntalks,sub/a.txt,https://example.org,CC0\n"
    corpus = sa.load(folder({"sub/a.txt": MET, "manifest.csv": table}))
    assert corpus["talks"].metadata["source_url"] == "https://example.org"
    assert corpus["talks"].metadata["licence"] == "CC0"


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("file,titel", "no 'title' but a 'titel'"),
        ("file,Isuer", "no 'issuer' but a 'Isuer'"),
        ("file,partys,title", None),
        ("file,venue", None),
        ("file,title,titles", None),
        ("file,source", None),
    ],
)
def test_a_misspelt_column_is_told(folder, header, named):
    table = f"{header}\na.txt{',x' * header.count(',')}\n"
    top = folder({"a.txt": MET, "metadata.csv": table})
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        sa.load(top)
    found = [str(warning.message) for warning in told]
    assert len(found) == (named is not None)
    assert not named or f"The metadata of a have {named}" in found[0]


def test_a_column_is_kept_under_its_own_name_where_it_is_misspelt(folder):
    top = folder({"a.txt": MET, "metadata.csv": "file,titel\na.txt,Talks\n"})
    with pytest.warns(SummitAnalysisWarning, match="If it is the title, call it 'title'"):
        assert sa.load(top)["a"].metadata["titel"] == "Talks"


def test_date_and_title_are_inferred_and_marked(folder):
    text = "Talks in Temmis\n\nTalks in Temmis\n\nOn May 3, 2031, the two leaders met."
    document = sa.load(folder({"a.txt": text}))["a"]
    assert document.text == "On May 3, 2031, the two leaders met."
    assert document.metadata["title"] == "Talks in Temmis"
    assert document.metadata["date"] == datetime.date(2031, 5, 3)
    assert document.metadata["inferred"] == "date; title"


@pytest.mark.parametrize("written", ["2022", "soon", "3/4/2022"])
def test_a_date_that_cannot_be_read_whole_is_named(folder, written):
    top = folder({"a.md": f"---\ndate: {written}\n---\nThey met."})
    with pytest.warns(SummitAnalysisWarning, match=f"No whole date.*'{written}'"):
        corpus = sa.load(top)
    assert corpus["a"].metadata["date_as_written"] == written


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "no document could be loaded"),
        ({"a.txt": ""}, r"a\.txt: is empty"),
        ({"a.txt": " \n\t\n"}, r"a\.txt: is empty"),
        ({"a.txt": "\ufeff\u200b"}, r"a\.txt: holds no text"),
        ({"a.txt": "•\n\n•"}, r"a\.txt: holds no text"),
        ({"a.md": "---\ntitle: Talks\n---\n"}, r"a\.md: holds no text"),
        ({"a.md": "---\ntitle: Talks\n"}, r"a\.md: .*never closed"),
        ({"a.md": "---\ntitle: a: b\n---\nx"}, r"a\.md: .*not well-formed YAML"),
        ({"a.txt": bytes(range(256))}, r"a\.txt: is not text"),
        ({"x/a.txt": MET, "y/a.txt": MET}, r"y.a\.txt: has the id 'a', as .*x.a\.txt has"),
        ({"a.txt": MET, "b.md": "---\ndoc_id: a\n---\nx"}, "has the id 'a'"),
        ({"a.odt": "x"}, "no document could be loaded.*'.odt' cannot be read"),
        ({"a.txt": MET, "metadata.csv": "name\na\n"}, r"metadata\.csv: has no column"),
    ],
)
def test_bad_input_is_named(folder, files, says):
    top = folder(files)
    with pytest.raises(LoadError, match=says) as error:
        sa.load(top)
    assert str(error.value).startswith(str(top))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("nowhere.txt", "nowhere.txt: there is no such file or folder"),
        ("", "is no path"),
        ([], "An empty list"),
        (5, "not int"),
        (b"a.txt", "not bytes"),
        ([None], "None is no path"),
        (["nowhere"], "no such file"),
    ],
)
def test_what_is_no_path(given, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LoadError, match=says):
        sa.load(given)


def test_one_file_of_a_kind_that_cannot_be_read(folder):
    path = folder({"a.odt": "x"}) / "a.odt"
    with pytest.raises(LoadError, match=r"'\.odt' cannot be read\. Readable kinds are \.txt"):
        sa.load(path)


def test_a_file_named_twice(folder):
    top = folder({"a.txt": MET})
    with pytest.raises(LoadError, match="named twice"):
        sa.load([top, top / "a.txt"])


def test_on_error_takes_two_values(folder):
    with pytest.raises(LoadError, match="on_error='ignore': give 'raise' or 'warn'"):
        sa.load(folder({"a.txt": MET}), on_error="ignore")


def test_other_kinds_in_a_mixed_folder_are_named_and_skipped(folder):
    beside = {"README.md": "x", "LICENSE": "x", ".hidden.txt": "x", "__x__/a.txt": "x"}
    top = folder({"a.txt": MET, "map.png": "x", "notes": "x", **beside})
    with pytest.warns(SummitAnalysisWarning, match="Left out: .*map.png.*notes") as record:
        corpus = sa.load(top)
    assert len(record) == 1
    assert ids(corpus) == ["a"]
    assert len(corpus.left_out) == 2
    assert corpus.provenance.attrs["notes"] == list(corpus.left_out)


def test_on_error_warn_loads_the_rest_and_lists_what_was_left_out(folder):
    bad = {
        "b.txt": "",
        "c.txt": bytes(range(256)),
        "d.md": "---\nx",
        "sub/a.txt": MET,
        "metadata.csv": "name\na\n",
    }
    top = folder({"a.txt": MET, "e.txt": "They left.", **bad})
    with pytest.warns(SummitAnalysisWarning, match="Left out: "):
        corpus = sa.load([top, "nowhere.txt"], on_error="warn")
    assert ids(corpus) == ["a", "e"]
    for name in [*(Path(name).name for name in bad), "nowhere.txt"]:
        assert any(name in sentence for sentence in corpus.left_out), name
    assert len(corpus.left_out) == 6


def test_on_error_warn_still_fails_when_nothing_is_left(folder):
    with pytest.raises(LoadError, match=r"no document could be loaded.*a\.txt: is empty"):
        sa.load(folder({"a.txt": ""}), on_error="warn")


def test_a_long_list_of_what_was_left_out_is_cut_in_the_warning_alone(folder):
    top = folder({"a.txt": MET, **{f"{number:02}.odt": "x" for number in range(30)}})
    with pytest.warns(SummitAnalysisWarning, match="and 20 more"):
        corpus = sa.load(top)
    assert len(corpus.left_out) == 30


def test_links_are_followed_once_and_dangling_ones_named(folder, tmp_path):
    top = folder({"a.txt": MET})
    other = folder({"b.txt": MET}, name="other")
    os.symlink(other, top / "linked")
    os.symlink(top, top / "circle")
    assert ids(sa.load(top)) == ["a", "b"]
    os.symlink(tmp_path / "gone.txt", top / "c.txt")
    with pytest.raises(LoadError, match=r"c\.txt: cannot be opened"):
        sa.load(top)


def test_a_pipe_is_not_waited_for(folder):
    top = folder({"a.txt": MET})
    os.mkfifo(top / "b.txt")
    with pytest.raises(LoadError, match=r"b\.txt: is no ordinary file"):
        sa.load(top)


def test_an_unreadable_folder_is_named(folder, monkeypatch):
    top = folder({"a.txt": MET, "shut/b.txt": MET})
    real = os.scandir

    def scandir(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.warns(SummitAnalysisWarning, match="shut: cannot be opened"):
        corpus = sa.load(top)
    assert ids(corpus) == ["a"]


def test_loading_twice_gives_the_same(folder):
    top = folder({"a.txt": MET, "b.md": "# Talks\n\nThey met."})
    first, second = sa.load(top), sa.load(top)
    assert [document.text for document in first] == [document.text for document in second]
    assert first.metadata.equals(second.metadata)


def test_a_broken_word_is_joined_as_the_other_files_write_it(folder):
    corpus = sa.load(folder({"a.txt": "Coop-\neration.", "b.txt": "Cooperation, cooperation."}))
    assert corpus["a"].text == "Cooperation."


def test_read_gives_one_document(folder):
    path = folder({"a.txt": MET}) / "a.txt"
    assert sa.read(path).text == sa.read(str(path)).text == MET
    with pytest.raises(LoadError, match=r"is a folder; load it with load\(\)"):
        sa.read(path.parent)
    with pytest.raises(LoadError, match="not list"):
        sa.read([path])
    table = folder({"t.csv": f"id,text\na,{MET}\nb,They left.\nc,They wrote.\n"}) / "t.csv"
    with pytest.raises(LoadError, match=r"holds 3 documents; use load\(\)"):
        sa.read(table)
    with pytest.raises(LoadError, match="no such file"):
        sa.read(path.parent / "b.txt")


def test_the_made_up_series_loads_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        corpus = sa.load(sa.bundled("data", "examples", "series"))
    assert len(corpus) == 15
    assert set(corpus.metadata["issuer"]) == {"Keldrava", "Sorrelay", "Keldrava and Sorrelay"}
    assert (corpus.metadata["inferred"] == "").all()
