"""What was planted in the made-up series shows in keyness, trend and dispersion."""

import pytest

import summit_analysis as sa

SIDES = ("Keldrava", "Sorrelay")


@pytest.fixture(scope="module")
def accounts(series):
    return [series.where(issuer=side) for side in SIDES]


@pytest.fixture(scope="module")
def key_terms(accounts):
    return sa.keyness(*accounts).set_index("term")


@pytest.fixture(scope="module")
def spread(series):
    return sa.dispersion(series).set_index("term")


def by_side(counts, side):
    return {doc_id: n for doc_id, n in counts.items() if side.lower() in doc_id}


def test_the_word_each_side_leans_on_is_key(key_terms, fact):
    words, counts = fact("key-words")["values"]["words"], fact("key-words")["values"]["counts"]
    for side, sign, end in (("Keldrava", 1, "target"), ("Sorrelay", -1, "reference")):
        row = key_terms.loc[words[side]]
        assert row["lrc"] * sign > 0
        assert row[f"count_{end}"] == sum(counts[words[side]].values())
        assert row[f"documents_{end}"] == len(counts[words[side]])
        assert row["p_documents"] == key_terms["p_documents"].min()
    assert key_terms.index[-1] == words["Sorrelay"]
    assert words["Keldrava"] in key_terms.index[:5]


def test_the_verbs_only_one_side_uses_lie_on_its_side(key_terms, fact):
    values = fact("act-verbs")["values"]
    for side, sign in zip(SIDES, (1, -1), strict=True):
        for verb in values["verbs"][side]:
            row = key_terms.loc[verb]
            assert row["g2"] * sign > 3.84
            assert row["log_ratio"] * sign > 2
            total = row["count_target"] + row["count_reference"]
            assert total == sum(values["counts"][verb].values())


def test_the_two_names_of_one_thing_are_key_phrases(accounts, fact):
    phrases = sa.keyness(*accounts, n=3).set_index("term")
    values = fact("two-names")["values"]
    for side, sign in zip(SIDES, (1, -1), strict=True):
        name = values["names"][side]
        row = phrases.loc[name.lower()]
        assert row["g2"] * sign > 3.84
        total = row["count_target"] + row["count_reference"]
        assert total == sum(values["counts"][name].values())


def test_a_change_of_leader_is_key_between_the_years(series, fact):
    before = series.where(year=["2031", "2032"])
    after = series.where(year=["2033", "2034"])
    terms = sa.keyness(after, before).set_index("term")
    counts = fact("change-of-leader")["values"]["counts"]
    assert terms.loc["aldane", "lrc"] > 0 > terms.loc["mirrow", "lrc"]
    assert terms.loc["aldane", "count_target"] == sum(counts["Aldane"].values())
    former = counts["Mirrow"]["2033-02-17-keldrava-readout"]
    assert terms.loc["mirrow", "count_target"] == former


def test_the_rising_word_rises_every_year(series, fact):
    values = fact("rising-word")["values"]
    rows = sa.trend(series, values["word"]).set_index("year")
    assert rows["count"].to_dict() == {str(year): n for year, n in values["by_year"].items()}
    assert rows["rate"].is_monotonic_increasing
    assert rows.loc["2034", "rate_low"] > rows.loc["2031", "rate_high"]
    late, early = series.where(year="2034"), series.where(year="2031")
    assert sa.keyness(late, early).set_index("term").loc[values["word"], "g2"] > 6.63


def test_the_word_put_into_the_formula_comes_and_goes(series, fact):
    values = fact("formula-strait")["values"]
    rows = sa.trend(series, values["added"], by="date").set_index("date")
    there = rows.index[rows["count"] > 0]
    assert (there.min(), there.max()) == (values["added_on"], values["added_last_date"])
    for pattern, counts in values["counts"].items():
        assert sa.trend(series, pattern)["count"].sum() == sum(counts.values())


def test_the_formula_is_even_and_the_clumped_word_is_not(series, spread, fact):
    formula = fact("formula-strait")["values"]["counts"]["lasting"]
    clumped = fact("clumped-word")["values"]["word"]
    assert spread.loc["lanner", "range"] == len(series)
    assert spread.loc["lanner", "dp_norm"] < 0.1 < 0.9 < spread.loc["lanner", "juilland_d"]
    assert spread.loc["lasting", "range"] == len(formula)
    assert spread.loc[clumped, ["count", "range", "juilland_d"]].tolist() == [4, 1, 0]
    assert spread.loc[clumped, "dp_norm"] > 0.99
    assert spread.loc[clumped, "dkl"] > spread.loc["lasting", "dkl"] > spread.loc["lanner", "dkl"]


def test_opening_and_closing_words_stand_in_one_slice(series, fact):
    opening = fact("opening-words")["values"]["counts"]
    closing = fact("closing-word")["values"]["counts"]
    for word, counts in {**opening, **closing}.items():
        for doc_id in counts:
            row = sa.dispersion(series.where(doc_id=doc_id), parts=4).set_index("term").loc[word]
            assert row["range"] == 1
            assert row["dp"] > 0.6


def test_collocates_of_the_formulas_words_are_the_formula(series):
    frame = sa.collocates(series, "strait")
    assert set(frame["term"].head(3)) == {"lanner", "stability", "across"}
    assert frame.loc[0, "count"] == len(series)
