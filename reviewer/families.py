"""Find the members of a family (checks, readers, deliveries, reports, commands): one file each, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib import metadata
from importlib.metadata import EntryPoint, EntryPoints
from typing import Any, cast


def members(package: str, attribute: str) -> dict[str, Any]:
    """All modules of ``package`` (a dotted name) that have ``attribute``, by file name, in alphabetical order.

    Third parties add theirs by entry points in the group of the package's name (``reviewer.checks`` ...): the entry point's name is the
    member's name, its value a module. A member of the house is never replaced by one from outside. The folders are listed once.
    """
    return dict(_members(package, _folders(package), attribute, entry_points))


def outside(package: str, attribute: str) -> dict[str, Any]:
    """The members that third parties added by entry points, alone: those of the house are not imported for it. They are looked for once."""
    return dict(_outside(package, _folders(package), attribute, entry_points))


def names(package: str) -> tuple[str, ...]:
    """The names of all members, without importing one: for help texts."""
    return tuple(sorted({*_files(_folders(package)), *(point.name for point in entry_points(package))}))


def installed(package: str) -> tuple[str, ...]:
    """The same members as lines, without importing one: a member's name, and for one from outside the distribution that it came with, and
    its version."""
    files = _files(_folders(package))
    outside = {point.name: _origin(point) for point in entry_points(package) if point.name not in files}
    return tuple(f"{name} {outside.get(name, '')}".strip() for name in sorted({*files, *outside}))


def entry_points(group: str) -> Iterable[EntryPoint]:
    """The entry points of one group. All installed packages are asked once for all groups: it takes 20 ms."""
    return _every(tuple(sys.path)).select(group=group)


@cache
def _every(path: tuple[str, ...]) -> EntryPoints:
    """The entry points of what is installed on this path of imports."""
    del path
    return cast("EntryPoints", metadata.entry_points())  # Python 3.11 calls it otherwise; both have `select`


def _origin(point: EntryPoint) -> str:
    """The distribution of an entry point and its version."""
    return f"{point.dist.name} {point.dist.version}" if point.dist else ""


def _folders(package: str) -> tuple[str, ...]:
    return tuple(importlib.import_module(package).__path__)


def _files(folders: tuple[str, ...]) -> list[str]:
    """The files of a family by their names."""
    return [info.name for info in pkgutil.iter_modules(folders) if not info.name.startswith("_")]


@cache
def _outside(package: str, folders: tuple[str, ...], attribute: str, points: Callable[[str], Iterable[EntryPoint]]) -> dict[str, Any]:
    """The members behind these entry points that no file in these folders has the name of."""
    here = _files(folders)
    found = {point.name: point.load() for point in points(package) if point.name not in here}
    return {name: found[name] for name in sorted(found) if hasattr(found[name], attribute)}


@cache
def _members(package: str, folders: tuple[str, ...], attribute: str, points: Callable[[str], Iterable[EntryPoint]]) -> dict[str, Any]:
    """The members found in these folders and behind these entry points."""
    found: dict[str, Any] = {name: importlib.import_module(f"{package}.{name}") for name in _files(folders)}
    for point in points(package):
        if point.name not in found:
            found[point.name] = point.load()
    return {name: found[name] for name in sorted(found) if hasattr(found[name], attribute)}
