"""The browser for a run, where there is one."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from reviewer.browse import executable


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the product does."""
    return "asyncio"


@pytest.fixture
def chromium_here() -> str:
    """The path of the system's Chromium; the test is skipped, with a sentence that says why, where it cannot be driven."""
    if find_spec("playwright") is None:
        pytest.skip("no Playwright here: pip install 'content-reviewer[browser]'")
    path = executable()
    if path is None:
        pytest.skip("no Chromium here: install it (Debian: apt-get install chromium) or name it in REVIEWER_CHROMIUM")
    return path
