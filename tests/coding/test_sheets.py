"""A sheet goes out empty, comes back filled, and never runs in a spreadsheet."""

import pytest

from summit_analysis.coding import read_coded, sheet
from summit_analysis.coding.sheet_files import read_table
from summit_analysis.corpus import Corpus, Document
from summit_analysis.errors import CorpusError, SheetError
from summit_analysis.spreadsheets import arm, disarm


@pytest.fixture
def corpus():
    return Corpus(
        [
            Document("a", "=SUM(1) met them. They spoke of the moon.\n\n- We agree."),
            Document("b", "Ω."),
        ]
    )


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_a_sheet_survives_the_round_trip(corpus, tmp_path, suffix):
    path = tmp_path / f"Blatt Ω{suffix}"
    frame = sheet(corpus, path)
    assert [str(row["text"]) for row in read_table(path)] == frame["text"].tolist()
    assert [str(row["sentence"]) for row in read_table(path)] == ["0", "1", "2", "0"]
    assert read_coded(path).blank == 4


def test_formulas_are_disarmed_in_the_file_only(corpus, tmp_path):
    path = tmp_path / "sheet.csv"
    frame = sheet(corpus, path)
    assert frame["text"].iloc[0].startswith("=SUM")
    assert "'=SUM(1)" in path.read_text(encoding="utf-8-sig")
    assert "'- We agree." in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@x", " =1", "'=1", "''=1", "plain", "", "'tis"]
)
def test_disarming_can_be_undone(text):
    assert arm(disarm(text)) == text
    assert not disarm(text).lstrip().startswith(("=", "+", "-", "@"))


def test_filled_rows_are_read(corpus, tmp_path):
    path = tmp_path / "sheet.csv"
    frame = sheet(corpus)
    frame["topics"] = ["none", "space; energy", "", "NONE"]
    frame.to_csv(path, index=False)
    coded = read_coded(path)
    assert coded.topics == {
        ("a", 0): frozenset(),
        ("a", 1): frozenset({"space", "energy"}),
        ("b", 0): frozenset(),
    }
    assert coded.blank == 1
    assert coded.texts["a", 1] == "They spoke of the moon."


def test_acts_take_several_rows(corpus):
    frame = sheet(corpus, kind="acts").iloc[[0, 1, 1]].reset_index(drop=True)
    frame["verb"] = ["none", "speak", "agree"]
    frame["act_class"] = ["", "procedural", "commissive"]
    frame["is_reply"] = ["", "", "yes"]
    coded = read_coded(frame)
    assert coded.acts["a", 0] == []
    assert [act["verb"] for act in coded.acts["a", 1]] == ["speak", "agree"]
    assert [act["is_reply"] for act in coded.acts["a", 1]] == [False, True]


def test_documents_with_sentences_are_read_with_the_text_beside_them(tmp_path):
    (tmp_path / "gold.json").write_text(
        '[{"id": "a", "sentences": [{"i": 0, "topics": ["space"], "acts": [{"verb": "meet",'
        ' "class": "procedural"}]}]}]'
    )
    (tmp_path / "gold_sentences.json").write_text('[{"id": "a", "sentences": ["They met."]}]')
    coded = read_coded(tmp_path / "gold.json")
    assert coded.topics["a", 0] == {"space"}
    assert coded.acts["a", 0][0]["act_class"] == "procedural"
    assert coded.texts["a", 0] == "They met."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"doc_id": "a", "sentence": 0, "topics": "spaec"}], "'a', sentence 0 .* topic 'spaec'"),
        ([{"doc_id": "a", "sentence": "x", "topics": "space"}], "line 2: sentence 'x'"),
        ([{"doc_id": "a", "topics": "space"}], "no column 'sentence'"),
        ([{"doc_id": "a", "sentence": 0, "topics": "space"}] * 2, "two rows"),
        ([{"doc_id": "a", "sentence": 0, "verb": "go", "act_class": "odd"}], "unknown class 'odd'"),
        ([{"id": "a", "sentences": [{"topics": []}]}], "without `i`"),
    ],
)
def test_errors_name_the_place(rows, said):
    with pytest.raises(SheetError, match=said):
        read_coded(rows)


def test_files_that_are_no_sheets(corpus, tmp_path):
    with pytest.raises(SheetError, match="cannot be opened"):
        read_coded(tmp_path / "none.csv")
    with pytest.raises(SheetError, match=r"a sheet is a \.csv"):
        sheet(corpus, tmp_path / "sheet.ods")
    (tmp_path / "broken.json").write_text("[")
    with pytest.raises(SheetError, match="no readable json"):
        read_coded(tmp_path / "broken.json")
    (tmp_path / "broken.xlsx").write_text("no")
    with pytest.raises(SheetError, match="no readable xlsx"):
        read_coded(tmp_path / "broken.xlsx")
    (tmp_path / "empty.csv").write_text("doc_id,sentence\n")
    with pytest.raises(SheetError, match="no rows"):
        read_coded(tmp_path / "empty.csv")
    with pytest.raises(CorpusError, match="kind='moods': give 'topics' or 'acts'"):
        sheet(corpus, kind="moods")
