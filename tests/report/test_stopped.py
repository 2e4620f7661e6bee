"""A look that somebody stopped is told as such by every format, before what it found; one that went to its end says nothing of it."""

from __future__ import annotations

import json
from dataclasses import replace

import junitparser
import pytest

from reviewer.model import Reason, Unsure
from reviewer.report import writers
from reviewer.report.formats import json as json_format
from reviewer.report.formats import markdown, text
from reviewer.report.reported import stopped
from tests.report.sample import ALONE, NOTHING

LEFT = "https://gps.example/later"
STOPPED = replace(
    ALONE,
    looked=replace(ALONE.looked, visits={**ALONE.looked.visits, LEFT: Unsure(LEFT, Reason.INTERRUPTED)}, interrupted=True),
)
SAYS = "This look was stopped before its end: 1 address was still to be checked, and pages behind it may be missing."
NO_PLACE = {"csv", "ics"}
"""Formats of rows and days only; the command tells it on standard error."""


def written(name: str, reported: object) -> str:
    """The format as text, on one line."""
    made = writers()[name].write(reported)
    return " ".join((made.decode() if isinstance(made, bytes) else made).replace("\\:", ":").split())


@pytest.mark.parametrize("name", sorted({*writers()} - NO_PLACE - {"json"}))
def test_each_format_says_it_in_words(name: str) -> None:
    """The sentence is there when the look was stopped, and only then."""
    assert SAYS in written(name, STOPPED)
    assert "stopped before its end" not in written(name, ALONE)


def test_the_sentence_comes_before_the_findings() -> None:
    """Who reads from the top knows first that it is not all."""
    assert text.write(STOPPED, width=200).startswith(SAYS)
    assert markdown.write(STOPPED).splitlines()[2].replace("\\", "") == f"**{SAYS}**"


def test_a_program_learns_it_by_a_key() -> None:
    """``interrupted`` is there always, true or false, with and without pages."""
    assert json.loads(json_format.write(STOPPED))["interrupted"] is True
    assert json.loads(json_format.write(ALONE))["interrupted"] is False
    assert json.loads(json_format.write(replace(NOTHING, looked=replace(NOTHING.looked, interrupted=True))))["interrupted"] is True


def test_a_ci_server_takes_it_for_an_error() -> None:
    """In JUnit a part of the pages is no green build, and the totals say so."""
    suites = junitparser.JUnitXml.fromstring(writers()["junit"].write(STOPPED))
    whole = junitparser.JUnitXml.fromstring(writers()["junit"].write(ALONE))
    assert (suites.errors, suites.tests) == (whole.errors + 1, whole.tests + 1)


def test_the_sentence_counts_in_words() -> None:
    """One, many, none: it is a sentence each time, and no sentence where nobody stopped anything."""
    looked = STOPPED.looked
    many = {f"{LEFT}/{number}": Unsure(f"{LEFT}/{number}", Reason.INTERRUPTED) for number in range(1200)}
    assert "1,200 addresses were still to be checked, and pages behind them may be missing." in stopped(replace(looked, visits=many))
    assert stopped(replace(looked, visits={})) == "This look was stopped before its end: what follows may not be all."
    assert stopped(replace(looked, interrupted=False)) == ""
