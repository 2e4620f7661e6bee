"""A form that lets a person in: filled in once a run, on its own origin, and the session goes nowhere else."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from reviewer import config as configs
from reviewer.browse import Shown
from reviewer.fetch import Door
from reviewer.look import Equipment
from reviewer.look import look as look_at
from reviewer.model import Answer, Looked, NoAnswer, PageState, Reason
from reviewer.settings import Config, FormLogin, Network, Site
from tests.browse.app import HTML, app, fixed
from tests.browse.looks import NETWORK, looked
from tests.origin import Asked, Behaviour, Origin

pytestmark = pytest.mark.anyio

FORM = """<!doctype html><html lang=en><title>Log in</title><main><h1>Log in</h1><form method=post action=/session>
<input type=hidden name=csrf value=t0ken><input id=user name=user><input id=password name=word type=password><button type=submit>Go</button></form></main>"""
INSIDE = """<!doctype html><html lang=en><title>Tips</title><main><h1>Tips</h1><p>Next review due: 31 May 2024</p>
<p>Ask <a href="/more">for more</a>, <a href="OUTSIDE/">elsewhere</a> or <a href="/logout">log out</a>.</p></main>"""


def behind(outside: str = "", *, script: bool = False) -> dict[str, Behaviour]:
    """A site behind a form: who has no session is sent there. It takes one user, one password and its own token."""

    def within(send: Behaviour) -> Behaviour:
        async def guarded(asked: Asked) -> bool | None:
            if "session=let-me-in" in asked.headers.get("cookie", ""):
                return await send(asked)
            await asked.answer("302 Found", b"", "Location: /login")
            return True

        return guarded

    async def session(asked: Asked) -> bool:
        body = await asked.reader.readexactly(int(asked.headers.get("content-length", "0"))) if asked.method == "POST" else b""
        given = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        if (
            asked.method == "POST"
            and given == {"csrf": "t0ken", "user": "reviewer", "word": "hunter2"}
            and "pre=1" in asked.headers["cookie"]
        ):
            await asked.answer("303 See Other", b"", "Set-Cookie: session=let-me-in; Path=/; HttpOnly; Secure", "Location: /")
        else:
            await asked.answer("303 See Other", b"", "Location: /login")
        return True

    inside = (
        app() if script else {"/": fixed(INSIDE.replace("OUTSIDE", outside), HTML), "/more": fixed(INSIDE.replace("Tips", "More"), HTML)}
    )
    return {
        **{path: within(send) for path, send in inside.items()},
        "/login": fixed(FORM, HTML, "Set-Cookie: pre=1; Path=/; Secure"),
        "/session": session,
    }


def login(origin: Origin, **more: str) -> FormLogin:
    """The login of the site."""
    made = FormLogin(
        "intranet", origin.url("").rstrip("/"), origin.url("/login"), "#user", "#password", "button[type=submit]", "reviewer", "hunter2"
    )
    return replace(made, **more)


async def look(origin: Origin, ca_file: str, browser: str = "never", **more: str) -> Looked:
    """A look at the site with its login."""
    network = replace(NETWORK, ca_file=ca_file, logins=(login(origin, **more),))
    return await looked(origin, network=network, browser=browser)


@pytest.mark.browser
async def test_pages_behind_a_form(chromium_here: str, secure: tuple[ssl.SSLContext, str]) -> None:
    """The form is filled in once, hidden fields and cookies included; then pages are read as usual. The session goes to that origin alone, and
    nobody logs out."""
    async with Origin({"/": fixed("<p>x", HTML)}) as outside, Origin({}, context=secure[0]) as origin:
        origin._behaviours = behind(outside.url(""))
        found = await look(origin, secure[1])
        assert {url.removeprefix(origin.url("")): page.state for url, page in found.pages.items()} == dict.fromkeys(
            ("/", "/more"), PageState.READ
        )
        assert found.pages[origin.url("/")].claims
        assert found.incomplete == ()
        assert [asked.path for asked in origin.asked if asked.method != "GET"] == ["/session"]
        assert sum(asked.path == "/login" for asked in origin.asked) == 1
        assert "/logout" not in origin.paths()
        assert outside.asked
        assert all("cookie" not in asked.headers for asked in outside.asked)


@pytest.mark.browser
async def test_an_app_behind_a_form(chromium_here: str, secure: tuple[ssl.SSLContext, str]) -> None:
    """Pages that are made by scripts are shown with the session, too."""
    async with Origin(behind(script=True), context=secure[0]) as origin:
        found = await look(origin, secure[1], "auto")
        assert found.pages[origin.url("/")].state is PageState.READ
        assert found.pages[origin.url("/")].claims


@pytest.mark.browser
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"password": "hunter3"}, "the form is still there afterwards: are user and password right?"),
        ({"user_field": "#nobody"}, "there is no #nobody on "),
        ({"submit": "html"}, "the form is still there afterwards"),
        ({"page": "/nowhere"}, "could not be opened: it answers 404"),
    ],
)
async def test_who_is_not_let_in_is_told(chromium_here: str, secure: tuple[ssl.SSLContext, str], wrong: dict[str, str], says: str) -> None:
    """A login that does not work makes the look incomplete, says why in a sentence, tries once, and shows no password."""
    async with Origin(behind(), context=secure[0]) as origin:
        wrong = {name: origin.url(value) if name == "page" else value for name, value in wrong.items()}
        found = await look(origin, secure[1], **wrong)
        line = next(line for line in found.incomplete if "the login intranet did not work" in line)
        assert says in line
        assert "hunter" not in "".join(found.incomplete)
        assert sum(asked.method == "POST" for asked in origin.asked) <= 1


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_a_form_goes_to_its_own_origin_once(secure: tuple[ssl.SSLContext, str], transport: str) -> None:
    """The door sends a form where a login of the settings has one and nowhere else, by both wires; what it leads to is asked by GET."""
    async with Origin(behind(), context=secure[0]) as origin, Origin({}) as other:
        network = replace(NETWORK, ca_file=secure[1], transport=transport, logins=(login(origin),))
        form = ("application/x-www-form-urlencoded", b"csrf=t0ken&user=reviewer&word=hunter2")
        async with Door(network, version="0") as door:
            refused = await door.fetch(other.url("/session"), form=form)
            assert isinstance(refused, NoAnswer)
            assert refused.reason is Reason.BLOCKED_ADDRESS
            assert other.connections == 0
            found = await door.fetch(origin.url("/session"), form=form, headers=(("Cookie", "pre=1"),))
            assert found.final_url == origin.url("/")
            assert [(asked.method, asked.path) for asked in origin.asked] == [("POST", "/session"), ("GET", "/")]
            assert origin.asked[0].headers["content-type"] == form[0]
            assert "content-type" not in origin.asked[1].headers


async def test_a_session_stays_with_its_origin(secure: tuple[ssl.SSLContext, str]) -> None:
    """Cookies of a session go to the exact origin, under those that a page itself has, and not along with a journey that began elsewhere."""
    async with Origin({}, context=secure[0]) as origin:

        async def leads(asked: Asked) -> bool:
            await asked.answer("302 Found", b"", f"Location: {origin.url('/c')}")
            return True

        async with Origin({"/leads": leads}) as other, Door(replace(NETWORK, ca_file=secure[1]), version="0") as door:
            door.sign_in(origin.url(""), "session=1; theme=dark")
            await door.fetch(origin.url("/a"))
            await door.fetch(origin.url("/b"), headers=(("Cookie", "theme=light"),))
            await door.fetch(other.url("/leads"))
            assert [asked.headers.get("cookie") for asked in origin.asked] == ["session=1; theme=dark", "session=1; theme=light", None]
            assert all("cookie" not in asked.headers for asked in other.asked)


class Slow:
    """A browser that never gets anybody in."""

    def __init__(self, stop: asyncio.Event) -> None:
        self.stop = stop
        self.left = False

    async def show(self, site: str, answer: Answer, own: Callable[[str], bool]) -> Shown:
        """Nobody asks."""
        raise AssertionError(site, answer, own)

    async def log_in(self, login: FormLogin) -> str:
        """Somebody wants the end meanwhile."""
        self.stop.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.left = True
        return login.name


async def test_a_login_is_left_when_somebody_wants_the_end() -> None:
    """Nobody waits for a form after Ctrl-C."""
    async with Origin({}) as origin:
        network = replace(NETWORK, logins=(login(origin),))
        async with Door(network, version="0") as door:
            stop = asyncio.Event()
            slow = Slow(stop)
            site = Site("app", (origin.url("/"),))
            found = await look_at(Config(network=network, sites=(site,)), Equipment(door, stop=stop, browser=slow))
        assert found.interrupted
        assert slow.left


GOOD = """
[organisation]
contact = "Web <web@example.org>"
[[network.login]]
name = "intranet"
origin = "https://intranet.example.org"
user = "reviewer"
form = { page = "/login", user_field = "#user", password_field = "#word", submit = "#go" }
[[site]]
start = ["https://intranet.example.org/"]
"""


def test_a_form_in_the_config(tmp_path: Path) -> None:
    """A login with a form is no login by HTTP; its password comes from the environment and is shown nowhere."""
    path = tmp_path / "reviewer.toml"
    path.write_text(GOOD, "utf-8")
    found = configs.load(path, {"REVIEWER_LOGIN_INTRANET": "hunter2"})
    assert found.network.credentials == ()
    (made,) = found.network.logins
    assert (made.page, made.user, made.password) == ("https://intranet.example.org/login", "reviewer", "hunter2")
    assert "hunter2" not in repr(found)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace(', submit = "#go"', ""), "submit"),
        (lambda text: text.replace("/login", "https://evil.example/login"), "is not on https://intranet.example.org"),
    ],
)
def test_a_form_that_cannot_be(tmp_path: Path, change: Callable[[str], str], says: str) -> None:
    """A form needs all four of its keys, and stands on the login's own origin."""
    path = tmp_path / "reviewer.toml"
    path.write_text(change(GOOD), "utf-8")
    with pytest.raises(configs.Mistakes, match=says):
        configs.load(path, {"REVIEWER_LOGIN_INTRANET": "hunter2"})
    assert Network().logins == ()
