from pathlib import Path

import pytest

from summit_analysis.corpus.reading.markdown import markdown_paragraphs, split_front_matter
from summit_analysis.errors import LoadError

PATH = Path("talks.md")


def paragraphs(text):
    return markdown_paragraphs(text)[0]


def removed(text):
    return [(removal.rule, removal.text) for removal in markdown_paragraphs(text)[1]]


@pytest.mark.parametrize(
    ("text", "metadata", "body"),
    [
        ("---\ntitle: Talks\n---\nThey met.", {"title": "Talks"}, "They met."),
        ("\ufeff---\r\ntitle: Talks\r\n---\r\nThey met.", {"title": "Talks"}, "They met."),
        ("---\ntitle: Talks\n...\nThey met.", {"title": "Talks"}, "They met."),
        ("---\n---\nThey met.", {}, "They met."),
        ("They met.\n\n---\nMore.", {}, "They met.\n\n---\nMore."),
        ("---\n\nThey met.", {}, "---\n\nThey met."),  # a rule across the page
        ("----\nThey met.", {}, "----\nThey met."),
        ("---\n2: one\nyes: two\n---\n", {"2": "one", "True": "two"}, ""),
    ],
)
def test_front_matter(text, metadata, body):
    assert split_front_matter(text, path=PATH) == (metadata, body)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("---\ntitle: Talks\nThey met.", "never closed"),
        ("---\ntitle: a: b\n---\n", "not well-formed YAML"),
        ("---\ndate: 2022-13-45\n---\n", "not well-formed YAML"),
        ("---\n- Talks\n---\n", "no `name: value` lines"),
        ("---\njust words\n---\n", "no `name: value` lines"),
        ("---\ntitle: !!python/name:os.system\n---\n", "not well-formed YAML"),
    ],
)
def test_broken_front_matter_names_the_file(text, says):
    with pytest.raises(LoadError, match=says) as error:
        split_front_matter(text, path=PATH)
    assert str(error.value).startswith("talks.md: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They *met* in __Temmis__.", ["They met in Temmis."]),
        ('One [pact](http://x.org "t") and <http://y.org>.', ["One pact and http://y.org."]),
        ("Line one\nline two\n\nNext", ["Line one\nline two", "Next"]),
        ("- One\n- Two\n  more", ["- One", "- Two\nmore"]),
        ("1. One\n2. Two", ["1. One", "2. Two"]),
        ("- One\n\n  Its second paragraph", ["- One", "Its second paragraph"]),
        ("> Quoted", ["Quoted"]),
        ("    Indented, no program", ["Indented, no program"]),
        ("They met.  \nThey left.", ["They met.", "They left."]),
        ("They met.<br>They left.", ["They met.", "They left."]),
        ("They met with  \nthe others.", ["They met with\nthe others."]),
        (r"\### and 2 \* 3 and \*kept\*", ["### and 2 * 3 and *kept*"]),
        ("R&amp;D &nbsp;x &lt;b&gt;", ["R&D \u00a0x <b>"]),
        ("the 22<sup>nd</sup> of <u>May</u>", ["the 22nd of May"]),
        ("<!-- note -->\n\nThey met.", ["They met."]),
        ("<div>\nThey met.\n\n</div>\n\nMore.", ["They met.", "More."]),
        ("<p>They met.</p>\n<p>They left.</p>", ["They met.", "They left."]),
        ("<script>\nvar x\n</script>\n\nThey met.", ["They met."]),
        ("| a | b |\n| - | - |\n| c | d |", ["a b", "c d"]),
        ("**Heading **", ["Heading "]),
        ("*Ukraine *\n\n5 * 3", ["Ukraine ", "5 * 3"]),
        ("**Trade: **They met", ["Trade: They met"]),
        ("A footnote* stays", ["A footnote* stays"]),
        ("Joined by:\n• One\n• Two", ["Joined by:", "• One", "• Two"]),
        ("", []),
        ("\n\n", []),
        ("-\n\nText", ["Text"]),
        ("+ One\n+ Two", ["- One", "- Two"]),
        ("See.[^1]\n\n[^1]: Note", ["See.[^1]", "[^1]: Note"]),
        ("See [it].\n\n[it]: http://x.org", ["See it."]),
    ],
)
def test_markdown_becomes_plain_paragraphs(text, expected):
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("One [pact](http://x.org).", [("link-target", "http://x.org")]),
        ("![Map](map.png)", [("link-target", "map.png")]),
        ("22<sup>nd</sup>", [("tag", "<sup>"), ("tag", "</sup>")]),
        ("<!-- note -->", [("tag", "<!-- note -->")]),
        ("**Heading **", [("emphasis-mark", "****")]),
        ("They *met*.", []),
        ("A footnote*", []),
    ],
)
def test_what_was_left_behind_is_recorded(text, record):
    assert removed(text) == record


def test_removals_are_numbered_by_paragraph():
    _, record, _ = markdown_paragraphs("One.\n\n- [Two](b.html)\n\nThree [x](c.html).")
    assert [(removal.text, removal.paragraph) for removal in record] == [
        ("b.html", 1),
        ("c.html", 2),
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Talks\n\nThey met.", "Talks"),
        ("Talks\n=====\n\nThey met.", "Talks"),
        ("## Talks\n\nThey met.", None),
        ("They met.\n\n# Talks", None),
        ("#\n\nThey met.", None),
        ("", None),
    ],
)
def test_only_a_top_heading_at_the_start_is_the_title(text, heading):
    assert markdown_paragraphs(text)[2] == heading
