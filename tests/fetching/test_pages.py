import importlib.util
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

import summit_analysis as sa
from summit_analysis.cli import main
from summit_analysis.errors import FetchError
from summit_analysis.fetching import Limits
from summit_analysis.fetching.pages import fetch

pytest.importorskip("urllib3")
# Tests are imported by file, so that a module beside them has to be too.
_spec = importlib.util.spec_from_file_location(
    "site_for_tests", Path(__file__).with_name("site.py")
)
_site = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_site)

LOOPBACK = Limits(allow_http=True, allow_private=True, largest=2_000_000, patience=1.0, longest=2.0)


@pytest.fixture
def site():
    with _site.serve() as served:
        yield served


def run(site, *paths, out, **options):
    urls = [site.url + path for path in paths]
    return fetch(urls, out=out, pause=0.01, limits=LOOPBACK, **options)


def problem(site, path, out):
    (row,) = run(site, path, out=out).to_dict("records")
    assert row["outcome"] == "failed"
    assert row["file"] == ""
    assert sorted(item.name for item in out.iterdir()) == []
    return row["problem"]


def test_pages_are_kept_as_received_and_load(site, tmp_path):
    pages = run(site, "/talks", "/text", out=tmp_path)
    assert pages["outcome"].tolist() == ["fetched", "fetched"]
    assert (tmp_path / "talks.html").read_text() == _site.PAGE.format(title="Talks in Temmis")
    document = sa.load(tmp_path)["talks"]
    assert document.text.startswith("On May 3, 2031, the two leaders met in Temmis")
    assert document.metadata["title"] == "Talks in Temmis"
    assert document.metadata["source_url"] == site.url + "/talks"
    assert document.metadata["date"].isoformat() == "2031-05-03"
    assert len(document.metadata["page_sha256"]) == 64
    assert document.metadata["page_sha256"] == document.metadata["sha256"]
    assert document.metadata["fetched_at"].endswith("Z")


def test_it_says_who_asks(site, tmp_path):
    run(site, "/talks", out=tmp_path, contact="somebody@example.org")
    (agent,) = site.agents
    assert agent.startswith(f"summit-analysis/{sa.__version__} (")
    assert agent.endswith("somebody@example.org)")
    assert site.hosts == {site.url.removeprefix("http://")}


def test_what_is_there_is_not_asked_for_again(site, tmp_path):
    run(site, "/talks", out=tmp_path)
    pages = run(site, "/talks", "/calls", out=tmp_path)
    assert pages["outcome"].tolist() == ["there already", "fetched"]
    assert site.count("/talks") == 1
    (tmp_path / "talks.html").write_text("changed")
    assert run(site, "/talks", out=tmp_path)["outcome"].tolist() == ["fetched"]
    assert len(sa.load(tmp_path)) == 2


def test_robots_rules_are_kept(site, tmp_path):
    assert "robots.txt asks programs to stay away" in problem(site, "/private/talks", tmp_path)
    assert site.count("/private/talks") == 0
    assert site.count("/robots.txt") == 1


@pytest.mark.parametrize(("status", "outcome"), [(404, "fetched"), (500, "failed")])
def test_robots_rules_that_are_not_there_allow_and_that_cannot_be_read_do_not(
    site, tmp_path, status, outcome
):
    site.robots_status = status
    assert run(site, "/talks", out=tmp_path)["outcome"].tolist() == [outcome]
    assert site.count("/talks") == (outcome == "fetched")


@pytest.mark.parametrize("page", ["trickle", "slow", "endless", "bomb", "cut", "circle", "to_file"])
def test_robots_rules_that_misbehave_do_not_allow(site, tmp_path, page):
    site.robots_page = page
    assert "robots.txt cannot be read now" in problem(site, "/talks", tmp_path)
    assert site.count("/talks") == 0


def test_a_host_is_left_alone_between_requests(site, tmp_path):
    fetch(
        [site.url + path for path in ("/talks", "/calls")], out=tmp_path, pause=0.3, limits=LOOPBACK
    )
    times = [when for _, when in site.asked]
    assert len(times) == 3
    assert all(later - earlier > 0.28 for earlier, later in pairwise(times))


def test_a_site_may_ask_for_longer_pauses(site, tmp_path):
    site.robots = "User-agent: *\nCrawl-delay: 1\nDisallow:"
    started = time.monotonic()
    run(site, "/talks", "/calls", out=tmp_path)
    assert time.monotonic() - started > 1.5


def test_redirects_are_followed_and_told(site, tmp_path):
    run(site, "/moved", out=tmp_path)
    (document,) = sa.load(tmp_path)
    assert document.metadata["source_url"] == site.url + "/moved"
    assert document.metadata["fetched_from"] == site.url + "/talks"


def test_what_fails_for_the_moment_is_tried_again(site, tmp_path):
    assert run(site, "/busy", out=tmp_path)["outcome"].tolist() == ["fetched"]
    assert site.count("/busy") == 3


@pytest.mark.parametrize(
    ("path", "says", "asked"),
    [
        ("/nowhere", r"answers 404 \(Not Found\)", 1),
        ("/broken", r"answers 500 \(Internal Server Error\)", 4),
        ("/later", "asks to come again in 3600 seconds", 1),
        ("/circle", "redirects again and again", 6),
        ("/slow", "did not answer in time|took more than 2 seconds", 2),
        ("/endless", "holds more than 2 MB", 1),
        ("/trickle", "took more than 2 seconds", 1),
        ("/bomb", "holds more than 2 MB", 1),
        ("/cut", "the connection was cut", 4),
        ("/film", r"cannot be read \(video/mp4\)", 1),
        ("/empty", "the page is empty", 1),
        ("/to-file", "is no web address", 1),
    ],
)
def test_misbehaviour_is_named_and_leaves_nothing_behind(site, tmp_path, path, says, asked):
    started = time.monotonic()
    assert re.search(says, problem(site, path, tmp_path))
    assert 1 <= site.count(path) <= max(asked, 4)
    assert time.monotonic() - started < 12


def test_a_wrong_charset_is_seen_through(site, tmp_path):
    run(site, "/latin", out=tmp_path)
    assert sa.load(tmp_path)["latin"].metadata["title"] == "Café talks"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://example.org/a", "no web address"),
        ("example.org", "no web address"),
        ("http://example.org/", "not encrypted"),
        ("https://127.0.0.1/", "local network"),
        ("https://localhost/", "local network"),
        ("https://[::1]/", "local network"),
        ("https://[::ffff:10.0.0.1]/", "local network"),
        ("https://10.1.2.3/", "local network"),
        ("https://169.254.169.254/latest/meta-data", "local network"),
        ("https://0.0.0.0/", "local network"),
        ("https://me:secret@example.org/", "password"),
        ("https://example.org:port/", "no address"),
        ("https://no-such-host.invalid/", "there is no host"),
    ],
)
def test_addresses_that_may_not_be_asked(tmp_path, url, says):
    (row,) = fetch(url, out=tmp_path).to_dict("records")
    assert row["outcome"] == "failed"
    assert says in row["problem"]


def test_a_redirect_to_a_private_machine_is_not_followed(site, tmp_path, monkeypatch):
    from summit_analysis.fetching import addresses

    monkeypatch.setattr(addresses, "_is_public", lambda ip: ip == "127.0.0.1")
    limits = Limits(allow_http=True, patience=1.0, longest=2.0)
    (row,) = fetch(site.url + "/inside", out=tmp_path, limits=limits).to_dict("records")
    assert "leads to 169.254.169.254" in row["problem"]


def test_a_name_that_leads_here_is_refused_by_what_it_is_looked_up_to_be(tmp_path, monkeypatch):
    import socket

    from summit_analysis.fetching import addresses

    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.1", 443))]
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *_, **__: found)
    (row,) = fetch("https://harmless.example/", out=tmp_path).to_dict("records")
    assert "leads to 192.168.1.1" in row["problem"]


def test_a_catalogue_with_conditions(site, tmp_path):
    catalogue = tmp_path / "list.csv"
    catalogue.write_text(
        "url,title,date,issuer,kind\n"
        f"{site.url}/talks,The talks,2031-05-04,Keldrava (Office),readout\n"
        f"{site.url}/calls,The call,2031-06-04,Sorrelay,readout\n"
    )
    out = tmp_path / "out"
    pages = fetch(
        out=out, catalogue=catalogue, where={"issuer": "keldrava"}, pause=0.01, limits=LOOPBACK
    )
    assert pages["url"].tolist() == [site.url + "/talks"]
    document = sa.load(out)["talks"]
    assert document.metadata["title"] == "The talks"
    assert document.metadata["issuer"] == "Keldrava (Office)"
    with pytest.raises(FetchError, match="no row matches issuer=Nowhere"):
        fetch(out=out, catalogue=catalogue, where={"issuer": "Nowhere"}, limits=LOOPBACK)
    with pytest.raises(FetchError, match="no column 'place'"):
        fetch(out=out, catalogue=catalogue, where={"place": "x"}, limits=LOOPBACK)
    for nothing in ("", " ", [], ["Sorrelay", ""]):
        with pytest.raises(FetchError, match="would match everything"):
            fetch(out=out, catalogue=catalogue, where={"issuer": nothing}, limits=LOOPBACK)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "No address was given"),
        ({"urls": "https://example.org", "pause": 0.1}, "too short"),
        ({"urls": "https://example.org", "where": {"issuer": "x"}}, "name one"),
        ({"catalogue": "nowhere.csv"}, "cannot be read as a catalogue"),
    ],
)
def test_mistakes_are_named(tmp_path, options, says):
    with pytest.raises(FetchError, match=says):
        fetch(**{"out": tmp_path, **options})


def test_two_addresses_with_one_name_get_files_of_their_own(site, tmp_path):
    pages = run(site, "/talks", "/talks?page=2", "/talks/", out=tmp_path)
    assert pages["file"].nunique() == 3


def test_the_command(site, tmp_path, capsys):
    out = tmp_path / "my corpus"
    common = ["-o", str(out), "--allow-http", "--allow-private", "--pause", "0.01"]
    assert main(["fetch", f"{site.url}/talks", *common]) == 0
    assert capsys.readouterr().out == f"1 fetched. {out} holds 1 document.\n"
    assert main(["fetch", f"{site.url}/talks", f"{site.url}/nowhere", *common]) == 1
    said = capsys.readouterr()
    assert said.out == f"1 there already, 1 failed. {out} holds 1 document.\n"
    assert "answers 404" in said.err
    assert main(["fetch", f"{site.url}/nowhere", "-o", str(tmp_path / "x"), *common[2:]]) == 1
    assert "None of the 1 page(s)" in capsys.readouterr().err
