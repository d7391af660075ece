"""Get one address: redirects checked one by one, within limits of time and size."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from summit_analysis.errors import FetchError
from summit_analysis.fetching.addresses import Address, check_address, redirected

MOST_REDIRECTS = 5
PIECE = 65_536
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Limits:
    """What is allowed, and for how long.

    Attributes:
        allow_http: addresses without encryption.
        allow_private: machines of the local network.
        largest: bytes of a page, unpacked.
        patience: seconds to wait for an answer, and for each further piece of it.
        longest: seconds for a page as a whole.
    """

    allow_http: bool = False
    allow_private: bool = False
    largest: int = 20_000_000
    patience: float = 20.0
    longest: float = 60.0


class Answer(NamedTuple):
    """What came back: status, headers with names in lower case, body, and the last address."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


@dataclass
class Downloader:
    """Asks for addresses, one after the other.

    Attributes:
        agent: how requests name themselves.
        limits: what is allowed.
        before: called with each address before it is asked for, also after a redirect: it waits,
            and raises where robots may not go.
    """

    agent: str
    limits: Limits
    before: Callable[[Address], None] = field(default=lambda address: None)

    def get(self, url: str) -> Answer:
        """Get an address, following redirects.

        Raises:
            FetchError: it may not be asked for, does not answer in time, or answers too much.
        """
        deadline = time.monotonic() + self.limits.longest
        for _ in range(MOST_REDIRECTS + 1):
            address = check_address(
                url,
                allow_http=self.limits.allow_http,
                allow_private=self.limits.allow_private,
            )
            waited = time.monotonic()
            self.before(address)
            deadline += time.monotonic() - waited  # being polite costs the page no time
            answer = self._ask(address, deadline)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or not location:
                return answer
            url = redirected(address, location)
        raise FetchError(f"{url}: redirects again and again.")

    def _ask(self, address: Address, deadline: float) -> Answer:
        """Ask once, in a thread that is left behind when time is up.

        A server that sends a letter now and then keeps every single wait short, and never ends.
        """
        done: list[Answer | FetchError] = []
        given_up = threading.Event()

        def work() -> None:
            try:
                done.append(self._request(address, given_up))
            except FetchError as error:
                done.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(max(deadline - time.monotonic(), 0.1))
        if not done:
            given_up.set()
            raise FetchError(
                f"{address.url}: took more than {self.limits.longest:.0f} seconds.", again=True
            )
        if isinstance(done[0], FetchError):
            raise done[0]
        return done[0]

    def _request(self, address: Address, given_up: threading.Event) -> Answer:
        import urllib3

        problem = FetchError(f"{address.url}: could not be reached.", again=True)
        for ip in address.ips:
            pool = _pool(address, ip, urllib3)
            try:
                response = pool.request(
                    "GET",
                    address.target,
                    headers=_headers(address, self.agent),
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    timeout=urllib3.Timeout(
                        connect=self.limits.patience, read=self.limits.patience
                    ),
                )
                told = {name.lower(): value for name, value in response.headers.items()}
                body = b""
                if response.status not in REDIRECTS:
                    body = self._body(response, address, given_up)
                return Answer(response.status, told, body, address.url)
            except urllib3.exceptions.NewConnectionError as error:
                problem = FetchError(f"{address.url}: {_reason(error)}", again=True)
            except urllib3.exceptions.HTTPError as error:
                again = not isinstance(error, urllib3.exceptions.SSLError)
                raise FetchError(f"{address.url}: {_reason(error)}", again=again) from error
            except (OSError, ValueError) as error:
                raise FetchError(f"{address.url}: broke off ({error}).", again=True) from error
            finally:
                pool.close()
        raise problem

    def _body(self, response: Any, address: Address, given_up: threading.Event) -> bytes:
        pieces = []
        size = 0
        try:
            while piece := response.read(PIECE, decode_content=True):
                size += len(piece)
                if size > self.limits.largest:
                    raise FetchError(
                        f"{address.url}: holds more than {self.limits.largest / 1e6:,.0f} MB."
                    )
                if given_up.is_set():
                    raise FetchError(f"{address.url}: was given up.")
                pieces.append(piece)
        finally:
            response.close()
        return b"".join(pieces)


def _headers(address: Address, agent: str) -> dict[str, str]:
    return {
        "Host": _host_header(address),
        "User-Agent": agent,
        "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "en",
        "Connection": "close",
    }


def _pool(address: Address, ip: str, urllib3: Any) -> Any:
    """Connect to the machine that was looked up and checked, under the name that was asked for."""
    if address.scheme == "http":
        return urllib3.HTTPConnectionPool(ip, address.port, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        ip,
        address.port,
        maxsize=1,
        cert_reqs="CERT_REQUIRED",
        server_hostname=address.host,
        assert_hostname=address.host,
    )


def _host_header(address: Address) -> str:
    host = f"[{address.host}]" if ":" in address.host else address.host
    usual = 443 if address.scheme == "https" else 80
    return host if address.port == usual else f"{host}:{address.port}"


def _reason(error: Exception) -> str:
    """Say in words what urllib3 reports."""
    name = type(error).__name__
    if "Timeout" in name:
        return "did not answer in time."
    if name in ("IncompleteRead", "ProtocolError"):
        return "the connection was cut before the page was complete."
    if name == "SSLError":
        return f"has no valid certificate ({error})."
    if name == "DecodeError":
        return "sent what cannot be unpacked."
    return f"could not be reached ({error})."
