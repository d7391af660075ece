"""Published and independently recomputed values of the measures that compare two counts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.terms.association import (
    conservative_log_ratio,
    g2_four_term,
    g2_ucrel,
    hardie_log_ratio,
    odds_ratio,
    percent_difference,
    walter_log_ratio,
    weighted_log_odds,
)

SIDES = (1177, 341805)
MEASURES = [g2_four_term, g2_ucrel, walter_log_ratio, hardie_log_ratio, conservative_log_ratio]


@pytest.mark.parametrize(
    ("k11", "k12", "k21", "k22", "expected"),
    [
        (110, 2442, 111, 29114, 270.72),
        (29, 13, 123, 31612, 263.90),
        (31, 23, 139, 31584, 256.84),
        (10, 0, 3, 31764, 167.23),
        (76, 104, 2476, 29121, 157.21),
        (16, 16, 51, 31694, 157.03),
        (9, 0, 5, 31763, 146.80),
        (16, 0, 865, 30896, 115.02),
        (10, 9, 41, 31717, 104.53),
        (8, 2, 27, 31740, 100.96),
        (8, 5, 24, 31740, 95.29),  # NLTK's doctest
    ],
)
def test_four_term_g2_gives_dunnings_table(k11, k12, k21, k22, expected):
    g2 = g2_four_term(k11, k21, k11 + k12, k21 + k22)
    assert float(g2) == pytest.approx(expected, abs=0.005)


def test_ten_in_a_hundred_against_five_in_two_hundred():
    counts = (10, 5, 100, 200)
    assert float(g2_four_term(*counts)) == pytest.approx(7.329812, abs=1e-6)
    assert float(g2_ucrel(*counts)) == pytest.approx(10 * np.log(2))
    assert float(hardie_log_ratio(*counts)) == 2
    assert float(percent_difference(*counts)) == pytest.approx(300)
    assert float(odds_ratio(*counts)) == pytest.approx(4.333333, abs=1e-6)


@pytest.mark.parametrize(
    ("f1", "f2", "g2", "ratio"),
    [
        (1171, 2060, 2710.68, 3.23),  # she
        (937, 2887, 1442.33, 2.42),  # her
        (117, 0, 669.34, 11.91),  # josephine
        (514, 1944, 648.89, 2.12),  # said
    ],
)
def test_two_term_g2_and_hardies_ratio_give_concs_table(f1, f2, g2, ratio):
    sizes = (59514, 980144)
    assert float(g2_ucrel(f1, f2, *sizes)) == pytest.approx(g2, abs=0.005)
    assert float(hardie_log_ratio(f1, f2, *sizes)) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("f1", "f2", "g2", "ratio", "lrc"),
    [
        (2, 1, 18.8900, 8.91827, 0),
        (3, 1, 29.5641, 9.40370, 0.9883641),
        (8, 0, 90.8497, 12.26877, 6.0208520),
        (17, 0, 193.1860, 13.31059, 7.8888354),
        (28, 1, 309.7599, 12.42923, 8.5356949),
        (194, 5030, 606.2249, 3.48844, 2.9572647),
        (944, 367, 10290.4047, 9.54311, 9.1322385),
    ],
)
def test_lrc_log_ratio_and_g2_of_evert(f1, f2, g2, ratio, lrc):
    assert float(g2_four_term(f1, f2, *SIDES)) == pytest.approx(g2, abs=5e-5)
    assert float(walter_log_ratio(f1, f2, *SIDES)) == pytest.approx(ratio, abs=5e-6)
    found = conservative_log_ratio(f1, f2, *SIDES, tests=20109)
    assert float(found) == pytest.approx(lrc, abs=5e-7)


@pytest.mark.parametrize(
    ("f1", "n1", "f2", "n2", "expected"),
    [
        (0, 100, 7, 200, 0),
        (0, 100, 20, 200, -1.3036528),
        (20, 200, 0, 100, 1.3036528),
        (20, 1000, 70, 1000, -1.0733867),
    ],
)
def test_lrc_of_the_side_that_uses_a_term_less(f1, n1, f2, n2, expected):
    assert float(conservative_log_ratio(f1, f2, n1, n2)) == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    ("f1", "f2", "delta", "z"),
    [(1, 0, 2.559537, 0.774938), (2, 0, 3.399067, 1.050166), (1, 1, 0, 0)],
    ids=["quick", "jumped", "the"],
)
def test_weighted_log_odds(f1, f2, delta, z):
    found = weighted_log_odds(f1, f2, 6, 6, prior=0.1, total=0.8)
    assert float(found.delta) == pytest.approx(delta, abs=1e-6)
    assert float(found.z) == pytest.approx(z, abs=1e-6)
    assert float(found.high - found.low) == pytest.approx(2 * 1.959964 * float(found.sd))


def test_log_odds_of_a_term_that_fills_a_side_are_not_infinite():
    assert np.isnan(weighted_log_odds(5, 5, 5, 5, prior=1, total=1).delta)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
@given(st.integers(0, 500), st.integers(0, 500), st.integers(500, 9000), st.integers(500, 9000))
def test_swapping_the_sides_swaps_the_sign_and_nothing_is_infinite(measure, f1, f2, n1, n2):
    there, back = float(measure(f1, f2, n1, n2)), float(measure(f2, f1, n2, n1))
    assert np.isfinite(there)
    assert there == pytest.approx(-back, rel=1e-6, abs=1e-6)


@given(st.integers(0, 80), st.integers(0, 80), st.integers(1, 4000))
def test_lrc_claims_no_more_than_the_ratio_and_less_with_more_tests(f1, f2, tests):
    one = float(conservative_log_ratio(f1, f2, 900, 1100))
    many = float(conservative_log_ratio(f1, f2, 900, 1100, tests=tests))
    assert abs(many) <= abs(one) <= abs(float(hardie_log_ratio(f1, f2, 900, 1100))) + 1e-9
