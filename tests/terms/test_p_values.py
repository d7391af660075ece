import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_analysis.terms.p_values import adjusted, g2_p_value

# Benjamini & Hochberg 1995, section 4
PUBLISHED = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1),
]


def test_benjamini_and_hochbergs_example():
    assert (adjusted(PUBLISHED, method="bh") <= 0.05).sum() == 4
    assert (np.array(PUBLISHED) * len(PUBLISHED) <= 0.05).sum() == 3
    assert (adjusted(PUBLISHED, method="holm") <= 0.05).sum() == 3


@pytest.mark.parametrize(("g2", "p"), [(3.841459, 0.05), (-6.634897, 0.01), (0, 1)])
def test_p_of_g2_has_one_degree_of_freedom(g2, p):
    assert float(g2_p_value(g2)) == pytest.approx(p, abs=1e-6)


@pytest.mark.parametrize("method", ["holm", "bh"])
def test_no_tests_no_adjustment(method):
    assert adjusted([], method=method).tolist() == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusting_never_lowers_p_and_keeps_the_order(p):
    holm, bh = adjusted(p, method="holm"), adjusted(p, method="bh")
    assert (np.array(p) <= bh + 1e-12).all()
    assert (bh <= holm + 1e-12).all()
    order = np.argsort(p, kind="stable")
    assert (np.diff(holm[order]) >= -1e-12).all()
    assert holm.max() <= 1
