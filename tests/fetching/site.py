"""A small web site on this machine, with every way of misbehaving that a fetch must survive."""

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = (
    "<html lang=en><head><title>{title}</title>"
    '<meta property="article:published_time" content="2031-05-03T10:00:00Z"></head><body><main>'
    "<h1>{title}</h1><p>On May 3, 2031, the two leaders met in Temmis and agreed to meet again in "
    "the autumn.</p><p>They shared the view that the talks had been useful, and instructed their "
    "ministers to go on with them.</p></main></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Any

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append((self.path, time.monotonic()))
        site.agents.add(self.headers.get("User-Agent", ""))
        site.hosts.add(self.headers.get("Host", ""))
        name = self.path.split("?")[0].strip("/").replace("-", "_").split("/")[0] or "home"
        if name == "robots.txt":
            if site.robots_page:
                getattr(self, f"page_{site.robots_page}")()
                return
            self.send(site.robots.encode(), kind="text/plain", status=site.robots_status)
            return
        getattr(self, f"page_{name}", self.page_missing)()

    def send(
        self,
        body: bytes,
        *,
        status: int = 200,
        kind: str = "text/html; charset=utf-8",
        **headers: str,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self, title: str) -> bytes:
        return PAGE.format(title=title).encode()

    def page_missing(self) -> None:
        self.send(b"no", status=404)

    def page_talks(self) -> None:
        self.send(self.page("Talks in Temmis"))

    def page_calls(self) -> None:
        self.send(self.page("Call with Sorrelay"))

    def page_moved(self) -> None:
        self.send(b"", status=301, Location="/talks")

    def page_circle(self) -> None:
        self.send(b"", status=302, Location="/circle")

    def page_inside(self) -> None:
        self.send(b"", status=302, Location="http://169.254.169.254/latest/")

    def page_to_file(self) -> None:
        self.send(b"", status=302, Location="file:///etc/passwd")

    def page_busy(self) -> None:
        if self.server.site.count("/busy") < 3:
            self.send(b"later", status=429, Retry_After="0")
        else:
            self.send(self.page("Busy talks"))

    def page_later(self) -> None:
        self.send(b"later", status=503, Retry_After="3600")

    def page_broken(self) -> None:
        self.send(b"oh", status=500)

    def page_slow(self) -> None:
        self.server.site.ended.wait(5)
        self.send(self.page("Slow talks"))

    def page_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            while not self.server.site.ended.is_set():
                self.wfile.write(b"<p>and so on</p>" * 4096)
        except OSError:
            pass
        self.close_connection = True

    def page_trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            while not self.server.site.ended.wait(0.05):
                self.wfile.write(b"x")
                self.wfile.flush()
        except OSError:
            pass
        self.close_connection = True

    def page_latin(self) -> None:
        body = self.page("Café talks").decode().encode("cp1252")
        self.send(body, kind="text/html; charset=utf-8")

    def page_bomb(self) -> None:
        body = gzip.compress(b"<p>" + b"a" * 30_000_000)
        self.send(body, Content_Encoding="gzip")

    def page_cut(self) -> None:
        self.send(self.page("Cut talks")[:200], length="5000")
        self.close_connection = True

    def page_film(self) -> None:
        self.send(b"\0\0\0", kind="video/mp4")

    def page_empty(self) -> None:
        self.send(b"")

    def page_text(self) -> None:
        self.send(b"The two leaders met in Temmis.", kind="text/plain")


class Site:
    """What the server was asked, and how it shall behave."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, float]] = []
        self.agents: set[str] = set()
        self.hosts: set[str] = set()
        self.robots = "User-agent: *\nDisallow: /private"
        self.robots_status = 200
        self.robots_page = ""
        self.ended = threading.Event()
        self.url = ""

    def count(self, path: str) -> int:
        return Counter(path for path, _ in self.asked)[path]


@contextmanager
def serve() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.site = site  # type: ignore[attr-defined]
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        server.server_close()
