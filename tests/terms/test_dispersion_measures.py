"""Gries's five lines and Lyne's ALLEMAND."""

import numpy as np
import pytest

from summit_analysis.corpus import Corpus, Document
from summit_analysis.terms.counting import TermCounts, count_terms
from summit_analysis.terms.dispersion_measures import (
    deviation_of_proportions,
    divergence,
    divergence_dispersion,
    juilland_d,
    normalised_deviation,
)

LINES = [
    "b a m n i b e u p",
    "b a s a t b e w q n",
    "b c a g a b e s t a",
    "b a g h a b e a a t",
    "b a h a a b e a x a t",
]
SIZES = np.array([9.0, 10, 10, 10, 11])
ALLEMAND = [2, 0, 1, 1, 3, 0, 3, 0, 0, 0]
ALLEMAND_SIZES = [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930]


@pytest.fixture(scope="module")
def lines():
    index = Corpus([Document(str(i), line) for i, line in enumerate(LINES)]).index
    return index, count_terms(index)


def of(lines, measure, letter):
    index, counts = lines
    words = [index.vocabulary[row[0]] for row in counts.ids]
    return float(measure(counts, SIZES)[words.index(letter)])


@pytest.mark.parametrize(
    ("letter", "dp", "dp_norm", "kl_bits"),
    [
        ("a", 0.180, 0.220, 0.137),
        ("b", 0.020, 0.024, 0.003),
        ("i", 0.820, 1, 2.474),
        ("q", 0.800, 0.976, 2.322),
        ("x", 0.780, 0.951, 2.184),
    ],
)
def test_gries_five_lines(lines, letter, dp, dp_norm, kl_bits):
    assert of(lines, deviation_of_proportions, letter) == pytest.approx(dp, abs=5e-4)
    assert of(lines, normalised_deviation, letter) == pytest.approx(dp_norm, abs=5e-4)
    nats = of(lines, divergence, letter)
    assert nats / np.log(2) == pytest.approx(kl_bits, abs=5e-4)
    assert of(lines, divergence_dispersion, letter) == pytest.approx(1 - np.exp(-nats))


def test_juilland_d_of_gries_a_is_over_rates_not_counts(lines):
    found = of(lines, juilland_d, "a")
    assert found == pytest.approx(0.785, abs=5e-4)
    counts = np.array([line.split().count("a") for line in LINES])
    assert counts.std() == pytest.approx(1.414, abs=5e-4)
    assert counts.std() / counts.mean() == pytest.approx(0.471, abs=5e-4)
    assert (1 - found) * np.sqrt(len(LINES) - 1) == pytest.approx(0.430, abs=5e-4)


def test_range_and_frequency_of_gries_a(lines):
    index, counts = lines
    place = [index.vocabulary[row[0]] for row in counts.ids].index("a")
    assert (counts.totals()[place], counts.documents()[place]) == (15, 5)


def test_lynes_allemand():
    parts = np.flatnonzero(ALLEMAND)
    counts = TermCounts(
        ids=np.array([[0]]),
        term=np.zeros(len(parts), dtype=np.int64),
        document=parts,
        count=np.array(ALLEMAND)[parts],
    )
    sizes = np.array(ALLEMAND_SIZES, dtype=float)
    dp = float(deviation_of_proportions(counts, sizes)[0])
    assert 1 - dp == pytest.approx(0.5009295, abs=5e-8)
    assert float(juilland_d(counts, sizes)[0]) == pytest.approx(0.6038797, abs=5e-8)
