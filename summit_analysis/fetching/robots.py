"""What a site's robots.txt allows, and how long it wants to be left alone between requests."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from summit_analysis.errors import FetchError
from summit_analysis.fetching.addresses import Address
from summit_analysis.fetching.downloading import Downloader

LONGEST_DELAY = 60.0
# RFC 9309, 2.5: at least 500 kibibytes are to be read.
MOST_BYTES = 512_000
TOO_MANY = 429


class Robots:
    """The rules of the sites asked so far, each read once (RFC 9309)."""

    def __init__(self, agent: str, downloader: Downloader) -> None:
        """Begin with no site known.

        Args:
            agent: the name that rules may speak of.
            downloader: gets the rules; it must not ask this object in turn.
        """
        self._agent = agent
        self._downloader = downloader
        self._rules: dict[str, RobotFileParser | None] = {}

    def check(self, address: Address) -> float:
        """Raise if an address may not be asked for; else return the delay the site asks for.

        Raises:
            FetchError: the rules forbid it, or there are rules but they cannot be read now.
        """
        site = f"{address.scheme}://{urlsplit(address.url).netloc}"
        if site not in self._rules:
            self._rules[site] = self._read(site)
        rules = self._rules[site]
        if rules is None:
            raise FetchError(
                f"{address.url}: the site's robots.txt cannot be read now, so that nothing there "
                "may be asked for. Try again later."
            )
        if not rules.can_fetch(self._agent, address.url):
            raise FetchError(f"{address.url}: the site's robots.txt asks programs to stay away.")
        delay = rules.crawl_delay(self._agent)
        return min(float(delay), LONGEST_DELAY) if delay else 0.0

    def _read(self, site: str) -> RobotFileParser | None:
        """Read a site's rules; none where it does not say that there are none (RFC 9309, 2.3.1)."""
        try:
            answer = self._downloader.get(f"{site}/robots.txt")
        except FetchError:
            return None
        parser = RobotFileParser()
        if answer.status == 200:
            text = answer.body[:MOST_BYTES].decode("utf-8", errors="replace")
            parser.parse(text.splitlines())
            return parser
        if 400 <= answer.status < 500 and answer.status != TOO_MANY:
            parser.parse(["User-agent: *", "Disallow:"])
            return parser
        return None
