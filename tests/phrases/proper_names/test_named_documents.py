"""Named documents and bodies, their acronyms and first places."""

import pandas as pd
import pytest

import summit_analysis as sa
from tests.phrases.act_checks import corpus_of


def names_of(text):
    found = sa.named_documents(corpus_of(text))
    return list(found.sort_values("start")[["name", "kind"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed the Harbor Treaty.", [("Harbor Treaty", "treaty")]),
        (
            "Article V of the Japan-U.S. Security Treaty applies.",
            [("Article V of the Japan-U.S. Security Treaty", "article")],
        ),
        (
            "Endorsing the Joint Statement of the Port Committee, they met.",
            [("Joint Statement of the Port Committee", "statement")],
        ),
        (
            "The Lighthouse Program and the Harbor Fellowship go on.",
            [("Lighthouse Program", "framework"), ("Harbor Fellowship", "framework")],
        ),
        ("The “2+2” met.", [("2+2", "body")]),
        ("They met at the Six Harbors Forum in May.", [("Six Harbors Forum", "body")]),
        ("They praised the council and its treaty.", []),
        ("Japan and the European Union met.", []),
    ],
)
def test_names_and_kinds(text, expected):
    assert names_of(text) == expected


def test_an_acronym_counts_for_its_name():
    text = "They praised the Open Harbor Framework (OHF). The OHF grows. OHF members met."
    found = sa.named_documents(corpus_of(text))
    assert found[["name", "acronym", "count"]].values.tolist() == [
        ["Open Harbor Framework", "OHF", 3]
    ]


def test_brackets_that_are_no_acronym_are_none():
    found = sa.named_documents(corpus_of("They praised the Open Harbor Framework (XYZ)."))
    assert found["acronym"].tolist() == [""]


def test_documents_are_counted_and_the_first_place_is_evidence():
    frame = pd.DataFrame({"doc_id": ["a", "b"], "text": ["The Harbor Treaty holds."] * 2})
    corpus = sa.from_frame(frame, text="text", id="doc_id")
    (row,) = sa.named_documents(corpus).itertuples()
    assert (row.count, row.documents, row.doc_id) == (2, 2, "a")
    assert corpus["a"].text[row.start : row.end] == row.match == "Harbor Treaty"


def test_without_names_the_frame_says_so():
    found = sa.named_documents(corpus_of("rain fell on the roofs."))
    assert found.empty
    assert "No name of a document or body was found" in found.attrs["notes"][0]


def test_the_bundled_document_names_what_it_builds_on():
    found = sa.named_documents(sa.load()).set_index("name")
    assert found.loc["Indo-Pacific Economic Framework", "acronym"] == "IPEF"
    assert "Article V of the Japan-U.S. Security Treaty" in found.index


def test_a_title_names_its_own_text_alone():
    text = "Statement of the Port Committee on the Harbor Treaty (HT)\n\nThey praised the HT."
    title = text.split("\n")[0]
    corpus = sa.Corpus([sa.Document("a", text, {"title": title, "inferred": "title"})])
    found = sa.named_documents(corpus)
    assert found["acronym"].tolist() == ["HT"]
    assert "One title that stands at the head of a text is left out." in found.attrs["notes"]
