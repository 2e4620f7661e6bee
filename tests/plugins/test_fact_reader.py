"""A reader of facts is one file: what it finds is a fact of the page, also of a kind that the house does not know, and is shown."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from reviewer import families, read
from reviewer.look import reading_version
from reviewer.model import Looked, Page
from reviewer.report import Reported, writers
from reviewer.settings import Config
from tests.plugins.conftest import Plug

URL = "https://a.example/"
BODY = b"<main><p>Grade B</p><p>Next review: May 2027</p></main>"
GRADES = """
from reviewer.model import Extra


def facts(document, hints):
    return [Extra("quality_grade", block.text[-1], block.text) for block in document.blocks if block.text.startswith("Grade ")]
"""


def test_a_new_reader_of_facts_is_read(plug: Plug) -> None:
    """What it finds on a page is a fact of the page, beside those of the house."""
    plug("reviewer.read.facts", "grades", GRADES)
    page = read.read(BODY, url=URL, content_type="text/html")
    assert [(extra.kind, extra.value) for extra in page.extras] == [("quality_grade", "B")]
    assert page.claims


def test_what_it_finds_is_reported(plug: Plug) -> None:
    """In the machine output, by its schema, and in the report page, also of a page on which nothing is amiss."""
    plug("reviewer.read.facts", "grades", GRADES)
    page = read.read(BODY, url=URL, content_type="text/html")
    reported = Reported(dt.date(2026, 11, 21), Looked({URL: page}, {}, {}))
    made = json.loads(writers()["json"].write(reported))
    jsonschema.validate(made, json.loads(Path("docs/report.schema.json").read_text("utf-8")))
    assert made["pages"][0]["extras"] == [{"kind": "quality_grade", "value": "B", "quote": "Grade B", "line": None}]
    assert "Quality grade" in writers()["html"].write(reported)


def test_a_page_without_such_facts_has_no_such_key() -> None:
    """The machine output of those who have no reader of their own stays as it is."""
    reported = Reported(dt.date(2026, 11, 21), Looked({URL: Page(URL)}, {}, {}))
    assert "extras" not in json.loads(writers()["json"].write(reported))["pages"][0]


@pytest.mark.parametrize(("family", "text"), [("facts", GRADES), ("formats", 'CONTENT_TYPES = ("a/b",)\nSUFFIXES = ()\n')])
def test_an_unchanged_page_is_read_anew_by_a_new_reader(plug: Plug, family: str, text: str) -> None:
    """The state keeps the facts of a page whose bytes stay the same only as long as the same readers are installed."""
    before = reading_version(Config())
    assert reading_version(Config()) == before
    plug(f"reviewer.read.{family}", "grades", text)
    families._members.cache_clear()
    assert reading_version(Config()) != before


def test_a_newer_reader_is_another_one(plug: Plug, request: pytest.FixtureRequest) -> None:
    """A distribution that was brought up to date reads anew: its version stands beside its name."""
    plug("reviewer.read.facts", "grades", GRADES, version="1.7")
    distribution = "entry" in request.node.name
    assert ("grades acme-grades 1.7" if distribution else "grades") in read.readers()
