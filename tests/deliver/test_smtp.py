"""SMTP as servers really speak it: what may be secret is secret, every answer has an end, and QUIT's does not matter."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from reviewer import deliver
from reviewer.deliver import AnswerLost, Fault, NoConnection, NotDelivered
from reviewer.deliver.ways import smtp
from reviewer.model import Mailbox, Message
from reviewer.settings import Email
from reviewer.store import Store
from tests.makers import NOW
from tests.smtp_origin import DROP, ENDLESS, HANG, SmtpOrigin

SENDER = Mailbox("Content review", "content-review@alliance.example")
PAYLOAD = b"Subject: hello\r\n\r\n.dot\r\n..dots\r\nend\r\n"
AUTHORITY = trustme.CA()


def message(to: str = "alice@alliance.example", payload: bytes = PAYLOAD) -> Message:
    """A message to one recipient."""
    return Message("2026-11-23/a", "<a@b>", Mailbox("Alice", to), SENDER, "hello", payload, "", "")


def serving(origin: SmtpOrigin, *, name: str = "localhost", tls: bool = True) -> SmtpOrigin:
    """Give the origin a certificate for that name."""
    if tls:
        origin.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        AUTHORITY.issue_cert(name).configure_cert(origin.tls)
    return origin


def way(
    origin: SmtpOrigin, *, seconds: float = 5.0, scheme: str = "smtp", trusting: bool = True, host: str = "localhost", **more: str
) -> smtp.Smtp:
    """The way to the origin, with the authority that it may trust."""
    context = ssl.create_default_context()
    if trusting:
        AUTHORITY.configure_trust(context)
    email = Email(sender=SENDER, via=f"{scheme}://{host}:{origin.port}", **more)  # type: ignore[arg-type]
    return smtp.Smtp(email, seconds=seconds, final_seconds=seconds, context=context)


@pytest.fixture
def origin() -> Iterator[SmtpOrigin]:
    """A mail server without whims, in clear."""
    with SmtpOrigin().serving() as made:
        yield made


def test_a_message_arrives_as_it_was_written(origin: SmtpOrigin) -> None:
    """Dots at line beginnings survive, the payload leaves after ``committing``, and two messages share a connection."""
    steps: list[int] = []
    with way(origin, tls="none") as line:
        assert not line.encrypted
        line.send(message(), lambda: steps.append(len(origin.arrived)))
        line.send(message("bob@alliance.example"), lambda: steps.append(len(origin.arrived)))
    assert steps == [0, 1]
    assert origin.accepted == [(SENDER.email, to, PAYLOAD) for to in ("alice@alliance.example", "bob@alliance.example")]
    assert len(origin.steps) == 1


def test_a_payload_without_a_last_line_end_gets_one(origin: SmtpOrigin) -> None:
    """The lonely dot stands on a line of its own."""
    with way(origin, tls="none") as line:
        line.send(message(payload=b"Subject: x\r\n\r\nend"), lambda: None)
    assert origin.accepted[0][2].endswith(b"end\r\n")


def test_starttls_is_used_and_checked() -> None:
    """By default everything but the greeting is secret, the password above all."""
    with serving(SmtpOrigin(extensions=("AUTH PLAIN",))).serving() as origin, way(origin, user="me", password="p") as line:
        assert line.encrypted
        line.send(message(), lambda: None)
    assert origin.steps[0][:5] == ["banner", "ehlo", "starttls", "ehlo", "auth"]
    assert origin.secrets == [("\0me\0p", True)]
    assert len(origin.accepted) == 1


def test_smtps_is_secret_from_the_first_byte() -> None:
    """The other way to TLS, on a port of its own."""
    with serving(SmtpOrigin(implicit=True)).serving() as origin, way(origin, scheme="smtps") as line:
        assert line.encrypted
        line.send(message(), lambda: None)
    assert len(origin.accepted) == 1


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
@pytest.mark.parametrize(("trusting", "name"), [(False, "localhost"), (True, "other.example")])
def test_a_certificate_that_cannot_be_trusted_stops_everything(scheme: str, trusting: bool, name: str) -> None:
    """An unknown authority or another name: nothing is sent, and no later try will help by itself."""
    made = serving(SmtpOrigin(implicit=scheme == "smtps"), name=name)
    with (
        made.serving() as origin,
        pytest.raises(NoConnection, match="certificate") as caught,
        way(origin, scheme=scheme, trusting=trusting),
    ):
        pass
    assert caught.value.permanent
    assert origin.arrived == []


def test_a_stripped_starttls_is_no_reason_to_speak_in_clear(origin: SmtpOrigin) -> None:
    """Somebody on the way took STARTTLS out: nothing is sent."""
    with pytest.raises(NoConnection, match="does not offer STARTTLS") as caught, way(origin):
        pass
    assert caught.value.permanent
    assert "mail" not in origin.steps[0]


def test_a_refused_starttls_is_no_reason_to_speak_in_clear() -> None:
    """Offered and then refused is stripped, too."""
    with (
        serving(SmtpOrigin(plan={"starttls": "454 no"})).serving() as origin,
        pytest.raises(NoConnection, match="cannot be used: 454 no"),
        way(origin),
    ):
        pass
    assert "mail" not in origin.steps[0]


def test_no_password_goes_in_clear_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without TLS is for this machine; a password for a relay elsewhere stays here."""
    monkeypatch.setattr(smtp, "_is_here", lambda line: False)
    with (
        SmtpOrigin(extensions=("AUTH PLAIN",)).serving() as origin,
        pytest.raises(NoConnection, match="no password is sent") as caught,
        way(origin, tls="none", user="me", password="p"),
    ):
        pass
    assert caught.value.permanent
    assert origin.secrets == []


def test_a_relay_on_this_machine_may_ask_for_a_password() -> None:
    """On loopback nobody listens in."""
    with SmtpOrigin(extensions=("AUTH PLAIN",)).serving() as origin, way(origin, tls="none", user="me", password="p"):
        pass
    assert origin.secrets == [("\0me\0p", False)]


@pytest.mark.parametrize("offers", ["AUTH PLAIN", "AUTH LOGIN", "AUTH CRAM-MD5"])
def test_a_password_beyond_ascii_is_sent_in_utf_8_or_said(offers: str) -> None:
    """SASL speaks UTF-8 (RFC 4616); where it cannot be sent there is a sentence, and never a traceback with the password in it."""
    with serving(SmtpOrigin(extensions=(offers,))).serving() as origin:
        if offers == "AUTH CRAM-MD5":
            with pytest.raises(NoConnection, match="needs AUTH PLAIN or LOGIN"), way(origin, user="mé", password="pässwörd"):
                pass
        else:
            with way(origin, user="mé", password="pässwörd") as line:
                line.send(message(), lambda: None)
            assert "pässwörd" in origin.secrets[-1][0]
            assert len(origin.accepted) == 1


def test_a_mail_server_whose_name_is_no_name_is_a_sentence() -> None:
    """A label of more than 63 letters cannot be asked for: not a traceback."""
    with pytest.raises(NoConnection), smtp.connect(Email(via=f"smtp://{'ä' * 80}.example")):
        pass


@pytest.mark.parametrize(("answer", "permanent"), [("535 wrong", True), ("454 later", False)])
def test_a_refused_password_names_the_user_and_not_the_password(answer: str, permanent: bool) -> None:
    """Whoever reads the log learns what to correct and no secret."""
    with (
        serving(SmtpOrigin(extensions=("AUTH PLAIN",), plan={"auth": answer})).serving() as origin,
        pytest.raises(NoConnection, match="'me'") as caught,
        way(origin, user="me", password="hunter2"),
    ):
        pass
    assert caught.value.permanent is permanent
    assert "hunter2" not in caught.value.says


def test_a_server_without_log_in_is_said() -> None:
    """A user is configured and the server knows none."""
    with (
        serving(SmtpOrigin()).serving() as origin,
        pytest.raises(NoConnection, match="no way to log in"),
        way(origin, user="me", password="p"),
    ):
        pass


@pytest.mark.parametrize("act", [DROP, HANG, ENDLESS, "554 go away", "421 busy", "rubbish"])
@pytest.mark.parametrize("step", ["banner", "ehlo"])
def test_a_greeting_that_goes_wrong_is_no_connection(step: str, act: str) -> None:
    """A banner without end, silence, a refusal or nonsense: there is no way to this server now, and nothing hangs."""
    with (
        SmtpOrigin(plan={step: act}).serving() as origin,
        pytest.raises(NoConnection) as caught,
        way(origin, tls="none", seconds=0.3) as line,
    ):
        line.send(message(), lambda: None)  # an EHLO that is refused is followed by HELO, and that by MAIL
    assert not isinstance(caught.value, AnswerLost)
    assert origin.arrived == []


def test_nobody_listening_is_no_connection(origin: SmtpOrigin) -> None:
    """A port without a server says which server could not be reached."""
    made = way(SmtpOrigin(port=1), tls="none")
    with pytest.raises(NoConnection, match="mail server localhost:1 cannot be used") as caught, made:
        pass
    assert not caught.value.permanent


def test_a_port_that_is_none_is_a_mistake_of_the_config() -> None:
    """What cannot be an address says so."""
    with pytest.raises(NoConnection, match="no address of a mail server"), smtp.connect(Email(via="smtp://localhost:port")):
        pass


def committed() -> list[str]:
    """A list for what was committed."""
    return []


@pytest.mark.parametrize(
    ("step", "answer", "permanent", "before"),
    [
        ("rcpt", "450 greylisted", False, []),
        ("rcpt", "550 no such user", True, []),
        ("rcpt", "421 closing", False, []),
        ("data", "451 later", False, []),
        ("data", "554 no valid recipients", True, []),
        ("mail", "451 later", False, []),
        ("mail", "552 too large", True, []),
        ("final", "451 later", False, ["x"]),
        ("final", "550 spam", True, ["x"]),
        ("final", "421 closing", False, ["x"]),
    ],
)
def test_a_refusal_is_for_good_or_for_now(step: str, answer: str, permanent: bool, before: list[str]) -> None:
    """4xx is for now, 5xx for good, and what was said before the payload never commits."""
    seen = committed()
    with SmtpOrigin(plan={step: answer}).serving() as origin, way(origin, tls="none") as line:
        with pytest.raises(NotDelivered, match=answer[:3]) as caught:
            line.send(message(), lambda: seen.append("x"))
        assert not isinstance(caught.value, NoConnection | AnswerLost)
    assert caught.value.permanent is permanent
    assert caught.value.gone is (answer[:3] == "421")
    assert seen == before
    assert origin.accepted == []


def test_after_a_refusal_the_same_connection_takes_the_next_message() -> None:
    """One wrong address costs nobody else anything."""
    with SmtpOrigin(recipients={"gone@alliance.example": "550 no such user"}).serving() as origin, way(origin, tls="none") as line:
        with pytest.raises(NotDelivered):
            line.send(message("gone@alliance.example"), lambda: None)
        line.send(message(), lambda: None)
    assert [to for _, to, _ in origin.accepted] == ["alice@alliance.example"]
    assert len(origin.steps) == 1


def test_a_sender_who_is_refused_is_everybodys_trouble() -> None:
    """The server does not take mail from us: the message is not to blame."""
    with (
        SmtpOrigin(plan={"mail": "550 not you"}).serving() as origin,
        way(origin, tls="none") as line,
        pytest.raises(NoConnection, match="does not take mail from") as caught,
    ):
        line.send(message(), lambda: None)
    assert caught.value.permanent


@pytest.mark.parametrize("act", [DROP, HANG])
@pytest.mark.parametrize("step", ["mail", "rcpt", "data"])
def test_a_server_that_goes_away_before_the_payload_took_nothing(step: str, act: str) -> None:
    """No payload left: the message stands where it stood."""
    seen = committed()
    with SmtpOrigin(plan={step: act}).serving() as origin, way(origin, tls="none", seconds=0.3) as line:
        with pytest.raises(NoConnection, match="went away before"):
            line.send(message(), lambda: seen.append("x"))
        with pytest.raises(NoConnection):
            line.send(message(), lambda: seen.append("x"))
    assert seen == []


@pytest.mark.parametrize("act", [DROP, HANG, ENDLESS])
def test_a_final_answer_that_does_not_come_is_lost(act: str) -> None:
    """The message left as a whole, and nobody can know."""
    with SmtpOrigin(plan={"final": act}).serving() as origin, way(origin, tls="none", seconds=0.3) as line, pytest.raises(AnswerLost):
        line.send(message(), lambda: None)
    assert len(origin.arrived) == 1


def test_a_server_that_goes_away_in_the_middle_of_the_message_took_nothing() -> None:
    """Without its end no message is taken: it is tried again as if new."""
    large = b"Subject: x\r\n\r\n" + b"x" * 70 * 1024 * 1024 + b"\r\n"
    with SmtpOrigin(plan={"payload": DROP}, extensions=()).serving() as origin, way(origin, tls="none") as line:
        with pytest.raises(NotDelivered, match="in the middle") as caught:
            line.send(message(payload=large), lambda: None)
        assert (caught.value.permanent, caught.value.gone) == (False, True)
    assert origin.arrived == []


def test_a_step_that_cannot_be_written_down_keeps_the_payload_here(origin: SmtpOrigin) -> None:
    """The disk is full after 354: the connection is broken, as nothing else keeps the server from waiting for the payload."""

    def full() -> None:
        raise OSError("disk full")

    with way(origin, tls="none") as line:
        with pytest.raises(OSError, match="disk full"):
            line.send(message(), full)
        with pytest.raises(NoConnection):
            line.send(message(), lambda: None)
    assert origin.arrived == []


@pytest.mark.parametrize("act", [DROP, HANG, ENDLESS, "500 what", "421 bye"])
def test_the_answer_to_quit_does_not_matter(act: str) -> None:
    """The message was taken before; leaving cannot fail or hang."""
    with SmtpOrigin(plan={"quit": act}).serving() as origin:
        with way(origin, tls="none") as line:
            line.send(message(), lambda: None)
        assert len(origin.accepted) == 1


def test_an_address_in_another_script_needs_a_server_that_knows_it() -> None:
    """SMTPUTF8 or a refusal that says so; never a wrong address."""
    to = "siân@alliance.example"
    with SmtpOrigin().serving() as origin, way(origin, tls="none") as line, pytest.raises(NotDelivered, match="SMTPUTF8") as caught:
        line.send(message(to), lambda: None)
    assert caught.value.permanent
    with SmtpOrigin(extensions=("SMTPUTF8", "8BITMIME")).serving() as origin, way(origin, tls="none") as line:
        line.send(message(to), lambda: None)
    assert origin.accepted[0][1] == to


def test_what_a_server_says_is_harmless_and_short() -> None:
    """A refusal is shown to the admin: no escape sequences, no page of text."""
    with (
        SmtpOrigin(recipients={"alice@alliance.example": "550 \x1b[31m" + "x" * 5000}).serving() as origin,
        way(origin, tls="none") as line,
        pytest.raises(NotDelivered) as caught,
    ):
        line.send(message(), lambda: None)
    assert "\x1b" not in caught.value.says
    assert len(caught.value.says) < 260


def test_a_closed_way_sends_nothing(origin: SmtpOrigin) -> None:
    """Before it is entered there is no connection."""
    with pytest.raises(NoConnection, match="not open"):
        way(origin, tls="none").send(message(), lambda: None)


@pytest.mark.parametrize(
    ("sender", "name"), [(SENDER, "alliance.example"), (None, "[127.0.0.1]"), (Mailbox("", "a@localhost"), "[127.0.0.1]")]
)
def test_we_call_ourselves_by_a_name_that_servers_accept(sender: Mailbox | None, name: str) -> None:
    """A domain, or the address literal that is always allowed."""
    assert smtp.Smtp(Email(sender=sender))._name() == name


@pytest.mark.parametrize(
    ("step", "answer", "fault"),
    [
        ("rcpt", "550 5.1.1 <alice@alliance.example>: no such user", Fault.RECIPIENT),
        ("rcpt", "550-5.2.1 The mailbox\r\n550 5.2.1 is disabled", Fault.RECIPIENT),
        ("rcpt", "550 5.1.8 bad outbound sender", Fault.SENDER),
        ("rcpt", "554 5.7.1 relay access denied", Fault.SENDER),
        ("data", "503 5.5.1 not so", Fault.SENDER),
        ("final", "550 5.4.5 daily limit", Fault.LIMIT),
        ("final", "452 4.3.1 system storage", Fault.LIMIT),
        ("final", "552 5.3.4 too large", Fault.RECIPIENT),
        ("final", "554 5.2.0 STOREDRV.Submission; SendAsDenied", Fault.UNKNOWN),
        ("rcpt", "550 5.5.0 mailbox unavailable", Fault.UNKNOWN),
        ("rcpt", "450 4.7.1 greylisted", Fault.UNKNOWN),
        ("rcpt", "550 5.6.1 content", Fault.UNKNOWN),
        ("rcpt", "550 version 1.5.1.1 says no", Fault.UNKNOWN),
        ("rcpt", "530 log in first", Fault.SENDER),
    ],
)
def test_a_refusal_says_whose_fault_it_is(step: str, answer: str, fault: Fault) -> None:
    """By the enhanced status code of RFC 3463, wherever in the transaction it comes."""
    with (
        SmtpOrigin(plan={step: answer}).serving() as origin,
        way(origin, tls="none") as line,
        pytest.raises(NotDelivered) as caught,
    ):
        line.send(message(), lambda: None)
    assert caught.value.fault is fault


def test_a_server_out_of_step_is_left(tmp_path: Path) -> None:
    """Two answers to one message: what comes next would be taken for the answer to something else. The letters go, each once."""
    email = Email(sender=SENDER, via="", tls="none")
    with SmtpOrigin(plan={"final": "250 queued\r\n250 queued"}).serving() as origin, Store.open(tmp_path / "s.sqlite3") as store:
        store.prepare([replace(message(f"{name}@alliance.example"), key=f"2026-11-23/{name}") for name in "abc"], {}, now=NOW)
        sent = deliver.send_batch(store.outbox, replace(email, via=f"smtp://localhost:{origin.port}"), NOW)
    assert (len(sent.sent), sent.complete) == (3, True)
    assert [recipient[0] for _, recipient, _ in origin.arrived] == ["a", "b", "c"]


def test_patience_for_the_last_answer_is_for_the_first(tmp_path: Path) -> None:
    """Ten minutes for the first message (RFC 5321); after one answer that never came the next ones have a minute. Five stop the batch."""
    with SmtpOrigin(plan={"final": HANG}).serving() as origin, Store.open(tmp_path / "s.sqlite3") as store:
        store.prepare([replace(message(f"{name}@alliance.example"), key=f"2026-11-23/{name}") for name in "abcdefg"], {}, now=NOW)
        made = way(origin, tls="none", seconds=0.1)
        made._final_seconds = 0.5
        sent = deliver.send_batch(store.outbox, Email(sender=SENDER, via="smtp://x"), NOW, open_way=lambda _: made)
    assert made._final_seconds == 0.1
    assert (len(origin.arrived), len(sent.deferred)) == (5, 5)
    assert sent.stopped is not None
