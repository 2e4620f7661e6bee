"""``reviewer doctor`` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer

from reviewer.cli import reviewer

CONFIG = """
[organisation]
contact = "Web team <web.team@example.org>"
[network]
allow = ["127.0.0.1", "localhost"]
ports = [{port}]
[[site]]
name = "Site"
start = ["http://127.0.0.1:{port}/"]
owner = "Team <team@example.org>"
"""


def ask(path: Path, *words: str, before: tuple[str, ...] = ()) -> Result:
    """Run the command."""
    return CliRunner().invoke(reviewer, ["-c", str(path), *before, "doctor", *words])


@pytest.fixture
def config(tmp_path: Path, httpserver: HTTPServer) -> Path:
    """A config of one site that answers."""
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/").respond_with_data("<title>Home</title><p>Words", content_type="text/html")
    path = tmp_path / "reviewer.toml"
    path.write_text(CONFIG.format(port=httpserver.port), encoding="utf-8")
    return path


def test_all_is_well(config: Path) -> None:
    """One line for each thing, each setting with its origin, exit code 0, and nothing is made."""
    result = ask(config)
    assert result.exit_code == 0, result.output
    assert '"Home", 0 links' in result.output
    assert f"organisation.contact  Web team <web.team@example.org>  ({config}:3)" in result.output
    assert "more with their defaults: `reviewer doctor --all` shows them" in result.output
    assert result.output.endswith("Nothing is in the way of a run.\n")
    assert list(config.parent.iterdir()) == [config]


@pytest.mark.parametrize(("words", "before"), [(("--all",), ()), ((), ("-v",))])
def test_every_setting(config: Path, words: tuple[str, ...], before: tuple[str, ...]) -> None:
    """With --all, or -v, defaults are shown too."""
    result = ask(config, *words, before=before)
    assert "remind.overdue" in result.output
    assert "(default)" in result.output
    assert "more with their defaults" not in result.output


def test_quiet(config: Path) -> None:
    """Quiet says nothing when all is well."""
    assert ask(config, before=("-q",)).output == ""


def test_one_thing_wrong(config: Path) -> None:
    """A site that cannot be read is exit code 3, also when quiet, and the last line counts."""
    config.write_text(config.read_text(encoding="utf-8").replace("/127.0.0.1:", "/nowhere.invalid:"), encoding="utf-8")
    result = ask(config)
    assert result.exit_code == 3
    assert result.output.endswith("1 thing is in the way of a run.\n")
    assert ask(config, before=("-q",)).output.startswith("wrong Site: name")


def test_two_things_wrong(config: Path) -> None:
    """The exit code is that of what needs the admin first."""
    (config.parent / "report").touch()
    config.write_text(config.read_text(encoding="utf-8").replace("/127.0.0.1:", "/nowhere.invalid:"), encoding="utf-8")
    result = ask(config)
    assert result.exit_code == 2
    assert result.output.endswith("2 things are in the way of a run.\n")


def test_a_broken_config(config: Path) -> None:
    """Every mistake, exit code 2, and nothing else is looked at."""
    config.write_text("[organisation]\nnmae = 1\n", encoding="utf-8")
    result = ask(config)
    assert result.exit_code == 2
    assert "3 mistakes in the config. Nothing was fetched, nothing was sent." in result.stderr
    assert result.stdout == ""


def test_a_test_message_to_nobody(config: Path) -> None:
    """A test needs an address, and a mail server."""
    result = ask(config, "--send-test", "me")
    assert result.exit_code == 2
    assert "is not an e-mail address" in result.output
    assert ask(config, "--send-test", "me@example.org").exit_code == 4
