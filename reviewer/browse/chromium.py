"""The system's Chromium: where it stands, how it is started, and what its processes hold in memory."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = (
    "--proxy-bypass-list=<-loopback>",  # this machine's own addresses are no exception
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # it looks up no name either
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--deny-permission-prompts",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-gpu",
    "--disable-remote-fonts",
    "--no-first-run",
    "--no-pings",
    "--dns-prefetch-disable",
)
PATH: Final = "REVIEWER_CHROMIUM"
SANDBOX: Final = "REVIEWER_CHROMIUM_SANDBOX"
"""Variables: the program to start, and ``off`` where a container is the sandbox and lets Chromium have none of its own."""

_HELD: Final = re.compile(r"^Rss(?:Anon|Shmem):\s+(\d+) kB$", re.MULTILINE)


def executable(env: Mapping[str, str] = os.environ) -> str | None:
    """The path of the system's Chromium (or of ``$REVIEWER_CHROMIUM``), or None when there is none."""
    named = env.get(PATH)
    if named:
        return shutil.which(named)
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def missing(env: Mapping[str, str] = os.environ) -> str | None:
    """What is not installed that a browser needs, as a sentence with what to do; None when all is there. Nothing is started."""
    if find_spec("playwright") is None:
        return "a browser needs a package that is not installed: pip install 'content-reviewer[browser]'"
    if executable(env) is None:
        return f"no Chromium was found: install it (Debian: apt-get install chromium), or name its program in {PATH}"
    return None


async def launch(playwright: Playwright, proxy: str, memory: int, env: Mapping[str, str] = os.environ) -> Browser:
    """Start Chromium behind a proxy; ``memory`` bounds the heap of each page's scripts, in bytes. Raises what Playwright raises."""
    return await playwright.chromium.launch(
        executable_path=executable(env),
        chromium_sandbox=os.geteuid() != 0 and env.get(SANDBOX) != "off",  # root cannot have one
        args=[*FLAGS, f"--proxy-server={proxy}", f"--js-flags=--max-old-space-size={memory // 2**20}"],
        handle_sigint=False,  # who ends us ends it: reviewer.stopping
        handle_sigterm=False,
        handle_sighup=False,
    )


async def processes(browser: Browser) -> dict[str, list[int]]:
    """The numbers of its processes by their kind (``browser``, ``renderer`` ...). Raises what Playwright raises."""
    session = await browser.new_browser_cdp_session()
    try:
        told: dict[str, Any] = await session.send("SystemInfo.getProcessInfo")
    finally:
        await session.detach()
    found: dict[str, list[int]] = {}
    for process in told["processInfo"]:
        found.setdefault(process["type"], []).append(int(process["id"]))
    return found


def held(pid: int) -> int:
    """Bytes of memory that a process holds for itself; 0 when it is gone, or where the system does not tell (only Linux does)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return 1024 * sum(map(int, _HELD.findall(status)))
