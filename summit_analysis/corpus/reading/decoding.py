"""From a file's bytes to characters, saying which encoding it was."""

import codecs
import re
from pathlib import Path

from summit_analysis.errors import LoadError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How files open that carry text but are not text, whatever their name ends in.
OTHER_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"PK\x03\x04", "a Word or other zipped document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or other Office document"),
)
RE_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
RE_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
MOST_CONTROLS = 0.02
# No Western European text has so many accents and quotation marks; other scripts read as such do.
MOST_ACCENTS = 0.3


def decode(data: bytes, *, path: Path) -> tuple[str, str]:
    """Decode a text file: UTF-8 (with or without a mark), UTF-16, else Windows-1252.

    Args:
        data: the file's bytes.
        path: where they came from, for the message.

    Returns:
        The text and the name of the encoding that fitted.

    Raises:
        LoadError: the bytes are no text in any of these encodings, or damaged UTF-8.

    Example:
        >>> decode("“2+2”".encode("cp1252"), path=Path("a.txt"))
        ('“2+2”', 'cp1252')
    """
    for opening, kind in OTHER_KINDS:
        if data.startswith(opening):
            raise LoadError(f"{path}: is {kind}, not plain text. Save it as plain text in UTF-8.")
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeError as error:
            if encoding == "utf-8":
                _refuse_damaged_utf8(data, path, error)
            continue
        if not _looks_binary(text) and not (encoding == "cp1252" and _looks_foreign(text)):
            return text, encoding
    raise LoadError(
        f"{path}: is not text in UTF-8, UTF-16 or Windows-1252. "
        "If it is a document of another kind, save it as plain text in UTF-8 first."
    )


def _refuse_damaged_utf8(data: bytes, path: Path, error: UnicodeError) -> None:
    """Raise if the bytes are UTF-8 but for a few: as Windows-1252 they would read as gibberish."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    if len(RE_BEYOND_ASCII.findall(text)) - bad > bad:
        where = getattr(error, "start", 0)
        raise LoadError(
            f"{path}: is UTF-8 text with {bad} damaged place{'s' * (bad != 1)}, the first at byte "
            f"{where}. Open it in an editor, mend what shows as \ufffd, and save it as UTF-8."
        ) from error


def _candidates(data: bytes) -> list[str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return [encoding]
    sample = data[:4096]
    if sample.count(0) > len(sample) // 4:
        low = sample[1::2].count(0) >= sample[::2].count(0)
        return ["utf-16-le" if low else "utf-16-be"]
    return ["utf-8", "cp1252"]


def _looks_binary(text: str) -> bool:
    sample = text[:20_000]
    return len(RE_CONTROL.findall(sample)) > MOST_CONTROLS * len(sample)


def _looks_foreign(text: str) -> bool:
    sample = text[:20_000]
    return len(RE_BEYOND_ASCII.findall(sample)) > max(8, MOST_ACCENTS * len(sample))
