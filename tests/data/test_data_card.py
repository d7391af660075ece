"""The data card and the data folder say the same."""

import csv
import hashlib
import re
from pathlib import Path

import pytest

import summit_analysis as sa

DATA = Path(__file__).resolve().parents[2] / "data"
CARD = (DATA / "README.md").read_text(encoding="utf-8")
SEED_SHA256 = "4eb8baae4352f47e7801505772668234506c9f3615570141a75d5690dc4a50a1"


def table_rows(text):
    """Cells of the rows of Markdown tables whose first cell is in backticks."""
    rows = [line.strip("| \n").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return {row[0].strip("` "): [cell.strip("` ") for cell in row[1:]] for row in rows}


def section(heading):
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", CARD, re.S | re.M)
    assert found, f"the card has no section {heading!r}"
    return found[1]


def metadata_rows():
    with (DATA / "readouts" / "metadata.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_file_is_listed_with_its_sha256():
    listed = {name: cells[-1] for name, cells in table_rows(section("readouts/")).items()}
    there = {
        path.relative_to(DATA / "readouts").as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in (DATA / "readouts").rglob("*")
        if path.is_file()
    }
    assert listed == there


def test_seed_is_byte_for_byte_as_received():
    path = DATA / "readouts" / "japan-us-summit-video-teleconference-2022-01-21.txt"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SEED_SHA256


def test_codebook_has_the_columns_of_the_table_in_their_order():
    assert list(table_rows(section("Codebook of metadata.csv"))) == list(metadata_rows()[0])


def test_every_document_has_a_row_and_every_row_a_document():
    documents = {path.name for path in (DATA / "readouts").glob("*.txt")}
    assert {row["file"] for row in metadata_rows()} == documents
    assert all(value.strip() for row in metadata_rows() for value in row.values())


@pytest.mark.parametrize("column", ["source_url"])
def test_card_gives_each_source(column):
    for row in metadata_rows():
        assert f"<{row[column]}>" in CARD


def test_loaded_corpus_is_what_the_card_describes():
    corpus = sa.load()
    assert f"{len(corpus.sentences)} sentences" in CARD
    assert f"in {corpus.sentences['paragraph'].nunique()} paragraphs" in CARD
    assert set(corpus.metadata["sha256"]) <= set(re.findall(r"[0-9a-f]{64}", CARD))


def test_every_folder_of_data_has_a_section():
    folders = {path.name for path in DATA.iterdir() if path.is_dir()}
    assert folders == {name.strip("/") for name in re.findall(r"^## (\w+/)$", CARD, re.M)}
    assert "invented" in section("examples/")


def test_catalogue_is_what_the_card_describes():
    with (DATA / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    card = section("catalogue.csv")
    assert list(rows[0]) == list(table_rows(card))
    assert f"{len(rows):,} public addresses" in card
    white_house = [row for row in rows if "White House" in row["issuer"]]
    assert f"the White House ({len(white_house):,})" in " ".join(card.split())
    assert len({row["url"] for row in rows}) == len(rows)
    assert all(re.fullmatch(r"(\d{4}(-\d\d-\d\d)?)?", row["date"]) for row in rows)
    assert all(re.match(r"https?://[\w.-]+/", row["url"]) for row in rows)
    assert all(row["title"] and row["issuer"] and row["kind"] for row in rows)
