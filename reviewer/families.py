"""Find the members of a family (checks, readers, deliveries, reports, commands): one file each, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points
from types import ModuleType


def members(package: str, attribute: str) -> dict[str, ModuleType]:
    """All modules of ``package`` (a dotted name) that have ``attribute``, by file name, in alphabetical order.

    Third parties add theirs by entry points in the group of the package's name (``reviewer.checks`` ...): the entry point's name is the
    member's name, its value a module. A member of the house is never replaced by one from outside.
    """
    home = importlib.import_module(package)
    found = {
        info.name: importlib.import_module(f"{package}.{info.name}")
        for info in pkgutil.iter_modules(home.__path__)
        if not info.name.startswith("_")
    }
    for point in entry_points(group=package):
        found.setdefault(point.name, point.load())
    return {name: found[name] for name in sorted(found) if hasattr(found[name], attribute)}
