"""Annotations for a pull request."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.report import Reported
from reviewer.report.formats import github
from tests.goldens import assert_golden
from tests.report.sample import ALONE, BROKEN, FINDINGS, OVERDUE, REPORTED, TIPS, TODAY

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.+)")


def test_golden() -> None:
    """Line for line."""
    assert_golden("report/report.annotations", github.write(replace(ALONE, files={TIPS.url: "public/tips.html"})))


def test_one_command_for_each_finding() -> None:
    """Every line is one command; how grave it is decides which."""
    lines = github.write(ALONE).splitlines()
    assert len(lines) == len(FINDINGS)
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 3 + ["::notice", "::error", "::warning"]


def test_a_file_is_annotated_at_its_line() -> None:
    """A page from disk is named by file and line; one from the network by its address."""
    (line,) = github.write(Reported(TODAY, REPORTED.looked, findings=(BROKEN,), files={TIPS.url: "public/a,b.html"})).splitlines()
    assert line.startswith("::error file=public/a%2Cb.html,line=41,title=Fix%3A Tips")
    assert "file=" not in github.write(Reported(TODAY, REPORTED.looked, findings=(BROKEN,)))


def test_page_text_gives_no_command() -> None:
    """A line break or colons in page text begin no command of their own."""
    evil = replace(OVERDUE, says="x\n::add-mask::y\r::set-output name=a::b 100%")
    made = github.write(Reported(TODAY, REPORTED.looked, findings=(evil,)))
    assert made.count("\n") == 1
    assert made.startswith("::error ")
    assert "100%25" in made
