"""Whatever the bytes are: each reader makes documents of them, or says that it cannot."""

import importlib.util
import tempfile
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.corpus.metadata.known_facts import tidy_metadata
from summit_analysis.corpus.reading.finishing import finish
from summit_analysis.corpus.reading.raw_documents import RawDocument
from summit_analysis.corpus.reading.readers import READERS, read_bytes
from summit_analysis.errors import SummitAnalysisError

_path = Path(__file__).with_name("made_files.py")
_spec = importlib.util.spec_from_file_location("made_files", _path)
made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made)

MET = "The two leaders met in Temmis, and they shared the view that the talks had been useful."
PAGE = f"<html lang=en><title>Talks</title><main><h1>Talks</h1><p>{MET}</p></main></html>"
SAMPLES = {
    ".txt": MET.encode(),
    ".md": f"---\ntitle: Talks\ndate: 2031-05-03\n---\n\n# Talks\n\n- {MET}\n".encode(),
    ".html": PAGE.encode(),
    ".docx": made.docx(made.run(MET), title="Talks"),
    ".csv": f'id,text\na,"{MET}"\n'.encode(),
    ".tsv": f"id\ttext\na\t{MET}\n".encode(),
    ".jsonl": f'{{"id": "a", "text": "{MET}"}}\n'.encode(),
    ".parquet": made.parquet({"id": ["a"], "text": [MET]}),
    ".xlsx": made.xlsx({"Texts": [["id", "text"], ["a", MET]]}),
}
PATIENT = settings(
    deadline=None, max_examples=20, suppress_health_check=list(HealthCheck), derandomize=True
)


def check(data, suffix):
    """Read bytes as loading does; what comes is clean, and nothing but our own error is raised."""
    path = Path(f"a{suffix}")
    texts, said = [], str(path)
    try:
        for reading in read_bytes(data, path=path):
            metadata = tidy_metadata(reading.metadata)
            raw = RawDocument(path, "a", reading.paragraphs, metadata, reading.removed)
            texts.append(finish(raw, frozenset()).text)
    except SummitAnalysisError as error:
        said = str(error)
    assert str(path) in said
    for text in texts:
        text.encode()
        assert text == text.strip()
        assert not [letter for letter in text if letter < " " and letter != "\n"]


def test_every_kind_has_a_sample():
    kinds = {READERS[suffix].name for suffix in SAMPLES}
    assert kinds == {reader.name for reader in READERS.values()} - {"pdf"}


@pytest.mark.parametrize("suffix", SAMPLES)
@PATIENT
@given(data=st.binary(max_size=300))
def test_any_bytes(suffix, data):
    check(data, suffix)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".csv", ".jsonl"])
@PATIENT
@given(text=st.text(max_size=300))
def test_any_text(suffix, text):
    check(text.encode("utf-8", "surrogatepass"), suffix)


@pytest.mark.parametrize("suffix", SAMPLES)
@PATIENT
@given(place=st.floats(0, 1), gone=st.integers(0, 40), new=st.binary(max_size=12))
def test_damaged_files(suffix, place, gone, new):
    data = SAMPLES[suffix]
    start = int(place * len(data))
    check(data[:start] + new + data[start + gone :], suffix)


@settings(parent=PATIENT, max_examples=8)
@given(place=st.floats(0, 1), gone=st.integers(0, 40), new=st.binary(max_size=12))
def test_damaged_pdf(place, gone, new):
    data = made.pdf([[(70, 700, 10, MET)]])
    start = int(place * len(data))
    check(data[:start] + new + data[start + gone :], ".pdf")


@PATIENT
@given(place=st.floats(0, 1), gone=st.integers(0, 40), new=st.binary(max_size=12))
def test_damaged_archives(place, gone, new):
    data = made.packed({"a.txt": MET, "b/c.md": MET})
    start = int(place * len(data))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.zip")
        path.write_bytes(data[:start] + new + data[start + gone :])
        said = "a.zip"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                sa.load(path, on_error="warn")
        except SummitAnalysisError as error:
            said = str(error)
        assert "a.zip" in said
