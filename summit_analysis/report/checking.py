"""See that a page needs nothing but itself."""

import re
from html.parser import HTMLParser

RE_STYLE_LOADS = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)
LOADING = {"src", "srcset", "poster", "background", "data", "action", "formaction"}
FORBIDDEN = {"script", "iframe", "object", "embed", "link", "base", "form"}


def outside_needs(page: str) -> list[str]:
    """List what in a page would run, or be loaded from elsewhere; empty when there is nothing.

    Example:
        >>> outside_needs('<p>Fine</p><img src="data:image/png;base64,AA==" alt="A map">')
        []
        >>> outside_needs('<img src="http://example.org/map.png" onload="go()">')
        ['<img src> loads http://example.org/map.png', '<img onload> is a script']
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        if tag in FORBIDDEN:
            self.found.append(f"<{tag}> is not allowed")
        for name, value in attrs:
            value = (value or "").strip()
            if name in LOADING and not value.startswith("data:"):
                self.found.append(f"<{tag} {name}> loads {value}")
            elif name.startswith("on") or value.lower().startswith("javascript:"):
                self.found.append(f"<{tag} {name}> is a script")
            elif name == "style" and RE_STYLE_LOADS.search(value):
                self.found.append(f"<{tag} style> loads something")
            elif tag == "meta" and name == "http-equiv" and value.lower() == "refresh":
                self.found.append("<meta> sends the reader elsewhere")

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if self.in_style and RE_STYLE_LOADS.search(data):
            self.found.append("<style> loads something")
