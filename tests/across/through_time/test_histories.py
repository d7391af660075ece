import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError, PatternError

STRAIT = "peace and stability across the Lanner Strait"


@pytest.fixture
def follow(document):
    def make(*texts, **options):
        corpus = sa.Corpus(
            [document(f"d{n}", text, f"203{n}-01-01") for n, text in enumerate(texts)]
        )
        return sa.history(corpus, options.pop("pattern", STRAIT), **options)

    return make


def test_words_come_and_go(follow):
    frame = follow(
        "They want peace and stability across the Lanner Strait.",
        "They want lasting peace and stability across the Lanner Strait.",
        "They want peace and stability across the Lanner Strait.",
    )
    assert frame["added"].tolist() == [[], ["lasting"], []]
    assert frame["removed"].tolist() == [[], [], ["lasting"]]
    assert frame["first_use"].tolist() == [[], ["lasting"], []]
    assert frame["compared_with"].tolist() == ["", "d0", "d1"]
    assert frame["object"].tolist() == ["Lanner Strait"] * 3


@pytest.mark.parametrize(("second", "told"), [("2031-05-01", True), ("2031-05-02", False)])
def test_documents_of_one_day_are_told(document, second, told):
    texts = [("c", "2031-04-01", "They want"), ("b", "2031-05-01", "They want lasting"),
             ("a", second, "They want lasting")]  # fmt: skip
    corpus = sa.Corpus([document(name, f"{text} {STRAIT}.", day) for name, day, text in texts])
    frame = sa.history(corpus, STRAIT)
    assert frame["first_use"].tolist() == [[], ["lasting"], []]
    notes = [note for note in frame.attrs["notes"] if "Documents of one day" in note]
    assert [note.endswith("which was first: b, a.") for note in notes] == [True] * told


@pytest.mark.parametrize(
    ("text", "exact", "match"),
    [
        ("We want peace, trust and stability across the Lanner Strait.", False, None),
        ("We want peace across the Lanner Strait.", False, "peace across the Lanner Strait"),
        ("We want peace and stability in the Lanner Strait.", False, None),
        (f"We want {STRAIT}.", True, STRAIT),
    ],
)
def test_a_word_more_or_less_does_not_hide_it(follow, text, exact, match):
    frame = follow(f"They want {STRAIT}.", text)
    assert frame["exact"].tolist() == [True, exact]
    if match:
        assert frame["match"].iloc[1] == match
    assert len(follow(f"They want {STRAIT}.", text, near=False)) == 1 + exact


@pytest.mark.parametrize(
    "text",
    [
        "We want peace and stability across the Korean Peninsula.",
        "Ships crossed the Lanner Strait.",
        "We want peace. Ships crossed the Lanner Strait.",
    ],
)
def test_the_object_and_the_formula_are_both_needed(follow, text):
    assert len(follow(f"They want {STRAIT}.", text)) == 1


def test_the_object_that_follows(follow):
    frame = follow(
        "We seek the complete denuclearization of North Korea.",
        "We seek the complete denuclearization of the Korean Peninsula, in peace.",
        "We seek complete denuclearization.",
        pattern="complete denuclearization",
        scope="formula",
    )
    assert frame["object"].tolist() == ["North Korea", "Korean Peninsula", ""]
    assert frame["changed"].iloc[1] == ["North Korea → the Korean Peninsula"]


def test_the_passage_goes_on_while_it_speaks_of_the_object(follow):
    text = (
        f"They met. They want {STRAIT}. They oppose force in the cross-Strait waters. They ate.\n\n"
        "The Strait is wide."
    )
    assert follow(text)["wording"].tolist() == [
        f"They want {STRAIT}. They oppose force in the cross-Strait waters."
    ]
    assert follow(text, scope="sentence")["wording"].tolist() == [f"They want {STRAIT}."]
    assert follow(text, scope="formula")["wording"].tolist() == [STRAIT]


def test_a_first_use_belongs_to_the_formula(follow):
    """A word used before of another object is new when it comes to this one."""
    frame = follow(
        f"They want {STRAIT}.\n\nThey oppose coercion in the Outer Sea.",
        f"They want {STRAIT} without coercion.",
    )
    assert frame["first_use"].iloc[1] == ["coercion"]


def test_an_issuer_is_compared_with_itself(document):
    corpus = sa.Corpus(
        [
            document("a", f"We want {STRAIT}.", "2031-01-01", issuer="X"),
            document("b", f"They seek {STRAIT}.", "2031-01-01", issuer="Y"),
            document("c", f"We want {STRAIT} now.", "2032-01-01", issuer="X"),
        ]
    )
    assert sa.history(corpus, STRAIT)["compared_with"].tolist() == ["", "", "a"]
    assert sa.history(corpus, STRAIT, by=None)["compared_with"].tolist() == ["", "a", "b"]


def test_places(series, check_evidence):
    frame = sa.history(series, STRAIT)
    check_evidence(frame, series)
    assert frame["date"].is_monotonic_increasing and len(frame) == 15


def test_undated_documents_are_shown_last_and_not_compared(document):
    corpus = sa.Corpus(
        [
            document("a", f"We want {STRAIT}."),
            document("b", f"We want {STRAIT}.", "2031-01-01"),
            document("c", f"We want lasting {STRAIT}.", "2032-01-01"),
        ]
    )
    frame = sa.history(corpus, STRAIT)
    assert frame["doc_id"].tolist() == ["b", "c", "a"]
    assert frame["compared_with"].tolist() == ["", "b", ""]
    assert any("Without a date" in note and "a" in note for note in frame.attrs["notes"])


def test_no_date_at_all(document):
    frame = sa.history(sa.Corpus([document("a", f"We want {STRAIT}.")]), STRAIT)
    assert len(frame) == 1 and frame["date"].isna().all()
    assert any("No document has a date" in note for note in frame.attrs["notes"])


def test_one_document_has_nothing_to_compare_with(follow):
    frame = follow(f"They want {STRAIT}.")
    assert len(frame) == 1
    assert any("no earlier occurrence" in note for note in frame.attrs["notes"])


def test_a_phrase_that_never_occurs(follow):
    frame = follow("They want peace.")
    assert frame.empty and {"added", "wording", "date"} <= set(frame.columns)
    assert "No match found" in frame.attrs["notes"][0] and "peace" in frame.attrs["notes"][0]
    assert sa.first_uses(frame).empty


def test_bad_arguments(series):
    with pytest.raises(CorpusError, match="scope="):
        sa.history(series, STRAIT, scope="page")
    with pytest.raises(CorpusError, match="continent"):
        sa.history(series, STRAIT, by="continent")
    with pytest.raises(PatternError):
        sa.history(series, "")
    with pytest.raises(CorpusError, match="empty"):
        sa.history(sa.Corpus([]), STRAIT)


def test_wildcards_say_themselves_what_varies(series):
    frame = sa.history(series, "importance of * peace")
    assert set(frame["match"]) == {"importance of lasting peace"}


def test_documents_that_lack_it(document):
    corpus = sa.Corpus(
        [document("a", f"We want {STRAIT}.", "2031-01-01"), document("b", "We ate.", "2032-01-01")]
    )
    frame = sa.lacking(corpus, STRAIT)
    assert frame["doc_id"].tolist() == ["b"]
    assert "No match found in 1 of 2 documents" in frame.attrs["notes"][0]
    assert "b" in " ".join(sa.history(corpus, STRAIT).attrs["notes"])


def test_the_corpus_is_not_changed(series):
    before = series.metadata.copy()
    sa.history(series, STRAIT)
    pd.testing.assert_frame_equal(before, series.metadata)


@pytest.fixture(scope="module")
def statements(corpora):
    """The joint statements of the leaders of Japan and the United States, 2021 to 2025."""
    corpus = sa.load(corpora / "white_house")
    return corpus.where(parties="Japan; United States", kind="joint-statement-or-declaration")


def test_a_real_formula(statements):
    frame = sa.history(statements, "peace and stability across the Taiwan Strait")
    assert frame["date"].dt.strftime("%Y-%m").tolist() == [
        "2021-04", "2022-05", "2024-04", "2025-02",
    ]  # fmt: skip
    came = [" ".join([*row.added, *row.changed]) for row in frame.itertuples()]
    went = [" ".join(removed) for removed in frame["removed"]]
    assert "basic positions" in came[1] and "unchanged" in came[1]
    assert "indispensable element in security and prosperity in the international" in came[1]
    assert "global" in frame["first_use"].iloc[2]
    assert "basic positions" in went[3] and "by force or coercion" in came[3]
    assert "coercion" in frame["first_use"].iloc[3]


def test_what_is_to_be_denuclearized(statements):
    frame = sa.history(statements, "complete denuclearization")
    assert frame["object"].tolist() == ["North Korea", "Korean Peninsula", "North Korea", "DPRK"]


def test_words_before_and_after_belong_to_the_formula_when_they_recur(follow):
    frame = follow(
        "They want the free flow of grain through the Veldt Corridor.",
        "They want the safe and free flow of grain through the Veldt Corridor at all times.",
        "They back the safe and free flow of grain through the Veldt Corridor at all times.",
        "They back the free flow of grain through the Veldt Corridor at all times, and more.",
        "They must maintain free flow of grain through the Veldt Corridor now.",
        pattern="the free flow of grain through the Veldt Corridor",
        scope="formula",
    )
    grain = "free flow of grain through the Veldt Corridor"
    assert frame["wording"].tolist() == [
        grain,
        f"safe and {grain} at all times",
        f"safe and {grain} at all times",
        f"{grain} at all times",
        grain,
    ]
    assert frame["added"].iloc[1] == ["safe and", "at all times"]
    assert frame["removed"].iloc[3] == ["safe and"]


def test_where_every_document_has_the_formula_none_is_said_to_lack_it(document):
    corpus = sa.Corpus([document("a", f"They want {STRAIT}.", "2031-04-01")])
    lacking = sa.lacking(corpus, STRAIT)
    assert lacking.empty and lacking.attrs["notes"] == ["A match was found in every document."]
