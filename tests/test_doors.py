"""Doors that open part by part."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import reviewer
from reviewer.doors import opening

HOME = Path(reviewer.__file__).parent
LAZY = sorted(path for path in HOME.rglob("__init__.py") if "doors import opening" in path.read_text("utf-8"))


@pytest.mark.parametrize("path", LAZY, ids=[path.parent.name for path in LAZY])
def test_what_type_checkers_see_is_what_there_is(path: Path) -> None:
    """The imports under TYPE_CHECKING and the parts of the door name the same names, of the same modules; each can be had."""
    package = ".".join(("reviewer", *path.relative_to(HOME).parent.parts))
    tree = ast.parse(path.read_text("utf-8"))
    seen = {
        (node.module or "", name.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package + ".")
        for name in node.names
    }
    parts = next(ast.literal_eval(node) for node in ast.walk(tree) if isinstance(node, ast.Dict))
    assert seen == {(f"{package}.{module}", name) for module, names in parts.items() for name in names}
    door = importlib.import_module(package)
    assert all(getattr(door, name) is getattr(importlib.import_module(module), name) for module, name in seen)


def test_a_door_has_nothing_that_it_does_not_name() -> None:
    """A name that is not there is told as by any module."""
    with pytest.raises(AttributeError, match=r"module 'reviewer\.read' has no attribute 'nothing'"):
        opening("reviewer.read", {"document": ("Hints",)})("nothing")


@pytest.mark.parametrize("command", ["run", "check"])
def test_no_page_is_read_before_one_has_come(command: str) -> None:
    """A run that finds every page unchanged needs neither the readers nor their patterns, and knows its reading version without them."""
    asked = f"import sys, reviewer.commands.{command}\nfrom reviewer import look, settings\nlook.reading_version(settings.Config())\nprint(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout.split()
    assert "reviewer.look.looking" in said
    assert {name for name in said if name.startswith(("reviewer.read.facts.", "reviewer.read.formats."))} == set()
    assert "turbohtml" not in said


def test_what_is_not_wanted_is_not_imported() -> None:
    """Neither httpx nor structlog brings rich with it; who wants rich itself gets it afterwards."""
    asked = "import sys, reviewer.fetch\nfrom reviewer import logs\nlogs.set_up()\nprint('rich' in sys.modules)\nimport rich, httpx._main\nprint('rich' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout.split()
    assert said == ["False", "True"]
