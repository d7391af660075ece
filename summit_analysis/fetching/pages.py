"""Fetch pages into a folder: politely, again where it failed, and never twice what is there."""

import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from summit_analysis.errors import FetchError
from summit_analysis.fetching.addresses import Address, host_of
from summit_analysis.fetching.catalogues import read_catalogue
from summit_analysis.fetching.downloading import Answer, Downloader, Limits
from summit_analysis.fetching.ledger import Ledger
from summit_analysis.fetching.robots import Robots
from summit_analysis.frames import finish

NAME = "summit-analysis"
# One request a second and host.
PAUSE = 1.0
TRIES = 4
LATER = (429, 500, 502, 503, 504)
LONGEST_WAIT = 120.0


def fetch(
    urls: str | Iterable[str] = (),
    *,
    out: str | Path,
    catalogue: str | Path | None = None,
    where: Mapping[str, str | Sequence[str]] | None = None,
    contact: str = "",
    pause: float = PAUSE,
    limits: Limits | None = None,
    progress: bool | None = None,
) -> pd.DataFrame:
    """Fetch pages into a folder that `load` reads, with what is known of each in `metadata.csv`.

    Pages are kept as received. Robots' rules are kept, hosts are asked once a second, what fails
    for the moment is tried again, and what is in the folder already is not asked for again: a
    fetch that was interrupted goes on where it stopped.

    Args:
        urls: addresses.
        out: the folder; it is made if it is not there.
        catalogue: a CSV table with a column `url`, whose other columns become metadata.
        where: columns of the catalogue and what each must say, as `{"issuer": "Japan"}`.
        contact: a mail address or page, for sites' owners, that requests name.
        pause: seconds between two requests to a host; less than one only where private machines
            are allowed.
        limits: what is allowed: unencrypted or private addresses, size and time.
        progress: whether to show a bar on standard error (none: where somebody is watching).

    Returns:
        One row an address: `url`, `outcome` ("fetched", "there already" or "failed"), `file`,
        `problem`.

    Raises:
        FetchError: no address was given, the catalogue or the folder cannot be used, or urllib3
            is missing.

    Example:
        What cannot be fetched has its reason in the row; the others are in the folder.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     print(fetch("http://example.org/talks", out=folder)["problem"].item())
        http://example.org/talks: is not encrypted. Try https://, or allow http.
    """
    _need_urllib3()
    limits = limits or Limits()
    if pause < PAUSE and not limits.allow_private:
        raise FetchError(f"A pause of {pause} seconds is too short for other people's machines.")
    wanted: dict[str, Mapping[str, str]] = {}
    wanted |= {str(url).strip(): {} for url in ([urls] if isinstance(urls, str) else urls)}
    if catalogue is not None:
        for row in read_catalogue(catalogue, where=where):
            wanted.setdefault(row["source_url"], row)
    elif where:
        raise FetchError("`where` chooses rows of a catalogue; name one.")
    wanted.pop("", None)
    if not wanted:
        raise FetchError("No address was given: name some, or a catalogue.")
    ledger = Ledger(Path(out))
    visitor = _Visitor(agent=_agent(contact), limits=limits, pause=pause)
    results: dict[str, tuple[str, str, str]] = {}
    for url in _bar(_by_turns(wanted), len(wanted), progress):
        if ledger.has(url):
            results[url] = ("there already", ledger.rows[url]["file"], "")
            continue
        try:
            answer = visitor.visit(url)
            results[url] = ("fetched", ledger.keep(url, answer, wanted[url]), "")
        except FetchError as error:
            results[url] = ("failed", "", str(error))
    return _frame(wanted, results, Path(out))


class _Visitor:
    """Visits pages: waits its turn, asks robots.txt, and tries again what fails for the moment."""

    def __init__(self, *, agent: str, limits: Limits, pause: float) -> None:
        self._pause = pause
        self._next: dict[str, float] = {}
        self._robots = Robots(NAME, Downloader(agent, limits, self._wait))
        self._downloader = Downloader(agent, limits, self._before)

    def visit(self, url: str) -> Answer:
        wait = 2 * self._pause
        for number in range(1, TRIES + 1):
            try:
                answer = self._downloader.get(url)
            except FetchError as error:
                if not error.again or number == TRIES:
                    raise
            else:
                if answer.status == 200 and answer.body:
                    return answer
                if answer.status == 200:
                    raise FetchError(f"{url}: the page is empty.")
                if answer.status not in LATER or number == TRIES:
                    raise FetchError(f"{url}: the site answers {_meaning(answer.status)}.")
                asked = _seconds(answer.headers.get("retry-after", ""))
                if asked > LONGEST_WAIT:
                    raise FetchError(f"{url}: the site asks to come again in {asked:.0f} seconds.")
                wait = max(wait, asked)
            time.sleep(wait)
            wait *= 2
        raise FetchError(f"{url}: was given up.")

    def _before(self, address: Address) -> None:
        delay = self._robots.check(address)
        self._wait(address, delay)

    def _wait(self, address: Address, delay: float = 0.0) -> None:
        key = address.host
        now = time.monotonic()
        until = self._next.get(key, now) + max(delay - self._pause, 0.0)
        if until > now:
            time.sleep(until - now)
        self._next[key] = time.monotonic() + self._pause


def _agent(contact: str) -> str:
    from summit_analysis import __version__

    contact = " ".join(contact.split())
    return (
        f"{NAME}/{__version__} (text analysis; one request a second{'; ' * bool(contact)}{contact})"
    )


def _by_turns(wanted: Mapping[str, Any]) -> Iterator[str]:
    """Order addresses so that hosts take turns, and none waits for another's pause."""
    hosts: dict[str, deque[str]] = {}
    for url in wanted:
        hosts.setdefault(host_of(url), deque()).append(url)
    queues = deque(hosts.values())
    while queues:
        queue = queues.popleft()
        yield queue.popleft()
        if queue:
            queues.append(queue)


def _bar(urls: Iterable[str], total: int, progress: bool | None) -> Iterable[str]:
    from tqdm import tqdm

    show = sys.stderr.isatty() if progress is None else progress
    return tqdm(urls, total=total, desc="Fetching", unit="page", disable=not show, leave=False)


def _frame(
    wanted: Mapping[str, Any], results: Mapping[str, tuple[str, str, str]], out: Path
) -> pd.DataFrame:
    frame = pd.DataFrame(
        [(url, *results[url]) for url in wanted], columns=["url", "outcome", "file", "problem"]
    )
    counts = frame["outcome"].value_counts()
    notes = [f"{count} {outcome}." for outcome, count in sorted(counts.items())]
    return finish(frame, title=f"Pages in {out}", notes=notes)


def _seconds(retry_after: str) -> float:
    """Read a Retry-After header: seconds, or a date."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    from email.utils import parsedate_to_datetime

    try:
        return max(parsedate_to_datetime(retry_after).timestamp() - time.time(), 0.0)
    except (TypeError, ValueError):
        return 0.0


def _meaning(status: int) -> str:
    from http import HTTPStatus

    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _need_urllib3() -> None:
    try:
        import urllib3  # noqa: F401
    except ImportError as error:
        raise FetchError(
            "Fetching pages needs the package urllib3, which is not installed. "
            "Type: pip install 'summit-analysis[web]'"
        ) from error
