import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError
from summit_analysis.phrases.recurrence.variants import group_variants

COLUMNS = ["phrase", "words", "count", "documents", "first_date", "last_date", "variants"]


@pytest.fixture(scope="module")
def series():
    return sa.load(sa.bundled("data", "examples", "series"))


def test_counts_reproduce_from_a_concordance(series):
    frame = sa.formulas(series)
    assert list(frame.columns) == COLUMNS
    for row in frame.head(20).to_dict("records"):
        found = sa.concordance(series, row["phrase"])
        assert len(found) == row["count"] and found["doc_id"].nunique() == row["documents"]


def test_the_planted_formula_leads_with_its_variant_under_it(series):
    first = sa.formulas(series).iloc[0]
    assert first["phrase"] == "peace and stability across the lanner strait"
    assert first["variants"][0] == "lasting peace and stability across the lanner strait"
    assert first["count"] == first["documents"] == 15


def test_mere_names_are_left_out_unless_asked_for(series):
    without, all_of_them = sa.formulas(series), sa.formulas(series, names=True, group=False)
    assert "mutual defense treaty" in set(all_of_them["phrase"])
    assert "mutual defense treaty" not in set(without["phrase"])
    assert any("being names" in note for note in without.attrs["notes"])


def test_ungrouped_phrases_have_their_own_rows(series):
    grouped, apart = sa.formulas(series), sa.formulas(series, group=False)
    assert len(apart) == len(grouped) + sum(map(len, grouped["variants"]))


def test_by_issuer_with_zero_rows(series):
    frame = sa.formulas(series, by="issuer")
    one = frame[frame["phrase"] == "shared the intention"].set_index("issuer")["count"]
    assert one.to_dict() == {"Keldrava": 13, "Keldrava and Sorrelay": 0, "Sorrelay": 0}
    assert frame.attrs["title"] == "Recurring phrases by issuer"


def test_nothing_recurs():
    frame = sa.formulas(sa.Corpus([sa.Document("a", "We met.")]))
    assert frame.empty and list(frame.columns) == COLUMNS
    assert "No phrase" in frame.attrs["notes"][0]


def test_minimums():
    with pytest.raises(CorpusError):
        sa.formulas(sa.Corpus([sa.Document("a", "We met.")]), min_count=1)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("reaffirmed the importance", "underscored the importance", True),
        ("reaffirm the importance", "reaffirmed the importance", True),
        ("underscored the importance", "underscored the need", False),
        ("peace and security", "trade and security", False),
        ("stability across the taiwan strait", "stability across the lanner strait", False),
        ("peace and stability across the strait", "lasting peace and stability across the strait",
         True),
        ("free and open", "free and open international order", False),
    ],
)  # fmt: skip
def test_variants(first, second, together):
    names = frozenset({"taiwan", "lanner", "strait"})
    heads = group_variants([tuple(first.split()), tuple(second.split())], [3, 2], names)
    assert heads == ({0: [1]} if together else {0: [], 1: []})
