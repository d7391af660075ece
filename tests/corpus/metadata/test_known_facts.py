import datetime

import numpy as np
import pandas as pd
import pytest

from summit_analysis.corpus.metadata.known_facts import (
    infer,
    library_names,
    metadata_frame,
    tidy_metadata,
)

DAY = datetime.date(2022, 1, 21)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["URL", "License", "Filename"], ["source_url", "licence", "file"]),
        (["Issuer", "Source URL"], ["issuer", "source_url"]),
        (["url", "source_url"], ["url", "source_url"]),
        (["source_url", "url"], ["source_url", "url"]),
        (["id", "doc_id"], ["id", "doc_id"]),
        (["Summit No.", "summit"], ["Summit No.", "summit"]),
    ],
)
def test_names(given, expected):
    assert list(library_names(given).values()) == expected


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ({"parties": ["Japan", "United States"]}, {"parties": "Japan; United States"}),
        ({"parties": np.array(["A", "B"])}, {"parties": "A; B"}),
        ({"title": {"en": "Talks"}}, {"title": "en: Talks"}),
        ({"title": 2022}, {"title": "2022"}),
        ({"title": "  two \n lines "}, {"title": "two lines"}),
        ({"summit": 3}, {"summit": 3}),
        ({"summit": 3.0}, {"summit": 3}),
        ({"share": 0.5}, {"share": 0.5}),
        ({"a": None, "b": "", "c": float("nan"), "d": pd.NaT, "e": pd.NA, "f": "  "}, {}),
        ({"date": "2022-01-21"}, {"date": DAY}),
        ({"Date": DAY}, {"date": DAY}),
        ({"date": pd.Timestamp(DAY)}, {"date": DAY}),
        ({"date": "soon"}, {"date_as_written": "soon"}),
        ({"date": 2022}, {"date": datetime.date(2022, 1, 1), "date_as_written": "2022"}),
    ],
)
def test_tidying(raw, tidy):
    assert tidy_metadata(raw) == tidy


def test_what_is_known_is_never_overwritten():
    known = {"title": "Talks", "date": DAY}
    result = infer(known, text="On May 1, 2020, they met.", name="2019-01-01.txt", title="Other")
    assert result == {"title": "Talks", "date": DAY, "inferred": ""}
    assert known == {"title": "Talks", "date": DAY}


@pytest.mark.parametrize(
    ("metadata", "text", "title", "expected"),
    [
        ({}, "On January 21, 2022, we met.", "Talks", ("Talks", DAY, "date; title")),
        ({}, "We met.\n\nWe left.", None, ("We met.", None, "title")),
        ({"title": "T"}, "On January 21, 2022, we met.", None, ("T", DAY, "date")),
        ({"date": DAY, "date_as_written": "2022"}, "We met.", "T", ("T", DAY, "date; title")),
    ],
)
def test_what_is_inferred_is_marked(metadata, text, title, expected):
    result = infer(metadata, text=text, name="talks.txt", title=title)
    assert (result["title"], result.get("date"), result["inferred"]) == expected


def test_a_long_first_line_is_shortened_at_a_word():
    title = infer({}, text="word " * 100, name="a.txt", title=None)["title"]
    assert len(title) <= 162
    assert title.endswith("word …")


def test_the_frame_has_the_usual_columns_first_and_dates_as_dates():
    frame = metadata_frame([("b", {"zeal": 1, "date": DAY}), ("a", {"act": "x"})])
    assert frame["doc_id"].tolist() == ["b", "a"]
    assert frame.columns[:3].tolist() == ["doc_id", "title", "date"]
    assert frame.columns[-2:].tolist() == ["act", "zeal"]
    assert frame["date"].tolist()[0] == pd.Timestamp(DAY)
    assert frame["date"].isna().tolist() == [False, True]
