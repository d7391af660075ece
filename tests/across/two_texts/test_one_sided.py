import summit_analysis as sa

LEXICON = {"topics": {"space": {"entries": ["moon"]}, "sea": {"entries": ["sea"]}}}


def test_topics_and_sentences_of_one_side(document):
    a = document("a", "They discussed the moon. They discussed fishing in the sea.")
    b = document("b", "We discussed fishing in the deep sea.")
    rows = sa.only_in(a, b, lexicon=LEXICON)
    assert rows[["side", "kind", "topic", "other_doc_id", "match"]].values.tolist() == [
        ["a", "topic", "space", "b", "moon"],
        ["a", "sentence", "space", "b", "They discussed the moon."],
    ]
    assert "does not say that it was not discussed" in rows.attrs["notes"][0]


def test_what_is_answered_in_other_words_is_not_one_sided(document):
    a = document("a", "They welcomed the joint lunar landing near the moon pole.")
    b = document("b", "We welcomed the joint lunar landing at the pole.")
    assert sa.only_in(a, b, lexicon=LEXICON).empty


def test_identical_documents(series):
    one = series.documents[0]
    rows = sa.only_in(one, one)
    assert "topic" not in set(rows["kind"])
    assert any("same text" in note for note in rows.attrs["notes"])


def test_places(series, check_evidence):
    check_evidence(
        sa.only_in(series.where(issuer="Keldrava"), series.where(issuer="Sorrelay")), series
    )


def test_order_of_topics(document):
    a = document("a", "They discussed the moon. They discussed the sea.")
    b = document("b", "We discussed the sea.")
    rows = sa.topics_side_by_side(a, b, lexicon=LEXICON).set_index("topic")
    assert rows.loc["sea", ["place", "place_b"]].tolist() == [2, 1]
    assert rows.loc["space", "place"] == 1 and rows["place_b"].isna()["space"]


def test_every_sentence_of_both_sides_has_its_place(series, check_evidence):
    a, b = series.where(issuer="Keldrava"), series.where(issuer="Sorrelay")
    rows = sa.two_accounts(a, b)
    check_evidence(rows, series)
    check_evidence(rows, series, "_b")
    for side, end in ((a, ""), (b, "_b")):
        there = rows.dropna(subset=["sentence" + end])
        shown = set(zip(there["doc_id" + end], there["sentence" + end], strict=True))
        assert shown == set(zip(side.sentences["doc_id"], side.sentences["sentence"], strict=True))
    assert rows["pair"].nunique() == 6
