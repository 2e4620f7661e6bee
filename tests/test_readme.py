"""The README's commands are run, and what it shows is what they print."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reviewer import config as configs
from reviewer.cli import Commands, reviewer
from reviewer.commands import _options

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
SHOWN = re.compile(r"```console\n\$ make demo\n(.*?)```", re.DOTALL)
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


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
    codes = {value for name, value in vars(_options).items() if name.startswith("EXIT_")}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)} == codes


def test_the_config_in_the_readme_loads(tmp_path: Path) -> None:
    """The example is a whole config without mistakes."""
    (example,) = blocks("toml")
    tomllib.loads(example)
    path = tmp_path / "reviewer.toml"
    path.write_text(example, encoding="utf-8")
    assert configs.load(path, {}).sites[0].name == "GP website"


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", TEXT))
def test_every_file_that_the_readme_links_to_is_there(target: str) -> None:
    """No link of the README leads nowhere."""
    assert (ROOT / target).exists(), target
