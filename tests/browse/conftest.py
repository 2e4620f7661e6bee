"""The browser for a run, where there is one."""

from __future__ import annotations

import ssl
from importlib.util import find_spec
from pathlib import Path

import pytest
import trustme

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


@pytest.fixture
def secure(tmp_path: Path) -> tuple[ssl.SSLContext, str]:
    """TLS for 127.0.0.1, and the file of whom to trust for it."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    return context, str(tmp_path / "ca.pem")
