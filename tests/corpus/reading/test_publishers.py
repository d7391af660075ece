"""Publishers' pages and data sets that are recognised: what is told of them, what goes."""

import datetime
import re

import pytest

import summit_analysis as sa
from summit_analysis.corpus.reading.publishers import find_layout, layouts

MET = "On May 3, 2031, the two leaders met in Temmis and agreed to meet again in the autumn."
VIEW = "They shared the view that the talks had been useful, and that they should go on."
BODY = f"<p>{MET}</p><p>{VIEW}</p>"


def page(address, body, head=""):
    return (
        f'<!doctype html><html lang="en"><head><link rel="canonical" href="{address}">{head}'
        f"</head><body><nav><a href=/>Home</a></nav>{body}<footer>Contact</footer></body></html>"
    )


WHITE_HOUSE = page(
    "https://www.whitehouse.gov/briefing-room/statements-releases/2031/05/03/readout/",
    '<h1 class="page-title topper__title news">Readout of President Ardan’s Call with Sorrelay</h1>'
    '<time class="posted-on" datetime="2031-05-04T10:00:00-04:00">May 4, 2031</time>'
    f'<section class="body-content"><div class="row">{BODY}<p>###</p></div></section>',
)
ARCHIVE = page(
    "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2031/05/03/x/",
    '<h1 class="page-title">Joint Statement of the Leaders</h1><section class="body-content">'
    "<p>This is historical material “frozen in time”. The website is no longer updated.</p>"
    f"<p>Briefing Room</p><p>May 4, 2031</p>{BODY}</section>",
    '<meta property="article:published_time" content="2031-05-04T14:00:00+00:00">',
)
UCSB = page(
    "https://www.presidency.ucsb.edu/documents/readout-of-a-call",
    '<div class="field-docs-person"><div class="diet-title"><a>Ardan</a></div></div>'
    '<div class="field-ds-doc-title"><h1>Readout of a Call with Sorrelay</h1></div>'
    '<div class="field-docs-start-date-time"><span class="date-display-single" '
    'content="2031-05-04T00:00:00+00:00">May 04, 2031</span></div>'
    f'<div class="field-docs-content">{BODY}<p class="ucsbapp_citation">Ardan, Readout Online by '
    "Gerhard Peters and John T. Woolley, The American Presidency Project "
    "https://www.presidency.ucsb.edu/node/1</p></div>",
)
GOV_UK = page(
    "https://www.gov.uk/government/news/pm-call-with-president-ardan-4-may-2031",
    '<main><h1 class="gem-c-title__text">PM call with President Ardan: 4 May 2031</h1>'
    f'<div class="gem-c-share-links">Share this page</div><div class="gem-c-govspeak">{BODY}</div>'
    '<div class="gem-c-published-dates">Published 4 May 2031</div></main>',
    '<meta name="govuk:first-published-at" content="2031-05-04T18:00:00+00:00">'
    '<meta name="govuk:primary-publishing-organisation" content="Prime Minister’s Office">',
)
MOFA = page(
    "https://www.mofa.go.jp/na/na1/us/page1e_000001.html",
    '<div id="breadcrumb">Top &gt; Countries</div><div id="maincontents">'
    '<h1 class="title1">Keldrava-Sorrelay Summit Telephone Talk</h1>'
    '<div class="rightalign">May 4, 2031</div><p>[Japanese]</p>'
    f"<ul><li>{MET}</li><li>{VIEW}</li></ul><p>Related Links</p>"
    '<ul class="link-list"><li><a>Relations</a></li></ul></div>',
)
KANTEI = page(
    "https://japan.kantei.go.jp/120_somebody/diplomatic/203105/_00001.html",
    '<div id="main"><h1>Keldrava-Sorrelay Summit Meeting</h1><p class="date">May 4, 2031</p>'
    f'<div class="section"><p>[Provisional Translation]</p>{BODY}<p>Related Link</p></div></div>',
)
HIGHLIGHTING = page(
    "https://www.gov-online.go.jp/eng/publicity/book/hlj/html/203105/203105_00_en.html",
    "<p>Skip to Content</p><div id=contents><p>Home &gt; Highlighting JAPAN &gt; May 2031</p>"
    "<p>May 2031</p><h1>Keldrava-Sorrelay Summit Meeting</h1>"
    f"<ul><li>Keldrava-Sorrelay Summit Meeting</li><li>{MET}</li><li>{VIEW}</li></ul>"
    "<p>Note: This article has been created based on the content of the official website.</p>"
    "</div>",
)


@pytest.mark.parametrize(
    ("content", "layout", "title", "issuer", "kind", "day"),
    [
        (WHITE_HOUSE, "white_house", "Readout of President", "White House", "readout-president", 4),
        (ARCHIVE, "white_house", "Joint Statement", "White House", "joint-statement-or-decl", 4),
        (UCSB, "presidency_ucsb", "Readout of a Call", "American Presidency", "readout", 4),
        (GOV_UK, "gov_uk", "PM call with", "Prime Minister’s Office", "readout", 4),
        (MOFA, "mofa_japan", "Keldrava-Sorrelay Summit Tele", "MOFA", "readout", 4),
        (KANTEI, "kantei", "Keldrava-Sorrelay Summit Meet", "Kantei", "readout", 4),
        (HIGHLIGHTING, "highlighting_japan", "Keldrava-Sorr", "Highlighting JAPAN", "readout", 3),
    ],
)
def test_pages(tmp_path, content, layout, title, issuer, kind, day):
    path = tmp_path / "page.html"
    path.write_text(content, encoding="utf-8")
    document = sa.read(path)
    assert document.text == f"{MET}\n\n{VIEW}"
    assert document.metadata["layout"] == layout
    assert document.metadata["title"].startswith(title)
    assert issuer in document.metadata["issuer"]
    assert document.metadata["kind"].startswith(kind)
    assert document.metadata["date"] == datetime.date(2031, 5, day)


def test_front_matter_with_a_known_address(tmp_path):
    address = "https://www.whitehouse.gov/briefing-room/statements-releases/2031/05/03/readout/"
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Readout of a Call\nsource_url: {address}\n---\n\n{MET}\n\n###\n")
    document = sa.read(path)
    assert document.text == MET
    assert document.metadata["issuer"] == "United States (White House)"
    assert document.metadata["kind"] == "readout-other"


def test_what_is_told_is_not_overruled(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\nissuer: Somebody\nurl: https://www.gov.uk/x\nkind: note\n---\n\n{MET}\n")
    metadata = sa.read(path).metadata
    assert metadata["layout"] == "gov_uk"
    assert metadata["issuer"] == "Somebody"
    assert metadata["kind"] == "note"


def test_speeches_of_the_general_debate_tell_by_their_names(tmp_path):
    folder = tmp_path / "Session 48 - 1993"
    folder.mkdir()
    (folder / "CIV_48_1993.txt").write_text(f"﻿Mr. President, {MET.replace('2031', '1990')}\n")
    (folder / "XYZ_48_1993.txt").write_text("On 5 October 1993 they met.\n")
    corpus = sa.load(tmp_path)
    metadata = corpus["CIV_48_1993"].metadata
    assert metadata["issuer"] == "Côte d'Ivoire"
    assert metadata["title"] == "Côte d'Ivoire, general debate, session 48 (1993)"
    assert metadata["session"] == "48"
    assert metadata["date"] == datetime.date(1993, 1, 1)
    assert metadata["date_as_written"] == "1993"
    assert metadata["inferred"] == "date"
    assert corpus["XYZ_48_1993"].metadata["issuer"] == "XYZ"
    assert corpus["XYZ_48_1993"].metadata["date"] == datetime.date(1993, 10, 5)


def test_every_layout_is_whole():
    for layout in layouts():
        data = layout.data
        assert data["version"] == 1
        assert data["note"].strip() and data["source"].strip() and data["publisher"].strip()
        assert data["addresses"] or data["files"] or data["texts"], layout.name
        for pattern in [*data["addresses"], *data["files"], *data["texts"]]:
            re.compile(pattern)
        for rule in data["furniture"]:
            assert {"id", "where", "within", "longest"} <= set(rule)


def test_places_in_pages_are_well_formed():
    from lxml import etree

    for layout in layouts():
        places = [*layout.data["main"], *layout.data["drop"]]
        for expressions in layout.data["fields"].values():
            places += expressions
        for place in places:
            etree.XPath(place)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/whitehouse.gov/", "https://notgov.uk/", "https://www.mofa.go.jp/mofaj/x"],
)
def test_other_addresses_are_nobodys(address):
    assert find_layout(None, address, "a.html") is None
