"""Tests of ``reviewer demo`` as a person meets it."""

from __future__ import annotations

import email
import email.policy
import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer


def demo(*words: str) -> Result:
    """Run the demo in the present folder."""
    return CliRunner().invoke(reviewer, ["--as-of", "2026-11-21", "demo", *words], catch_exceptions=False)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_demo_writes_digests_and_a_report_and_says_what_to_open(here: Path) -> None:
    """Digests as .eml and .html in ./outbox, the report page in ./report; the last lines name them and what to try next."""
    result = demo()
    assert result.exit_code == 0, result.output
    letters = sorted((here / "outbox").glob("*.eml"))
    assert len(letters) >= 3
    assert {file.with_suffix(".html").exists() for file in letters} == {True}
    for file in letters:
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        assert message["To"].addresses[0].domain == "fenmarsh.example"
        assert message["Auto-Submitted"] == "auto-generated"
        body = message.get_body(("plain",))
        assert body is not None
        assert "http://127.0.0.1:" in body.get_content()
    assert (here / "report" / "index.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    last = result.output.splitlines()[-6:]
    assert any("Open" in line and "report/index.html" in line for line in last)
    assert any("reviewer demo" in line for line in last)
    assert "reviews overdue" in result.output


def test_a_second_demo_is_the_week_after(here: Path) -> None:
    """New, still and fixed are told; week 1 begins anew, a later week is reached by way of the first."""
    assert "Week 1" in demo().output
    second = demo().output
    assert "Week 2" in second
    assert "new" in second
    assert "still" in second
    assert "fixed" in second
    assert "Week 1" in demo("--week", "1").output
    (here / "report" / "demo.json").unlink()
    assert "Week 2" in demo("--week", "2").output
    assert json.loads((here / "report" / "demo.json").read_text())["week"] == 2


def test_a_port_that_is_taken_is_said_with_what_to_do(here: Path) -> None:
    """The second week needs the addresses of the first; when another program has one, the demo says how to begin anew."""
    demo()
    port = json.loads((here / "report" / "demo.json").read_text())["ports"][0]
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", port))
        taken.listen()
        result = demo()
    assert result.exit_code == 2
    assert "reviewer demo --week 1" in result.output


def test_a_quiet_demo_says_nothing(here: Path) -> None:
    """`-q` writes the files and no word."""
    result = CliRunner().invoke(reviewer, ["-q", "demo"], catch_exceptions=False)
    assert (result.exit_code, result.output) == (0, "")
    assert list((here / "outbox").glob("*.eml"))
