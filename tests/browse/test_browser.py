"""One Chromium for a run: its limits, what becomes of a page that breaks them, and what is told where there is none."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.browse import Browser, NotShown, Shown, chromium, executable, missing
from reviewer.browse.wall import Wall
from reviewer.fetch import Door
from reviewer.model import Answer, PageState
from reviewer.settings import Limits
from tests.browse.app import HTML, app, fixed
from tests.browse.looks import NETWORK, looked
from tests.origin import Origin

pytestmark = pytest.mark.anyio

WORDS = "<p>Wash your hands, and ask your doctor about the rest of what is written here.</p>"
PAGES = {
    "/good": WORDS,
    "/loop": f"{WORDS}<script>for (;;);</script>",
    "/hog": f"{WORDS}<script>const all = []; setInterval(() => {{ for (let i = 0; i < 20; i += 1) all.push(new Uint8Array(4e6).fill(1)) }}, 9)</script>",
    "/asks": f"{WORDS}<script>onbeforeunload = () => 'stay'; alert(1); confirm(2)</script>",
    "/grows": "<div id=a></div><script>setInterval(() => { a.innerHTML += '<p>' + 'more words '.repeat(20000) }, 10)</script>",
    "/ticks": f"{WORDS}<b id=a></b><script>setInterval(() => {{ a.textContent = Math.random() }}, 50)</script>",
    "/late": "<div id=a></div><script>setTimeout(() => { a.textContent = 'Here after a while' }, 1500)</script>",
    "/posts": "<div id=a>Sorry</div><script>fetch('/graph', {method: 'POST'}).catch(() => 0)</script>",
    "/blank": "<div id=a></div><script>1</script>",
    "/moves": f"{WORDS}<script>history.pushState(null, '', '/route?a=1#x')</script>",
    "/leaves": "<script>location.replace('/good')</script>",
}


@asynccontextmanager
async def shows(seconds: float = 12.0) -> AsyncIterator[tuple[Origin, Browser, Door]]:
    """A browser before the pages above."""
    network = replace(NETWORK, limits=Limits(total_seconds=5.0, page_bytes=100_000, browser_seconds=seconds, browser_bytes=300 * 2**20))
    async with (
        Origin({path: fixed(f"<!doctype html><html lang=en><title>x</title>{body}", HTML) for path, body in PAGES.items()}) as origin,
        Door(network, version="0") as door,
        Browser(door, network) as browser,
    ):
        yield origin, browser, door


async def shown(origin: Origin, browser: Browser, door: Door, path: str) -> Shown | str:
    """What stands at that path, or the word for why not."""
    answer = await door.fetch(origin.url(path))
    assert isinstance(answer, Answer)
    try:
        return await browser.show("site", answer, lambda _: True)
    except NotShown as error:
        return error.what


@pytest.mark.browser
async def test_a_page_that_does_not_end_or_hold_costs_itself(chromium_here: str) -> None:
    """A script without end, one that takes all memory, and a page that grows for ever: each is killed within its limits, what was open
    beside it is shown all the same, and the next page finds a browser."""
    async with shows() as (origin, browser, door):
        assert await asyncio.gather(*(shown(origin, browser, door, path) for path in ("/loop", "/hog"))) == ["slow", "memory"]
        beside, other = await asyncio.gather(*(shown(origin, browser, door, path) for path in ("/grows", "/good")))
        assert beside in {"large", "slow", "memory"}
        assert isinstance(other, Shown)
        assert "Wash your hands" in other.html
    assert all("--type=renderer" not in line for line in children())


def children() -> list[str]:
    """The command lines of all processes that this one started, directly or not."""
    parents, lines = {}, {}
    for folder in Path("/proc").iterdir():
        try:
            stat = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            parents[int(folder.name)] = int(stat[1])
            lines[int(folder.name)] = (folder / "cmdline").read_text("utf-8", "replace")
        except (OSError, ValueError, IndexError):
            continue
    mine = {os.getpid()}
    for _ in range(8):
        mine |= {pid for pid, parent in parents.items() if parent in mine}
    return [line for pid, line in lines.items() if pid in mine and pid != os.getpid()]


@pytest.mark.browser
async def test_a_page_is_taken_when_it_is_quiet(chromium_here: str) -> None:
    """What asks a person is refused, what comes late is waited for, what never rests is taken as it is in time, and a page that moves within
    its site is read where it is."""
    async with shows() as (origin, browser, door):
        found = {
            path: await shown(origin, browser, door, path) for path in ("/asks", "/ticks", "/late", "/moves", "/leaves", "/posts", "/blank")
        }
    said = {path: each for path, each in found.items() if isinstance(each, Shown)}
    assert said.keys() == found.keys()
    assert "Here after a while" in said["/late"].html
    assert said["/moves"].url == origin.url("/route?a=1#x")
    assert said["/leaves"].url == origin.url("/good")
    assert [path for path, each in said.items() if each.blank] == ["/posts", "/blank"]
    assert said["/posts"].refused == (f"POST {origin.url('/graph')}: only GET and HEAD leave",)
    assert not any(each.blank for path, each in said.items() if path not in {"/posts", "/blank"})


@pytest.mark.browser
async def test_what_a_server_may_send_with_a_page(chromium_here: str) -> None:
    """Headers that no browser would be given by hand, and a status that is none, cost neither the page nor what waits for it; and of a flood of
    what is refused the first few are told."""
    flood = "for (let i = 0; i < 400; i += 1) fetch('/x', {method: 'POST'}).catch(() => 0); fetch('/odd').then(() => 0, () => 0)"
    odd = ("X-Name: caf\u00e9", "Refresh: 0; url=/elsewhere", "Set-Cookie: a=1", "Set-Cookie: b=2; HttpOnly")
    page = f"<!doctype html><title>x</title>{WORDS}<p id=a></p><script>a.textContent = document.cookie; {flood}</script>"
    behaviours = {"/": fixed(page, HTML, *odd), "/odd": fixed("x", "text/plain", status="999 No")}
    async with Origin(behaviours) as origin, Door(NETWORK, version="0") as door, Browser(door, NETWORK) as browser:
        found = await shown(origin, browser, door, "/")
        assert isinstance(found, Shown)
        assert "a=1</p>" in found.html
        assert found.url == origin.url("/")
        assert len(found.refused) == 3
        assert {asked.method for asked in origin.asked} == {"GET"}


@pytest.mark.browser
async def test_a_browser_that_dies_is_started_again(chromium_here: str) -> None:
    """A browser that somebody ends takes no page with it."""
    async with shows(20.0) as (origin, browser, door):
        first = await shown(origin, browser, door, "/good")
        assert isinstance(first, Shown), first
        assert browser._pid
        os.kill(browser._pid, 9)
        second = await shown(origin, browser, door, "/good")
        assert isinstance(second, Shown), second


@pytest.mark.parametrize(("named", "says"), [("/nowhere/chromium", "no Chromium was found"), ("/bin/false", "could not be started")])
async def test_no_browser_is_told_once(monkeypatch: pytest.MonkeyPatch, named: str, says: str) -> None:
    """Where Chromium or Playwright is missing or does not start, pages stay unread, the look is incomplete, and one sentence says why."""
    monkeypatch.setenv("REVIEWER_CHROMIUM", named)
    async with Origin(app()) as origin:
        found = await looked(origin, browser="auto", start=(origin.url("/"), origin.url("/tips")))
    assert {page.state for page in found.pages.values() if not page.sheet} == {PageState.NEEDS_BROWSER}
    (line,) = found.incomplete
    assert line.startswith("app: its pages need a browser: ")
    assert says in line or "pip install" in line


def test_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two that a browser needs is named, with how to get it."""
    monkeypatch.setattr(chromium, "find_spec", lambda _: None)
    assert "pip install 'content-reviewer[browser]'" in (missing({}) or "")
    monkeypatch.setattr(chromium, "find_spec", lambda _: "there")
    assert "REVIEWER_CHROMIUM" in (missing({"REVIEWER_CHROMIUM": "/nowhere/chromium"}) or "")
    assert missing({"REVIEWER_CHROMIUM": "/bin/true"}) is None
    assert executable({"REVIEWER_CHROMIUM": "/bin/true"}) == "/bin/true"
    monkeypatch.setenv("PATH", "/nowhere")
    assert executable({}) is None


async def test_without_playwright_a_look_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Playwright is not installed, nothing asks for it: not a look at a site that wants no browser, nor the end of one that does."""
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.async_api", None)
    monkeypatch.setattr(chromium, "find_spec", lambda _: None)
    async with Origin(app()) as origin:
        assert (await looked(origin)).incomplete == ("app: no page could be read.",)
        (line,) = (await looked(origin, browser="auto")).incomplete
        assert "pip install 'content-reviewer[browser]'" in line


def test_memory_of_who_is_gone() -> None:
    """A process that ended holds nothing; this one holds something, where the system tells."""
    assert chromium.held(2**22 + 1) == 0
    assert chromium.held(os.getpid()) > 0


async def test_the_wall_lets_nobody_through() -> None:
    """Whatever is asked of it, in whatever form, is refused at once; what is no request is dropped."""
    async with Origin({}) as inside, Wall() as wall:
        port = int(wall.address.rpartition(":")[2])
        for line in (f"GET {inside.url('/x')} HTTP/1.1", f"CONNECT 127.0.0.1:{inside.port} HTTP/1.1"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(line.encode() + b"\r\nHost: x\r\n\r\n")
            assert (await reader.read()).startswith(b"HTTP/1.1 403 ")
            writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"x" * 40_000)
        writer.write_eof()
        with suppress(ConnectionError):
            assert await reader.read() == b""
        writer.close()
        assert wall.refused == {"GET": 1, "CONNECT": 1}
        assert inside.connections == 0
