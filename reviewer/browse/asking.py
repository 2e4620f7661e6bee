"""Answers what a page asks for, by our own door: guarded names and addresses, pace, robots.txt, caps. Only GET leaves.

A redirect is followed by the door, too, and the browser sees where it ended: Playwright would hand nothing of one that the browser follows.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from reviewer import urls
from reviewer.browse import words
from reviewer.fetch import Fetching, Jar, target
from reviewer.model import Answer, Fetched, NoAnswer
from reviewer.settings import FormLogin, Network

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Cookie, Request, Route

READ: Final = frozenset({"document", "stylesheet", "script", "xhr", "fetch"})
"""What is fetched, by Playwright's names; pictures, films, fonts, sockets, pings and manifests are not."""
PICTURES: Final = frozenset({"image"})
"""What is answered with nothing to see: many a page takes one that failed for a reason to change itself."""
PIXEL: Final = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
READS: Final = frozenset({"xhr", "fetch"})
"""What a script asks for and reads: the browser would take one that was redirected elsewhere for an answer of where it was asked."""
KEPT: Final = frozenset({"stylesheet", "script"})
KEEP: Final = 32 * 1024 * 1024
"""Bytes of scripts and style sheets that are kept for the other pages of a run."""
REQUESTS: Final = 300
"""Most requests of one page that are answered."""
MOVES: Final = 5
"""Most other pages that its scripts may lead to."""
POSTS: Final = 3
"""Most forms that are sent to log in."""
TOLD: Final = 3
"""Refusals that are told in words."""
_DROPPED: Final = frozenset({"content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive", "location", "refresh"})
_NAME: Final = re.compile(r"[a-z0-9!#$%&'*+.^_`|~-]+")
"""What a header may be called (RFC 9110, 5.6.2)."""
_SENT: Final = frozenset({"accept", "accept-language", "authorization", "origin"})
_ALLOW: Final = "access-control-allow-origin"
_OTHERS: Final = frozenset({"set-cookie", _ALLOW, "access-control-allow-credentials"})
"""Headers that speak for the origin that an answer came from, and for no other."""
NOBODY: Final = "https://nobody.invalid"
"""Who may read an answer that does not say so: without a word of ours Playwright lets every page that asks."""


class Kept:
    """Scripts and style sheets of a run, by their addresses: many pages of a site load the same ones."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._room = KEEP
        self._answers: dict[str, Answer] = {}

    def get(self, url: str, *, shared: bool = False) -> Answer | None:
        """The answer of that address, when it is kept; ``shared``: and it is for whoever asks to read it."""
        found = self._answers.get(url)
        return None if found is None or (shared and (_ALLOW, "*") not in found.headers) else found

    def keep(self, url: str, answer: Answer) -> None:
        """Keep a good answer, while there is room."""
        if answer.status == 200 and len(answer.body) <= self._room and url not in self._answers:
            self._room -= len(answer.body)
            self._answers[url] = answer


class Asking:
    """What one page asks for. ``under_way`` counts what is not answered yet; ``refused`` says what was not answered, and why."""

    def __init__(
        self, door: Fetching, network: Network, page: Answer, own: Callable[[str], bool], kept: Kept, *, login: FormLogin | None = None
    ) -> None:
        """``page`` is answered from memory, once; ``own`` tells addresses of our own sites; ``login``: the page is one to log in on, and
        may send that form to that origin."""
        self._login = login
        self._posts = 0
        self._filling = self._given = False
        self._sent: list[tuple[bool, int | None]] = []
        self._barred = ""
        self._passwords = [each.password for each in (*network.logins, *([login] if login else ()))]
        self._door = door
        self._network = network
        self._own = own
        self._kept = kept
        self._ready = {page.final_url: page}
        self._here = target(page.final_url).origin
        self._secret = {target(origin).origin for origin, _ in network.credentials} | {each.origin for each in network.logins}
        self._doors = {target(each.origin) for each in (*network.logins, *([login] if login else ()))}
        self._asked = self._moves = 0
        self.under_way = 0
        self.refused: list[str] = []

    def fill(self) -> None:
        """From now on the page knows the password: nothing leaves but to the login's own origin, and the password in its one form alone."""
        self._filling = True

    async def route(self, route: Route) -> None:
        """Answer one request, or refuse it. Playwright hands over every request of the page here before it leaves the browser."""
        from playwright.async_api import Error

        self.under_way += 1
        try:
            await self._answer(route)
        except Error:  # the page is gone by now, or the browser does not take such an answer
            with contextlib.suppress(Error):
                await route.abort("failed")
        finally:
            self.under_way -= 1

    async def _answer(self, route: Route) -> None:
        """The same."""
        request = route.request
        kind, url = request.resource_type, urls.without_fragment(request.url)
        if kind in PICTURES:
            await route.fulfill(status=200, content_type="image/gif", body=PIXEL)
            return
        why = self._objection(request, kind, url)
        if why is not None:
            if why:
                self._refuse(request, url, why)
                if kind == "document":
                    self._bar(why)
            await route.abort("blockedbyclient")
            return
        self._asked += 1
        fetched = await self._fetched(request, kind, url)
        self._learn(request, kind, fetched)
        if isinstance(fetched, NoAnswer) or fetched.cut:
            says = "it is too large" if isinstance(fetched, Answer) else fetched.detail or fetched.reason.value.replace("_", " ")
            self._refuse(request, url, says)
            await route.abort("failed")
        elif kind == "document" and fetched.final_url != url:  # the page has to know where it is
            self._ready[fetched.final_url] = fetched
            await route.fulfill(status=200, content_type="text/html", body=_leads(fetched.final_url))
        elif (astray := target(fetched.final_url).origin != target(url).origin) and kind in READS:
            self._refuse(request, url, "it leads to another origin")
            await route.abort("failed")
        else:
            body = b"" if request.method == "HEAD" else fetched.body
            await route.fulfill(status=fetched.status, headers=_headers(fetched, dropped=_OTHERS if astray else frozenset()), body=body)

    def _bar(self, why: str) -> None:
        """Note why the page to which a filled form leads is not there."""
        if self._filling and not self._barred:
            self._barred = why

    def _learn(self, request: Request, kind: str, fetched: Fetched) -> None:
        """Keep what a login hangs on: how the form was answered, and the page that it leads to."""
        if self._login is None or not self._filling:
            return
        at_home = isinstance(fetched, Answer) and urls.origin(fetched.final_url) == self._login.origin
        status = fetched.status if isinstance(fetched, Answer) and at_home else None
        if request.method == "POST":
            self._sent.append((words.has(_body(request), self._login.password), status))
        if kind == "document" and (status is None or status >= 400):
            self._bar(f"the page after it answers {status}" if status else "the page after it is not there, or on another origin")

    def outside(self) -> str:
        """Why nobody was let in, as far as the answers to the filled form tell; empty when they say nothing against it."""
        if self._barred:
            return self._barred
        if not self._sent:
            return "the form was not sent"
        statuses = [status for given, status in self._sent if given] or [status for _, status in self._sent]
        if any(status is not None and status < 400 for status in statuses):
            return ""
        return f"it is answered {statuses[-1] or 'by nobody, or from another origin'}"

    def _refuse(self, request: Request, url: str, why: str) -> None:
        """Note what was not answered, without its query; of very much the beginning."""
        if len(self.refused) < TOLD:
            named, query, _ = url.partition("?")
            said = words.without(f"{request.method} {named}", *self._passwords)[:200]
            self.refused.append(f"{said}{'?...' if query else ''}: {words.without(why, *self._passwords)}")

    def _objection(self, request: Request, kind: str, url: str) -> str | None:
        """Why a request is not answered: in words when the page may lack something for it, empty when it is as it should be, or None."""
        if kind not in READ:
            return ""
        if self._login is not None and self._filling and (why := self._leak(request, url, self._login)):
            return why
        if request.method not in {"GET", "HEAD"} and not self._logs_in(request, url):
            return "only GET and HEAD leave"
        if kind == "document":
            if request.frame.parent_frame is not None:
                return ""  # a frame is another page
            if url not in self._ready:
                self._moves += 1
                if self._moves > MOVES:
                    return f"it leads to more than {MOVES} other pages"
        if self._asked >= REQUESTS:
            return f"the page asks for more than {REQUESTS} things"
        try:
            at = target(url)
        except ValueError:
            return "it is no address of the web"
        if at.origin in self._secret and self._home(request, kind) != at.origin:
            return "it stands behind a password, and another site asks for it"
        return None

    def _logs_in(self, request: Request, url: str) -> bool:
        """Whether it is the form of a login that we fill in, on its way to its own origin."""
        if self._login is None or request.method != "POST" or self._posts >= POSTS or not urls.is_web(url):
            return False
        if urls.origin(url) != self._login.origin or self._home(request, request.resource_type) != self._login.origin:
            return False
        self._posts += 1
        self._given = self._given or words.has(_body(request), self._login.password)
        return True

    def _leak(self, request: Request, url: str, login: FormLogin) -> str:
        """Why a request of a page that knows the password does not leave, or nothing."""
        if not urls.is_web(url) or urls.origin(url) != login.origin:
            return "nothing leaves the origin of a login while its form is filled in"
        sent = words.has(_body(request), login.password)
        if words.has(url, login.password) or (sent and (self._given or request.method != "POST")):
            return "the password leaves in the form alone, once"
        return ""

    def _home(self, request: Request, kind: str) -> str:
        """The origin on whose behalf is asked."""
        if kind == "document":
            return self._here
        try:
            return target(request.frame.url).origin
        except ValueError:
            return self._here

    async def _cookies(self, context: BrowserContext, url: str) -> list[Cookie]:
        """The cookies for an address. A browser shares them between the ports of a host and the hosts of a domain; those of a login go to
        its exact origin alone."""
        at = target(url)
        cookies = await context.cookies([url])
        if at.origin in {door.origin for door in self._doors}:
            return cookies
        domains = [each.get("domain", "").lstrip(".").lower() for each in cookies]
        shared = [any(door.host == domain or door.host.endswith(f".{domain}") for door in self._doors) for domain in domains]
        return [cookie for cookie, also in zip(cookies, shared, strict=True) if not also]

    async def _fetched(self, request: Request, kind: str, url: str) -> Fetched:
        """Ask the door, unless it is known."""
        shared = "origin" in request.headers
        known = self._ready.pop(url, None) if kind == "document" else self._kept.get(url, shared=shared) if kind in KEPT else None
        if known is not None:
            return known
        same = self._home(request, kind) == target(url).origin
        headers = [
            (name, value)
            for name, value in request.headers.items()
            if name in _SENT - {"authorization"} or (same and (name in _SENT or name.startswith("x-")))
        ]
        context, jar = request.frame.page.context, Jar()
        cookies = await self._cookies(context, url) if same else []
        if cookies:
            headers.append(("Cookie", "; ".join(f"{each.get('name')}={each.get('value')}" for each in cookies)))
        form = None
        if request.method == "POST":
            form = (request.headers.get("content-type", "application/x-www-form-urlencoded"), request.post_data_buffer or b"")
        fetched = await self._door.fetch(
            url,
            cap=self._network.limits.document_bytes,
            own=self._own(url),
            robots="own" if self._login is None else False,
            headers=tuple(headers),
            jar=jar,
            form=form,
        )
        if kind == "document" or target(fetched.final_url).origin == target(url).origin:
            await keep(context, jar, fetched.final_url)
        if kind in KEPT and isinstance(fetched, Answer) and not cookies and (not shared or (_ALLOW, "*") in fetched.headers):
            self._kept.keep(url, fetched)
        return fetched


def _body(request: Request) -> str:
    """What a request sends, as text."""
    return (request.post_data_buffer or b"").decode("utf-8", "replace")


async def keep(context: BrowserContext, jar: Jar, url: str) -> None:
    """Give the browser the cookies that were set for that place on the way there, by redirects that it did not see."""
    pairs = (pair.partition("=") for pair in jar.header(target(url)).split("; "))
    await context.add_cookies([{"name": name, "value": value, "url": url} for name, _, value in pairs if name])


def _headers(answer: Answer, *, dropped: frozenset[str]) -> dict[str, str]:
    """The headers of an answer as a browser gets them: those of its coding and of its way are used up. Several cookies are on lines of
    their own, as Playwright has it."""
    headers: dict[str, str] = {}
    for name, value in answer.headers:
        if name in _DROPPED | dropped or not (_NAME.fullmatch(name) and value.isascii() and value.isprintable()):
            continue
        headers[name] = f"{headers[name]}{chr(10) if name == 'set-cookie' else ', '}{value}" if name in headers else value
    headers.setdefault(_ALLOW, NOBODY)
    return headers


def _leads(url: str) -> str:
    """A page that leads there at once."""
    return f"<!doctype html><script>location.replace({json.dumps(url).replace('<', chr(92) + 'u003c')})</script>"
