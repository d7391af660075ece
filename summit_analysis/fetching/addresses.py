"""Addresses on the web: whether they may be asked for, and where they lead."""

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from summit_analysis.errors import FetchError


class Address(NamedTuple):
    """An address that may be asked for, with the machine that it was found to lead to.

    Attributes:
        url: the address, without a fragment.
        scheme: `https` or `http`.
        host: the machine's name.
        port: where it listens.
        ips: what the name was looked up to be; asking these and nothing else keeps a name from
            leading elsewhere the second time it is looked up.
    """

    url: str
    scheme: str
    host: str
    port: int
    ips: tuple[str, ...]

    @property
    def target(self) -> str:
        """Path and query, as a request names them."""
        parts = urlsplit(self.url)
        return urlunsplit(("", "", parts.path or "/", parts.query, ""))


def check_address(url: str, *, allow_http: bool = False, allow_private: bool = False) -> Address:
    """Check that an address leads to a public machine, and look it up.

    Args:
        url: the address.
        allow_http: whether addresses without encryption may be asked.
        allow_private: whether machines of the local network and this one may be asked.

    Raises:
        FetchError: it may not be asked for, or its host cannot be found; the message says why.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url}: is no address ({error}).") from error
    scheme, host = parts.scheme.lower(), parts.hostname
    if scheme not in ("https", "http") or not host:
        raise FetchError(f"{url}: is no web address; it should begin with https://.")
    if scheme == "http" and not allow_http:
        raise FetchError(f"{url}: is not encrypted. Try https://, or allow http.")
    if parts.username or parts.password:
        raise FetchError(f"{url}: holds a user's name or password; take it out.")
    port = port or (443 if scheme == "https" else 80)
    ips = _look_up(url, host, port)
    if not allow_private:
        for ip in ips:
            if not _is_public(ip):
                raise FetchError(
                    f"{url}: leads to {ip}, a machine of the local network or this one. "
                    "Allow private addresses if that is meant."
                )
    clean = urlunsplit((scheme, parts.netloc, _quoted(parts.path) or "/", _quoted(parts.query), ""))
    return Address(clean, scheme, host, port, tuple(ips))


def redirected(address: Address, location: str) -> str:
    """Return where a redirect leads."""
    return urljoin(address.url, location.strip())


def host_of(url: str) -> str:
    """Return an address's host, empty when it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _quoted(text: str) -> str:
    """Write what may not stand in a request as %XX, and leave what is written so already."""
    return quote(text, safe="%/:=&?~#+!$,;'@()*[]")


def _look_up(url: str, host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{url}: there is no host {host!r} ({error}).") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _is_public(ip: str) -> bool:
    address = ipaddress.ip_address(ip.split("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if mapped is not None:
        address = mapped
    return address.is_global and not address.is_multicast
