"""From a file's bytes to characters, saying which encoding it was."""

import codecs
from pathlib import Path

from summit_analysis.errors import LoadError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_CONTROLS = 0.02


def decode(data: bytes, *, path: Path) -> tuple[str, str]:
    """Decode a text file: UTF-8 (with or without a mark), UTF-16, else Windows-1252.

    Args:
        data: the file's bytes.
        path: where they came from, for the message.

    Returns:
        The text and the name of the encoding that fitted.

    Raises:
        LoadError: the bytes are no text in any of these encodings.

    Example:
        >>> decode("“2+2”".encode("cp1252"), path=Path("a.txt"))
        ('“2+2”', 'cp1252')
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if not _looks_binary(text):
            return text, encoding
    raise LoadError(
        f"{path}: is not text in UTF-8, UTF-16 or Windows-1252. "
        "If it is a document of another kind, save it as plain text in UTF-8 first."
    )


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
    controls = sum(character < " " and character not in "\t\n\r\f\v\x1b" for character in sample)
    return controls > MOST_CONTROLS * len(sample)
