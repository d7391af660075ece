"""Saved indexes: one file each, valid for one content and one version, mapped into memory."""

import contextlib
import hashlib
import json
import os
import tempfile
import warnings
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.errors import SummitAnalysisWarning
from summit_analysis.lexicons import read_lexicon

# Of the file, and of what an index holds: another number makes all older files void.
INDEX_FORMAT = 4
MAGIC = f"summit_analysis index {INDEX_FORMAT}\n".encode()
# An index is what this folder makes of a text: a change in it may be a change in every index.
FOLDER = Path(__file__).parent
NUMBER = 8  # bytes of a number before the header
ALIGNMENT = 64
INSTEAD = "The analysis goes on from the text."


def content_key(documents: Iterable[Document]) -> str:
    """Return what an index depends on as a hash: the texts, the word lists, and what makes it.

    A checkout keeps its version while its code changes, so that the code itself is hashed with it.

    Example:
        >>> content_key([Document("a", "We met.")]) == content_key([Document("b", "We met.")])
        True
        >>> content_key([Document("a", "We met.")]) == content_key([Document("a", "We met!")])
        False
    """
    digest = hashlib.sha256(json.dumps(_definitions()).encode())
    for document in documents:
        text = document.text.encode("utf-8", "surrogatepass")
        digest.update(f"{len(text)} ".encode())
        digest.update(text)
    return digest.hexdigest()


def write_index(index: TokenIndex, path: Path, *, key: str) -> bool:
    """Write an index to a file, whole or not at all.

    Args:
        index: what to write.
        path: the file; it is replaced when it exists, and its folder is made.
        key: the `content_key` it belongs to.

    Returns:
        Whether it was written; if not, a warning says why.
    """
    parts = [np.frombuffer("\n".join(index.vocabulary).encode(), np.uint8)]
    parts += [np.ascontiguousarray(getattr(index, name)) for name in _array_names()]
    header = {"key": key, "parts": [[part.dtype.str, len(part)] for part in parts]}
    checked = 0
    for part in parts:
        checked = zlib.crc32(part.data, checked)
    first = json.dumps({**header, "crc": checked}).encode()
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}-", delete=False
        ) as file:
            temporary = file.name
            numbers = (each.to_bytes(NUMBER, "little") for each in (len(first), zlib.crc32(first)))
            file.write(b"".join((MAGIC, *numbers, first)))
            for part in parts:
                file.write(b"\0" * (-file.tell() % ALIGNMENT))
                file.write(part.data)
        os.replace(temporary, path)
    except OSError as error:
        _remove(temporary)
        _warn(path, f"cannot be written ({error.strerror or error})", "Make room or choose another")
        return False
    return True


def read_index(path: Path, *, key: str) -> TokenIndex | None:
    """Open a saved index, mapped into memory.

    Args:
        path: the file.
        key: the `content_key` it must belong to.

    Returns:
        The index; none when the file is not there, or, with a warning, when it belongs to other
        texts or another version, or is damaged.
    """
    try:
        mapped = np.memmap(path, dtype=np.uint8, mode="r")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _warn(path, f"cannot be read ({error})", "Save it again, or remove")
        return None
    try:
        header, parts = _parts(mapped)
    except ValueError:
        _warn(path, "is no index, or is damaged", "Save it again, or remove")
        return None
    if header["key"] != key:
        _warn(path, "belongs to other texts or another version", "Save it again, or remove")
        return None
    words = bytes(parts[0]).decode()
    arrays = dict(zip(_array_names(), parts[1:], strict=True))
    return TokenIndex(vocabulary=words.split("\n") if words else [], **arrays)


def _parts(mapped: np.ndarray) -> tuple[dict[str, Any], Sequence[np.ndarray]]:
    """Take a file apart; anything that is not as it was written raises ValueError."""
    start = len(MAGIC) + 2 * NUMBER
    begin = bytes(mapped[:start])
    if not begin.startswith(MAGIC):
        raise ValueError("foreign")
    size, crc = np.frombuffer(begin, dtype="<u8", offset=len(MAGIC)).tolist()
    first = bytes(mapped[start : (end := start + size)])
    if zlib.crc32(first) != crc:  # before anything in it is believed
        raise ValueError("damaged")
    header = json.loads(first)
    parts = []
    checked = 0
    for kind, count in header["parts"]:
        end += -end % ALIGNMENT
        size = np.dtype(kind).itemsize * int(count)
        if end + size > len(mapped):
            raise ValueError("truncated")
        part = mapped[end : end + size]
        checked = zlib.crc32(part.data, checked)
        parts.append(np.asarray(part.view(kind)))
        end += size
    if checked != header["crc"] or len(parts) != 1 + len(_array_names()):
        raise ValueError("damaged")
    return header, parts


def _array_names() -> list[str]:
    return [name for name in TokenIndex.__dataclass_fields__ if name != "vocabulary"]


def _definitions() -> list[Any]:
    try:
        installed = version("summit-analysis")
    except PackageNotFoundError:
        installed = "checkout"
    lexicons = [read_lexicon(name) for name in ("tokens", "sentences")]
    return [INDEX_FORMAT, installed, version("nltk"), _code(), lexicons]


@cache
def _code() -> str:
    """Hash the source of what makes an index; without sources, the version has to do."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _remove(name: str | None) -> None:
    if name is not None:
        with contextlib.suppress(OSError):  # what cannot be written may not be removable either
            os.unlink(name)


def _warn(path: Path, found: str, advice: str) -> None:
    warnings.warn(
        f"{path}: {found}. {INSTEAD} {advice} the file.", SummitAnalysisWarning, stacklevel=5
    )
