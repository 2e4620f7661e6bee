"""Style sheets of our own sites in whole looks, over real sockets: what they load is visited, and told once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import checks
from reviewer.fetch import FolderDoor
from reviewer.judge import judge
from reviewer.look import look_at_folder
from reviewer.look.visit.sheets import DEPTH
from reviewer.model import Audience, Broken, Known, Looked, Reason, Visit, Works
from reviewer.report import Reported
from reviewer.report.formats import json as json_report
from reviewer.run import believed
from tests.links_origin.case import Reply
from tests.links_origin.origin import Origin
from tests.look.looks import asked, at, config, looked

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Origin]:
    """Hosts that answer nothing yet."""
    with Origin({}, tmp_path) as made:
        yield made


def styled(*sheets: str, more: str = "") -> Reply:
    """A page that loads style sheets."""
    heads = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    return Reply(200, f"<!doctype html><title>Styled</title>{heads}<h1>Styled</h1><p>Words of use. {more}".encode())


def css(text: str, **headers: str) -> Reply:
    """A style sheet."""
    return Reply(200, text.encode(), tuple((name.replace("_", "-"), value) for name, value in headers.items()), kind="text/css")


PICTURE = Reply(200, b"\x89PNG", kind="image/png")


def references(found: Looked, origin: Origin, path: str) -> list[tuple[str, int | None, str]]:
    """What a style sheet of MAIN holds: the path of each reference, its line, its verdict."""
    main = origin.places["MAIN"]
    return [
        ((link.url or "").removeprefix(main), link.place.line, found.visits[(link.url or "").partition("#")[0]].verdict)
        for link in found.pages[main + path].links
    ]


def test_what_a_style_sheet_loads_is_visited(origin: Origin) -> None:
    """References are resolved against the sheet's final address, each has its line, and sheet and targets are asked for once."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): styled("/main.css", more='<a href="/two">two</a> <a href="/main.css">the style sheet</a>'),
            ("MAIN", "/two"): styled("/main.css", "/print.css"),
            ("MAIN", "/main.css"): Reply(302, b"", (("Location", "/css/v3/main.css"),)),
            ("MAIN", "/css/v3/main.css"): css("@import 'base.css';\n\np { background: url(../a.png) }\nq { mask: url(i.svg#x), url(#y) }"),
            ("MAIN", "/css/v3/base.css"): css("/* url(no) */ @font-face {\n src: url('f.woff') }"),
            ("MAIN", "/css/a.png"): PICTURE,
            ("MAIN", "/css/v3/i.svg"): PICTURE,
            ("MAIN", "/print.css"): css("p { color: black }"),
        },
    )
    assert references(found, origin, "/css/v3/main.css") == [
        ("/css/v3/base.css", 1, "works"),
        ("/css/a.png", 3, "works"),
        ("/css/v3/i.svg#x", 4, "works"),
    ]
    assert references(found, origin, "/css/v3/base.css") == [("/css/v3/f.woff", 2, "broken")]
    assert references(found, origin, "/print.css") == []
    paths = ("/main.css", "/css/v3/main.css", "/css/v3/base.css", "/css/v3/f.woff", "/css/a.png", "/print.css")
    assert [asked(origin, path) for path in paths] == [1] * len(paths)
    assert {found.site_of[url] for url in found.pages} == {"site"}


def test_other_peoples_style_sheets_are_not_read(origin: Origin) -> None:
    """A sheet on another host is one visit, and so is one of ours that leads there; what a 404 or a page in its place says is no sheet."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): styled("$OTHER/their.css", "/leads.css", "/gone.css", "/page.css", "/odd.css"),
            ("MAIN", "/leads.css"): Reply(302, b"", (("Location", "$OTHER/their.css"),)),
            ("MAIN", "/gone.css"): Reply(404, b"p { background: url(/no.png) }", kind="text/css"),
            ("MAIN", "/page.css"): styled("/none.css"),
            ("MAIN", "/odd.css"): Reply(304, b"", kind="text/css"),
            ("OTHER", "/their.css"): css("p { background: url(/no.png) }"),
        },
    )
    assert not any(page.sheet for page in found.pages.values())
    assert not any("no.png" in url for url in found.visits)
    assert isinstance(at(found, origin, "/gone.css"), Broken)


def test_a_style_sheet_without_a_suffix(origin: Origin) -> None:
    """What a script serves as a style sheet is one by its type, whether the crawl or a visit gets there first, and imports within a page
    count too."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): styled("/styles?v=1", more="<style>@import '/more/styles'; p { background: url(/in.png) }</style>"),
            ("MAIN", "/styles?v=1"): css("p { background: url(a.png) }"),
            ("MAIN", "/more/styles"): css("p { background: url(b.png) }"),
        },
    )
    assert references(found, origin, "/styles?v=1") == [("/a.png", 1, "broken")]
    assert references(found, origin, "/more/styles") == [("/more/b.png", 1, "broken")]
    assert [asked(origin, path) for path in ("/styles?v=1", "/more/styles", "/in.png")] == [1, 1, 1]


def test_imports_without_end_have_one(origin: Origin) -> None:
    """Sheets that import each other are read once; a chain of imports is read so deep and no deeper."""
    circle = {("MAIN", "/a.css"): css("@import 'b.css'"), ("MAIN", "/b.css"): css("@import 'a.css'; @import 'n0.css'")}
    chain = {("MAIN", f"/n{n}.css"): css(f"@import 'n{n + 1}.css'") for n in range(20)}
    found = looked(origin, {("MAIN", "/"): styled("/a.css"), **circle, **chain})
    assert asked(origin, "/a.css") == asked(origin, "/b.css") == 1
    assert sum(page.sheet for page in found.pages.values()) == DEPTH + 1


def test_an_unchanged_style_sheet_is_not_read_again(origin: Origin) -> None:
    """A 304 and the same bytes give the remembered references, which are visited again; a changed sheet gives its own."""
    answers = {("MAIN", "/"): styled("/a.css", "/b.css"), ("MAIN", "/b.css"): css("p { background: url(b.png) }")}
    first = looked(origin, {**answers, ("MAIN", "/a.css"): css("p { background: url(a.png) }", ETag='"1"')})
    remembered = {url: known for url, known in first.known.items() if known.page.sheet}
    assert len(remembered) == 2

    def again(reply: Reply) -> Looked:
        return looked(origin, {**answers, ("MAIN", "/a.css"): reply}, known=remembered.get)

    same = again(Reply(304, b""))
    conditions = [headers for _, _, path, headers in origin.asked if path == "/a.css"]
    assert [dict(headers)["if-none-match"] for headers in conditions] == ['"1"']
    url = origin.places["MAIN"] + "/a.css"
    assert same.visits[url] == first.visits[url]
    assert same.pages[url] is remembered[url].page
    assert same.known[url] == remembered[url]
    assert same.pages[origin.places["MAIN"] + "/b.css"] is remembered[origin.places["MAIN"] + "/b.css"].page
    assert isinstance(at(same, origin, "/a.png"), Broken)
    changed = again(css("p { background: url(c.png) }", ETag='"2"'))
    assert references(changed, origin, "/a.css") == [("/c.png", 1, "broken")]
    assert changed.known[url].etag == '"2"'


def test_what_is_remembered_as_a_page_is_no_style_sheet(origin: Origin) -> None:
    """An address that was a page and is a style sheet now is read anew, and asked for without conditions."""
    page = looked(origin, {("MAIN", "/"): styled()}).known[origin.places["MAIN"] + "/"]
    found = looked(
        origin,
        {("MAIN", "/"): styled("/a.css"), ("MAIN", "/a.css"): css("p { background: url(a.png) }")},
        known=lambda url: Known(page.page, etag="x") if url.endswith(".css") else None,
    )
    assert references(found, origin, "/a.css") == [("/a.png", 1, "broken")]


def test_visits_of_style_sheets_are_not_taken_on_trust() -> None:
    """The good visits of earlier runs are believed, but for those that led to a style sheet."""
    from reviewer.model import Evidence, Page

    sheet, page = Page("https://x.example/v3.css", content_type="text/css"), Page("https://x.example/")
    visits: dict[str, Visit] = {
        "https://x.example/main.css": Works("https://x.example/main.css", Evidence(final_url=sheet.url)),
        sheet.url: Works(sheet.url),
        "https://x.example/a": Works("https://x.example/a"),
        "https://x.example/b": Broken("https://x.example/b", Reason.NOT_FOUND),
    }
    assert set(believed(visits, {sheet.url: sheet})) == {"https://x.example/a"}
    assert len(believed(visits, {page.url: page})) == 3


def test_a_fault_in_a_style_sheet_is_told_once_to_the_sites_owner(origin: Origin) -> None:
    """However many pages load it: one finding, of the sheet and its line, for the owner of the template; its other facts are asked of nobody."""
    pages = {("MAIN", f"/{n}"): styled("/main.css") for n in range(6)}
    found = looked(
        origin,
        {
            ("MAIN", "/"): styled("/main.css", more="".join(f'<a href="/{n}">{n}</a>' for n in range(6))),
            **pages,
            ("MAIN", "/main.css"): css("p { }\nq { background: url(no.png) }\n@font-face { src: url(no.woff2) }"),
        },
    )
    judged = judge(found, config(), TODAY)
    told = [finding for finding in judged.findings if finding.page.endswith(".css")]
    assert [(finding.check, finding.place.line, finding.audience) for finding in told] == [
        ("broken_link", 2, Audience.TEMPLATE),
        ("broken_link", 3, Audience.TEMPLATE),
    ]
    assert told[0].says == "In a style sheet of the site: the background picture to no.png does not work (404, page not found)."
    assert "font to no.woff2" in told[1].says
    assert not [finding for finding in judged.findings if finding.check == "broken_link" and not finding.page.endswith(".css")]
    assert set(checks.summaries()) > {finding.check for finding in told}


def test_the_machine_output_keeps_its_form(origin: Origin) -> None:
    """A sheet's references follow the links of the first page that loads it, with the sheet as the text; a sheet is no page of its own."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): styled("/main.css", more='<a href="/two">two</a>'),
            ("MAIN", "/two"): styled("/main.css"),
            ("MAIN", "/main.css"): css("p { }\nq { background: url(no.png) }"),
        },
    )
    main = origin.places["MAIN"]
    written = json.loads(json_report.write(Reported(TODAY, found, config(), judge(found, config(), TODAY).findings)))
    assert [page["url"] for page in written["pages"]] == [f"{main}/", f"{main}/two"]
    assert [[link["href"] for link in page["links"]] for page in written["pages"]] == [["/main.css", "/two", "no.png"], ["/main.css"]]
    assert written["pages"][0]["links"][2] | {"visit": None} == {
        "url": f"{main}/no.png",
        "href": "no.png",
        "element": "style",
        "text": f"{main}/main.css",
        "heading": None,
        "line": 2,
        "visit": None,
    }
    assert written["counts"]["pages"] == 2
    assert written["counts"]["links"] == 3  # addresses: the sheet is one, however many pages load it


def test_a_folder_has_style_sheets_too(tmp_path: Path) -> None:
    """In a built site on disk the file of the sheet and its line are named."""
    import asyncio

    site = tmp_path / "site"
    (site / "css").mkdir(parents=True)
    (site / "index.html").write_text('<title>x</title><link rel=stylesheet href="css/main.css"><h1>x</h1>')
    (site / "css" / "main.css").write_text("p { background: url(../here.png) }\nq { background: url(gone.png) }")
    (site / "here.png").write_bytes(b"\x89PNG")
    found = asyncio.run(look_at_folder(FolderDoor(site), config()))
    told = [one for one in judge(found, config(), TODAY).findings if one.check == "broken_link"]
    assert [(one.page, one.place.line) for one in told] == [("https://folder.invalid/css/main.css", 2)]
