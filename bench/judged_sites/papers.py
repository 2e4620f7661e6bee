"""PDFs by hand: pages of lines and of rows in columns, and a scan that has no text at all."""

from __future__ import annotations

from reviewer.demo.documents import written

COLUMNS = (56, 150, 260, 390)
Line = str | tuple[str, ...]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _drawn(lines: tuple[Line, ...], *, first: bool) -> bytes:
    """The content of one page: its first line is large when it is the first page."""
    parts, y = [], 790
    for number, line in enumerate(lines):
        size = 18 if first and number == 0 else 10
        for x, cell in zip(COLUMNS, (line,) if isinstance(line, str) else line, strict=False):
            if cell:
                parts.append(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(cell)}) Tj ET")
        y -= 26 if size == 18 else 15
    return "\n".join(parts).encode("latin-1")


def paper(title: str, *pages: tuple[Line, ...]) -> bytes:
    """A PDF with one page for each tuple; a line that is a tuple is a row of cells in columns. Latin-1 text."""
    streams = [_drawn(lines, first=number == 0) for number, lines in enumerate(pages)]
    return _file(title, streams)


def scan() -> bytes:
    """A PDF as a scanner makes it: one picture on the page, and no text."""
    picture = b"q 480 0 0 700 56 70 cm BI /W 8 /H 8 /CS /G /BPC 8 ID " + bytes((number * 37) % 251 for number in range(64)) + b" EI Q"
    return _file("", [picture])


def _file(title: str, streams: list[bytes]) -> bytes:
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)]
    objects.append(f"<< /Title ({_escaped(title)}) >>".encode("latin-1") if title else b"<< /Producer (Scanner) >>")
    return written(objects)
