"""One page in the browser: opened, left to its scripts until it is quiet, gone through once, and written down."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from reviewer import urls
from reviewer.browse.asking import Asking
from reviewer.browse.scripts import SCROLL, SERIALISE, STATE
from reviewer.browse.shown import LETTERS, NotShown, Shown
from reviewer.settings import FormLogin

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, CDPSession, Dialog, Page

POLL: Final = 0.1
QUIET: Final = 0.5
"""Seconds in which a page asks for nothing and does not change: then it is there."""
BARE: Final = 3.0
"""The same for a page that shows next to nothing yet: it may wait for a timer of its own."""
ROUNDS: Final = 3
"""How often it is gone through again because that made more of it."""


class Opened:
    """A page that is open in a context, and is answered by ``asking``."""

    def __init__(self, page: Page, asking: Asking) -> None:
        """Take the page; ``crashed`` is done when its process has ended."""
        self._page = page
        self._asking = asking
        self._session: CDPSession | None = None
        self._world: int | None = None
        self.crashed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        page.on("crash", self._ended)
        page.on("dialog", _dismiss)

    @property
    def context(self) -> BrowserContext:
        """The context that it is open in."""
        return self._page.context

    def _ended(self, page: Page) -> None:
        """The page's process is gone."""
        del page
        if not self.crashed.done():
            self.crashed.set_result(None)

    @classmethod
    async def new(cls, context: BrowserContext, asking: Asking) -> Opened:
        """Open an empty page. Raises what Playwright raises."""
        opened = cls(await context.new_page(), asking)
        await opened._page.route("**/*", asking.route)
        return opened

    async def shown(self, url: str, *, patience: float, most: int) -> Shown:
        """Go there and say what stands there in the end. Past ``patience`` seconds of loading it is taken as it is; its document may have
        ``most`` characters. Raises what Playwright raises, and ``NotShown``."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + patience
        await self._page.goto(url, wait_until="commit", timeout=1000 * patience)
        before = await self._still(ends)
        for _ in range(ROUNDS):
            if loop.time() >= ends:
                break
            await self._ask(SCROLL)
            now = await self._still(ends)
            unchanged, before = now == before, now
            if unchanged:
                break
        written = await self._ask(SERIALISE % most)
        if written is None:
            raise NotShown("large", f"in the browser it has more than {most:,} characters")
        return Shown(str(written[0]), str(written[1]), int(before[4]), tuple(self._asking.refused))

    async def logged_in(self, url: str, login: FormLogin, *, patience: float) -> None:
        """Fill in the form that stands there and press its button, once. Raises what Playwright raises, and ``NotShown`` (``login``)."""
        from playwright.async_api import Error

        loop = asyncio.get_running_loop()
        ends, most = loop.time() + patience, 1000 * patience
        await self._page.goto(url, wait_until="commit", timeout=most)
        await self._still(ends)
        if urls.origin(urls.without_fragment(self._page.url)) != login.origin:
            raise NotShown("login", f"the form is not on {login.origin}: the page leads elsewhere")
        for what in (login.user_field, login.password_field, login.submit):
            if not await self._page.locator(what).count():
                raise NotShown("login", f"there is no {what} on {login.page}")
        self._asking.fill()
        try:
            await self._page.fill(login.user_field, login.user, timeout=most / 3)
            await self._page.fill(login.password_field, login.password, timeout=most / 3)
            await self._page.click(login.submit, timeout=most / 3, no_wait_after=True)
        except Error:  # its words have what was filled in
            raise NotShown("login", f"the form on {login.page} does not let itself be filled in") from None
        await self._still(ends)
        lacks = f"; it did not get {'; '.join(self._asking.refused)}" if self._asking.refused else ""
        if await self._page.locator(login.password_field).count():
            raise NotShown("login", f"the form is still there afterwards: are user and password right?{lacks}")
        if why := self._asking.outside():
            raise NotShown("login", f"the form on {login.page} lets nobody in: {why}{lacks}")

    async def close(self) -> None:
        """Close it, whatever its scripts would like to say to that. Raises what Playwright raises."""
        await self._page.close(run_before_unload=False)

    async def _still(self, ends: float) -> Any:
        """Wait until the page is there and does not change, or time is up; how it stands then."""
        loop = asyncio.get_running_loop()
        state = await self._ask(STATE)
        since = loop.time()
        while loop.time() < ends:
            await asyncio.sleep(POLL)
            now = await self._ask(STATE)
            if now != state or self._asking.under_way or now[0] != "complete":
                state, since = now, loop.time()
            elif loop.time() - since >= (QUIET if now[4] > LETTERS else BARE):
                break
        return state

    async def _ask(self, script: str) -> Any:
        """What a script of ours says of the page. A page that has moved on meanwhile is asked anew."""
        from playwright.async_api import Error

        while True:
            try:
                if self._world is None:
                    self._world = await self._new_world()
                asked = {"expression": script, "contextId": self._world, "returnByValue": True, "awaitPromise": True}
                assert self._session  # noqa: S101 - it is there with its world
                told = await self._session.send("Runtime.evaluate", asked)
            except Error as error:
                if self._page.is_closed() or not any(words in error.message for words in _GONE):
                    raise
                self._world = None
                await asyncio.sleep(POLL)
                continue
            if "exceptionDetails" in told:
                raise NotShown("crashed", "the browser could not say what it shows")
            return told["result"].get("value")

    async def _new_world(self) -> int:
        """A world beside the page's own, for its present document."""
        if self._session is None:
            self._session = await self._page.context.new_cdp_session(self._page)
        tree = await self._session.send("Page.getFrameTree")
        made = await self._session.send("Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"]})
        return int(made["executionContextId"])


_GONE: Final = ("context", "navigat", "No frame")
"""In what Chromium says when a page has moved on while it was asked."""


async def _dismiss(dialog: Dialog) -> None:
    """Say no to whatever a page asks a person."""
    from playwright.async_api import Error

    try:
        await dialog.dismiss()
    except Error:  # gone by itself
        return
