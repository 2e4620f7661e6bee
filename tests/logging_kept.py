"""Logging as it was: for tests that set it up."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The process's logging and its hook are given back."""
    import structlog

    root, hook = logging.getLogger(), sys.excepthook
    handlers, level, ours = root.handlers[:], root.level, logging.getLogger("reviewer").level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger("reviewer").setLevel(ours)
    sys.excepthook = hook
    structlog.reset_defaults()
