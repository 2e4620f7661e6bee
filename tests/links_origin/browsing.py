"""Chromium on the test origin: what addresses its own DOM has, and where a click on each leads.

The test's authority is put among the profile's trusted ones, so that each bad certificate fails for its own fault; names are answered by a
rule (everything but loopback does not exist), so that nothing leaves this machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import re
import sqlite3
import ssl
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import FLAGS
from tests.links_origin.clicks import Click

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page, Request, Response

NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.*"
VIEWS = ((1200, 1), (1200, 2), (50, 1))
"""Widths and densities of screens: of a ``srcset`` Chromium names only the picture that it chose."""

PAGES = 4
SECONDS = 10.0
PATIENCE = 2.0
"""For what is expected to give no answer, and for a page that never ends."""

Bearing = tuple[str | None, str, str, str | None]
"""The heading above, the element, the attribute, and the absolute address (None: Chromium cannot make one)."""


def trust(profile: Path, authority: Path) -> None:
    """Let a new profile trust an authority: Chromium keeps those that its user added in this database (since version 131)."""
    folder = profile / "Default"
    folder.mkdir(parents=True)
    der = ssl.PEM_cert_to_DER_cert(authority.read_text())
    with contextlib.closing(sqlite3.connect(folder / "ServerCertificate")) as database, database:
        database.execute("create table meta (key longvarchar not null unique primary key, value longvarchar)")
        database.executemany("insert into meta values (?, ?)", [("version", "1"), ("last_compatible_version", "1")])
        database.execute(
            "create table certificates (sha256hash_hex text primary key, der_cert blob not null, trust_settings blob not null)"
        )
        trusted = (
            b"\x0a\x02\x08\x03"  # CertificateMetadata { trust { trust_type: TRUSTED } } of Chromium's server_certificate_database.proto
        )
        database.execute("insert into certificates values (?, ?, ?)", (hashlib.sha256(der).hexdigest(), der, trusted))


@contextlib.asynccontextmanager
async def browsing(executable: str, profile: Path, authority: Path) -> AsyncIterator[BrowserContext]:
    """A Chromium with a profile of its own, that knows the authority and no network but loopback."""
    from playwright.async_api import async_playwright

    trust(profile, authority)
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            profile, executable_path=executable, args=[*FLAGS, NO_NETWORK], accept_downloads=False, service_workers="block"
        )
        try:
            yield context
        finally:
            await context.close()


async def bearings(context: BrowserContext, url: str) -> tuple[set[Bearing], dict[str, Click]]:
    """Every address that Chromium's DOM has on a page, and what came of every address that it fetched for it by itself."""
    from playwright.async_api import Error

    found: set[Bearing] = set()
    fetched: dict[str, Click] = {}

    def note(request: Request, word: str, status: int) -> None:
        if request.url != url and request.redirected_to is None and request.redirected_from is None and request.url.startswith("http"):
            fetched[request.url] = Click(word, (request.url,), (status,), request.url)

    for width, density in VIEWS:
        page = await context.new_page()
        screen = {"width": width, "height": 800, "deviceScaleFactor": density, "mobile": False}
        await (await context.new_cdp_session(page)).send("Emulation.setDeviceMetricsOverride", screen)
        page.on("response", lambda told: note(told.request, str(told.status) if told.status >= 400 else "shown", told.status))
        await page.goto(url, wait_until="load", timeout=SECONDS * 1000)
        with contextlib.suppress(Error):  # what is loaded ahead of its use does not hold the page up
            await page.wait_for_load_state("networkidle", timeout=PATIENCE * 1000)
        found |= {tuple(item) for item in await page.evaluate(ADDRESSES)}
        await page.close()
    return found, fetched


async def addresses(context: BrowserContext, urls: Mapping[str, str]) -> dict[str, set[str | None]]:
    """The addresses that Chromium's DOM has on each of several pages."""
    page = await context.new_page()
    found: dict[str, set[str | None]] = {}
    for name, url in urls.items():
        await page.goto(url, wait_until="domcontentloaded", timeout=SECONDS * 1000)
        found[name] = {item[-1] for item in await page.evaluate(ADDRESSES)}
    await page.close()
    return found


ADDRESSES = Path(__file__).with_name("addresses.js").read_text("utf-8")


async def clicks(context: BrowserContext, wanted: Mapping[str, tuple[str, bool]]) -> dict[str, Click]:
    """Click each address: ``wanted`` has where each is expected to end, and whether an answer is expected at all."""
    waiting = deque(wanted.items())
    again: set[str] = set()  # a busy machine gives no answer either: asked once more, at the end
    done: dict[str, Click] = {}

    async def work() -> None:
        page = await context.new_page()
        while waiting:
            url, (final, answers) = waiting.popleft()
            clicking = click(page, url, final, SECONDS if answers else PATIENCE)
            try:
                done[url] = await asyncio.wait_for(clicking, 4 * SECONDS)
            except TimeoutError:
                done[url] = Click("no answer")
            page = await _fresh(page, done[url])
            if done[url].word == "no answer" and answers and url not in again:
                again.add(url)
                waiting.append((url, (final, answers)))
        await page.close()

    await asyncio.gather(*(work() for _ in range(PAGES)))
    return done


async def _fresh(page: Page, last: Click) -> Page:
    """A page for the next click: the same if the last click left it in peace, with nothing on its way.

    A page that loads itself anew without end answers nothing, so each question has a time limit.
    """
    from playwright.async_api import Error

    context = page.context
    with contextlib.suppress(Error, TimeoutError):
        if re.match(r"shown|\d", last.word) and last.hops == (last.final,):
            calm = page.evaluate("document.readyState === 'complete' && !document.querySelector('meta[http-equiv], script')")
            if await asyncio.wait_for(calm, PATIENCE):
                return page
    with contextlib.suppress(Error, TimeoutError):
        await asyncio.wait_for(page.close(), PATIENCE)
    return await context.new_page()


async def click(page: Page, url: str, final: str, seconds: float) -> Click:
    """Go to one address and say what came of it. ``final`` is only how long to wait: until the address bar shows it."""
    from playwright.async_api import Error

    scheme = url.partition(":")[0]
    if scheme not in {"http", "https"}:
        return Click(f"{scheme}:")
    answers: list[tuple[str, int]] = []
    failures: list[str] = []

    def answered(response: Response) -> None:
        if _leads(response.request, page):
            answers.append((response.url, response.status))

    def failed(request: Request) -> None:
        if _leads(request, page):
            failures.append(request.failure or "")

    if page.url.partition("#")[0] == url.partition("#")[0]:  # else it would only scroll
        await page.goto("about:blank")
    page.on("response", answered)
    page.on("requestfailed", failed)
    try:
        await page.goto(url, wait_until="commit", timeout=seconds * 1000)
    except Error as error:
        word = _failed(error.message, answers)
    else:
        await _settled(page, final, failures)
        word = await _arrived(page, answers[-1][1] if answers else 0, failures)
    finally:
        page.remove_listener("response", answered)
        page.remove_listener("requestfailed", failed)
    return Click(word, tuple(at for at, _ in answers), tuple(status for _, status in answers), page.url)


def _leads(request: Request, page: Page) -> bool:
    """Whether a request is for the page itself."""
    return request.is_navigation_request() and request.frame == page.main_frame


def _failed(message: str, answers: Iterable[tuple[str, int]]) -> str:
    """The word for a navigation that did not come about."""
    status = next((status for _, status in reversed(list(answers))), None)
    if "Download is starting" in message:
        return "download"
    found = re.search(r"net::(ERR_\w+)", message)
    if found and found.group(1) == "ERR_ABORTED" and status in {204, 205}:
        return "stays"
    if found and found.group(1) == "ERR_HTTP_RESPONSE_CODE_FAILURE" and status:
        return str(status)  # an error with an empty body: Chromium shows a page of its own
    return found.group(1) if found else "no answer"


async def _settled(page: Page, final: str, failures: Sequence[str]) -> None:
    """Wait until the page is there, and where it leads by itself."""
    from playwright.async_api import Error

    with contextlib.suppress(Error):
        await page.wait_for_load_state("load", timeout=PATIENCE * 1000)
        await page.wait_for_timeout(30)  # a page that leads on without our knowing it has begun to
        for _ in range(int(SECONDS * 10)):
            if not final or failures or page.url.partition("#")[0] == final.partition("#")[0]:
                break
            await page.wait_for_timeout(100)
        await page.wait_for_load_state("domcontentloaded", timeout=PATIENCE * 1000)


async def _arrived(page: Page, status: int, failures: Sequence[str]) -> str:
    """The word for a page that is shown, and whether it has the place that its address names (WHATWG HTML, 7.4.6.4); the top always is."""
    from playwright.async_api import Error

    broken = next((failure for failure in failures if "ERR_ABORTED" not in failure), None)
    if status >= 400 or broken:
        return str(status) if status >= 400 else str(broken).removeprefix("net::")
    place = page.url.partition("#")[2].partition(":~:")[0]
    if not place or place.lower() == "top":
        return "shown"
    with contextlib.suppress(Error):
        await page.wait_for_load_state("domcontentloaded", timeout=SECONDS * 1000)
        for _ in range(3):  # a place is sought while the page comes in
            if await page.evaluate("document.querySelector(':target') !== null"):
                return "shown, there"
            await page.wait_for_timeout(50)
        return "shown, nowhere"
    return "shown"
