import codecs
from pathlib import Path

import pytest

from summit_analysis.corpus.reading.decoding import decode
from summit_analysis.errors import LoadError

TEXT = "The two leaders met in Côte d’Ivoire for the “2+2”."
PATH = Path("talks.txt")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data, encoding):
    assert decode(data, path=PATH) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (bytes(range(256)) * 4, "is not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "is not text"),
        ("日米首脳会談が行われました".encode("shift_jis"), "is not text"),
        (TEXT.encode("utf-16") + b"x", "is not text"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"{\\rtf1\\ansi They met.}", "RTF"),
        (b"PK\x03\x04 They met.", "Word"),
        (TEXT.encode() + "é".encode()[:1], "1 damaged place, the first at byte"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, says):
    with pytest.raises(LoadError, match=says) as error:
        decode(data, path=PATH)
    assert str(error.value).startswith("talks.txt: ")
    assert "ave" in str(error.value)  # save it as …: what to do


def test_windows_1252_with_many_accents_is_not_taken_for_damaged_utf8():
    text = "Présidence française : coopération, sécurité"
    assert decode(text.encode("cp1252"), path=PATH) == (text, "cp1252")
