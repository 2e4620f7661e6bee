"""A door that opens part by part: what it names is imported when somebody asks for it, so that who needs little of a room waits for little.

For rooms that take long to import and are not needed at once (docs/decisions/0003): the readers, with hundreds of patterns, are not wanted
before a page has come, and not at all in a run that finds every page unchanged.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any


def opening(package: str, parts: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The ``__getattr__`` of a door (PEP 562): ``parts`` says which module of the package has which names. Beside it the same names stand
    as imports under ``TYPE_CHECKING``, for type checkers and readers; ``tests/test_doors.py`` holds one against the other."""
    where = {name: module for module, names in parts.items() for name in names}

    def getattribute(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(importlib.import_module(f"{package}.{where[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return getattribute


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Import a library within the block as where these modules are not installed, for what it would like to have and we do not want from
    it: httpx's command line and structlog's tracebacks bring rich and Pygments, 60 ms. What is there already stays."""
    modules: dict[str, Any] = sys.modules
    hidden = [name for name in names if name not in modules]
    modules.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for name in hidden:
            del modules[name]
