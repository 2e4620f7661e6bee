"""The two documents of the sample site, made when they are asked for: a PDF and a Word file, so that their dates can follow today."""

from __future__ import annotations

import io
from collections.abc import Sequence


def pdf(title: str, lines: tuple[str, ...]) -> bytes:
    """A one-page PDF 1.4 with one line of Helvetica for each of ``lines`` (Latin-1 text), readable by any PDF reader."""

    def escaped(line: str) -> str:
        return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")

    text = "\n".join(f"({escaped(line)}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 72 770 Td 18 TL\n{text}\nET".encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({escaped(title)}) >>".encode("latin-1"),
    )
    return written(objects)


def written(objects: Sequence[bytes]) -> bytes:
    """A PDF 1.4 file of these objects, numbered from 1: the first one is the catalogue, the last one the document's information."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(objects), start))
    return out.getvalue()


def word(title: str, paragraphs: tuple[str, ...], control: tuple[tuple[str, str], ...]) -> bytes:
    """A Word file with a heading, paragraphs, and a two-column document control table."""
    import docx

    document = docx.Document()
    document.core_properties.title = title
    document.add_heading(title, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=0, cols=2)
    for label, value in control:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
