"""Tests of ``reviewer digest`` and ``reviewer issues``: preview, once, released by a person; and set aside with a reason."""

from __future__ import annotations

import signal
import subprocess
import sys
from email import message_from_bytes
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer
from reviewer.model import LetterState
from reviewer.store import Store, lock
from tests.makers import NOW, SITE, broken, by_id, opened, overdue
from tests.smtp_origin import SmtpOrigin


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a config, a directory and a state that has two issues."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    configure(tmp_path, "folder:outbox")
    with Store.open(tmp_path / "reviewer.sqlite3") as store:
        store.save_issues(by_id(opened(overdue()), opened(broken("https://other.example/x"))))
    return tmp_path


def configure(folder: Path, via: str, more: str = "") -> None:
    """Write the config."""
    (folder / "config" / "reviewer.toml").write_text(
        '[organisation]\nname = "Example Alliance"\ncontact = "Web team <web.team@alliance.example>"\n'
        f'[email]\nfrom = "Content review <review@alliance.example>"\nvia = "{via}"\n{more}\n'
        f'[state]\nat = "{folder}/reviewer.sqlite3"\n'
        f'[[site]]\nname = "GP"\nstart = ["{SITE}/"]\n'
        f'[[override]]\npage = "{SITE}/**"\nowner = "Alice Example <alice@alliance.example>"\n'
    )


def call(*words: str) -> Result:
    """Run a command as of a Monday."""
    return CliRunner().invoke(reviewer, ["--as-of", "2026-11-23", *words], catch_exceptions=False)


def test_a_preview_changes_nothing(folder: Path) -> None:
    """Each digest as text, for one owner or for all; nothing is written down."""
    result = call("digest")
    assert result.exit_code == 0
    assert "To: Alice Example <alice@alliance.example>\nSubject: 1 page needs your attention (1 review overdue)" in result.stdout
    assert "To: Web team <web.team@alliance.example>" in result.stdout
    assert "3 messages. Nothing was sent." in result.stderr
    only = call("digest", "--owner", "alice example")
    assert "Web team <web.team" not in only.stdout.partition("Hello")[0]
    with Store.open(folder / "reviewer.sqlite3") as store:
        assert store.outbox.letters() == ()
        assert not any(issue.told for issue in store.issues().values())


def test_a_preview_can_be_written_into_a_folder(folder: Path) -> None:
    """Files to open in a browser."""
    result = call("digest", "--out", "preview")
    assert "3 messages written into preview" in result.stdout
    assert sorted(path.name for path in (folder / "preview").iterdir())[:2] == [
        "2026-11-23-admin-web.team@alliance.example.eml",
        "2026-11-23-admin-web.team@alliance.example.html",
    ]


def test_a_dry_run_shows_the_very_bytes(folder: Path) -> None:
    """Envelope and payload, as they would go."""
    result = call("digest", "--dry-run", "--owner", "alice@alliance.example")
    _, _, rest = result.stdout_bytes.partition(b"Envelope: from <review@alliance.example> to <alice@alliance.example>\n")
    assert message_from_bytes(rest)["To"] == "Alice Example <alice@alliance.example>"
    assert b"multipart/alternative" in rest


def test_sending_twice_on_one_day_sends_nothing_twice(folder: Path) -> None:
    """The second time there is nothing to do; the issues are told."""
    first, second = call("digest", "--send"), call("digest", "--send")
    assert first.stdout.startswith("3 messages sent by folder:")
    assert second.stdout.startswith("0 messages sent by folder:")
    assert len(list((folder / "outbox").glob("*.eml"))) == 3
    with Store.open(folder / "reviewer.sqlite3") as store:
        assert all(issue.told == 1 for issue in store.issues().values())
        assert "2026-11-23" in store.periods_done("digest")


def test_mail_that_is_not_accepted_is_exit_code_4(folder: Path) -> None:
    """Refused, put off and sent are told apart; a person releases what is held."""
    with SmtpOrigin(recipients={"alice@alliance.example": "550 no such user"}).serving() as origin:
        configure(folder, f"smtp://127.0.0.1:{origin.port}", 'tls = "none"')
        result = call("digest", "--send", "--yes")
        assert result.exit_code == 4
        assert "Refused: alice@alliance.example: the mail server said: 550 no such user" in result.stderr
        assert len(origin.accepted) == 2
    with Store.open(folder / "reviewer.sqlite3") as store:
        store.outbox.move("2026-11-23/alice@alliance.example", LetterState.HELD, now=NOW, says="for a test")
    assert "Held: alice@alliance.example, 2026-11-23: for a test" in call("digest").stderr
    with SmtpOrigin().serving() as origin:
        configure(folder, f"smtp://127.0.0.1:{origin.port}", 'tls = "none"')
        assert call("digest", "--send").stdout.startswith("0 messages sent")
        assert call("digest", "--send", "--yes").stdout.startswith("1 message sent")


def test_a_mail_server_that_is_away_loses_nothing(folder: Path) -> None:
    """Exit code 4, a sentence that says why, and the next run sends it."""
    configure(folder, "smtp://127.0.0.1:1", 'tls = "none"')
    result = call("digest", "--send", "--yes")
    assert result.exit_code == 4
    assert "0 messages sent" in result.stdout
    assert "Not yet: alice@alliance.example: the mail server 127.0.0.1:1 cannot be used" in result.stderr
    with Store.open(folder / "reviewer.sqlite3") as store:
        assert len(store.outbox.letters(LetterState.PREPARED)) == 3


def test_the_first_digests_go_only_when_somebody_has_looked(folder: Path) -> None:
    """--send shows who would get what and ends with 2 when nobody can be asked; not even one owner's is sent, and nothing is written."""
    with SmtpOrigin().serving() as origin:
        configure(folder, f"smtp://127.0.0.1:{origin.port}", 'tls = "none"')
        for words in ((), ("--owner", "alice example")):
            result = call("digest", "--send", *words)
            assert (result.exit_code, origin.arrived) == (2, [])
            assert "Alice Example <alice@alliance.example>: 1 page needs your attention" in result.stdout
            assert "2 digests wait for you: it is the first time." in result.stderr
            assert "send with `reviewer digest --send --yes`" in result.stderr
        with Store.open(folder / "reviewer.sqlite3") as store:
            assert store.outbox.letters() == ()
        assert call("digest", "--send", "--yes", "--owner", "alice example").exit_code == 0
        assert [recipient for _, recipient, _ in origin.arrived] == ["alice@alliance.example"]
        assert call("digest", "--send").exit_code == 2, "a trial with one owner lets nobody else's go"
        assert call("digest", "--send", "--yes").exit_code == 0
        assert len(origin.accepted) == 3
        assert call("digest", "--send").exit_code == 0, "from then on nobody is asked"


def test_somebody_at_a_terminal_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No is no, and yes sends."""
    monkeypatch.setattr("reviewer.commands.digest._at_a_terminal", lambda: True)
    with SmtpOrigin().serving() as origin:
        configure(folder, f"smtp://127.0.0.1:{origin.port}", 'tls = "none"')
        for answer, code, count in (("n\n", 2, 0), ("y\n", 0, 3)):
            result = CliRunner().invoke(reviewer, ["--as-of", "2026-11-23", "digest", "--send"], input=answer, catch_exceptions=False)
            assert (result.exit_code, len(origin.accepted)) == (code, count)


def test_what_was_given_up_is_sent_again_when_a_person_says_so(folder: Path) -> None:
    """--resend: what was refused or held goes, to one owner or to all, and stands alone."""
    with SmtpOrigin(recipients={"alice@alliance.example": "550 5.1.1 no such user"}).serving() as origin:
        configure(folder, f"smtp://127.0.0.1:{origin.port}", 'tls = "none"')
        assert call("digest", "--send", "--yes").exit_code == 4
        assert call("digest", "--resend", "alice example").exit_code == 4
    with SmtpOrigin().serving() as origin:
        configure(folder, f"smtp://127.0.0.1:{origin.port}", 'tls = "none"')
        assert call("digest", "--resend", "web.team@alliance.example").stdout.startswith("0 messages sent")
        result = call("digest", "--resend")
        assert (result.exit_code, [recipient for _, recipient, _ in origin.accepted]) == (0, ["alice@alliance.example"])
    assert call("digest", "--resend", "--send").exit_code == 2


def test_a_name_that_nobody_has_is_a_mistake(folder: Path) -> None:
    """Shown, sent or sent again: who is neither in the directory nor in the outbox is told so, and nothing is sent or written."""
    for words in (("--owner",), ("--send", "--yes", "--owner"), ("--resend",)):
        result = call("digest", *words, "nobody atall")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "'nobody atall' is nobody in the directory" in result.stderr
    with Store.open(folder / "reviewer.sqlite3") as store:
        assert store.outbox.letters() == ()


def test_sigterm_ends_a_batch_between_two_letters(folder: Path) -> None:
    """The letter under way is finished, exit code 143, and the next --send sends the rest."""
    with SmtpOrigin().serving() as origin:
        configure(folder, f"smtp://127.0.0.1:{origin.port}", 'tls = "none"')
        program = [sys.executable, "-m", "reviewer", "--as-of", "2026-11-23", "digest", "--send", "--yes"]
        child: list[subprocess.Popen[bytes]] = []
        origin.after = {"final": lambda: child[0].send_signal(signal.SIGTERM)}
        child.append(subprocess.Popen(program, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
        _, said = child[0].communicate(timeout=60)
        assert (child[0].returncode, len(origin.accepted)) == (143, 1)
        assert b"somebody asked the program to end" in said
        origin.after = {}
        assert call("digest", "--send").exit_code == 0
        assert sorted(recipient for _, recipient, _ in origin.accepted) == sorted(
            ["alice@alliance.example", "web.team@alliance.example", "web.team@alliance.example"]
        )


def test_before_any_run_there_is_nothing_to_send(folder: Path) -> None:
    """A state without a look: --send says what to do first, and ends with 2."""
    for file in folder.glob("reviewer.sqlite3*"):
        file.unlink()
    assert "run `reviewer run` first" in call("digest", "--send").stderr
    with Store.open(folder / "reviewer.sqlite3"):
        pass
    result = call("digest", "--send", "--yes")
    assert (result.exit_code, "run `reviewer run` first" in result.stderr) == (2, True)


@pytest.mark.parametrize("words", [("digest", "--yes"), ("issues", "snooze", "x", "--until", "tomorrow", "--reason", "r")])
def test_wrong_usage_is_exit_code_2(folder: Path, words: tuple[str, ...]) -> None:
    """Nothing is sent by a slip."""
    assert call(*words).exit_code == 2


@pytest.mark.parametrize(
    "words", [("digest",), ("digest", "--dry-run"), ("issues",), ("issues", "list"), ("issues", "note", "x", "--reason", "r")]
)
def test_a_look_makes_no_state(folder: Path, words: tuple[str, ...]) -> None:
    """Without a state there is nothing to show: exit code 2, what to do, and no file is made."""
    for file in folder.glob("reviewer.sqlite3*"):
        file.unlink()
    result = call(*words)
    assert result.exit_code == 2
    assert "There is no state yet: run `reviewer run` first." in result.stderr
    assert [path.name for path in folder.iterdir()] == ["config"]


def test_a_mistake_in_a_template_is_exit_code_2(folder: Path) -> None:
    """Template, line and variable."""
    (folder / "mine").mkdir()
    (folder / "mine" / "digest.txt").write_text("x\n{{ onwer }}")
    configure(folder, "folder:outbox", f'templates = "{folder}/mine"')
    result = call("digest")
    assert result.exit_code == 2
    assert "digest.txt, line 2: 'onwer' is undefined" in result.stderr


def test_a_locked_state_is_exit_code_75(folder: Path) -> None:
    """Another run sends already."""
    id_ = overdue().id
    with lock(str(folder / "reviewer.sqlite3"), what="a run", now=NOW):
        assert call("digest", "--send").exit_code == 75
        assert call("issues", "note", id_, "--reason", "r").exit_code == 75


def test_issues_are_listed_with_the_most_urgent_first(folder: Path) -> None:
    """Id, state, severity, page, and what it says; the history on demand."""
    result = call("issues")
    assert result.stdout.splitlines()[0] == f"{overdue().id}  open  urgent  {SITE}/tips"
    assert "2 of 2 issues." in result.stderr
    assert len(call("issues", "list", "--page", "https://other.example/x").stdout.splitlines()) == 2
    assert call("issues", "list", "--state", "resolved").stdout == ""


def test_an_issue_is_set_aside_with_a_reason_a_person_and_an_end(folder: Path) -> None:
    """Snoozed, accepted and noted: all of it is in the history, and nobody is told meanwhile."""
    one, other = overdue().id, broken("https://other.example/x").id
    assert call("issues", "snooze", one[:8], "--until", "2026-12-24", "--reason", "new page", "--by", "Alice").exit_code == 0
    assert "accepted until 2027-11-23" in call("issues", "accept", other, "--reason", "archive", "--by", "Bob").stdout
    assert call("issues", "note", one, "--reason", "asked again").exit_code == 0
    history = call("issues", "--history").stdout
    assert "snoozed until 2026-12-24 by Alice: new page" in history
    assert "accepted until 2027-11-23 by Bob: archive" in history
    assert ": asked again" in history
    assert "0 messages. Nothing was sent." in call("digest").stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("snooze", "ffffffffffff", "--until", "2026-12-24", "--reason", "r"), "0 issues have an id"),
        (("snooze", "", "--until", "2026-12-24", "--reason", "r"), "0 issues have an id"),
        (("snooze", overdue().id, "--until", "2026-11-01", "--reason", "r"), "has passed"),
    ],
)
def test_what_cannot_be_set_aside_says_why(folder: Path, words: tuple[str, ...], says: str) -> None:
    """Exit code 2 and a sentence."""
    result = call("issues", *words)
    assert result.exit_code == 2
    assert says in result.stderr
