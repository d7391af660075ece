"""The folder of fetched pages: the pages as received, and what is known of each in metadata.csv."""

import csv
import datetime
import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from summit_analysis.errors import FetchError
from summit_analysis.fetching.downloading import Answer

TABLE = "metadata.csv"
COLUMNS = (
    "file",
    "source_url",
    "title",
    "date",
    "issuer",
    "kind",
    "fetched_from",
    "fetched_at",
    "page_sha256",
    "content_type",
)
KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
LONGEST_NAME = 100
# Names that Windows keeps for devices.
RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}


class Ledger:
    """A folder's pages and its table, written anew after each page so that nothing is lost."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: dict[str, dict[str, str]] = {}
        table = folder / TABLE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if table.exists():
                with table.open(encoding="utf-8-sig", newline="") as file:
                    for row in csv.DictReader(file):
                        if row.get("source_url"):
                            self.rows[row["source_url"]] = {k: v or "" for k, v in row.items() if k}
        except (OSError, csv.Error, UnicodeError) as error:
            raise FetchError(f"{folder}: cannot hold fetched pages ({error}).") from error

    def has(self, url: str) -> bool:
        """Say whether a page is there already, and as it was fetched."""
        row = self.rows.get(url)
        if not row:
            return False
        try:
            data = (self.folder / row["file"]).read_bytes()
        except (OSError, KeyError, ValueError):
            return False
        return hashlib.sha256(data).hexdigest() == row.get("page_sha256")

    def keep(self, url: str, answer: Answer, known: Mapping[str, Any]) -> str:
        """Keep a page as received; return its file's name.

        Raises:
            FetchError: it is of a kind that cannot be read, or cannot be written.
        """
        told = answer.headers.get("content-type", "")
        suffix = _suffix(url, told)
        name = self.rows.get(url, {}).get("file") or self._free_name(url, suffix)
        row = {column: str(known.get(column) or "") for column in COLUMNS}
        row |= {
            "file": name,
            "source_url": url,
            "fetched_from": answer.url if answer.url != url else "",
            "fetched_at": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "page_sha256": hashlib.sha256(answer.body).hexdigest(),
            "content_type": told,
        }
        try:
            _write(self.folder / name, answer.body)
            self.rows[url] = row
            self._save()
        except OSError as error:
            raise FetchError(f"{self.folder / name}: cannot be written ({error}).") from error
        return name

    def _free_name(self, url: str, suffix: str) -> str:
        """Name a file after its address; the same address always gets the same name."""
        parts = urlsplit(url)
        path = re.sub(r"\.(?:x?html?|pdf|txt|php|aspx?)$", "", unquote(parts.path), flags=re.I)
        steps = [step for step in path.split("/") if step and step not in ("index", "default")]
        last = steps[-1] if steps else parts.hostname or "page"
        plain = re.sub(r"[^\w-]+", "-", last).strip("-_.").lower()[:LONGEST_NAME] or "page"
        taken = {row["file"].rsplit(".", 1)[0] for row in self.rows.values()}
        if plain in taken or plain in RESERVED or len(plain) < 4:
            plain = f"{plain}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
        return plain + suffix

    def _save(self) -> None:
        table = self.folder / TABLE
        others = sorted({name for row in self.rows.values() for name in row} - set(COLUMNS))
        partial = table.with_suffix(".csv.part")
        with partial.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*COLUMNS, *others], restval="")
            writer.writeheader()
            writer.writerows(self.rows.values())
        os.replace(partial, table)


def _suffix(url: str, content_type: str) -> str:
    kind = content_type.split(";")[0].strip().lower()
    suffix = Path(urlsplit(url).path).suffix.lower()
    if kind in KINDS:
        return ".md" if kind == "text/plain" and suffix == ".md" else KINDS[kind]
    known = {*KINDS.values(), ".htm"}
    if kind in ("", "application/octet-stream", "binary/octet-stream") and suffix in known:
        return suffix
    raise FetchError(f"{url}: is of a kind that cannot be read ({kind or 'not told'}).")


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(data)
    os.replace(partial, path)
