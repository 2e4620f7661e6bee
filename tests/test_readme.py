"""The README's commands are run, and what it shows is what they print."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reviewer import config as configs
from reviewer import report
from reviewer.cli import Commands, reviewer
from reviewer.console import options
from reviewer.demo.job import write_config
from reviewer.demo.serve import serving

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
SHOWN = re.compile(r"```console\n\$ make demo\n(.*?)```", re.DOTALL)
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

FORMATS = re.search(r"write the state as (.*)", TEXT)[1].replace(" or ", ", ").split(", ")  # type: ignore[index]


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one kind."""
    return [body for found, body in FENCED.findall(TEXT) if found == kind]


def test_the_demo_prints_what_the_readme_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first thing that a newcomer sees is real output (``REVIEWER_GOLDEN=write`` writes it anew)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    result = CliRunner().invoke(reviewer, ["--as-of", "2026-11-21", "demo"], catch_exceptions=False)
    assert result.exit_code == 0
    if os.environ.get("REVIEWER_GOLDEN") == "write":
        README.write_text(SHOWN.sub(lambda _: f"```console\n$ make demo\n{result.output}```", TEXT), encoding="utf-8")
        return
    shown = SHOWN.search(TEXT)
    assert shown is not None
    assert shown[1] == result.output


def lines() -> list[str]:
    """Every line with a command of ours, in the README's shell blocks, without its comment."""
    found = [line.partition(" #")[0].strip() for body in blocks("sh") for line in body.splitlines()]
    return [line for line in found if line.startswith(("reviewer ", "make "))]


@pytest.mark.parametrize("line", lines())
def test_every_command_in_the_readme_is_one(line: str) -> None:
    """Each command and each option that the README names is taken by the program, or by the Makefile."""
    program, *words = shlex.split(line)
    if program == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        assert set(words) <= set(targets)
        return
    command: click.Command = reviewer
    context = click.Context(reviewer)
    while isinstance(command, click.Group):
        name = words.pop(0)
        found = command.get_command(context, name)
        assert found is not None, name
        command = found
        context = click.Context(command, parent=context)
    command.parse_args(context, words)


def test_the_commands_are_those_of_the_program() -> None:
    """The list of commands is complete, in the order of `reviewer --help`."""
    (block,) = blocks("")
    listed = re.findall(r"^reviewer (\w+) ", block, re.MULTILINE)
    assert listed == list(Commands.order)


def test_the_exit_codes_are_those_of_the_program() -> None:
    """The table of exit codes has every code that commands end with."""
    codes = {value for name, value in vars(options).items() if name.startswith("EXIT_")}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)} == codes


def test_the_configs_in_the_readme_load(tmp_path: Path) -> None:
    """The whole config comes last and has no mistakes; neither has it with each other block in the place of its own table of that name, or
    behind it, where it has none."""
    *others, example = blocks("toml")
    path, secrets = (
        tmp_path / "reviewer.toml",
        {"REVIEWER_OAUTH_SECRET": "x", "REVIEWER_NOTIFY_KEY": "x", "REVIEWER_CHAT_OPS": "x", "REVIEWER_LOGIN_INTRANET": "x"},
    )
    path.write_text(example, encoding="utf-8")
    assert configs.load(path, {}).sites[0].name == "GP website"
    for other in others:
        tomllib.loads(other)
        table = other.splitlines(keepends=True)[0]
        before, _, rest = example.partition(table)
        _, bracket, after = rest.partition("\n[")
        path.write_text(f"{before}{other}{bracket}{after}", encoding="utf-8")
        found = configs.load(path, secrets)
        assert found.warnings == ()
        assert table != "[email]\n" or found.email.via in other


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", TEXT))
def test_every_file_that_the_readme_links_to_is_there(target: str) -> None:
    """No link of the README leads nowhere."""
    assert (ROOT / target).exists(), target


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with the config of the sample site in the usual place, while the sample site answers; and a built site on disk."""
    monkeypatch.chdir(tmp_path)
    with serving(dt.date(2026, 11, 21), 1) as served:
        made = write_config(served, tmp_path / "outbox", tmp_path / "report")
        (tmp_path / "config").mkdir()
        made.rename(tmp_path / options.USUAL)
        (tmp_path / "report" / "owners.toml").rename(tmp_path / "config" / "owners.toml")
        (tmp_path / "public").mkdir()
        page = "<html lang=en><title>Page</title><main><h1>Page</h1><p>Next review: May 2024. <a href='gone.html'>Gone</a></p></main>"
        (tmp_path / "public" / "index.html").write_text(page, encoding="utf-8")
        (tmp_path / "saved-page.html").write_text(page, encoding="utf-8")
        monkeypatch.setenv("SAMPLE", f"{served.own}/gp-resources/")
        yield tmp_path


RUNNABLE = {"check": 1, "read": 0, "doctor": 0, "run": 0, "digest": 0}
"""The exit code of each command on the sample site: `check` finds something, which is its job there. `init` never overwrites a config."""


def shown() -> list[str]:
    """The README's command lines that a newcomer types, and those for digests, which stand in running text."""
    inline = re.findall(r"`(reviewer digest[^`<]*)`", TEXT)
    return list(dict.fromkeys(line for line in (*lines(), *inline) if line.split()[0] == "reviewer" and line.split()[1] in RUNNABLE))


def test_the_readme_shows_each_command_that_is_run() -> None:
    """Should the README stop showing one of them, the test below would say nothing about it."""
    assert {line.split()[1] for line in shown()} == set(RUNNABLE)


@pytest.mark.parametrize("line", shown())
def test_every_command_in_the_readme_runs(sample: Path, line: str) -> None:
    """As the README writes it, with the sample's address in place of the reader's, each ends as the table of exit codes says."""
    words = shlex.split(line.replace("https://your.site/page", os.environ["SAMPLE"] + "tips-and-tricks.html"))[1:]
    if words[0] == "digest":
        seen = CliRunner().invoke(reviewer, ["--as-of", "2026-11-21", "run", "--no-digest"], catch_exceptions=False)
        assert seen.exit_code == 0
    result = CliRunner().invoke(reviewer, ["--as-of", "2026-11-21", *words], catch_exceptions=False)
    assert result.exit_code == RUNNABLE[words[0]], result.output
    if "-o" in words:
        assert json.loads((sample / words[words.index("-o") + 1]).read_text(encoding="utf-8"))["runs"]
    else:
        assert result.output
    assert (sample / "outbox").exists() == ("--send" in words)


@pytest.mark.parametrize("name", FORMATS)
def test_a_built_site_is_written_in_every_format(sample: Path, name: str) -> None:
    """`check` on a folder takes every format that the README's list of commands names."""
    assert name in report.writers()
    result = CliRunner().invoke(reviewer, ["--as-of", "2026-11-21", "check", "./public", "--format", name], catch_exceptions=False)
    assert result.exit_code == 1
    assert result.stdout_bytes
