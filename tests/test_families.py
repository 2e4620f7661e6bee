"""Tests of the families: a new member is one file."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from reviewer import families
from reviewer.families import installed, members

Drop = Callable[..., None]


@pytest.fixture
def drop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drop]:
    """Drops files into a folder that stands beside a family's own, as if they had been put there before the program started."""
    before = set(sys.modules)

    def dropped(family: str, **files: str) -> None:
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(text)
        home = importlib.import_module(family)
        monkeypatch.setattr(home, "__path__", [*home.__path__, str(tmp_path)])

    yield dropped
    monkeypatch.undo()
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.mark.parametrize(
    ("family", "attribute"),
    [
        ("reviewer.checks", "check"),
        ("reviewer.read.facts", "facts"),
        ("reviewer.read.formats", "CONTENT_TYPES"),
        ("reviewer.deliver.ways", "SCHEMES"),
        ("reviewer.report.formats", "write"),
    ],
)
def test_a_file_in_the_folder_is_a_member_by_its_name(drop: Drop, family: str, attribute: str) -> None:
    """A new member needs one file and no registration; files without the attribute or with a leading underscore are none."""
    drop(family, brand_new=f"{attribute} = 1\n", not_a_member="x = 1\n", _hidden=f"{attribute} = 1\n")
    found = members(family, attribute)
    assert "brand_new" in found
    assert {"not_a_member", "_hidden"}.isdisjoint(found)
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
    assert {"from_outside", "review_date"} <= set(installed("reviewer.checks"))


def test_those_from_outside_are_found_without_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what entry points add, and only what has the attribute; none that has the name of a member of the house."""
    theirs, other = ModuleType("theirs"), ModuleType("other")
    theirs.facts = lambda _document, _hints: ()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "theirs_for_this_test", theirs)
    monkeypatch.setitem(sys.modules, "other_for_this_test", other)
    points = [
        EntryPoint("from_outside", "theirs_for_this_test", "reviewer.read.facts"),
        EntryPoint("dates", "theirs_for_this_test", "reviewer.read.facts"),
        EntryPoint("no_member", "other_for_this_test", "reviewer.read.facts"),
    ]
    monkeypatch.setattr(families, "entry_points", lambda group: points if group == "reviewer.read.facts" else [])
    assert families.outside("reviewer.read.facts", "facts") == {"from_outside": theirs}
    assert families.outside("reviewer.read.formats", "parse") == {}
