"""Read a finished page and say what is wrong with it."""

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
    return _read(page).needs


def reading_faults(page: str) -> list[str]:
    """List what would stop a reader: images without alt text, headings out of order, dead links.

    Example:
        >>> reading_faults('<h1>A</h1><h3>B</h3><img src="data:," alt=""><a href="#c">C</a>')
        ['an image has no alt text', 'heading 3 follows heading 1', 'no place is called #c']
    """
    reader = _read(page)
    faults = ["an image has no alt text" for alt in reader.alts if not alt.strip()]
    if reader.levels.count(1) != 1:
        faults.append(f"{reader.levels.count(1)} main headings")
    above = 0
    for level in reader.levels:
        if level > above + 1:
            faults.append(f"heading {level} follows heading {above}")
        above = level
    faults += [f"no place is called {link}" for link in reader.links if link[1:] not in reader.ids]
    faults += [f"two places are called #{each}" for each in sorted(reader.repeated)]
    return faults


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.needs: list[str] = []
        self.alts: list[str] = []
        self.levels: list[int] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.repeated: set[str] = set()
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        given = {name: (value or "").strip() for name, value in attrs}
        if tag in FORBIDDEN:
            self.needs.append(f"<{tag}> is not allowed")
        for name, value in given.items():
            self._look_outside(tag, name, value)
        if tag == "img":
            self.alts.append(given.get("alt", ""))
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "a" and given.get("href", "").startswith("#"):
            self.links.append(given["href"])
        if "id" in given:
            (self.repeated if given["id"] in self.ids else self.ids).add(given["id"])

    def _look_outside(self, tag: str, name: str, value: str) -> None:
        if name in LOADING and not value.startswith("data:"):
            self.needs.append(f"<{tag} {name}> loads {value}")
        elif name.startswith("on") or value.lower().startswith("javascript:"):
            self.needs.append(f"<{tag} {name}> is a script")
        elif name == "style" and RE_STYLE_LOADS.search(value):
            self.needs.append(f"<{tag} style> loads something")
        elif name == "http-equiv" and value.lower() == "refresh":
            self.needs.append("<meta> sends the reader elsewhere")

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if self.in_style and RE_STYLE_LOADS.search(data):
            self.needs.append("<style> loads something")


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader
