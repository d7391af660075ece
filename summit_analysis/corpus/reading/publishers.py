"""Publishers whose pages and files are known: recognised by address or name, read as data says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from summit_analysis.lexicons import bundled_lexicons, read_lexicon

# A publisher's name stands among the first lines of a text, or nowhere.
LOOKED_AT = 12


@dataclass(frozen=True)
class Layout:
    """What one file of `lexicons/publishers/` says.

    Attributes:
        name: the file's name without its ending.
        data: its content.
    """

    name: str
    data: Mapping[str, Any]

    def facts(self, tree: Any) -> dict[str, Any]:
        """Read a page's metadata where this publisher puts it."""
        from summit_analysis.corpus.reading.readers.page_facts import first_found

        found = {name: first_found(tree, list(at)) for name, at in self.data["fields"].items()}
        return {name: value for name, value in found.items() if value}

    def main(self, tree: Any) -> Any:
        """Return the element that holds this publisher's main text, `None` if it is not there."""
        for place in self.data["main"]:
            found = [part for part in tree.xpath(place) if "".join(part.itertext()).strip()]
            if found:
                for unwanted in self.data["drop"]:
                    for part in found[0].xpath(unwanted):
                        part.clear(keep_tail=True)
                return found[0]
        return None

    def fill(
        self, metadata: Mapping[str, Any], *, name: str, paragraphs: Sequence[str] = ()
    ) -> dict[str, Any]:
        """Return what the publisher's name, a file's name and a title tell, where nothing did.

        Args:
            metadata: what is known already; it is not overruled.
            name: the file's path below what was loaded.
            paragraphs: the raw paragraphs, of which one of the first may be the title.
        """
        told = dict(self.data["metadata"])
        for text in paragraphs[:LOOKED_AT] if self.data["title"] else ():
            if found := re.fullmatch(self.data["title"], " ".join(text.split())):
                told["title"] = found[1]
                break
        for pattern in self.data["files"]:
            if found := re.search(pattern, name):
                told |= self._from_name(found.groupdict())
                break
        title = str(metadata.get("title", told.get("title", "")))
        for rule in self.data["kinds"]:
            if re.search(rule["title"], title):
                told["kind"] = rule["kind"]
                break
        return {name: value for name, value in told.items() if not metadata.get(name)}

    def _from_name(self, parts: dict[str, str | None]) -> dict[str, Any]:
        told: dict[str, Any] = {key: value for key, value in parts.items() if value}
        for target, rule in self.data["names"].items():
            value = told.get(rule["of"])
            if value is not None:
                told[target] = rule["values"].get(value, value)
        for target, template in self.data["templates"].items():
            told[target] = template.format(**told)
        return told


def find_layout(
    name: str | None, address: Any, file: str, paragraphs: Sequence[str] = ()
) -> Layout | None:
    """Return the layout of a publisher or data set that is recognised, `None` if none is.

    Args:
        name: its name, when a reader has recognised it.
        address: where the text was published.
        file: the file's path below what was loaded.
        paragraphs: what stands at the beginning.
    """
    if name:
        return next((layout for layout in layouts() if layout.name == name), None)
    opening = [" ".join(paragraph[:200].split()) for paragraph in paragraphs[: 2 * LOOKED_AT]]
    for layout in layouts():
        if (
            (address and any(re.match(p, str(address)) for p in layout.data["addresses"]))
            or any(re.search(p, file) for p in layout.data["files"])
            or any(re.fullmatch(p, text) for p in layout.data["texts"] for text in opening)
        ):
            return layout
    return None


@cache
def layouts() -> tuple[Layout, ...]:
    """Read all files of `lexicons/publishers/`, in the order of their names."""
    empty: dict[str, Any] = {
        "addresses": [],
        "files": [],
        "texts": [],
        "title": "",
        "metadata": {},
        "fields": {},
        "names": {},
        "templates": {},
        "kinds": [],
        "main": [],
        "drop": [],
        "furniture": [],
    }
    return tuple(
        Layout(Path(name).name, {**empty, **read_lexicon(name)})
        for name in bundled_lexicons("publishers")
    )
