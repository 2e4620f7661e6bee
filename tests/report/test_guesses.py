"""What is read between the lines: last, folded, and no reason for anything."""

from __future__ import annotations

import json
from dataclasses import replace

from reviewer.model import Confidence, Finding, Severity
from reviewer.report import Reported, sums
from reviewer.report.formats import csv, github, html, junit, markdown, sarif, text
from reviewer.report.formats import json as json_format
from tests.report.sample import ALONE, BROKEN, CONFIG, OPEN_DAY, OVERDUE, QUIET, REPORTED, TIPS, TODAY

GUESS = Finding(
    check="lapsed_promise",
    page=QUIET.url,
    subject="promise",
    severity=Severity.NOTE,
    says="It says “by March 2023”.",
    fix="Say what happened.",
    confidence=Confidence.GUESSED,
    rests_on="the words of a sentence",
)
ONE = Reported(TODAY, REPORTED.looked, CONFIG, (OVERDUE, replace(GUESS, page=TIPS.url), GUESS))


def test_a_guess_makes_no_page_one_to_act_on() -> None:
    """It is counted nowhere where people read how much there is to do."""
    assert sums(ONE).to_act == 1
    assert [finding.check for finding in ONE.acting] == [OVERDUE.check]
    assert not ONE.fails(replace(GUESS, severity=Severity.URGENT))
    assert ONE.fails(BROKEN)
    assert not replace(ONE, fail_on=None).fails(BROKEN)


def test_the_page_folds_guesses() -> None:
    """They stand at the end of their page in a fold; a page with nothing else is in a fold of its own, and no "note"."""
    made = html.write(ONE)
    assert "1 page with guesses only" in made
    assert made.count("You may also want to look at: 1 guess, read between the lines") == 2
    assert 'id="noted"' not in made
    assert made.index("This page was due for review") < made.index("by March 2023")
    assert "Guesses" not in html.write(ALONE)


def test_the_terminal_has_them_last() -> None:
    """A last section, at most three for a page, and how many more there are."""
    many = tuple(replace(GUESS, subject=str(n), says=f"Guess {n}.") for n in range(5))
    made = text.write(Reported(TODAY, REPORTED.looked, CONFIG, (*many, OVERDUE)), width=100)
    assert made.index("[Overdue]") < made.index("You may also want to look at") < made.index("[Perhaps]")
    assert (made.count("[Perhaps]"), "And 2 guesses more." in made) == (3, True)


def test_markdown_folds_them() -> None:
    """A table of its own in a fold, after what is sure."""
    made = markdown.write(ONE)
    assert made.index("**Overdue**") < made.index("<details><summary>You may also want") < made.index("**Perhaps**")
    alone = markdown.write(Reported(TODAY, REPORTED.looked, CONFIG, (GUESS,)))
    assert alone.count("| | Page |") == 1
    assert "<details>" not in markdown.write(ALONE)


def test_programs_read_how_sure_it_is() -> None:
    """JSON, SARIF and CSV say the confidence and what it rests on; no annotation and no test case fails for it."""
    (found,) = [one for one in json.loads(json_format.write(ONE))["findings"] if one["page"] == QUIET.url]
    assert (found["confidence"], found["rests_on"], found["severity"]) == ("guessed", "the words of a sentence", "note")
    results = json.loads(sarif.write(ONE))["runs"][0]["results"]
    assert [(one["level"], one["properties"]["confidence"]) for one in results] == [
        ("error", "seen"),
        ("note", "guessed"),
        ("note", "guessed"),
    ]
    assert '"guessed","the words of a sentence",""' in csv.write(ONE).decode("utf-8-sig")
    assert github.write(ONE).count("::notice") == 2
    assert b'failures="1"' in junit.write(ONE)


def test_the_further_pages_of_a_finding_are_listed() -> None:
    """What was told once for many pages names them all: in the page's fold, in JSON and in the spreadsheet."""
    wide = Reported(TODAY, REPORTED.looked, CONFIG, (replace(BROKEN, also=(QUIET.url, OPEN_DAY.url)),))
    made = html.write(wide)
    assert "On 3 pages" in made
    assert made.count(f">{OPEN_DAY.url}<") >= 1
    (found,) = json.loads(json_format.write(wide))["findings"]
    assert found["also"] == [QUIET.url, OPEN_DAY.url]
    assert f"{QUIET.url} {OPEN_DAY.url}" in csv.write(wide).decode("utf-8-sig")


def test_one_address_on_many_pages_is_listed_once() -> None:
    """An address with the same trouble on three pages or more has a line with the pages counted and named; one on two pages has none."""
    found = tuple(replace(BROKEN, page=page) for page in (TIPS.url, QUIET.url))
    assert "One address, many pages" not in html.write(Reported(TODAY, REPORTED.looked, CONFIG, found))
    wide = replace(BROKEN, page=OPEN_DAY.url, subject="https://gps.example/other", also=(TIPS.url, QUIET.url))
    made = html.write(Reported(TODAY, REPORTED.looked, CONFIG, (*found, wide, GUESS)))
    assert made.count("<summary>3 pages</summary>") == 1
