"""Tests of the families: a new member is one file."""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from click.testing import CliRunner

from reviewer import checks, deliver, families, read
from reviewer.cli import reviewer
from reviewer.families import members
from reviewer.model import DateKind, Page
from reviewer.read import reading
from reviewer.settings import Email, Site

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
        forget()

    yield dropped
    monkeypatch.undo()
    forget()
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[name]


def forget() -> None:
    """The readers are listed once in a process: list them again."""
    reading._readers.cache_clear()
    reading._formats.cache_clear()


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


def test_a_new_check_is_asked(drop: Drop) -> None:
    """What a check that was dropped in finds comes out with what the others find."""
    drop(
        "reviewer.checks",
        shouting="""
from reviewer.model import Finding, Severity

SUMMARY = "Titles in capitals"


def check(page, context):
    if page.title.isupper():
        yield Finding("shouting", page.url, page.title, Severity.NOTE, says="The title shouts.", fix="Use small letters.")
""",
    )
    context = checks.Context(dt.date(2026, 11, 21), Site("Ours", ("https://a.example/",)))
    found = list(checks.ask(Page("https://a.example/", title="LOUD"), context))
    assert "The title shouts." in [finding.says for finding in found]
    assert len({finding.check for finding in found}) > 1
    assert checks.summaries()["shouting"] == "Titles in capitals"
    assert "shouting" not in [finding.check for finding in checks.ask(Page("https://a.example/", title="Calm"), context)]


def test_a_new_reader_of_facts_is_read(drop: Drop) -> None:
    """What it finds on a page is a fact of the page, also of a kind that the house does not know."""
    drop(
        "reviewer.read.facts",
        grades="""
from reviewer.model import Extra


def facts(document, hints):
    return [Extra("grade", block.text[-1], block.text) for block in document.blocks if block.text.startswith("Grade ")]
""",
    )
    page = read.read(b"<main><p>Grade B</p><p>Next review: May 2027</p></main>", url="https://a.example/", content_type="text/html")
    assert [(extra.kind, extra.value) for extra in page.extras] == [("grade", "B")]
    assert page.claims


def test_a_new_reader_of_a_format_is_read(drop: Drop) -> None:
    """Bytes of its content type, and files with its ending, are its own to read."""
    drop(
        "reviewer.read.formats",
        shell="""
from reviewer.read.formats.text import parse as parse_text

CONTENT_TYPES = ("application/x-shell",)
SUFFIXES = (".shell",)


def parse(body, *, url, content_type=None):
    return parse_text(body[::-1], url=url, content_type="text/plain")
""",
    )
    for url, kind in (("https://a.example/x", "application/x-shell"), ("https://a.example/x.shell", None)):
        page = read.read(b"Next review: May 2027"[::-1], url=url, content_type=kind)
        assert page.claim(DateKind.DUE) is not None


def test_a_new_way_out_is_taken(drop: Drop) -> None:
    """``email.via`` chooses it by its scheme."""
    drop("reviewer.deliver.ways", pigeon='SCHEMES = ("pigeon",)\n\n\ndef connect(email):\n    return "flies to " + email.via\n')
    assert cast("object", deliver.connect(Email(via="pigeon://loft"))) == "flies to pigeon://loft"
    with pytest.raises(deliver.NoConnection, match="known are folder, pigeon, smtp"):
        deliver.connect(Email(via="owl://loft"))


def test_a_new_format_is_accepted_by_check(drop: Drop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--format` takes its name, and -o its ending."""
    drop("reviewer.report.formats", tally='SUFFIX = ".tally"\n\n\ndef write(reported):\n    return "|" * len(reported.pages) + "\\n"\n')
    monkeypatch.chdir(tmp_path)
    Path("site").mkdir()
    for name in ("a", "b"):
        Path(f"site/{name}.html").write_text("<title>Page</title><p>Words.")
    asked = ["--as-of", "2026-11-21", "check", "site", "--fail-on", "never"]
    assert CliRunner().invoke(reviewer, [*asked, "--format", "tally"], catch_exceptions=False).stdout == "||\n"
    CliRunner().invoke(reviewer, [*asked, "-o", "out.tally"], catch_exceptions=False)
    assert Path("out.tally").read_text() == "||\n"


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
