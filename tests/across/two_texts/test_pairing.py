import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


def test_pairs_the_accounts_of_each_summit(series):
    frame = sa.pairs(series.where(issuer="Keldrava"), series.where(issuer="Sorrelay"))
    assert len(frame) == 6
    assert (frame["date"] == frame["date_b"]).all() and (frame["parties_shared"] == 2).all()


def test_a_day_later_in_the_other_capital(document):
    a = sa.Corpus([document("a", "We met.", "2031-04-12"), document("c", "We left.", "2031-05-01")])
    b = sa.Corpus([document("b", "They met.", "2031-04-13")])
    frame = sa.pairs(a, b)
    assert frame[["doc_id", "doc_id_b", "days"]].values.tolist() == [["a", "b", 1]]
    assert "c" in " ".join(frame.attrs["notes"])
    assert sa.pairs(a, b, days=0).empty


def test_two_documents_are_compared_whatever_their_dates(document):
    frame = sa.pairs(document("a", "We met.", "2031-04-12"), document("b", "They met."))
    assert frame["doc_id_b"].tolist() == ["b"]


def test_documents_of_other_meetings_on_the_day_are_no_pair(document):
    a = sa.Corpus(
        [document("a", "We met.", "2031-04-12", parties="X; Y"), document("d", "No.", "2030-01-01")]
    )
    b = sa.Corpus(
        [
            document("b", "They met.", "2031-04-12", parties="X; Z"),
            document("c", "They met.", "2031-04-12", parties="Y; X"),
        ]
    )
    assert sa.pairs(a, b)["doc_id_b"].tolist() == ["c"]


def test_parties_that_are_not_known_are_not_counted(document):
    frame = sa.pairs(
        document("a", "We met.", "2031-04-12", parties="X; Y"),
        document("b", "They met.", "2031-04-12"),
    )
    assert frame["parties_shared"].isna().all() and frame["parties_shared"].dtype == "Int64"
    both = document("b", "They met.", parties="Z")
    frame = sa.pairs(document("a", "We met.", parties="X; Y"), both)
    assert frame["parties_shared"].tolist() == [0] and frame["days"].isna().all()


def test_one_partner_each(document):
    a = sa.Corpus([document(f"a{n}", "We met.", "2031-04-12") for n in range(3)])
    b = sa.Corpus([document(f"b{n}", "They met.", "2031-04-12") for n in range(2)])
    frame = sa.pairs(a, b)
    assert frame["doc_id"].is_unique and frame["doc_id_b"].is_unique and len(frame) == 2


@pytest.mark.parametrize("compare", [sa.align, sa.shared_runs, sa.renamed, sa.only_in])
def test_an_empty_side_is_named(compare, document):
    full = document("a", "We met.")
    with pytest.raises(CorpusError, match="second side"):
        compare(full, sa.Corpus([], name="nobody"))
    with pytest.raises(CorpusError, match="first side"):
        compare(document("b", ""), full)


@pytest.mark.parametrize("compare", [sa.align, sa.shared_runs, sa.renamed, sa.only_in])
def test_without_partners_it_says_what_to_do(compare, document):
    a = sa.Corpus([document("a", "We met.", "2031-04-12"), document("c", "We left.")])
    b = sa.Corpus([document("b", "They met.", "2032-04-12"), document("d", "They left.")])
    with pytest.raises(CorpusError, match="days="):
        compare(a, b)


def test_a_subset_stays_a_subset(series):
    rows = series.sentences.query("sentence < 3")
    part = series.subset(rows)
    matched = sa.align(part.where(issuer="Keldrava"), part.where(issuer="Sorrelay"))
    assert set(matched["sentence"]) | set(matched["sentence_b"]) <= {0, 1, 2}
