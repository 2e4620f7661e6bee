"""The guard holds in the browser: whatever a page tries, it reaches nothing that our own door would not, and nothing but GET leaves."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from reviewer.browse import Browser, NotShown, Shown
from reviewer.fetch import Door
from reviewer.model import Answer, PageState
from reviewer.settings import Limits, Network
from tests.browse.app import HTML, fixed
from tests.browse.looks import NETWORK, looked
from tests.origin import Asked, Behaviour, Origin, missing
from tests.origin.hostile import DOCUMENTS, hostile, page
from tests.origin.hostile import HTML as WICKED

pytestmark = [pytest.mark.anyio, pytest.mark.browser]

WORDS = "<p>Wash your hands, and ask your doctor about the rest of what is written here.</p>"

REACHES = """<!doctype html><html lang=en><head><title>Reaches</title>
<link rel=preconnect href="http://INSIDE/"><link rel=dns-prefetch href="//INSIDE/"><link rel=prefetch href="http://INSIDE/prefetch">
<link rel=preload as=script href="http://INSIDE/preload.js"><link rel=modulepreload href="http://INSIDE/module.js">
<link rel=stylesheet href="http://INSIDE/style.css"><link rel=icon href="http://INSIDE/icon.png"><link rel=manifest href="http://INSIDE/m.json">
<style>@import url("http://INSIDE/import.css"); @font-face { font-family: x; src: url("http://INSIDE/font.woff2") }
body { background: url("http://INSIDE/back.png"); font-family: x }</style>
<script type=speculationrules>{"prerender": [{"urls": ["http://INSIDE/prerender"]}]}</script>
<script src="http://INSIDE/script.js"></script><script type=module src="http://INSIDE/module.js"></script></head><body>WORDS
<img src="http://INSIDE/a.png" srcset="http://INSIDE/b.png 2x"><video src="http://INSIDE/a.mp4" autoplay></video>
<audio src="http://INSIDE/a.mp3" autoplay></audio><iframe src="http://INSIDE/frame"></iframe><object data="http://INSIDE/object"></object>
<embed src="http://INSIDE/embed"><svg><use href="http://INSIDE/s.svg#x"></use><image href="http://INSIDE/i.png"/></svg>
<iframe srcdoc="<script>fetch('http://INSIDE/srcdoc').catch(() => 0)</script><img src='http://INSIDE/c.png'>"></iframe>
<form id=post method=post action="http://INSIDE/form" target=w><input name=a></form><a id=ping href="#x" ping="http://INSIDE/ping">x</a>
<script>
const inside = ["http://INSIDE", "http://0177.0.0.2:PORT", "http://[::ffff:127.0.0.2]:PORT", "http://2130706434:PORT", "http://inside.example:PORT"];
const quietly = (act) => { try { const made = act(); if (made && made.catch) made.catch(() => 0); } catch (error) {} };
for (const at of inside) {
  quietly(() => fetch(at + "/fetch", { mode: "no-cors" }));
  quietly(() => fetch(at + "/fetch", { method: "POST", body: "x", mode: "no-cors" }));
  quietly(() => { const asked = new XMLHttpRequest(); asked.open("GET", at + "/xhr"); asked.send(); });
  quietly(() => navigator.sendBeacon(at + "/beacon", "x"));
  quietly(() => new EventSource(at + "/events"));
  quietly(() => new WebSocket(at.replace("http", "ws") + "/socket"));
  quietly(() => new WebTransport(at.replace("http:", "https:") + "/transport"));
  quietly(() => import(at + "/imported.js"));
  quietly(() => new Worker(URL.createObjectURL(new Blob([
    `fetch("${at}/worker").catch(() => 0); new WebSocket("${at.replace("http", "ws")}/worker"); importScripts("${at}/w.js")`]))));
  quietly(() => new SharedWorker(URL.createObjectURL(new Blob([`fetch("${at}/shared")`]))));
  quietly(() => window.open(at + "/window"));
  quietly(() => fetch("/to?" + at));
}
quietly(() => navigator.serviceWorker.register("/worker.js"));
quietly(() => {
  const peer = new RTCPeerConnection({ iceServers: [{ urls: ["stun:127.0.0.2:STUN", "turn:127.0.0.2:PORT?transport=tcp"], username: "a", credential: "b" }] });
  peer.createDataChannel("x");
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
});
quietly(() => document.getElementById("ping").click());
quietly(() => document.getElementById("post").submit());
quietly(() => fetch("/post", { method: "POST", body: "x" }));
quietly(() => fetch("/put", { method: "PUT", body: "x" }));
quietly(() => Notification.requestPermission());
quietly(() => navigator.geolocation.getCurrentPosition(() => 0));
setTimeout(() => { alert("x"); confirm("y"); prompt("z"); print(); }, 200);
</script><a href="http://INSIDE/dead">inside</a></body></html>"""


async def to(asked: Asked) -> bool:
    """Redirect to what the query says, as an open redirect does."""
    await asked.answer("302 Found", b"", f"Location: {asked.path.partition('?')[2]}/redirected")
    return True


@asynccontextmanager
async def beside() -> AsyncIterator[tuple[Origin, socket.socket]]:
    """A server and a UDP port that may not be reached."""
    async with Origin({}, address="127.0.0.2") as inside:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stun:
            stun.bind(("127.0.0.2", 0))
            stun.setblocking(False)
            yield inside, stun
            with contextlib.suppress(BlockingIOError):
                pytest.fail(f"something came by UDP: {stun.recv(100)!r}")
        assert inside.connections == 0


def lookup() -> Iterator[Sequence[str]]:
    """A name that leads to an allowed address at first, and inside from then on."""
    yield ("127.0.0.1",)
    while True:
        yield ("127.0.0.2",)


async def show(origin: Origin, path: str, network: Network = NETWORK, host: str | None = None) -> Shown:
    """What stands in the browser at that path."""
    asked = lookup()

    def names(name: str) -> Sequence[str]:
        return next(asked) if name == "rebind.example" else ("127.0.0.2",)

    async with Door(network, version="0", lookup=names) as door, Browser(door, network) as browser:
        answer = await door.fetch(origin.url(path, host))
        assert isinstance(answer, Answer)
        return await browser.show("site", answer, lambda url: url.startswith(origin.url("")))


async def test_nothing_inside_is_reached(chromium_here: str) -> None:
    """Of forty ways to reach an address, many also by other spellings, a redirect and a name, none reaches one inside: no connection, no
    datagram. And what reaches the site itself was asked by our door."""
    async with beside() as (inside, stun):
        places = {"INSIDE": f"127.0.0.2:{inside.port}", "PORT": str(inside.port), "STUN": str(stun.getsockname()[1]), "WORDS": WORDS}
        text = REACHES
        for name, place in places.items():
            text = text.replace(name, place)
        async with Origin({"/": fixed(text, HTML), "/to": to, "/worker.js": fixed("1", "text/javascript")}) as origin:
            shown = await show(origin, "/")
            await asyncio.sleep(0)
        assert "Wash your hands" in shown.html
        assert shown.url.partition("#")[0] == origin.url("/")
        assert shown.refused
        assert {asked.method for asked in origin.asked} == {"GET"}
        assert {asked.headers["user-agent"] for asked in origin.asked} == {"reviewer/0"}
        assert {"/post", "/put", "/worker.js"}.isdisjoint(asked.path for asked in origin.asked)


async def test_what_is_allowed_is_asked_by_our_door_only(chromium_here: str) -> None:
    """The same page where the settings allow that address: now it is reached, so the ways above are ways, and by our own door, with GET,
    for what a page is read for, and for nothing else: no picture, no socket, no ping."""
    network = replace(NETWORK, allow=("127.0.0.0/8",))
    async with Origin({}, address="127.0.0.2") as inside:
        text = REACHES.replace("WORDS", WORDS).replace("INSIDE", f"127.0.0.2:{inside.port}").replace("PORT", str(inside.port))
        async with Origin({"/": fixed(text, HTML), "/to": to}) as origin:
            await show(origin, "/", network)
        asked = {asked.path for asked in inside.asked}
        more = {"/module.js", "/preload.js", "/robots.txt", "/srcdoc", "/worker", "/w.js"}
        assert asked - more == {"/script.js", "/style.css", "/import.css", "/fetch", "/xhr", "/redirected", "/imported.js"}
        assert {(each.method, each.headers["user-agent"]) for each in inside.asked} == {("GET", "reviewer/0")}


async def test_a_name_that_changes_its_mind(chromium_here: str) -> None:
    """A name that leads to an allowed address when the page is fetched, and inside when its script asks again (DNS rebinding): each name is
    looked up once, by us, and the browser looks up none."""
    script = f"<div id=a></div>{WORDS}<script>fetch('/secret').then((answer) => answer.text()).then((text) => {{ a.textContent = text }})</script>"
    async with beside() as (inside, _), Origin({"/": fixed(script, HTML), "/secret": fixed("of the site itself", "text/plain")}) as origin:
        shown = await show(origin, "/", host="rebind.example")
        assert "of the site itself" in shown.html
        assert inside.connections == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "leads",
    [
        "location.href = 'http://INSIDE/'",
        "location.replace('/to?http://INSIDE')",
        "const link = document.createElement('a'); link.href = 'http://INSIDE/'; link.click()",
        "document.write('<meta http-equiv=refresh content=\"0; url=http://INSIDE/\">')",
        "const form = document.createElement('form'); form.action = 'http://INSIDE/'; document.body.append(form); form.submit()",
    ],
)
async def test_no_page_leads_inside(chromium_here: str, leads: str) -> None:
    """A page whose script leads inside stays where it is, or is not shown; nobody inside is asked."""
    async with beside() as (inside, _):
        script = f"{WORDS}<script>{leads.replace('INSIDE', f'127.0.0.2:{inside.port}')}</script>"
        async with Origin({"/": fixed(script, HTML), "/to": to}) as origin:
            with contextlib.suppress(NotShown):
                shown = await show(origin, "/")
                assert "127.0.0.2" not in shown.url


async def test_a_password_stays_with_its_origin(chromium_here: str) -> None:
    """The one origin that has credentials is asked with them for its own pages only, and not for a page of another one."""
    # Credentials go over https only, so what is seen here is the refusal on behalf of another origin.
    network = replace(NETWORK, credentials=(("https://127.0.0.1:1", ("user", "secret")),))
    script = f"{WORDS}<script>fetch('https://127.0.0.1:1/private', {{mode: 'no-cors'}}).catch(() => 0)</script>"
    async with Origin({"/": fixed(script, HTML)}) as origin:
        shown = await show(origin, "/", network)
        assert [said.partition(": ")[2] for said in shown.refused] == ["it stands behind a password, and another site asks for it"]


@pytest.mark.slow
async def test_hostile_pages_cost_themselves(chromium_here: str) -> None:
    """Pages that are wicked to read are opened in the browser too: the ordinary pages beside them are read, and nobody inside is asked."""
    limits = Limits(total_seconds=2.0, parse_seconds=2.0, browser_seconds=20.0)
    kinds = ["deep", "attributes", "formatting", "scripts", "nuls", "long-title", "refresh", "inside", "html-as-pdf", "pdf-html"]
    assert set(kinds) <= {*WICKED, *DOCUMENTS}
    async with beside() as (inside, _):
        places = {"INSIDE": f"127.0.0.2:{inside.port}", "PORT": str(inside.port)}
        behaviours: dict[str, Behaviour] = {f"/hostile/{kind}": hostile(kind, places) for kind in kinds}
        behaviours |= {"/": fixed(page(0, *behaviours), HTML), "/page/1": fixed(page(1), HTML), "/robots.txt": missing}
        async with Origin(behaviours) as origin:
            async with asyncio.timeout(110):
                found = await looked(origin, network=replace(NETWORK, limits=limits), browser="always", max_pages=len(kinds) + 2)
            for path in ("/", "/page/1"):
                read = found.pages[origin.url(path)]
                assert read.state is PageState.READ, read.trouble
                assert read.claims
            assert {asked.method for asked in origin.asked} == {"GET"}
