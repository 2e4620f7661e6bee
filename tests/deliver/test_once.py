"""Once: kill -9 at every step of the outbox and of SMTP. No digest is lost, none differs, and at most one comes twice, the same bytes."""

from __future__ import annotations

import datetime as dt
import os
import signal
import ssl
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from reviewer import deliver
from reviewer.model import LetterState, Mailbox, Message
from reviewer.settings import Email
from reviewer.store import Store
from tests.makers import NOW
from tests.smtp_child import SENDER
from tests.smtp_origin import DROP, SmtpOrigin

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.slow
OWNERS = ("alice@alliance.example", "bob@alliance.example")


def message(owner: str, period: str = "2026-11-23") -> Message:
    """A digest, as far as the outbox minds."""
    payload = f"From: a@b.example\r\nTo: {owner}\r\n\r\n.A line that begins with a dot\r\n" + "x" * 70 + "\r\n"
    return Message(f"{period}/{owner}", f"<{owner}>", Mailbox("", owner), SENDER, "s", payload.encode(), "", "")


def state(folder: Path) -> Path:
    """A state with two digests to send."""
    path = folder / "state.sqlite3"
    with Store.open(path) as store:
        store.prepare([message(owner) for owner in OWNERS], {}, now=NOW)
    return path


def child(path: Path, port: int, what: str = "never", number: int = 0) -> subprocess.Popen[bytes]:
    """A process that sends."""
    command = [sys.executable, "-m", "tests.smtp_child", str(path), str(port), what, str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)


def send_later(path: Path, origin: SmtpOrigin) -> None:
    """What runs of the following days do, until nothing is due any more."""
    email = Email(sender=SENDER, via=f"smtp://127.0.0.1:{origin.port}", tls="none")
    with Store.open(path) as store:
        for day in range(1, 5):
            deliver.send_batch(store.outbox, email, NOW + dt.timedelta(days=day))


def check_once(path: Path, origin: SmtpOrigin, *, repeats: bool) -> None:
    """Each digest arrived; one at most arrived twice, and only where nobody could know; all the same bytes; and the outbox says so."""
    arrived = Counter(recipient for _, recipient, _ in origin.arrived)
    assert set(arrived) == set(OWNERS)
    assert sum(arrived.values()) - len(arrived) <= (1 if repeats else 0)
    assert {(recipient, payload) for _, recipient, payload in origin.arrived} == {(owner, message(owner).payload) for owner in OWNERS}
    with Store.open(path) as store:
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.SENT}
        assert sum(letter.repeats for letter in store.outbox.letters()) <= 1


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("what", ["before", "after"])
def test_killed_at_a_step_of_the_outbox(tmp_path: Path, what: str, number: int) -> None:
    """Killed before or after sending, committing or sent is on disk: only between payload and "sent" may a digest come twice."""
    path = state(tmp_path)
    with SmtpOrigin().serving() as origin:
        process = child(path, origin.port, what, number)
        assert process.wait(60) == -signal.SIGKILL
        send_later(path, origin)
    check_once(path, origin, repeats=(what, number) == ("before", 3))


@pytest.mark.parametrize("step", ["banner", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "payload", "final", "quit"])
def test_killed_at_a_step_of_smtp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Killed while the server has not answered a command yet."""
    monkeypatch.setenv("CHILD_TLS" if step == "starttls" else "CHILD_USER", "me")
    path = state(tmp_path)
    pids: list[int] = []
    came = threading.Event()

    def kill() -> str | None:
        if not pids:
            return None
        os.kill(pids.pop(), signal.SIGKILL)
        came.set()
        return DROP

    origin = SmtpOrigin(plan={step: kill}, extensions=("AUTH PLAIN",))
    if step == "starttls":
        origin.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with origin.serving():
        process = child(path, origin.port)
        pids.append(process.pid)
        assert came.wait(60), "the step was come to"
        ended = process.wait(60)
        assert ended == -signal.SIGKILL or (step == "quit" and ended == 0), "nobody waits for the answer to QUIT"
        send_later(path, origin)
    check_once(path, origin, repeats=step == "final")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_full_disk_at_a_step_of_the_outbox(tmp_path: Path, number: int) -> None:
    """The state cannot be written any more: the batch stops, and nothing leaves that was not written down."""
    path = state(tmp_path)
    with SmtpOrigin().serving() as origin:
        process = child(path, origin.port, "full", number)
        assert process.wait(60) == 7
        send_later(path, origin)
    check_once(path, origin, repeats=number == 3)


def test_killed_twice_at_the_worst_moment_waits_for_a_person(tmp_path: Path) -> None:
    """Twice the answer was never seen: a third copy is not sent before a person says so."""
    path = state(tmp_path)
    pids: list[int] = []

    def kill() -> str | None:
        if not pids:
            return None
        os.kill(pids.pop(), signal.SIGKILL)
        return DROP

    origin = SmtpOrigin(plan={"final": kill})
    with origin.serving():
        for _ in range(2):
            process = child(path, origin.port)
            pids.append(process.pid)
            assert process.wait(60) == -signal.SIGKILL
        send_later(path, origin)
        with Store.open(path) as store:
            held = store.outbox.letters(LetterState.HELD)
            assert [letter.message.to.email for letter in held] == [OWNERS[0]]
            assert "ask the recipient" in held[0].says
            arrived = Counter(recipient for _, recipient, _ in origin.arrived)
            assert arrived == {OWNERS[0]: 2, OWNERS[1]: 1}
            email = Email(sender=SENDER, via=f"smtp://127.0.0.1:{origin.port}", tls="none")
            deliver.send_batch(store.outbox, email, NOW + dt.timedelta(days=9), yes=True)
            assert store.outbox.letters(LetterState.SENT, owner=OWNERS[0])
