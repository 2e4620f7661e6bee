"""Puts a plug-in where the program finds it: as a file in the family's folder, or as a distribution with an entry point."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from reviewer import families


class Plug(Protocol):
    """Adds a member to a family."""

    def __call__(self, family: str, name: str, text: str, *, version: str = "1.0") -> None:
        """Put the module ``text`` there by that name."""
        ...


@pytest.fixture(params=["a file in the folder", "an entry point"])
def plug(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plug]:
    """Both ways in: what holds of a file that was dropped into the folder holds of a distribution that was installed."""
    before = set(sys.modules)
    home = tmp_path / "plugged"
    home.mkdir()

    def dropped(family: str, name: str, text: str, *, version: str = "1.0") -> None:
        del version
        (home / f"{name}.py").write_text(text)
        package = importlib.import_module(family)
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(home)])

    def installed(family: str, name: str, text: str, *, version: str = "1.0") -> None:
        (home / f"acme_{name}.py").write_text(text)
        about = home / f"acme_{name}-{version}.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: acme-{name}\nVersion: {version}\n")
        (about / "entry_points.txt").write_text(f"[{family}]\n{name} = acme_{name}\n")
        monkeypatch.syspath_prepend(str(home))

    yield dropped if request.param == "a file in the folder" else installed
    monkeypatch.undo()
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(home)):
            del sys.modules[name]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """The members are listed once in a process: list them anew for each test, and for what comes after it."""
    families._members.cache_clear()
    yield
    families._members.cache_clear()
