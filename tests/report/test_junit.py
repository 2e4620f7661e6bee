"""JUnit XML, read by junitparser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from junitparser import Error, Failure, JUnitXml

from reviewer import checks
from reviewer.model import Severity
from reviewer.report import Reported
from reviewer.report.formats import junit
from reviewer.settings import Config
from tests.goldens import assert_golden
from tests.report.sample import ALONE, NOTHING, OVERDUE, QUIET, REPORTED, TIPS, TODAY, UNREAD


@pytest.fixture(autouse=True)
def _two_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new check of the house must not change these files."""
    monkeypatch.setattr(checks, "names", lambda: ("broken_link", "review_date"))


def parsed(reported: Reported) -> dict[str, dict[str, list[object]]]:
    """Results by suite and case."""
    found = JUnitXml.fromstring(junit.write(reported))
    return {suite.name: {case.name: list(case.result) for case in suite} for suite in found}


def test_golden() -> None:
    """Line for line."""
    assert_golden("report/report.xml", junit.write(REPORTED))


def test_another_reader_sees_failures_and_successes() -> None:
    """A check that found something fails, one that found nothing passes, a page that was not read is an error."""
    suites = parsed(ALONE)
    assert [type(result) for result in suites[TIPS.url]["review_date"]] == [Failure]
    assert suites[QUIET.url] == {"broken_link": [], "review_date": []}
    assert [type(result) for result in suites[UNREAD.url]["reading"]] == [Error]
    assert "broken_link" not in suites[UNREAD.url]


def test_the_sums_are_right() -> None:
    """The totals are what a reader counts for itself."""
    found = JUnitXml.fromstring(junit.write(ALONE))
    said = (found.tests, found.failures, found.errors)
    found.update_statistics()  # type: ignore[no-untyped-call]
    assert said == (found.tests, found.failures, found.errors)
    assert said[1:] == (4, 1)


def test_the_least_that_fails_can_be_chosen() -> None:
    """What is less grave than ``fail_on`` passes, and is in the output; with None nothing fails."""
    strict = JUnitXml.fromstring(junit.write(replace(ALONE, fail_on=Severity.NOTE)))
    never = JUnitXml.fromstring(junit.write(replace(ALONE, fail_on=None)))
    assert strict.failures == 6
    assert never.failures == 0
    assert b"new address" in junit.write(replace(ALONE, fail_on=None))


def test_only_what_was_asked_passes() -> None:
    """A check that was left out is no success."""
    left_out = replace(ALONE, config=Config(skip=("review_date",)), findings=())
    assert parsed(left_out)[QUIET.url] == {"broken_link": []}
    chosen = replace(ALONE, config=Config(only=("review_date",)), findings=())
    assert parsed(chosen)[QUIET.url] == {"review_date": []}


def test_several_findings_of_one_check_are_one_failure() -> None:
    """Readers know one failure in a case: its message counts the others, its text has them all."""
    twice = (OVERDUE, replace(OVERDUE, subject="again", says="And again."))
    made = junit.write(Reported(TODAY, REPORTED.looked, findings=twice))
    assert made.count(b"<failure") == 1
    assert b"(and 1 more)" in made
    assert b"And again." in made


def test_characters_that_xml_cannot_hold() -> None:
    """Page text with control characters and half surrogates still makes XML."""
    changed = replace(OVERDUE, says="a\x00b\x1b\ud800\ufffec", quote="]]>")
    assert "abc" in str(parsed(Reported(TODAY, REPORTED.looked, findings=(changed,)))[TIPS.url]["review_date"][0].message)  # type: ignore[attr-defined]


def test_a_page_that_was_not_looked_at_keeps_its_findings() -> None:
    """A finding about an address that is no page of this look is not lost, and a file is named as CI servers name files."""
    elsewhere = replace(OVERDUE, page="https://gps.example/gone")
    assert "https://gps.example/gone" in parsed(Reported(TODAY, REPORTED.looked, findings=(elsewhere,)))
    assert b'file="public/tips.html"' in junit.write(
        Reported(TODAY, REPORTED.looked, findings=(OVERDUE,), files={TIPS.url: "public/tips.html"})
    )
    assert b'tests="0"' in junit.write(NOTHING)
