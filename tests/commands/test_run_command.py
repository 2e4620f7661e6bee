"""Tests of ``reviewer run``: exit codes and what a person reads."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer import config as configs
from reviewer.cli import reviewer
from reviewer.demo.job import write_config
from reviewer.demo.serve import Served, serving
from reviewer.model import LetterState
from reviewer.store import Store
from tests.smtp_origin import SmtpOrigin

START = dt.date(2026, 11, 21)


@pytest.fixture
def served() -> Iterator[Served]:
    """The sample site."""
    with serving(START, 1) as served:
        yield served


@pytest.fixture
def config(served: Served, tmp_path: Path) -> Path:
    """The demo's config."""
    return write_config(served, tmp_path / "outbox", tmp_path / "report")


def run(config: Path, *words: str, as_of: str = "2026-11-21") -> Result:
    """Run the command."""
    return CliRunner().invoke(reviewer, ["-c", str(config), "--as-of", as_of, "run", *words], catch_exceptions=False)


def test_a_run_is_zero_with_findings_and_writes_the_report(config: Path, tmp_path: Path) -> None:
    """Finding things is its job: cron must not cry. The report page is written after each run."""
    result = run(config)
    assert result.exit_code == 0, result.output
    assert "reviews overdue" in result.output
    assert (tmp_path / "report" / "index.html").exists()
    assert not (tmp_path / "outbox").exists(), "no digest was due on a Saturday"


def test_a_run_without_mail_says_when_mail_will_go(config: Path) -> None:
    """A first run on a Sunday mails nobody, and says until when; -q may stand behind the command, too."""
    said = " ".join(run(config, as_of="2026-11-22").output.split())
    assert "No mail today: the next digests are due on Monday 23 November 2026 at 08:00" in said
    assert run(config, "-q", as_of="2026-11-22").output == ""


def test_issues_of_one_owner(config: Path) -> None:
    """`issues --owner` lists what that owner is told of; a name that nobody has is a mistake."""
    run(config)

    def listed(*words: str) -> Result:
        return CliRunner().invoke(reviewer, ["-c", str(config), "--as-of", "2026-11-21", "issues", *words], catch_exceptions=False)

    every = listed().stdout.count("\n")
    some = [listed("--owner", owner.email).stdout.count("\n") for owner in configs.load(config, {}).directory.owners if not owner.left]
    assert 0 < max(some) < every
    nobody = listed("list", "--owner", "Nobody Atall")
    assert (nobody.exit_code, "'Nobody Atall' is nobody in the directory" in nobody.output) == (2, True)


def test_the_timetable_decides_when_digests_go(config: Path, tmp_path: Path) -> None:
    """On Monday after eight the week's digest is due, once; --digest asks for it now, --no-digest leaves it."""
    run(config)
    assert not (tmp_path / "outbox").exists()
    run(config, "--digest")
    first = sorted(file.name for file in (tmp_path / "outbox").iterdir())
    assert first
    run(config, "--digest")
    assert sorted(file.name for file in (tmp_path / "outbox").iterdir()) == first


def test_mail_that_is_held_is_four_also_when_quiet(config: Path, tmp_path: Path) -> None:
    """A message that only a person can release: every run ends with 4 and a line that says what to do, with -q too, until it is released."""

    def held(state: LetterState) -> None:
        with Store.open(configs.load(config, {}).state.at) as store:
            letter = store.outbox.letters()[0]
            store.outbox.move(letter.message.key, state, now=dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC), says="for a test")

    with SmtpOrigin().serving() as origin:
        via = f'via = "smtp://127.0.0.1:{origin.port}"\ntls = "none"'
        config.write_text(config.read_text().replace(f'via = "folder:{tmp_path / "outbox"}"', via))
        assert run(config, "--digest", "--send-first").exit_code == 0
        held(LetterState.HELD)
        quiet = run(config, "-q", "--no-digest")
        assert (quiet.exit_code, quiet.stdout) == (4, "")
        assert quiet.stderr == "1 message is held: see `reviewer digest`, send with `reviewer digest --resend`.\n"
        held(LetterState.SENT)
        assert run(config, "-q", "--no-digest").exit_code == 0


def test_first_digests_that_would_leave_the_house_wait(config: Path, tmp_path: Path) -> None:
    """With a mail server the first digests are only announced; nothing connects to it."""
    text = config.read_text().replace(f'via = "folder:{tmp_path / "outbox"}"', 'via = "smtp://127.0.0.1:9"')
    config.write_text(text)
    result = run(config, "--digest")
    assert result.exit_code == 0, result.output
    assert "reviewer digest --send --yes" in result.output


def test_a_second_run_says_who_is_at_it(config: Path, tmp_path: Path) -> None:
    """While another process holds the state's lock the exit code is 75, and the holder is named."""
    program = (
        "import datetime as dt, sys\nfrom reviewer.store import lock\n"
        "with lock(sys.argv[1], what='the other run', now=dt.datetime(2026, 11, 21, 6, tzinfo=dt.UTC)):\n"
        "    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    state = str(tmp_path / "report" / "demo.sqlite3")
    with subprocess.Popen([sys.executable, "-c", program, state], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        result = run(config)
        holder.communicate()
    assert result.exit_code == 75
    assert "the other run" in result.output


def test_a_site_that_cannot_be_read_is_three(config: Path) -> None:
    """Incomplete is exit code 3, and the site is named."""
    text = config.read_text()
    config.write_text(text.replace('/gp-resources/"]', '/gp-resources/none.html"]'))
    result = run(config)
    assert result.exit_code == 3
    assert "GP resources" in result.output


def test_an_outage_of_ours_is_three(config: Path) -> None:
    """No site and no well-known address answers: incomplete, and the line says what it looks like, also with -q."""
    config.write_text(re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:9", config.read_text()))
    result = CliRunner().invoke(reviewer, ["-c", str(config), "--as-of", "2026-11-21", "-q", "run"], catch_exceptions=False)
    assert result.exit_code == 3, result.output
    assert "this looks like our own network" in result.stderr


def test_a_clock_that_ran_ahead_is_two(config: Path, tmp_path: Path) -> None:
    """A run ten years after the last one does nothing but say so, unless a person says that the clock is right."""
    run(config, "--no-digest")
    result = run(config, "--digest", as_of="2036-11-21")
    assert (result.exit_code, "more than 60 days after the last run" in result.stderr) == (2, True)
    assert not (tmp_path / "outbox").exists()
    assert run(config, "--no-digest", "--clock-is-right", as_of="2027-11-21").exit_code == 0
    assert run(config, "--no-digest").exit_code == 2


def test_a_broken_config_is_two_and_touches_nothing(config: Path, tmp_path: Path) -> None:
    """Every mistake at once; no state is made."""
    config.write_text(config.read_text() + "\n[nonsense]\nx = 1\n")
    result = run(config)
    assert result.exit_code == 2
    assert "nonsense" in result.output
    assert not (tmp_path / "report" / "demo.sqlite3").exists()


def test_without_a_config_the_way_to_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file, no -c: init and demo are named."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(reviewer, ["run"], catch_exceptions=False)
    assert result.exit_code == 2
    assert "reviewer init" in result.output


@pytest.mark.parametrize(("words", "form"), [((), None), (("--log", "text"), "text"), (("--log", "json"), "json")])
def test_log_lines_look_as_the_help_says(config: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], form: str | None) -> None:
    """Without --log nobody chooses for the stream: text at a desk, JSON in a pipe."""
    chosen: list[str | None] = []
    monkeypatch.setattr("reviewer.logs.set_up", lambda form, **_: chosen.append(form))
    CliRunner().invoke(reviewer, ["-c", str(config), "--as-of", "2026-11-21", *words, "run", "--no-digest"], catch_exceptions=False)
    assert chosen == [form]


def test_a_chat_that_is_not_told_is_said(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run is done, its digests are written, and exit code 4 says with a sentence which channel heard nothing."""
    if find_spec("apprise") is None:
        pytest.skip("the extra is not installed: pip install 'content-reviewer[chat]'")
    config.write_text(config.read_text("utf-8") + '\n[admin]\ntell = ["slack:web"]\n', "utf-8")
    monkeypatch.setenv("REVIEWER_CHAT_WEB", "https://www.example.org/no-webhook")
    result = run(config, "--digest")
    assert result.exit_code == 4, result.output
    assert "The chat slack:web has another address than it should: expected an incoming webhook of Slack" in " ".join(result.output.split())
    assert "no-webhook" not in result.output
