"""One process's share of the files to read: read, cleaned, and counted for broken words."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from summit_analysis.corpus.cleaning.broken_words import Broken, broken_words, count_words
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.reading.archives import Archives
from summit_analysis.corpus.reading.finishing import finish
from summit_analysis.corpus.reading.raw_documents import RawDocument, read_raw
from summit_analysis.corpus.reading.readers.rows import NoTexts
from summit_analysis.corpus.reading.sources import LARGEST, Source
from summit_analysis.errors import LoadError


class Options(NamedTuple):
    """How to read: the column of texts in tables, and the most bytes of a file."""

    text: str | None = None
    largest: int = LARGEST


class Job(NamedTuple):
    """A file to read: its number among all, where it is, and what tables beside it say."""

    number: int
    source: Source
    row: Mapping[str, Any]


class Outcome(NamedTuple):
    """What became of a file: its documents and where each comes from, or what was the matter."""

    number: int
    documents: list[tuple[Path, Document]]
    problem: str = ""
    # Not a fault of the file: there is just no text in it, as in most tables.
    harmless: bool = False


class Share:
    """What one process reads of all files.

    Broken words are joined by what all files together say, so a share keeps the raw form of the
    documents that have some, and counts the words of all, until that is known.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.broken: Broken = set()
        self._archives = Archives()
        self._pieces: Counter[str] = Counter()
        self._waiting: dict[tuple[int, int], tuple[RawDocument, Broken]] = {}

    def read(self, job: Job) -> Outcome:
        """Read a file; its documents are finished as if no broken word were commoner closed."""
        documents = []
        try:
            raws = read_raw(
                job.source,
                job.row,
                archives=self._archives,
                text=self.options.text,
                largest=self.options.largest,
            )
            for place, raw in enumerate(raws):
                joined = "\n".join(raw.paragraphs)
                self._pieces.update(joined.lower().split())
                if broken := broken_words(joined):
                    self.broken |= broken
                    self._waiting[job.number, place] = raw, broken
                documents.append((raw.path, finish(raw, frozenset())))
        except NoTexts as error:
            return Outcome(job.number, [], str(error), harmless=True)
        except LoadError as error:
            return Outcome(job.number, [], str(error))
        return Outcome(job.number, documents)

    def close(self) -> None:
        """Close what is open."""
        self._archives.close()

    def count(self, wanted: frozenset[str]) -> Counter[str]:
        """Count words in all that was read."""
        return count_words(self._pieces, wanted)

    def finish_again(self, closed: frozenset[str]) -> list[tuple[int, int, Document]]:
        """Finish those documents anew that have one of these words broken.

        Returns:
            For each the number of its file, its place there, and the document.
        """
        return [
            (number, place, finish(raw, closed))
            for (number, place), (raw, broken) in self._waiting.items()
            if any(left + right in closed for left, right in broken)
        ]
