"""Files of every kind, made for the tests: small, and with nothing of anybody's in them."""

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DC = "http://purl.org/dc/elements/1.1/"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, *, title: str = "", head: str = "", notes: str = "") -> bytes:
    parts = {
        "word/document.xml": f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body>'
        "</w:document>",
        "word/header1.xml": f'<w:hdr xmlns:w="{WORD}">{run("A header")}</w:hdr>',
    }
    if notes:
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{WORD}">{notes}</w:footnotes>'
    if title:
        parts["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}"><dc:title>{title}</dc:title>'
            "</cp:coreProperties>"
        )
    return packed(parts)


def run(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(sheets: Mapping[str, list[list[object]]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(columns: Mapping[str, list[object]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), out)
    return out.getvalue()


def pdf(
    pages: list[list[tuple[float, float, float, str]]],
    *,
    objects: Mapping[int, bytes] | None = None,
) -> bytes:
    """Make a PDF of lines given as left edge, base line, size and text; one font, no pictures."""
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    parts = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, lines in enumerate(pages):
        content = b"BT "
        for left, base, size, text in lines:
            escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            content += f"/F1 {size} Tf 1 0 0 1 {left} {base} Tm (".encode()
            content += escaped.encode("cp1252") + b") Tj "
        content += b"ET"
        parts[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {11 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode()
        parts[11 + 2 * number] = b"<< /Length %d >>\nstream\n%s\nendstream" % (
            len(content),
            content,
        )
    parts |= dict(objects or {})
    out = b"%PDF-1.4\n"
    places = {}
    for number, part in sorted(parts.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    last = max(parts)
    table = b"0000000000 65535 f \n"
    for number in range(1, last + 1):
        if number in places:
            table += b"%010d 00000 n \n" % places[number]
        else:
            table += b"0000000000 00000 f \n"
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (last + 1, len(out))
    return out + b"xref\n0 %d\n" % (last + 1) + table + trailer
