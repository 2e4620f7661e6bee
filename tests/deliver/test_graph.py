"""Microsoft Graph as it really answers: once, the same bytes; who must act is told; nothing is lost."""

from __future__ import annotations

import datetime as dt
import os
import signal
import ssl
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
import trustme

from reviewer import deliver, doctor
from reviewer.deliver import AnswerLost, Fault, NoConnection, NotDelivered
from reviewer.deliver.ways import graph
from reviewer.model import LetterState, Mailbox, Message
from reviewer.settings import Config, Email
from reviewer.store import Store
from tests.doubles.microsoft import MAILBOX, Microsoft, error, refused_token
from tests.doubles.web import DROP, HANG
from tests.letters import written
from tests.makers import NOW

pytest.importorskip("msal", reason="the extra is not installed: pip install 'content-reviewer[graph]'")

ROOT = Path(__file__).parent.parent.parent
SENDER = Mailbox("Content review", MAILBOX)
OWNERS = ("alice@alliance.example", "bob@alliance.example")


def message(owner: str = OWNERS[0]) -> Message:
    """A digest, as far as the outbox minds."""
    payload = f"From: {MAILBOX}\r\nTo: {owner}\r\nMessage-ID: <{owner}>\r\n\r\nText\r\n".encode()
    return Message(f"2026-11-23/{owner}", f"<{owner}>", Mailbox("", owner), SENDER, "s", payload, "", "")


class Time:
    """A clock that somebody's sleep moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Microsoft]:
    """Microsoft, without whims."""
    with Microsoft(tmp_path).serving() as made:
        yield made


def way(service: Microsoft, time: Time | None = None, **changes: Any) -> graph.Graph:
    """The way to it, with time that passes by sleeping only."""
    time = time or Time()
    return graph.Graph(replace(service.email(), **changes), sleep=time.sleep, clock=time.clock, answer_seconds=0.5)


def batch(service: Microsoft, store: Store, names: str = "abc", time: Time | None = None) -> deliver.Sent:
    """Send a digest to each of these."""
    store.prepare([message(f"{name}@alliance.example") for name in names], {}, now=NOW)
    made = way(service, time)
    return deliver.send_batch(store.outbox, service.email(), NOW, open_way=lambda _: made)


def test_a_message_arrives_to_the_byte(service: Microsoft) -> None:
    """MIME keeps our Message-ID, headers and calendar part; the step is on disk before the payload leaves; the secret is Entra's only."""
    digest = written("first-run")
    steps: list[int] = []
    with way(service) as line:
        line.send(digest, lambda: steps.append(len(service.arrived)))
    assert service.accepted == [digest.payload]
    assert steps == [0]
    assert {"client_credentials"} == {form["grant_type"] for form in service.forms}
    assert {f"{service.origin}/.default"} <= set(service.forms[0]["scope"].split())


def test_a_certificate_takes_the_place_of_the_secret(service: Microsoft, tmp_path: Path) -> None:
    """The app signs an assertion with its key; no secret is sent."""
    key = trustme.CA().issue_cert("app.example", key_type=trustme.KeyType.RSA)
    pem = tmp_path / "app.pem"
    pem.write_bytes(key.private_key_and_cert_chain_pem.bytes())
    email = service.email()
    with way(service, oauth=replace(email.oauth, secret=None, certificate=str(pem))) as line:
        line.send(message(), lambda: None)
    assert "client_secret" not in service.forms[0]
    assert service.forms[0]["client_assertion_type"].endswith("jwt-bearer")
    assert len(service.accepted) == 1


ELLIPTIC = trustme.CA().issue_cert("app.example").private_key_and_cert_chain_pem.bytes()


@pytest.mark.parametrize("content", [None, b"-----BEGIN CERTIFICATE-----", b"\xff", ELLIPTIC])
def test_a_certificate_that_cannot_be_used_is_a_sentence(service: Microsoft, tmp_path: Path, content: bytes | None) -> None:
    """A file that is not there, has no key, is no text, or has a key of a kind that Entra does not take."""
    pem = tmp_path / "app.pem"
    if content is not None:
        pem.write_bytes(content)
    with pytest.raises(NoConnection, match=r"app\.pem") as caught, way(service, oauth=replace(service.email().oauth, certificate=str(pem))):
        pass
    assert caught.value.permanent


def test_thirty_messages_a_minute_and_no_more(service: Microsoft, tmp_path: Path) -> None:
    """Exchange Online takes 30 a minute from a mailbox: message after message with 2 seconds in between."""
    time = Time()
    with Store.open(tmp_path / "s.sqlite3") as store:
        assert batch(service, store, "abcde", time).complete
    assert time.now - 100 == pytest.approx(4 * graph.APART)
    assert 60 / graph.APART <= 30


@pytest.mark.parametrize("status", [429, 503])
def test_who_is_asked_to_wait_waits(service: Microsoft, status: int) -> None:
    """Retry-After is kept to, and the same message is offered again, as it was refused in so many words."""
    time = Time()
    service.plan["send"] = [error(status, "ApplicationThrottled", "Too many requests.", **{"Retry-After": "17"})]
    steps: list[int] = []
    with way(service, time) as line:
        line.send(message(), lambda: steps.append(1))
    assert 17.0 in time.slept
    assert (len(service.arrived), len(service.accepted), steps) == (2, 1, [1])


def test_a_long_wait_is_for_the_next_runs(service: Microsoft, tmp_path: Path) -> None:
    """An hour is not sat out: all is kept, nothing more is asked of the service, and the sentence says that it goes by itself."""
    time = Time()
    service.plan["send"] = error(429, "ErrorExceededMessageLimit", "Too many.", **{"Retry-After": "3600"})
    with Store.open(tmp_path / "s.sqlite3") as store:
        sent = batch(service, store, "abcd", time)
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.PREPARED}
    assert "goes by itself with the next runs" in (sent.stopped or "")
    assert len(service.arrived) == 1
    assert time.now < 200


def test_a_token_that_is_refused_is_renewed_once(service: Microsoft) -> None:
    """Revoked in mid-batch: a new token, the same message, and nobody notices."""
    with way(service) as line:
        line.send(message(OWNERS[0]), lambda: None)
        service.dead.add(service.given[-1])
        line.send(message(OWNERS[1]), lambda: None)
    assert (len(service.given), len(service.accepted)) == (2, 2)


def test_a_token_that_ends_in_mid_batch_is_replaced(service: Microsoft, tmp_path: Path) -> None:
    """A token of a minute is as good as ended: each message has a good one."""
    service.lives = 60
    with Store.open(tmp_path / "s.sqlite3") as store:
        assert batch(service, store).complete
    assert len(service.accepted) == 3
    assert len(service.given) >= 3


def test_tokens_that_are_always_refused_stop_the_batch(service: Microsoft, tmp_path: Path) -> None:
    """A second 401 is the admin's: all is kept."""
    service.plan["send"] = error(401, "InvalidAuthenticationToken", "Access token validation failure.")
    with Store.open(tmp_path / "s.sqlite3") as store:
        sent = batch(service, store)
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.PREPARED}
    assert len(service.arrived) == 2
    assert "A new token was refused too" in (sent.stopped or "")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."), "Mail.Send"),
        (error(403, "ErrorSendAsDenied", "The user account does not have the right to send as."), "send as"),
        (error(404, "ErrorInvalidUser", "The requested user 'x' is invalid."), "no mailbox"),
        ((301, {"Location": "https://elsewhere.example/"}, None), r"check \[email\] service"),
    ],
)
def test_what_the_admin_must_mend_stops_the_batch_and_keeps_all(service: Microsoft, tmp_path: Path, answer: Any, says: str) -> None:
    """One refusal of this kind is enough: no recipient is blamed, nothing is given up, and a redirect is not followed."""
    service.plan["send"] = answer
    with Store.open(tmp_path / "s.sqlite3") as store:
        sent = batch(service, store)
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.PREPARED}
        service.plan.clear()
        assert batch(service, store).complete, "it goes by itself after the mend"
    assert len(service.arrived) == 4
    assert says.replace("\\", "") in (sent.stopped or "")
    assert (sent.refused, sent.deferred, len(sent.waiting)) == ([], [], 1)


def test_one_bad_address_costs_one_message(service: Microsoft, tmp_path: Path) -> None:
    """400 with ErrorInvalidRecipients is the recipient's."""
    service.plan["send"] = [error(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.")]
    with Store.open(tmp_path / "s.sqlite3") as store:
        sent = batch(service, store)
    assert (len(sent.sent), len(sent.refused)) == (2, 1)


@pytest.mark.parametrize(
    ("status", "permanent", "fault"), [(413, True, Fault.RECIPIENT), (400, True, Fault.UNKNOWN), (500, False, Fault.LIMIT)]
)
def test_a_refusal_says_whose_it_is(service: Microsoft, status: int, permanent: bool, fault: Fault) -> None:
    """Too large is this message's, 500 is trouble that passes, and of an unknown 400 the walk finds out."""
    service.plan["send"] = error(status, "ErrorSomething", "Some\u202ething\x00.")
    with way(service) as line, pytest.raises(NotDelivered, match="Something") as caught:
        line.send(message(), lambda: None)
    assert (caught.value.permanent, caught.value.fault) == (permanent, fault)


@pytest.mark.parametrize("act", [DROP, HANG, error(504, "", ""), error(502, "", "")])
def test_a_lost_answer_is_lost(service: Microsoft, tmp_path: Path, act: Any) -> None:
    """The message arrived and nobody said so: it goes once more, the same bytes, and then waits for a person."""
    service.plan["send"] = act
    with Store.open(tmp_path / "s.sqlite3") as store:
        store.prepare([message()], {}, now=NOW)
        for day in range(4):
            deliver.send_batch(store.outbox, service.email(), NOW + dt.timedelta(hours=day), open_way=lambda _: way(service))
        (letter,) = store.outbox.letters()
    assert letter.state is LetterState.HELD
    assert service.arrived == [message().payload] * 2


def test_what_broke_before_the_message_left_is_no_lost_answer(service: Microsoft) -> None:
    """The service is gone before the connection stands: nothing was committed."""
    steps: list[int] = []
    line = way(service)
    line.__enter__()
    line._service = "https://localhost:1"
    with pytest.raises(NoConnection, match="cannot be reached") as caught:
        line.send(message(), lambda: steps.append(1))
    assert not isinstance(caught.value, AnswerLost)
    assert steps == []


def test_nothing_leaves_when_the_step_cannot_be_written_down(service: Microsoft) -> None:
    """The disk is full: the message stays here."""

    def full() -> None:
        raise OSError(28, "No space left on device")

    with way(service) as line, pytest.raises((OSError, NotDelivered)):
        line.send(message(), full)
    assert service.arrived == []


def test_a_certificate_that_cannot_be_trusted_stops_everything(service: Microsoft) -> None:
    """Neither secret nor message goes to somebody who is not Microsoft."""
    with pytest.raises(NoConnection, match="certificate") as caught, way(service, ca_file=None):
        pass
    assert caught.value.permanent
    assert service.steps == []


@pytest.mark.parametrize(
    ("act", "says", "permanent"),
    [
        (refused_token(401, 7000215, "invalid_client", "Invalid client secret provided."), "takes the secret's Value", True),
        (refused_token(401, 7000222, "invalid_client", "The provided client secret keys are expired."), "has run out", True),
        (refused_token(400, 700016, "unauthorized_client", "Application not found."), "no such app", True),
        ((429, {"Retry-After": "9"}, {"error": "temporarily_unavailable"}), "temporarily_unavailable", False),
        ((503, {}, None), "gives no token", False),
        ((200, {}, {"unexpected": 1}), "no token", True),
        ((200, {}, None), "gives no token", True),
        (DROP, "did not answer", False),
    ],
)
def test_no_token_is_said_with_what_to_do(service: Microsoft, act: Any, says: str, permanent: bool) -> None:
    """By the number of Entra's error; the secret is in no sentence."""
    service.plan["token"] = act
    with pytest.raises(NoConnection) as caught, way(service):
        pass
    assert says in caught.value.says
    assert "a secret of the app" not in caught.value.says
    assert caught.value.permanent is permanent


def test_a_tenant_that_is_none_is_said(service: Microsoft) -> None:
    """A slip in the tenant is known before a token is asked for."""
    with pytest.raises(NoConnection, match="gives no token") as caught, way(service, oauth=replace(service.email().oauth, tenant="x")):
        pass
    assert caught.value.permanent


def test_the_extra_that_is_missing_is_named(service: Microsoft, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base install has no msal: a sentence with the command, not a traceback."""
    monkeypatch.setitem(sys.modules, "msal", None)
    with pytest.raises(NoConnection, match=r"pip install 'content-reviewer\[graph\]'") as caught, way(service):
        pass
    assert caught.value.permanent


def told(email: Email) -> str:
    """What doctor says of the way out."""
    return "\n".join(f"{line.says} {line.todo}" for line in doctor.mail.mail(Config(email=email), NOW, None))


def test_doctor_looks_at_token_and_permission_and_sends_nothing(service: Microsoft) -> None:
    """What was seen is said, and what cannot be seen without sending too."""
    says = told(service.email())
    assert "gave a token" in says
    assert "the app has Mail.Send" in says
    assert "send as" not in says
    assert "needs the right to send as it" in told(replace(service.email(), sender=Mailbox("", "other@alliance.example")))
    assert service.arrived == []


def test_doctor_names_the_permission_that_is_missing(service: Microsoft) -> None:
    """Where to click is in the sentence."""
    service.roles = ["User.Read.All"]
    says = told(service.email())
    assert "its application permissions are User.Read.All" in says
    assert "grant admin consent" in says


@pytest.mark.parametrize("token", ["opaque", "a.b.c", "e30.W10.c", "e30.e30.c"])
def test_a_token_is_opaque_to_its_bearer(token: str) -> None:
    """What is no JWT is no mistake; one without roles has none."""
    assert graph.permissions(token) == (frozenset() if token == "e30.e30.c" else None)


def test_a_test_message_goes_through(service: Microsoft) -> None:
    """``doctor --send-test`` sends one."""
    lines = [*doctor.mail.mail(Config(email=service.email()), NOW, Mailbox("", OWNERS[0]))]
    assert lines[-1].what == "test message"
    assert len(service.accepted) == 1


# --- killed


def child(path: Path, service: Microsoft, what: str = "never", number: int = 0) -> subprocess.Popen[bytes]:
    """A process that sends."""
    command = [sys.executable, "-m", "tests.smtp_child", str(path), "0", what, str(number)]
    env = os.environ | {"CHILD_EMAIL": msgspec.json.encode(service.email()).decode()}
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=env)


def state(folder: Path) -> Path:
    """A state with two digests to send."""
    path = folder / "state.sqlite3"
    with Store.open(path) as store:
        store.prepare([message(owner) for owner in OWNERS], {}, now=NOW)
    return path


def check_once(path: Path, service: Microsoft, *, repeats: bool) -> None:
    """What runs of the following days do; then each arrived, one at most twice and only where nobody could know, all the same bytes."""
    with Store.open(path) as store:
        for day in range(1, 5):
            deliver.send_batch(store.outbox, service.email(), NOW + dt.timedelta(days=day), open_way=lambda _: way(service))
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.SENT}
    arrived = Counter(service.arrived)
    assert set(arrived) == {message(owner).payload for owner in OWNERS}
    assert sum(arrived.values()) - len(arrived) <= (1 if repeats else 0)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("what", ["before", "after"])
def test_killed_at_a_step_of_the_outbox(service: Microsoft, tmp_path: Path, what: str, number: int) -> None:
    """Killed before or after sending, committing or sent is on disk: only between payload and "sent" may a digest come twice."""
    path = state(tmp_path)
    assert child(path, service, what, number).wait(60) == -signal.SIGKILL
    check_once(path, service, repeats=(what, number) == ("before", 3))


@pytest.mark.slow
@pytest.mark.parametrize("step", ["discovery", "token", "arriving", "send", "answered"])
def test_killed_at_a_step_of_graph(service: Microsoft, tmp_path: Path, step: str) -> None:
    """Killed while the service has not answered yet: discovery, token, the head of the message, the whole of it, or after it was taken."""
    path = state(tmp_path)
    pids: list[int] = []
    ready, came = threading.Event(), threading.Event()

    def kill() -> str | None:
        if came.is_set():
            return None
        ready.wait(20)
        os.kill(pids[0], signal.SIGKILL)
        came.set()
        return DROP

    acts: dict[str, Callable[[], str | None]] = {step: kill}
    if step == "arriving":  # the token's form is a POST too
        acts = {"arriving": lambda: kill() if "token" in service.steps else None}
    service.plan.update(acts)
    process = child(path, service)
    pids.append(process.pid)
    ready.set()
    assert process.wait(60) == -signal.SIGKILL
    assert came.wait(1), "the step was come to"
    service.plan.clear()
    check_once(path, service, repeats=step in {"send", "answered"})


def test_the_double_is_trusted_by_its_authority_only(service: Microsoft) -> None:
    """The tests would prove nothing about TLS if anything were taken."""
    with pytest.raises(ssl.SSLCertVerificationError):
        ssl.create_default_context().wrap_socket(
            __import__("socket").create_connection(("localhost", int(service.origin.rpartition(":")[2]))), server_hostname="localhost"
        )
