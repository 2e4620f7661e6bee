"""The house as it is drawn: plug-in folders hold plug-ins only, and no check is known by its name outside its folder."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import checks
from reviewer.model import Reason

HOME = Path(checks.__file__).parent.parent
FAMILIES = {
    "checks": ("SUMMARY", "ABOUT", "check"),
    "read/formats": ("CONTENT_TYPES", "SUFFIXES", "parse"),
    "read/facts": ("facts",),
    "report/formats": ("SUFFIX", "write"),
    "deliver/ways": ("SCHEMES", "LEAVES", "connect", "probe"),
    "commands": ("command",),
}
"""Each folder of plug-ins, and what every module in it has."""

OWN_WORDS = {*map(str, Reason), "gap"}
"""Words that are the name of a check and of something else, too: the reason of a verdict, a fact of a page."""

ELSEWHERE = {"read": "the names of meta elements in pages", "config": "the example that a mistake in the config is answered with"}
"""Rooms in which the same word is not a check's id."""


@pytest.mark.parametrize("folder", sorted(FAMILIES))
def test_a_folder_of_plug_ins_holds_plug_ins_only(folder: str) -> None:
    """Every module has what its family promises; no helper hides among them, with or without an underscore."""
    files = sorted(path for path in (HOME / folder).iterdir() if path.name not in {"__init__.py", "__pycache__"})
    assert files
    for path in files:
        assert path.suffix == ".py", path
        assert not path.name.startswith("_"), path
        module = importlib.import_module(f"reviewer.{folder.replace('/', '.')}.{path.stem}")
        assert [name for name in FAMILIES[folder] if not hasattr(module, name)] == [], path


def strings(path: Path) -> Iterator[str]:
    """The string constants of a file."""
    return (
        node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant) and type(node.value) is str
    )


def test_no_check_is_known_by_its_name_elsewhere() -> None:
    """A new check is one file: nothing outside ``checks/`` asks whether a finding is one of a certain check."""
    ids = set(checks.names()) - OWN_WORDS
    assert len(ids) > 8
    for path in HOME.rglob("*.py"):
        room = path.relative_to(HOME).parts[0]
        if room != "checks" and room not in ELSEWHERE:
            assert ids.isdisjoint(strings(path)), path


LONG = {"read/dates/grammar.py"}
"""Files of more than 400 lines: the grammar of date labels, in one table."""


def test_no_file_is_longer_than_a_person_reads() -> None:
    """400 lines are the bound."""
    long = {path.relative_to(HOME).as_posix() for path in HOME.rglob("*.py") if path.read_text("utf-8").count("\n") > 400}
    assert long <= LONG
