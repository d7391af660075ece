"""Run as a program of its own: a PDF from standard input, its lines as JSON to standard output.

It imports nothing of this library, so that it starts quickly, and takes no more memory and time
than it is given: PDF files come from strangers.
"""

import ctypes
import json
import sys
from typing import Any

# The character, its left and right edge, base line, size, font, and whether the reader made it up.
Letter = tuple[str, float, float, float, float, bytes, bool]

MOST_MEMORY = 1_000_000_000
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
# A gap narrower than this share of the letters' size is no space. Where the file has its spaces as
# characters, wider gaps without one are none either, but come of letters set apart.
NARROW_GAP = 0.17
WIDE_GAP = 0.25
MOSTLY = 0.8
# A gap so many times as wide as the letters' size divides columns; no justified line has one.
COLUMN_GAP = 2.0
NEXT_LINE = 0.7
# Letters this much smaller than their line, and raised, are the mark of a note.
SMALL = 0.8


def main() -> None:
    """Read a PDF and print its lines, or what the matter is."""
    _limit(int(sys.argv[1]))
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read())))


def _limit(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent ends what takes too long
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _read(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"problem": "password" if "assword" in str(error) else "damaged"}
    if len(document) > MOST_PAGES:
        return {"problem": "pages"}
    pages = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            width, height = page.get_size()
            text_page = page.get_textpage()
            count = text_page.count_chars()
            characters += count
            if characters > MOST_CHARACTERS:
                return {"problem": "large"}
            lines = _lines(text_page, count)
        except pypdfium2.PdfiumError:
            continue
        pages.append({"width": width, "height": height, "lines": lines})
    if not pages:
        return {"problem": "damaged"}
    title = document.get_metadata_dict().get("Title", "") or ""
    return {"pages": pages, "title": title}


def _lines(text_page: Any, count: int) -> list[dict[str, Any]]:
    """Gather letters into lines, as the file has them one after the other."""
    import pypdfium2.raw as pdfium

    handle = text_page.raw
    left, right = ctypes.c_double(), ctypes.c_double()
    bottom, top = ctypes.c_double(), ctypes.c_double()
    lines: list[dict[str, Any]] = []
    letters: list[Letter] = []
    spaces = [
        pdfium.FPDFText_IsGenerated(handle, place) == 1
        for place in range(count)
        if pdfium.FPDFText_GetUnicode(handle, place) == 32
    ]
    narrow = WIDE_GAP if spaces.count(False) > MOSTLY * len(spaces) else NARROW_GAP
    for place in range(count):
        code = pdfium.FPDFText_GetUnicode(handle, place)
        generated = pdfium.FPDFText_IsGenerated(handle, place) == 1
        letter = chr(code) if 0 < code < 0x110000 else ""
        if letter in ("\r", "\n"):
            _finish(letters, lines, narrow)
            continue
        if pdfium.FPDFText_IsHyphen(handle, place) == 1 and letter in ("\x02", "\ufffe", ""):
            letter = "-"
        if not letter or 0xD800 <= code < 0xE000 or (letter < " " and letter != "\t"):
            continue
        origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(handle, place, origin_x, origin_y)
        pdfium.FPDFText_GetCharBox(handle, place, left, right, bottom, top)
        size = pdfium.FPDFText_GetFontSize(handle, place)
        font = b"" if generated else _font(handle, place)
        letters.append((letter, left.value, right.value, origin_y.value, size, font, generated))
    _finish(letters, lines, narrow)
    return lines


def _font(handle: Any, place: int) -> bytes:
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(100)
    pdfium.FPDFText_GetFontInfo(handle, place, name, 100, None)
    return name.value


def _finish(
    letters: list[Letter],
    lines: list[dict[str, Any]],
    narrow: float,
) -> None:
    """Make lines of the letters: one, or more where a wide gap shows columns side by side."""
    start = 0
    last: Letter | None = None
    for place, letter in enumerate(letters):
        if letter[6] or not letter[0].strip():
            continue
        size = max(letter[4], last[4]) if last else letter[4]
        # After a hyphen at a line's end the next line follows without a line end.
        if last and (
            letter[1] - last[2] > COLUMN_GAP * size or abs(letter[3] - last[3]) > NEXT_LINE * size
        ):
            _add_line(letters[start:place], lines, narrow)
            start = place
        last = letter
    _add_line(letters[start:], lines, narrow)
    letters.clear()


def _add_line(letters: list[Letter], lines: list[dict[str, Any]], narrow: float) -> None:
    """Make a line of the letters: its words, where it stands, its size, marks of notes apart."""
    real = [letter for letter in letters if not letter[6] and letter[0].strip()]
    if not real:
        return
    sizes = sorted(letter[4] for letter in real)
    size = sizes[len(sizes) // 2]
    bases = sorted(letter[3] for letter in real if letter[4] > SMALL * size)
    base = bases[len(bases) // 2]
    text: list[str] = []
    marks: list[str] = []
    for place, (letter, _, _, y, points, _, generated) in enumerate(letters):
        if generated and letter == " " and 0 < place < len(letters) - 1:
            gap = letters[place + 1][1] - letters[place - 1][2]
            if gap < narrow * size and _same(letters[place - 1], letters[place + 1], size):
                continue
        raised = points < SMALL * size and y > base + 0.15 * size
        if not generated and raised and letter.isdigit() and text:
            marks.append(letter)
            continue
        text.append(letter)
    lines.append(
        {
            "text": "".join(text),
            "left": min(letter[1] for letter in real),
            "right": max(letter[2] for letter in real),
            "base": base,
            "size": size,
            "marks": "".join(marks),
        }
    )


def _same(
    one: Letter,
    other: Letter,
    size: float,
) -> bool:
    """Say whether two characters can be parts of one word: on one line, of one size."""
    return (
        (one[0].isalpha() or one[0] == "-")
        and (other[0].isalpha() or other[0] in "-,.;:’")
        and abs(one[3] - other[3]) < 0.1 * size
        and abs(one[4] - other[4]) < 0.1 * size
        and one[5] == other[5]
    )


if __name__ == "__main__":
    main()
