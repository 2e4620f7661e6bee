"""A broken config: every command that would fetch or send ends with 2, and nothing was fetched, nothing sent, nothing made."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_httpserver import HTTPServer

from reviewer.cli import reviewer

CONFIG = """
[organisation]
contact = "Web team <web.team@example.org>"
timezone = "Europe/Londn"
[network]
allow = ["127.0.0.1", "localhost"]
ports = [{port}]
[email]
via = "smtp://127.0.0.1:{port}"
tls = "none"
[[site]]
start = ["http://127.0.0.1:{port}/"]
"""


@pytest.mark.parametrize(
    "words",
    [
        ("run",),
        ("schedule",),
        ("doctor",),
        ("check", "{url}"),
        ("digest",),
        ("digest", "--send", "--yes"),
        ("issues",),
        ("report",),
        ("health",),
        ("owners", "list"),
        ("state", "check"),
    ],
    ids=" ".join,
)
def test_nothing_happens(words: tuple[str, ...], tmp_path: Path, httpserver: HTTPServer) -> None:
    """Exit code 2, the mistake with its line on stderr, and neither a request nor a file."""
    path = tmp_path / "reviewer.toml"
    path.write_text(CONFIG.format(port=httpserver.port), encoding="utf-8")
    result = CliRunner().invoke(reviewer, ["-c", str(path), *(word.format(url=httpserver.url_for("/")) for word in words)])
    assert result.exit_code == 2, result.output
    assert f'{path}:4: organisation.timezone there is no time zone "Europe/Londn". Expected "Europe/London", probably.' in result.stderr
    assert "Nothing was fetched, nothing was sent." in result.stderr
    assert httpserver.log == []
    assert list(tmp_path.iterdir()) == [path]
