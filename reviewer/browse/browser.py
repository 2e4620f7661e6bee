"""One Chromium for a run: started for the first page, a fresh context for each site, two pages at once, replaced when it must be killed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from reviewer import urls
from reviewer.browse import chromium, words
from reviewer.browse.asking import Asking, Kept, keep
from reviewer.browse.page import Opened
from reviewer.browse.shown import NotShown, Shown
from reviewer.browse.wall import Wall
from reviewer.fetch import Fetching, Jar
from reviewer.model import Answer
from reviewer.settings import FormLogin, Network

if TYPE_CHECKING:
    from playwright.async_api import Browser as Running
    from playwright.async_api import BrowserContext, Page, Playwright, Route, StorageState

T = TypeVar("T")

PAGES: Final = 2
"""Pages at once. Each is in a context, and so in a window, of its own: Chromium draws one page of a window, and what is not drawn never
comes into view."""
LOADING: Final = 0.75
"""The part of a page's seconds in which it may load; the rest is for going through it and writing it down."""
LONGER: Final = 4
"""So many times as long as a page may be that is sent, one may be that scripts have made."""
START: Final = 30.0
CLOSE: Final = 3.0
"""Seconds in which Chromium must start, and close a page or itself."""
ENDING: Final = 0.5
"""Seconds until it is known that it ended."""
LOST: Final = 10
"""How often it is started anew in a run because it had to be killed, or ended by itself."""
WATCH: Final = 0.25
"""Seconds between two looks at its memory."""


class Browser:
    """Shows pages. Nothing is started before the first one."""

    def __init__(self, door: Fetching, network: Network) -> None:
        """``door`` answers whatever pages ask for."""
        self._door = door
        self._network = network
        self._kept = Kept()
        self._windows: asyncio.Queue[int] = asyncio.Queue()
        for window in range(PAGES):
            self._windows.put_nowait(window)
        self._starting = asyncio.Lock()
        self._stack = contextlib.AsyncExitStack()
        self._playwright: Playwright | None = None
        self._wall: Wall | None = None
        self._running: Running | None = None
        self._pid: int | None = None
        self._gone = asyncio.Event()
        self._contexts: dict[tuple[str, int], BrowserContext] = {}
        self._sessions: dict[str, StorageState] = {}
        self._watching: asyncio.Task[None] | None = None
        self._hungry = False
        self._lost = 0
        self._useless: NotShown | None = None

    async def __aenter__(self) -> Self:
        """Nothing is started yet."""
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the browser, and all that belongs to it."""
        await self._end()
        await self._stack.aclose()

    async def show(self, site: str, answer: Answer, own: Callable[[str], bool]) -> Shown:
        """What stands in the browser when that page of ``site`` is opened; ``own`` tells addresses of our own. Raises ``NotShown``."""
        limits = self._network.limits
        patience, most = LOADING * limits.browser_seconds, LONGER * limits.page_bytes

        def asking() -> Asking:
            return Asking(self._door, self._network, answer, own, self._kept)

        return await self._in_turn(
            site, asking, lambda opened: opened.shown(answer.final_url, patience=patience, most=most), answer.final_url
        )

    async def log_in(self, login: FormLogin) -> str:
        """Fill in a login's form, once, in a context of its own; the cookies of its origin then, as ``name=value; ...``. Pages of that
        origin that are shown from now on begin with this session, which is kept in memory alone. Raises ``NotShown``."""
        jar = Jar()
        fetched = await self._door.fetch(login.page, own=True, jar=jar)
        if not isinstance(fetched, Answer) or fetched.status != 200 or fetched.cut:
            says = (
                f"it answers {fetched.status}" if isinstance(fetched, Answer) else fetched.detail or fetched.reason.value.replace("_", " ")
            )
            raise NotShown("login", f"{login.page} could not be opened: {says}")
        patience = LOADING * self._network.limits.browser_seconds

        def asking() -> Asking:
            return Asking(self._door, self._network, fetched, lambda url: urls.origin(url) == login.origin, self._kept, login=login)

        async def act(opened: Opened) -> str:
            await keep(opened.context, jar, fetched.final_url)
            await opened.logged_in(fetched.final_url, login, patience=patience)
            self._sessions[login.origin] = await opened.context.storage_state()
            return "; ".join(f"{each.get('name')}={each.get('value')}" for each in await opened.context.cookies([f"{login.origin}/"]))

        try:
            return await self._in_turn(f"login {login.name}", asking, act, "")
        except NotShown as error:  # the browser's own words may name addresses
            raise NotShown(error.what, words.without(str(error), login.password)) from None

    async def _in_turn(self, site: str, asking: Callable[[], Asking], act: Callable[[Opened], Awaitable[T]], url: str) -> T:
        """Do something with a page of a site when there is a window for it.

        The browser that dies with one page takes the other with it: that one has a second try.
        """
        window = await self._windows.get()
        try:
            for last in (False, True):
                running = await self._started()
                try:
                    return await self._done(running, (site, window), asking(), act, url)
                except NotShown as error:
                    if last or error.what != "lost":
                        raise
            raise AssertionError  # the second try returns or raises
        finally:
            self._windows.put_nowait(window)

    async def _done(self, running: Running, place: tuple[str, int], asking: Asking, act: Callable[[Opened], Awaitable[T]], url: str) -> T:
        """The same in this browser; ``NotShown`` of ``lost`` when it ended through no fault of the page."""
        from playwright.async_api import Error

        limits = self._network.limits
        opened: Opened | None = None
        try:
            async with asyncio.timeout(limits.browser_seconds):
                opened = await Opened.new(await self._context(running, place, url), asking)
                work = asyncio.ensure_future(act(opened))
                ends: list[asyncio.Future[Any]] = [work, opened.crashed]
                try:
                    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
                    if not work.done():
                        raise NotShown(*self._why())
                    return work.result()
                finally:
                    work.cancel()
                    with contextlib.suppress(asyncio.CancelledError, Error, NotShown):
                        await work
        except TimeoutError:
            await self._kill(running)
            raise NotShown("slow", f"the browser did not have it within {limits.browser_seconds:g} seconds") from None
        except Error as error:
            with contextlib.suppress(TimeoutError):  # who asks a browser that has just ended hears of it before it is known
                async with asyncio.timeout(ENDING):
                    await self._gone.wait()
            if not running.is_connected():
                raise NotShown("lost", "the browser ended while it was shown") from error
            if opened is not None and opened.crashed.done():
                raise NotShown(*self._why()) from error
            raise NotShown("crashed", f"the browser says: {' '.join(error.message.split())[:300]}") from error
        finally:
            if opened is not None and running.is_connected():
                await self._closed(running, opened)

    def _why(self) -> tuple[str, str]:
        """What a page whose process ended died of."""
        if self._hungry:
            self._hungry = False
            return "memory", f"it needed more than {self._network.limits.browser_bytes // 2**20} MB of memory in the browser"
        return "crashed", "the browser's process for it ended"

    async def _closed(self, running: Running, opened: Opened) -> None:
        """Close a page; the whole browser when it does not let itself be closed."""
        from playwright.async_api import Error

        try:
            async with asyncio.timeout(CLOSE):
                await opened.close()
        except TimeoutError:
            await self._kill(running)
        except Error:  # it is gone already
            return

    # --- the browser itself ----------------------------------------------------------------------------------------

    async def _started(self) -> Running:
        """The browser, started now or before; raises ``NotShown`` when there is none, at once from the second time on."""
        async with self._starting:
            if self._running is not None and self._running.is_connected():
                return self._running
            if self._useless is None and (why := chromium.missing()):
                self._useless = NotShown("missing", why)
            if self._useless is None and self._running is not None:
                self._lost += 1
                await self._end()
                if self._lost > LOST:
                    self._useless = NotShown("missing", f"the browser ended {self._lost} times in this run and was not started again")
            if self._useless is not None:
                raise NotShown(self._useless.what, str(self._useless))
            return await self._start()

    async def _start(self) -> Running:
        """Start it."""
        from playwright.async_api import Error, async_playwright

        try:
            async with asyncio.timeout(START):
                if self._wall is None:
                    self._wall = await self._stack.enter_async_context(Wall())
                if self._playwright is None:
                    self._playwright = await self._stack.enter_async_context(async_playwright())
                self._running = await chromium.launch(self._playwright, self._wall.address, self._network.limits.browser_bytes)
                self._pid = (await chromium.processes(self._running)).get("browser", [None])[0]
        except (Error, OSError, TimeoutError) as error:
            said = " ".join(str(error).split())[:300] or f"it did not start within {START:g} seconds"
            hint = f" (where a container is the sandbox: {chromium.SANDBOX}=off)" if "sandbox" in said.lower() else ""
            self._useless = NotShown("missing", f"Chromium could not be started: {said}{hint}")
            raise self._useless from error
        self._gone = gone = asyncio.Event()
        self._running.on("disconnected", lambda _: gone.set())
        self._watching = asyncio.create_task(self._watch(self._running))
        return self._running

    async def _context(self, running: Running, place: tuple[str, int], url: str) -> BrowserContext:
        """The context of a site in a window: cookies and storage, in memory, that nobody else sees. It begins with the session of the
        origin of ``url``, where we are logged in there."""
        found = self._contexts.get(place)
        if found is None:
            found = await running.new_context(
                service_workers="block",
                accept_downloads=False,
                locale="en-GB",
                viewport={"width": 1280, "height": 2000},
                reduced_motion="reduce",
                storage_state=self._sessions.get(urls.origin(url)) if url else None,
            )
            await found.route("**/*", _refuse)  # what no page of ours asks for: that of windows that pages open
            self._contexts[place] = found
            found.on("page", lambda page: asyncio.ensure_future(_shut(page)))
        return found

    async def _watch(self, running: Running) -> None:
        """Kill the process of a page that needs more memory than a page may have."""
        from playwright.async_api import Error

        while running.is_connected():
            await asyncio.sleep(WATCH)
            with contextlib.suppress(Error):  # it could not say just now, or it ends
                for pid in (await chromium.processes(running)).get("renderer", ()):
                    if chromium.held(pid) > self._network.limits.browser_bytes:
                        self._hungry = True
                        with contextlib.suppress(ProcessLookupError):
                            os.kill(pid, signal.SIGKILL)

    async def _kill(self, running: Running) -> None:
        """Kill the browser: a page in it does not end."""
        if running is self._running and self._pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            await self._gone.wait()

    async def _end(self) -> None:
        """End the browser, by force when it takes too long; the next page starts another."""
        running, self._running = self._running, None
        self._contexts.clear()
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait({self._watching})
            self._watching = None
        if running is None:
            return
        from playwright.async_api import Error

        try:
            async with asyncio.timeout(CLOSE):
                await running.close()
        except TimeoutError:
            if self._pid is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self._pid, signal.SIGKILL)
        except Error:
            pass


async def _refuse(route: Route) -> None:
    """Answer nothing."""
    from playwright.async_api import Error

    with contextlib.suppress(Error):
        await route.abort("blockedbyclient")


async def _shut(page: Page) -> None:
    """Close a window that a page has opened."""
    from playwright.async_api import Error

    with contextlib.suppress(Error):
        if await page.opener() is not None:
            await page.close()
