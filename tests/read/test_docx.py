"""Word files to documents."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from reviewer import urls
from reviewer.model import Region
from reviewer.read.document import BlockKind, Document, Unreadable
from reviewer.read.formats import docx as reader

URL = "https://site.example/files/policy.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def parsed(document: Any) -> Document:
    """A python-docx document, written and read again."""
    return reader.parse(saved(document), url=URL)


def with_xml(*pieces: str) -> Document:
    """A document whose body begins with this WordprocessingML."""
    document = docx.Document()
    for piece in reversed(pieces):
        document.element.body.insert(0, parse_xml(piece))
    return parsed(document)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_paragraphs_headings_items_and_cells() -> None:
    """Styles tell headings and items, tables give cells; each knows the heading above."""
    document = docx.Document()
    document.add_heading("Leave policy", 0)
    document.add_heading("Control", 2)
    document.add_paragraph("Review date: 31 May 2024")
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("two", style="List Bullet")
    document.add_paragraph("")
    document.add_paragraph("between")
    document.add_paragraph("three", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Owner"
    table.cell(0, 1).text = "Ann Other\nWeb editor"
    table.cell(1, 0).text = "Version"
    found = parsed(document)
    assert [(block.text, block.kind, block.level, block.place.heading) for block in found.blocks[:3]] == [
        ("Leave policy", BlockKind.HEADING, 1, None),
        ("Control", BlockKind.HEADING, 2, "Leave policy"),
        ("Review date: 31 May 2024", BlockKind.PARAGRAPH, 0, "Control"),
    ]
    assert [(block.text, block.list) for block in found.blocks if block.kind is BlockKind.ITEM] == [("one", 0), ("two", 0), ("three", 1)]
    cells = [(block.text, block.cell and (block.cell.row, block.cell.column)) for block in found.blocks if block.kind is BlockKind.CELL]
    assert cells == [("Owner", (0, 0)), ("Ann Other\nWeb editor", (0, 1)), ("Version", (1, 0))]
    assert found.title == "Leave policy"


def test_header_rows_are_known() -> None:
    """A row that Word repeats on every page is a header row."""
    row = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p>{0}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>{1}</w:p></w:tc></w:tr>"
    found = with_xml(f"<w:tbl {W}>{row.format(run('Owner'), run('Ann'))}</w:tbl>")
    assert [block.cell and block.cell.header for block in found.blocks] == [True, False]


def test_headers_and_footers_are_regions() -> None:
    """What stands in a header comes first, what stands in a footer last."""
    document = docx.Document()
    document.add_paragraph("Body")
    document.sections[0].header.paragraphs[0].text = "Example Trust"
    document.sections[0].footer.paragraphs[0].text = "Review date: May 2025"
    assert [(block.text, block.region) for block in parsed(document).blocks] == [
        ("Example Trust", Region.HEADER),
        ("Body", Region.MAIN),
        ("Review date: May 2025", Region.FOOTER),
    ]


def test_what_nobody_sees_is_not_read() -> None:
    """Deleted text, hidden text and the fallback of a drawing are left out; tabs, breaks and hyphens are kept as such."""
    body = (
        run("Seen ")
        + f"<w:del>{run('deleted')}</w:del>"
        + run("hidden", "<w:vanish/>")
        + run("shown", "<w:vanish w:val='0'/>")
        + "<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t><w:cr/><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:t/></w:r>"
        + f"<mc:AlternateContent><mc:Choice>{run(' box')}</mc:Choice><mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>"
    )
    (block,) = with_xml(f"<w:p {W} {MC}>{body}</w:p>").blocks
    assert block.text == "Seen shown tab\nline\nwell-known box"


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>", "<w:strike w:val='true'/>", "<w:rStyle w:val='Gone'/>"])
def test_what_is_struck_out_is_not_said(properties: str) -> None:
    """Text that is struck out, by itself or by its style, is no longer what the document says."""
    made = docx.Document()
    style = f"<w:style {W} w:type='character' w:styleId='Gone'><w:name w:val='Gone'/><w:rPr><w:strike/></w:rPr></w:style>"
    made.styles.element.append(parse_xml(style))
    words = run("Review date: ") + run("1 May 2025", properties) + run(" 1 May 2027", "<w:rStyle w:val='Other'/>")
    made.element.body.insert(0, parse_xml(f"<w:p {W}>{words}</w:p>"))
    assert parsed(made).blocks[0].text == "Review date: 1 May 2027"


def test_a_run_may_undo_what_its_style_strikes() -> None:
    """A run's own property goes before its style's."""
    properties = "<w:rStyle w:val='Gone'/><w:strike w:val='0'/>"
    bare = "<w:r><w:t>.</w:t></w:r>"
    assert with_xml(f"<w:p {W}>{run('Seen', properties)}{bare}</w:p>").blocks[0].text == "Seen."


def test_content_controls_are_looked_into() -> None:
    """The value of a form field in a document counts as its text, in the body and in a table."""
    control = f"<w:sdt {W}><w:sdtContent><w:p>{run('Due: May 2025')}</w:p></w:sdtContent></w:sdt>"
    cell = f"<w:tbl {W}><w:tr><w:sdt><w:sdtContent><w:tc><w:p>{run('Ann')}</w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    assert [block.text for block in with_xml(control, cell, f"<w:bookmarkStart {W} w:id='1' w:name='x'/>").blocks] == [
        "Due: May 2025",
        "Ann",
    ]


def test_links_are_kept() -> None:
    """Hyperlinks by relationship and by field are links; one inside the document is none."""
    document = docx.Document()
    there = document.part.relate_to("https://x.example/guide", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    body = (
        f"<w:hyperlink r:id='{there}' w:anchor='top'>{run('the guide')}</w:hyperlink>"
        f"<w:hyperlink r:id='{there}'>{run('again')}</w:hyperlink>"
        f"<w:hyperlink w:anchor='here'>{run('inside')}</w:hyperlink>"
        '<w:r><w:instrText>HYPERLINK "htp://y.example/"</w:instrText></w:r>'
        f"<w:fldSimple w:instr='HYPERLINK \"mailto:ann@x.example\"'>{run('Ann')}</w:fldSimple><w:fldSimple>{run('!')}</w:fldSimple><w:r><w:instrText/></w:r>"
    )
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{body}</w:p>"))
    found = parsed(document)
    assert [link.href for link in found.links] == [
        "https://x.example/guide#top",
        "https://x.example/guide",
        "htp://y.example/",
        "mailto:ann@x.example",
    ]
    assert found.links[0].words == "the guide"
    assert urls.fault(found.links[2].href) is not None
    assert found.blocks[0].links == (0, 1, 2, 3)


def test_properties_are_read() -> None:
    """The core properties that are set are read; dates are ISO dates, a broken one is passed over."""
    document = docx.Document()
    document.core_properties.title = "Leave policy"
    document.core_properties.language = "cy"
    document.core_properties.modified = dt.datetime(2024, 5, 31, 12)  # noqa: DTZ001 - python-docx takes naive moments
    found = parsed(document)
    assert dict(found.properties)["modified"] == "2024-05-31"
    assert (found.title, found.lang) == ("Leave policy", "cy")


def test_bounds_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more blocks, characters and links than the bounds are kept."""
    document = docx.Document()
    for number in range(5):
        document.add_paragraph(f"line {number}")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "a"
    table.cell(0, 1).text = "b"
    monkeypatch.setattr(reader, "BLOCKS", 6)
    assert len(parsed(document).blocks) == 6
    monkeypatch.setattr(reader, "CHARACTERS", 10)
    assert len(parsed(document).blocks) == 2
    monkeypatch.setattr(reader, "LINKS", 0)
    field = f'<w:p {W}><w:r><w:instrText>HYPERLINK "https://y.example/"</w:instrText><w:t>y</w:t></w:r></w:p>'
    assert with_xml(field).links == ()


def deep(levels: int) -> str:
    """A run inside so many content controls."""
    return f"<w:p {W}>" + "<w:sdt><w:sdtContent>" * levels + run("deep") + "</w:sdtContent></w:sdt>" * levels + "</w:p>"


def test_depth_is_bounded() -> None:
    """What is nested deeper than any program writes is left out, and nothing fails."""
    assert [block.text for block in with_xml(deep(20)).blocks] == ["deep"]
    assert with_xml(deep(110)).blocks == ()


def test_a_table_in_a_table_is_part_of_its_cell() -> None:
    """A nested table's words stand in the cell that holds it; a text box's words stand in its paragraph, once."""
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('inner')}</w:p></w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent></w:r></w:p>"
    found = with_xml(f"<w:tbl {W}><w:tr><w:tc><w:p>{run('outer')}</w:p>{inner}{box}</w:tc></w:tr></w:tbl>")
    assert [block.text for block in found.blocks] == ["outer\ninner\nboxed"]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 cut short", "damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"an old Word file", "not_html"),
    ],
)
def test_what_is_no_word_file_is_told(body: bytes, state: str) -> None:
    """Damaged, locked and old files are told apart."""
    with pytest.raises(Unreadable) as error:
        reader.parse(body, url=URL)
    assert error.value.state == state


def package(files: dict[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def test_memory_that_runs_out_is_no_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file for which the memory does not do is not called damaged: the process ends over it, and another takes its place."""

    def greedy(_body: object) -> None:
        raise MemoryError

    whole = saved(docx.Document())
    monkeypatch.setattr(docx, "Document", greedy)
    with pytest.raises(MemoryError):
        reader.parse(whole, url="https://a.example/a.docx", content_type=None)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that unpacks to more than the bound is refused before it is unpacked, and so is one of too many files."""
    monkeypatch.setattr(reader, "UNPACKED", 1000)
    with pytest.raises(Unreadable) as error:
        reader.parse(package({"bomb.xml": b"0" * 100_000}), url=URL)
    assert error.value.state == "too_large"


def test_another_package_is_no_word_file() -> None:
    """A zip file of something else is damaged for us; an office file of another kind is not a Word file."""
    with pytest.raises(Unreadable) as error:
        reader.parse(package({"readme.txt": b"hello"}), url=URL)
    assert error.value.state == "damaged"
    old = saved(docx.Document())
    with zipfile.ZipFile(io.BytesIO(old)) as made:
        files = {name: made.read(name) for name in made.namelist()}
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main+xml", b"spreadsheetml.sheet.main+xml"
    )
    with pytest.raises(Unreadable) as other:
        reader.parse(package(files), url=URL)
    assert other.value.state == "not_html"


def test_a_broken_date_of_the_properties_is_passed_over() -> None:
    """One broken property costs itself."""
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as made:
        files = {name: made.read(name) for name in made.namelist()}
    files["docProps/core.xml"] = files["docProps/core.xml"].replace(b"2013-12-23T23:15:00Z", b"the other day")
    assert "created" not in dict(reader.parse(package(files), url=URL).properties)
