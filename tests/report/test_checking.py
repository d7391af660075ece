import pytest

from summit_analysis.report.checking import outside_needs, reading_faults


@pytest.mark.parametrize(
    "page",
    [
        "<script>go()</script>",
        '<link rel="stylesheet" href="style.css">',
        "<style>@import 'more.css';</style>",
        "<style>p { background: url(http://example.org/a.png) }</style>",
        '<p style="background: url(a.png)">x</p>',
        '<img src="picture.png" alt="A picture">',
        '<img srcset="picture.png 2x" alt="A picture">',
        '<a href="javascript:go()">x</a>',
        '<svg onload="go()"></svg>',
        '<meta http-equiv="refresh" content="0; url=http://example.org">',
        '<iframe srcdoc="x"></iframe>',
    ],
)
def test_finds_what_is_needed_from_outside(page: str) -> None:
    assert outside_needs(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>&lt;script&gt; and url(http://example.org) as text, @import too</p>",
        '<img src="data:image/svg+xml;base64,AAAA" alt="A figure">',
        '<a href="http://example.org/source">the source</a>',
        "<style>p { color: red }</style>",
    ],
)
def test_leaves_the_rest(page: str) -> None:
    assert outside_needs(page) == []


def test_finds_ids_used_twice() -> None:
    assert reading_faults('<h1 id="a">A</h1><h2 id="a">B</h2>') == ["two places are called #a"]
