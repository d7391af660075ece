import pytest

import summit_analysis as sa
from summit_analysis.across.two_texts.names import names_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met near the Ellisk Islands on May 3.", ["Ellisk Islands"]),
        ("Boats left the Republic of Korea.", ["Republic of Korea"]),
        ("The Outer Shoals’ waters are calm.", ["Outer Shoals"]),
        ("President Halla Mirrow spoke.", []),
        ("Article 4 of the treaty applies.", []),
        ("Global Challenges: Realizing Human Security", []),
        ("", []),
    ],
)
def test_names(sentence, expected):
    assert [name.text for name in names_in(sentence)] == expected


def test_places(series, check_evidence):
    rows = sa.renamed(series.where(issuer="Keldrava"), series.where(issuer="Sorrelay"))
    check_evidence(rows, series)
    check_evidence(rows, series, "_b")
    assert set(rows["name"]) == {"Ellisk Islands"} and set(rows["name_b"]) == {"Outer Shoals"}


def test_the_same_names_are_not_renamed(document):
    a = document("a", "They discussed peace in the Lanner Strait. They ate in Temmis.")
    b = document("b", "We discussed peace in the Lanner Strait. We slept in Temmis.")
    rows = sa.renamed(a, b)
    assert rows.empty and "No match found" in " ".join(rows.attrs["notes"])


def test_names_in_sentences_on_other_matters_are_not_paired(document):
    a = document("a", "They raised whaling near the Ellisk Islands. Trade grew.")
    b = document("b", "We agreed on semiconductors in the Outer Shoals. Tourism fell.")
    assert sa.renamed(a, b).empty


def test_parties_are_not_renamed(document):
    a = document(
        "a", "The United States thanked Bangladesh for its trust.", parties="Bangladesh; X"
    )
    b = document("b", "The United States thanked Ruritania for its trust.", parties="Ruritania; X")
    assert sa.renamed(a, b).empty
