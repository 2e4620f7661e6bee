"""A tiny writer of PDF files for tests: pages of text lines in Helvetica, link annotations, document information."""

from __future__ import annotations

from collections.abc import Sequence


def pdf(
    pages: Sequence[Sequence[str]],
    *,
    info: dict[str, str] | None = None,
    lang: str | None = None,
    uris: Sequence[tuple[int, int, str]] = (),
    lost: Sequence[int] = (),
) -> bytes:
    """The bytes of a PDF with one page for each sequence of lines.

    ``uris`` are (page, line, address); ``lost`` names pages whose object is left out, as in a damaged file.
    """
    objects: dict[int, bytes] = {3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"}
    kids = []
    number = 10
    for at, lines in enumerate(pages):
        page, content = number, number + 1
        number += 2
        kids.append(f"{page} 0 R")
        notes = []
        for where, line, uri in uris:
            if where == at:
                top = 800 - 14 * line
                objects[number] = (
                    f"<< /Type /Annot /Subtype /Link /Rect [40 {top - 4} 560 {top + 10}] /A << /S /URI /URI ({_escaped(uri)}) >> >>".encode(
                        "cp1252"
                    )
                )
                notes.append(f"{number} 0 R")
                number += 1
        drawn = "\n".join(f"1 0 0 1 40 {800 - 14 * row} Tm ({_escaped(line)}) Tj" for row, line in enumerate(lines))
        stream = f"BT /F1 10 Tf\n{drawn}\nET".encode("cp1252")
        if at not in lost:
            objects[page] = (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R /Annots [{' '.join(notes)}] >>"
            ).encode()
        objects[content] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R {f'/Lang ({lang})' if lang else ''} >>".encode()
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    trailer = f"/Root 1 0 R /Size {number + 1}"
    if info:
        objects[4] = ("<< " + " ".join(f"/{name} ({_escaped(value)})" for name, value in info.items()) + " >>").encode("cp1252")
        trailer += " /Info 4 0 R"
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for key in sorted(objects):
        places[key] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (key, objects[key])
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for key, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (key, place)
    out += f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _escaped(text: str) -> str:
    """Text as a literal string (ISO 32000-1, 7.3.4.2)."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
