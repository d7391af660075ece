import pytest

from summit_analysis.terms.collocation_measures import (
    chi_squared,
    log_dice_score,
    mutual_information,
    t_score,
)

TOKENS = 14307668  # Manning & Schütze 1999, chapter 5


@pytest.mark.parametrize(
    ("joint", "first", "second", "t"), [(8, 15828, 4675, 0.9999), (20, 42, 20, 4.4721)]
)
def test_t_of_manning_and_schuetze(joint, first, second, t):
    assert float(t_score(joint, first * second / TOKENS)) == pytest.approx(t, abs=5e-5)


def test_chi_squared_of_manning_and_schuetze():
    found = chi_squared(8, 4667, 8 + 15820, 4667 + 14287173)
    assert float(found) == pytest.approx(1.55, abs=0.005)


def test_mutual_information_of_manning_and_schuetze():
    expected = 42 * 20 / TOKENS
    assert float(mutual_information(20, expected)) == pytest.approx(18.38, abs=0.005)
    cubed = float(mutual_information(20, expected, power=3))
    assert cubed == pytest.approx(18.38 + 2 * 4.3219, abs=0.005)


def test_log_dice_is_14_together_only_and_rises_by_1_when_doubled():
    assert float(log_dice_score(7, 7, 7)) == 14
    assert float(log_dice_score(4, 30, 50) - log_dice_score(2, 30, 50)) == 1
