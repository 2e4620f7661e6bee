"""Find the members of a family (checks, readers, deliveries, reports, commands): one file each, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any


def members(package: str, attribute: str) -> dict[str, Any]:
    """All modules of ``package`` (a dotted name) that have ``attribute``, by file name, in alphabetical order.

    Third parties add theirs by entry points in the group of the package's name (``reviewer.checks`` ...): the entry point's name is the
    member's name, its value a module. A member of the house is never replaced by one from outside. The folders are listed once.
    """
    return {name: module for name, module, _ in _listed(package, attribute)}


def names(package: str) -> tuple[str, ...]:
    """The names of all members, without importing one: for help texts."""
    found = {info.name for info in pkgutil.iter_modules(importlib.import_module(package).__path__) if not info.name.startswith("_")}
    return tuple(sorted(found | {point.name for point in entry_points(group=package)}))


def installed(package: str, attribute: str) -> tuple[str, ...]:
    """The same members as lines: a member's name, and for one from outside the distribution that it came with, and its version."""
    return tuple(f"{name} {origin}".strip() for name, _, origin in _listed(package, attribute))


def _listed(package: str, attribute: str) -> tuple[tuple[str, Any, str], ...]:
    return _members(package, tuple(importlib.import_module(package).__path__), attribute, entry_points)


@cache
def _members(
    package: str, folders: tuple[str, ...], attribute: str, points: Callable[..., Iterable[EntryPoint]]
) -> tuple[tuple[str, Any, str], ...]:
    """The members found in these folders and behind these entry points, with where they came from: asking all installed packages takes
    20 ms."""
    found: dict[str, Any] = {
        info.name: importlib.import_module(f"{package}.{info.name}")
        for info in pkgutil.iter_modules(folders)
        if not info.name.startswith("_")
    }
    origins: dict[str, str] = {}
    for point in points(group=package):
        if point.name not in found:
            found[point.name] = point.load()
            origins[point.name] = f"{point.dist.name} {point.dist.version}" if point.dist else ""
    return tuple((name, found[name], origins.get(name, "")) for name in sorted(found) if hasattr(found[name], attribute))
