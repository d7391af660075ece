import re
from pathlib import Path

import pytest

from summit_analysis.errors import LexiconError
from summit_analysis.lexicons import read_lexicon
from summit_analysis.lexicons.reading import HERE

NAMES = sorted(path.stem for path in HERE.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_bundled_lexicon_says_its_version_and_source(name):
    lexicon = read_lexicon(name)
    assert re.fullmatch(r"\d+(\.\d+)*", str(lexicon["version"]))
    assert len(str(lexicon["source"])) > 10


def test_bundled_lexicons_are_read_once():
    assert {"furniture", "sentences", "tokens"} <= set(NAMES)
    assert read_lexicon("sentences") is read_lexicon("sentences")


@pytest.mark.parametrize("given", [str, Path])
def test_a_lexicon_of_ones_own(tmp_path, given):
    path = tmp_path / "my words – é.yaml"
    path.write_text("words: [été, paix]\n", encoding="utf-8")
    assert read_lexicon(given(path)) == {"words": ["été", "paix"]}


def test_a_mapping_is_copied():
    words = {"words": ["peace"]}
    lexicon = read_lexicon(words)
    lexicon["words"] = []
    assert words == {"words": ["peace"]}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"- a\n- b\n", "expected `name: value` lines"),
        (b"", "expected `name: value` lines"),
        (b"a: b: c\n", "not well-formed YAML"),
        (b"a: \xe9\n", "is not UTF-8"),
    ],
)
def test_broken_lexicons_are_named(tmp_path, content, says):
    path = tmp_path / "words.yaml"
    path.write_bytes(content)
    with pytest.raises(LexiconError, match=says) as error:
        read_lexicon(path)
    assert str(error.value).startswith(str(path))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("topic", "no lexicon called 'topic'. Bundled ones: .*sentences"),
        ("nowhere/words.yaml", "cannot be read"),
        ("", "no lexicon called ''"),
    ],
)
def test_unknown_lexicons(source, says):
    with pytest.raises(LexiconError, match=says):
        read_lexicon(source)
