import pytest

import summit_analysis as sa


@pytest.mark.parametrize("room", [sa.plots, sa.findings])
def test_completion_offers_functions_and_no_helper_modules(room):
    assert dir(room) == sorted(room.__all__)
    assert all(callable(getattr(room, name)) for name in dir(room))
