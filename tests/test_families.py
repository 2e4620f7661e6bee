"""Tests of the families: a new member is one file."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from reviewer import families
from reviewer.families import members


@pytest.fixture
def extra_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands beside the checks' own, as if its files had been dropped into it."""
    home = importlib.import_module("reviewer.checks")
    monkeypatch.setattr(home, "__path__", [*home.__path__, str(tmp_path)])
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_a_file_in_the_folder_is_a_member_by_its_name(extra_folder: Path) -> None:
    """A new member needs one file and no registration; files without the attribute or with a leading underscore are none."""
    (extra_folder / "brand_new.py").write_text('SUMMARY = "new"\ndef check(page, context):\n    return ()\n')
    (extra_folder / "not_a_check.py").write_text("x = 1\n")
    (extra_folder / "_hidden.py").write_text("def check(page, context):\n    return ()\n")
    found = members("reviewer.checks", "check")
    assert "brand_new" in found
    assert {"not_a_check", "_hidden"}.isdisjoint(found)
    assert list(found) == sorted(found)


def test_third_parties_add_members_by_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point adds a member; it never replaces one of the house."""
    theirs = ModuleType("theirs")
    theirs.check = lambda _page, _context: ()  # type: ignore[attr-defined]
    sys.modules["theirs_for_this_test"] = theirs
    points = [
        EntryPoint("from_outside", "theirs_for_this_test", "reviewer.checks"),
        EntryPoint("review_date", "theirs_for_this_test", "reviewer.checks"),
    ]
    monkeypatch.setattr(families, "entry_points", lambda group: points if group == "reviewer.checks" else [])
    found = members("reviewer.checks", "check")
    del sys.modules["theirs_for_this_test"]
    assert found["from_outside"] is theirs
    assert found["review_date"] is not theirs
