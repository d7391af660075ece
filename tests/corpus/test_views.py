import pytest

import summit_analysis as sa

CORPUS = sa.Corpus(
    [
        sa.Document("b", "We met. We left.\n\nUS and us."),
        sa.Document("a", "Japan’s share.", {"file": "a.txt", "inferred": "title"}),
    ],
    left_out=["c.pdf: files of kind '.pdf' cannot be read."],
)
VIEWS = {
    "sentences": ["doc_id", "sentence", "paragraph", "start", "end", "text"],
    "tokens": ["doc_id", "sentence", "start", "end", "token"],
    "provenance": [
        "doc_id", "file", "sha256", "reader", "encoding", "inferred", "removed", "characters",
    ],
    "removed": ["doc_id", "rule", "text", "paragraph"],
}  # fmt: skip


@pytest.mark.parametrize("corpus", [CORPUS, sa.Corpus([]), sa.load()], ids=["two", "none", "seed"])
@pytest.mark.parametrize(("view", "columns"), VIEWS.items())
def test_columns_title_and_notes(corpus, view, columns):
    frame = getattr(corpus, view)
    assert list(frame.columns) == columns
    assert frame.index.tolist() == list(range(len(frame)))
    assert frame.attrs["title"]
    assert frame.attrs["notes"]


def test_sentences_are_numbered_by_document_and_paragraph():
    frame = CORPUS.sentences
    assert frame[["doc_id", "sentence", "paragraph"]].to_numpy().tolist() == [
        ["b", 0, 0],
        ["b", 1, 0],
        ["b", 2, 1],
        ["a", 0, 0],
    ]
    assert frame["text"].tolist() == ["We met.", "We left.", "US and us.", "Japan’s share."]


def test_tokens_are_folded():
    assert CORPUS.tokens["token"].tolist() == [
        "we", "met", "we", "left", "u.s.", "and", "us", "japan", "share",
    ]  # fmt: skip
    assert CORPUS.tokens["sentence"].tolist() == [0, 0, 1, 1, 2, 2, 2, 0, 0]


def test_provenance_counts_and_names_what_was_left_out():
    frame = CORPUS.provenance.set_index("doc_id")
    assert frame.loc["a", ["file", "inferred", "removed"]].tolist() == ["a.txt", "title", 0]
    assert frame.loc["a", "characters"] == len("Japan’s share.")
    assert frame.attrs["notes"] == list(CORPUS.left_out)
    assert sa.load().provenance.attrs["notes"] == ["Nothing was left out."]


def test_removed_lists_every_removal_of_the_seed():
    corpus = sa.load()
    assert len(corpus.removed) == len(corpus.documents[0].removed) == 10
    assert corpus.removed["text"].str.startswith("Note: This article").sum() == 1
    assert sa.Corpus([]).removed.attrs["notes"] == ["Cleaning removed and repaired nothing."]


@pytest.mark.parametrize("view", [*VIEWS, "metadata"])
def test_a_frame_changed_by_a_reader_does_not_change_the_corpus(view):
    corpus = sa.load()
    frame = getattr(corpus, view).copy()
    changed = getattr(corpus, view)
    changed.iloc[0, 0] = "changed"
    assert getattr(corpus, view).iloc[0, 0] == frame.iloc[0, 0]
