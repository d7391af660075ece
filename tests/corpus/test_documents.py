import dataclasses
import datetime

import pytest

from summit_analysis.corpus import Document

DAY = datetime.date(2022, 1, 21)


@pytest.mark.parametrize(
    ("metadata", "paragraph", "citation"),
    [
        (
            {"issuer": "Japan", "title": "Talks", "date": DAY},
            2,
            "Japan, “Talks”, 21 January 2022, para. 3",
        ),
        (
            {"issuer": "Japan", "title": "Talks", "date": DAY},
            None,
            "Japan, “Talks”, 21 January 2022",
        ),
        ({"title": "Talks"}, 0, "“Talks”, para. 1"),
        ({}, None, "talks-2022"),
        ({"date": "2022"}, None, "talks-2022"),
    ],
)
def test_citations(metadata, paragraph, citation):
    assert Document("talks-2022", "They met.", metadata).cite(paragraph=paragraph) == citation


def test_a_document_does_not_change_or_spill_its_text():
    document = Document("a", "They met.")
    assert repr(document) == "Document('a', 9 characters)"
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.text = "They left."
