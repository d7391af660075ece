import pytest

from summit_analysis.report.tidying import tidy_text


@pytest.mark.parametrize(
    ("printed", "tidy"),
    [
        ("<Corpus object at 0x7f12ab>\n", "<Corpus object>\n"),
        ("/a b/site-packages/kit/x.py:7: UserWarning: odd\n", "x.py:7: UserWarning: odd\n"),
        ("<cell>:1: SummitAnalysisWarning: odd", "<cell>:1: SummitAnalysisWarning: odd"),
        (" 10 %\r 90 %\rdone\n", "done\n"),
        ("one\r\ntwo\r\n", "one\r\ntwo\r\n"),
        ("at 0x10 on the clock", "at 0x10 on the clock"),
    ],
)
def test_says_the_same_each_time(printed: str, tidy: str) -> None:
    assert tidy_text(printed) == tidy
