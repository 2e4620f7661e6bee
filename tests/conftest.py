"""Fixtures for every test."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

from tests.browser import chromium as chromium

settings.register_profile("house", deadline=None)  # no test may fail because the machine is busy
settings.load_profile("house")


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """A command sets up logs for its whole process; the next test finds them as they were."""
    root = logging.getLogger()
    handlers, level, hook = list(root.handlers), root.level, sys.excepthook
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook = hook


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: gzip writes the clock's second into them, and then two workers of xdist collect two names for one test."""
    return argname if isinstance(val, bytes) else None
