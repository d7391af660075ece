"""The indexes of large corpora, kept between sessions so that a folder is tokenised once."""

import contextlib
import os
import time
from collections.abc import Sequence
from pathlib import Path

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising.building import build_index
from summit_analysis.corpus.tokenising.storing import content_key, read_index, write_index
from summit_analysis.corpus.tokenising.token_index import TokenIndex

# Below this an index is made in less time than it takes to notice.
LEAST_CHARACTERS = 5_000_000
LARGEST_BYTES = 2_000_000_000
# Seconds after which a file half written is one whose process was killed.
LONGEST_WRITE = 86_400
VARIABLE = "SUMMIT_ANALYSIS_CACHE"
OFF = ("0", "off", "no", "false")


def cached_index(documents: Sequence[Document]) -> TokenIndex:
    """Return the index of documents, from the cache when they are many and it is there.

    The environment variable SUMMIT_ANALYSIS_CACHE names the cache's folder, or says `off`.

    Args:
        documents: the documents.

    Returns:
        The index, the same whether it was kept or made now.

    Example:
        >>> cached_index([Document("a", "We met.")]).vocabulary
        ['met', 'we']
    """
    folder = cache_folder()
    if folder is None or sum(len(document.text) for document in documents) < LEAST_CHARACTERS:
        return build_index(documents)
    key = content_key(documents)
    path = folder / f"{key}.index"
    index = read_index(path, key=key)
    if index is not None:
        _mark_used(path)
        return index
    index = build_index(documents)
    if write_index(index, path, key=key):
        _make_room(folder, path)
    return index


def cache_folder() -> Path | None:
    """Return the folder that keeps indexes; none when the environment says `off`."""
    from platformdirs import user_cache_path

    named = os.environ.get(VARIABLE, "")
    if named.lower() in OFF:
        return None
    return Path(named) if named else user_cache_path("summit_analysis", appauthor=False) / "index"


def _mark_used(path: Path) -> None:
    with contextlib.suppress(OSError):  # somebody else's folder
        os.utime(path)


def _make_room(folder: Path, newest: Path) -> None:
    """Remove what killed processes left, and the indexes used longest ago, down to a size."""
    for left_behind in folder.glob(".*.index-*"):
        with contextlib.suppress(OSError):
            if time.time() - left_behind.stat().st_mtime > LONGEST_WRITE:
                left_behind.unlink()
    with contextlib.suppress(OSError):  # another process was quicker: nothing is lost
        kept = [(path.stat(), path) for path in folder.glob("*.index") if path != newest]
        total = newest.stat().st_size
        for found, path in sorted(kept, key=lambda each: each[0].st_mtime, reverse=True):
            total += found.st_size
            if total > LARGEST_BYTES:
                with contextlib.suppress(OSError):  # in use elsewhere, or somebody else's
                    path.unlink()
