"""Tests of the command line: the words that every command shares."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from reviewer import __version__, checks
from reviewer.cli import Commands, hoisted, reviewer
from reviewer.console.options import Options
from reviewer.settings import Config, Organisation


def test_every_command_of_the_design_is_there_with_its_help() -> None:
    """The commands stand in the order in which a person meets them; each says what it does."""
    context = click.Context(reviewer)
    names = reviewer.list_commands(context)
    assert names == list(Commands.order)
    for name in names:
        command = reviewer.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(), name
        assert CliRunner().invoke(reviewer, [name, "--help"]).exit_code == 0


def test_the_version_is_the_package_s() -> None:
    """`--version` names the program and its version."""
    assert CliRunner().invoke(reviewer, ["--version"]).output == f"reviewer {__version__}\n"


def test_the_version_imports_nothing_heavy() -> None:
    """Start-up of `--version` stays quick because none of the heavy libraries is imported (the time itself is in bench/)."""
    program = (
        "import sys\nfrom reviewer.cli import reviewer\n"
        "try:\n    reviewer.main(['--version'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'httptools', 'httpx', 'sqlalchemy', 'pydantic', 'rich', 'lxml', 'turbohtml', 'bs4', 'jinja2', 'apscheduler', 'alembic', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [["nonsense"], ["--as-of", "21/11/2026", "checks"], ["--log", "xml", "checks"], ["check", "--nonsense"]])
def test_wrong_usage_is_two(words: list[str]) -> None:
    """Unknown commands and options, and dates that are none, end with exit code 2."""
    result = CliRunner().invoke(reviewer, words)
    assert result.exit_code == 2
    assert "Error" in result.output


def test_as_of_says_how_a_date_is_written() -> None:
    """The error shows what was given and what is meant."""
    output = CliRunner().invoke(reviewer, ["--as-of", "21/11/2026", "checks"]).output
    assert "21/11/2026" in output
    assert "2026-11-21" in output


def test_as_of_is_today_in_the_organisation_s_zone() -> None:
    """--as-of gives the day; the moment in UTC is on that day in the organisation's zone."""
    day = dt.date(2026, 11, 21)
    options = Options(as_of=day)
    kiritimati = Config(organisation=Organisation(timezone="Pacific/Kiritimati"))
    assert options.today(kiritimati) == day
    now = options.now(kiritimati)
    assert now.tzinfo is dt.UTC
    assert (now + dt.timedelta(hours=14)).date() == day


def test_the_checks_are_listed_with_what_they_ask() -> None:
    """`reviewer checks` names every check and its question."""
    result = CliRunner().invoke(reviewer, ["checks"])
    assert result.exit_code == 0
    lines = dict(line.split(None, 1) for line in result.output.splitlines())
    first = {"review_date", "stale_period", "lapsed_promise", "broken_link", "moved_link", "missing_anchor", "named_contact"}
    assert first <= set(lines)
    assert all(len(says) > 20 for says in lines.values())


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (["check", "u", "--as-of", "2026-11-21"], ["--as-of", "2026-11-21", "check", "u"]),
        (["check", "--allow=localhost", "u", "--allow", "10.0.0.0/8"], ["--allow=localhost", "--allow", "10.0.0.0/8", "check", "u"]),
        (["--log", "json", "run", "--quiet"], ["--log", "json", "--quiet", "run"]),
        (["check", "--", "--as-of"], ["check", "--", "--as-of"]),
        (["check", "--as-of"], ["--as-of", "check"]),
        (["run", "-q"], ["-q", "run"]),
        (["check", "-vv", "u", "-c", "r.toml"], ["-vv", "-c", "r.toml", "check", "u"]),
    ],
)
def test_global_options_are_taken_behind_the_command_too(given: list[str], taken: list[str]) -> None:
    """People write options last; values go with them, and what stands behind `--` is left alone."""
    assert hoisted(given) == taken


def test_help_is_whole_at_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """No sentence of a list of commands is cut, also in the groups; --format and --only name all that there is."""
    monkeypatch.setenv("COLUMNS", "80")
    for group in ([], ["issues"], ["owners"], ["state"]):
        said = CliRunner().invoke(reviewer, [*group, "--help"]).output
        assert "..." not in said.partition("Commands:")[2], group
    check = " ".join(CliRunner().invoke(reviewer, ["check", "--help"]).output.split())
    assert "csv, github, html, ics, json, junit, markdown, sarif, text" in check
    assert all(name in check for name in checks.names())
    assert "csv, github, html, ics, json, junit, markdown, sarif, text" in " ".join(
        CliRunner().invoke(reviewer, ["report", "--help"]).output.split()
    )


def test_completion_knows_the_commands() -> None:
    """What README says of shell completion works: click's own, by an environment variable."""
    words = {"COMP_WORDS": "reviewer ch", "COMP_CWORD": "1", "_REVIEWER_COMPLETE": "bash_complete"}
    said = CliRunner().invoke(reviewer, [], prog_name="reviewer", env=words, complete_var="_REVIEWER_COMPLETE").output
    assert said.split() == ["plain,check", "plain,checks"]
