"""Saved indexes: what is valid is used, anything else is passed over with a warning."""

import os
import shutil
import warnings
from pathlib import Path

import pytest

from summit_analysis.corpus.corpora import Corpus
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising import index_cache, storing
from summit_analysis.corpus.tokenising.building import build_index
from summit_analysis.corpus.tokenising.index_cache import cached_index
from summit_analysis.corpus.tokenising.storing import content_key, read_index, write_index
from summit_analysis.corpus.two_sides import sides
from summit_analysis.errors import CorpusError, SummitAnalysisWarning
from tests.corpus.tokenising.plain_index import differences

DOCUMENTS = [
    Document("a", "The US met Japan. They agreed.\n\nCôte d’Ivoire’s talks ended."),
    Document("b", ""),
    Document("c", "THE US MET. We agreed on 1,234.5 t."),
]
INDEX = build_index(DOCUMENTS)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "an index" / "größe.index"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Corpus(DOCUMENTS).save_index(path)
    return path


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(index_cache.VARIABLE, str(folder))
    monkeypatch.setattr(index_cache, "LEAST_CHARACTERS", 10)
    return folder


def opened(path: Path, documents: list[Document] = DOCUMENTS) -> list[str]:
    """Open an index over documents; return the warnings, after checking that it answers."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        index = Corpus(documents).open_index(path).index
    assert differences(index, build_index(documents)) == []
    return [str(each.message) for each in told]


def test_saved_index_is_mapped_and_the_same(saved: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        index = Corpus(DOCUMENTS).open_index(saved).index
    assert differences(index, INDEX) == []
    assert not index.ids.flags.owndata
    assert not index.ids.flags.writeable
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_empty_corpus_can_be_saved(tmp_path: Path) -> None:
    Corpus([]).save_index(tmp_path / "empty")
    assert opened(tmp_path / "empty", []) == []


def test_every_truncation_is_noticed(saved: Path) -> None:
    whole = saved.read_bytes()
    for length in range(0, len(whole), 7):
        saved.write_bytes(whole[:length])
        [told] = opened(saved)
        assert str(saved) in told
        assert "goes on from the text" in told


def test_every_damaged_byte_is_noticed_or_means_nothing(saved: Path) -> None:
    whole = saved.read_bytes()
    for place in range(0, len(whole), 5):
        saved.write_bytes(whole[:place] + bytes([whole[place] ^ 0x15]) + whole[place + 1 :])
        opened(saved)


def test_every_flipped_bit_of_the_header_is_noticed(saved: Path) -> None:
    whole = saved.read_bytes()
    key = content_key(DOCUMENTS)
    start = len(storing.MAGIC) + 2 * storing.NUMBER
    header = start + int.from_bytes(whole[len(storing.MAGIC) :][: storing.NUMBER], "little")
    assert whole[header - 1 : header] == b"}"
    for place in range(header):
        for bit in range(8):
            flipped = bytes([whole[place] ^ 1 << bit])
            saved.write_bytes(whole[:place] + flipped + whole[place + 1 :])
            with pytest.warns(SummitAnalysisWarning, match="damaged"):
                assert read_index(saved, key=key) is None


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 something else",
        b"\0" * 5000,
        storing.MAGIC + b"\0" * 100,
        storing.MAGIC + b"\xff" * 99,
    ],
)
def test_foreign_files_are_passed_over(saved: Path, content: bytes) -> None:
    saved.write_bytes(content)
    [told] = opened(saved)
    assert "is no index" in told


def test_other_texts_are_noticed(saved: Path) -> None:
    changed = [Document("a", DOCUMENTS[0].text.replace("agreed", "argued")), *DOCUMENTS[1:]]
    [told] = opened(saved, changed)
    assert "other texts or another version" in told
    assert opened(saved) == []


def test_another_version_is_noticed(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "version", lambda name: "0.0.0")
    [told] = opened(saved)
    assert "other texts or another version" in told


@pytest.mark.parametrize("module", ["segmenting", "odd_spaces", "punkt_pieces"])
def test_other_code_is_noticed(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    changed = shutil.copytree(storing.FOLDER, tmp_path / "changed")
    with (changed / f"{module}.py").open("a") as file:
        file.write("# mended")
    storing._code.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(storing, "FOLDER", changed)
        [told] = opened(saved)
    assert "other texts or another version" in told
    storing._code.cache_clear()
    assert opened(saved) == []


def test_another_format_is_noticed(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "INDEX_FORMAT", storing.INDEX_FORMAT + 1)
    [told] = opened(saved)
    assert "other texts or another version" in told


def test_without_sources_a_key_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storing._code.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(storing, "FOLDER", tmp_path)
        assert len(content_key(DOCUMENTS)) == 64
    storing._code.cache_clear()


def test_missing_file_is_told(tmp_path: Path) -> None:
    [told] = opened(tmp_path / "none")
    assert "no such file" in told


def test_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    [told] = opened(tmp_path / "x")
    assert "cannot be read" in told
    with pytest.warns(SummitAnalysisWarning, match="cannot be written"):
        Corpus(DOCUMENTS).save_index(tmp_path / "x")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("no folder")
    with pytest.warns(SummitAnalysisWarning, match="cannot be written"):
        Corpus(DOCUMENTS).save_index(tmp_path / "x" / "y")


def test_full_disk_leaves_the_old_file(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = saved.read_bytes()

    def full(source: str, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.warns(SummitAnalysisWarning, match="No space left"):
        assert not write_index(INDEX, saved, key=content_key(DOCUMENTS))
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_part_of_a_corpus_is_not_saved(tmp_path: Path) -> None:
    corpus = Corpus(DOCUMENTS)
    part = corpus.subset(corpus.sentences.head(1))
    with pytest.raises(CorpusError, match="index of the whole"):
        part.save_index(tmp_path / "x")


def test_a_part_under_another_name_is_still_a_part(tmp_path: Path) -> None:
    for side in sides(Corpus(DOCUMENTS)):
        with pytest.raises(CorpusError, match="index of the whole"):
            side.save_index(tmp_path / "x")


def test_small_corpora_do_not_touch_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(index_cache.VARIABLE, str(tmp_path / "cache"))
    assert len(Corpus(DOCUMENTS).index.ids) == len(INDEX.ids)
    assert not (tmp_path / "cache").exists()


def test_cache_is_written_once_and_read_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert differences(Corpus(DOCUMENTS).index, INDEX) == []
    [path] = cache.iterdir()
    monkeypatch.setattr(index_cache, "build_index", None)
    assert differences(Corpus(DOCUMENTS).index, INDEX) == []
    assert read_index(path, key=content_key(DOCUMENTS)) is not None


def test_cache_can_be_switched_off(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(index_cache.VARIABLE, "off")
    assert differences(cached_index(DOCUMENTS), INDEX) == []
    assert not cache.exists()


def test_cache_that_cannot_be_written_does_not_stop(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    with pytest.warns(SummitAnalysisWarning) as told:
        assert differences(Corpus(DOCUMENTS).index, INDEX) == []
    assert str(cache) in str(told[0].message)


def test_damaged_cache_is_replaced(cache: Path) -> None:
    cached_index(DOCUMENTS)
    [path] = cache.iterdir()
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.warns(SummitAnalysisWarning, match="damaged"):
        assert differences(cached_index(DOCUMENTS), INDEX) == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert differences(cached_index(DOCUMENTS), INDEX) == []


def test_cache_does_not_grow_for_ever(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_cache, "LARGEST_BYTES", 0)
    cached_index(DOCUMENTS)
    cached_index(DOCUMENTS[:1])
    assert [path.stem for path in cache.iterdir()] == [content_key(DOCUMENTS[:1])]


def test_a_kept_file_that_cannot_be_removed_leaves_the_others_to_go(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.mkdir()
    for number in range(3):
        (cache / f"{number}.index").write_bytes(b"0123456789")
        os.utime(cache / f"{number}.index", (number, number))
    unlink = Path.unlink

    def in_use(path: Path) -> None:
        if path.name == "1.index":
            raise PermissionError(13, "in use")
        unlink(path)

    monkeypatch.setattr(Path, "unlink", in_use)
    monkeypatch.setattr(index_cache, "LARGEST_BYTES", 0)
    cached_index(DOCUMENTS)
    kept = {path.name for path in cache.iterdir()}
    assert kept == {"1.index", f"{content_key(DOCUMENTS)}.index"}


def test_what_a_killed_process_left_is_swept(cache: Path) -> None:
    cache.mkdir()
    old, new, other = (cache / name for name in (".a.index-x1", ".b.index-x2", ".kept"))
    for path in (old, new, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (0, 0))
    cached_index(DOCUMENTS)
    assert [path.exists() for path in (old, new, other)] == [False, True, True]


def test_oracle_sees_a_difference() -> None:
    assert differences(INDEX, build_index(DOCUMENTS[:1])) != []


def test_a_saved_index_without_tokens_can_be_split(tmp_path: Path) -> None:
    corpus = Corpus([Document("a", "")])
    corpus.save_index(tmp_path / "empty.index")
    assert len(corpus.open_index(tmp_path / "empty.index").split_index.ids) == 0
