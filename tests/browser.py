"""The system's Chromium for tests, by Playwright, in a thread of its own: the sync API leaves a running event loop in its thread, and
other tests of this process call ``asyncio.run``.

Use the fixture ``chromium`` (``tests/conftest.py`` hands it to every test)::

    @pytest.mark.browser
    def test_it(chromium: Chromium) -> None:
        assert chromium.axe_violations(html_or_path, width=375, dark=True) == []
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

T = TypeVar("T")

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHT = 900


def executable() -> str | None:
    """The path of the system's Chromium (or of ``$REVIEWER_CHROMIUM``), or None when there is none."""
    return os.environ.get("REVIEWER_CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)


def axe_script() -> str:
    """The axe-core that the axe-playwright-python package brings."""
    import axe_playwright_python

    return (Path(str(axe_playwright_python.__file__)).parent / "axe.min.js").read_text("utf-8")


class Chromium:
    """One browser for a test session. ``source`` is always a ``Path`` of an HTML file, or HTML itself; nothing may come from the network."""

    def __init__(self, path: str) -> None:
        """Start the browser; raises what Playwright raises."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="chromium")
        self._axe = axe_script()
        self._playwright: Playwright
        self._browser: Browser
        self._thread.submit(self._start, path).result()

    def _start(self, path: str) -> None:
        from playwright.sync_api import sync_playwright

        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=path, args=list(FLAGS))

    def close(self) -> None:
        """End the browser and its thread."""
        self._thread.submit(self._stop).result()
        self._thread.shutdown()

    def _stop(self) -> None:
        self._browser.close()
        self._playwright.stop()

    def look(
        self,
        source: Path | str,
        act: Callable[[Page], T],
        *,
        width: int = 1100,
        dark: bool = False,
        scripts: bool = True,
        height: int = HEIGHT,
    ) -> T:
        """Open ``source`` and return what ``act(page)`` returns. ``act`` runs in the browser's thread."""
        return self._thread.submit(self._look, source, act, width, height, dark, scripts).result()

    def _look(self, source: Path | str, act: Callable[[Page], T], width: int, height: int, dark: bool, scripts: bool) -> T:
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            offline=True,
            reduced_motion="reduce",
        )
        try:
            page = context.new_page()
            page.set_default_timeout(20_000)
            if isinstance(source, Path):
                page.goto(source.resolve().as_uri())
            else:
                page.set_content(source)
            return act(page)
        finally:
            context.close()

    def axe_violations(self, source: Path | str, *, width: int = 1100, dark: bool = False) -> list[str]:
        """What axe-core (WCAG 2.2 A and AA and its best practices) finds, one line each: rule, impact, what, and the first elements."""

        def run(page: Page) -> Any:
            page.evaluate(self._axe)
            return page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")

        found: Any = self.look(source, run, width=width, dark=dark)
        return [
            f"{item['id']} ({item['impact']}): {item['help']}: {[(node['html'][:200], node.get('failureSummary', '')[:300]) for node in item['nodes'][:3]]}"
            for item in found["violations"]
        ]

    def screenshot(
        self, source: Path | str, to: Path, *, width: int = 1100, dark: bool = False, whole: bool = True, height: int = HEIGHT
    ) -> None:
        """Write a PNG of the page (``whole``: all of it, else the first screen)."""
        self.look(source, lambda page: page.screenshot(path=to, full_page=whole), width=width, dark=dark, height=height)

    def overflow(self, source: Path | str, *, width: int = 320) -> int:
        """By how many CSS pixels the page must be scrolled sideways at that width (0 is as it should be: WCAG 1.4.10)."""
        script = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        found: Any = self.look(source, lambda page: page.evaluate(script), width=width)
        return int(found)

    def asked_for(self, source: Path | str) -> list[str]:
        """Every address outside of the file itself that the page asks for when it opens (a self-contained page: none)."""

        def run(page: Page) -> list[str]:
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.reload() if isinstance(source, Path) else page.set_content(str(source))
            page.wait_for_load_state()
            own = source.resolve().as_uri() if isinstance(source, Path) else "about:blank"
            return [url for url in asked if url != own and not url.startswith("data:")]

        return self.look(source, run)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The system's Chromium; the test is skipped, with a sentence that says why, where there is none."""
    path = executable()
    if path is None:
        pytest.skip("no Chromium here: install it (Debian: apt-get install chromium) or name it in REVIEWER_CHROMIUM")
    browser = Chromium(path)
    yield browser
    browser.close()
