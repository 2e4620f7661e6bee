"""A format of reports is one file: `check` and `report` take its name and its ending, and ``Reported`` tells it what to show."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewer.cli import reviewer
from reviewer.model import Finding, Issue, IssueState, Looked, Page, Reason, Severity, Unsure
from reviewer.report import Reported, data, writers
from tests.plugins.conftest import Plug

TALLY = """
SUFFIX = ".tally"


def write(reported):
    lines = [reported.stopped] if reported.stopped else []
    lines.append("|" * len(reported.pages))
    lines += [("(aside) " if reported.aside(finding) else "") + finding.says for finding in reported.findings]
    return "".join(line + "\\n" for line in lines)
"""


def test_a_new_format_is_accepted_by_check(plug: Plug, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--format` takes its name, and -o its ending."""
    plug("reviewer.report.formats", "tally", TALLY.replace("reported.findings", "()"))
    monkeypatch.chdir(tmp_path)
    Path("site").mkdir()
    for name in ("a", "b"):
        Path(f"site/{name}.html").write_text("<title>Page</title><p>Words.")
    asked = ["--as-of", "2026-11-21", "check", "site", "--fail-on", "never"]
    assert CliRunner().invoke(reviewer, [*asked, "--format", "tally"], catch_exceptions=False).stdout == "||\n"
    CliRunner().invoke(reviewer, [*asked, "-o", "out.tally"], catch_exceptions=False)
    assert Path("out.tally").read_text() == "||\n"


def test_it_learns_what_was_stopped_and_what_was_put_aside(plug: Plug) -> None:
    """Both are told by the one thing that it is given."""
    plug("reviewer.report.formats", "tally", TALLY)
    now, url = dt.datetime(2026, 11, 21, tzinfo=dt.UTC), "https://a.example/"
    finding = Finding("gap", url, "x", Severity.NOTE, "Something is missing.", "Add it.")
    snoozed = Issue(finding, IssueState.SNOOZED, first_seen=now, last_seen=now, changed=now)
    looked = Looked({url: Page(url)}, {}, {url: Unsure(url, Reason.INTERRUPTED)}, interrupted=True)
    reported = Reported(now.date(), looked, findings=(finding,), issues={finding.id: snoozed})
    assert b"".join(data(writers()["tally"], reported)).decode().splitlines() == [
        "This look was stopped before its end: 1 address was still to be checked, and pages behind it may be missing.",
        "|",
        "(aside) Something is missing.",
    ]
    assert reported.active == ()
    assert replace(reported, looked=replace(looked, interrupted=False)).stopped == ""
