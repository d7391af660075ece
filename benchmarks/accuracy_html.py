"""How much of web pages' text is kept, and how much of what stands around it is left behind.

    SUMMIT_CORPORA=path/to/corpora python benchmarks/accuracy_html.py

`SUMMIT_CORPORA` names a folder with `html/expected.json`: for each page, snippets that must be in
its text ("with") and snippets that must not ("without"). A snippet that is the page's title counts
as kept when the title is in the metadata: a repeated title is taken out of the text.
"""

import json
import os
import sys
from pathlib import Path

import summit_analysis as sa

WANTED = 0.95


def main() -> int:
    folder = Path(os.environ["SUMMIT_CORPORA"]) / "html"
    pages = json.loads((folder / "expected.json").read_text(encoding="utf-8")).values()
    kept = left = 0
    wanted = sum(len(page["with"]) for page in pages)
    unwanted = sum(len(page["without"]) for page in pages)
    in_text = 0
    for page in pages:
        document = sa.read(folder / page["file"])
        text = plain(document.text)
        title = plain(document.metadata["title"])
        for snippet in map(plain, page["with"]):
            in_text += snippet in text
            if snippet in text or snippet == title:
                kept += 1
            else:
                print(f"{page['file']}: missing {snippet!r}")
        for snippet in map(plain, page["without"]):
            if snippet not in text:
                left += 1
            else:
                print(f"{page['file']}: not left behind {snippet!r}")
    print(f"with: {in_text} of {wanted} in the text, {kept} in the text or as the title")
    print(f"without: {left} of {unwanted} left behind")
    return 0 if in_text >= WANTED * wanted and left >= WANTED * unwanted else 1


def plain(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
