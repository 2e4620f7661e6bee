"""GOV.UK Notify as its documentation has it answer: what Notify has is not sent again, and who must act is told."""

from __future__ import annotations

import datetime as dt
import os
import signal
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

pytest.importorskip("notifications_python_client", reason="the extra is not installed: pip install 'content-reviewer[notify]'")

from reviewer import deliver, doctor, render
from reviewer.deliver import AnswerLost, Fault, NoConnection, NotDelivered
from reviewer.deliver.ways import notify
from reviewer.model import LetterState, Mailbox, Message
from reviewer.settings import Config
from reviewer.store import Store
from tests.doubles.govuk_notify import KEY, TEMPLATE, Notify, error
from tests.doubles.web import DROP, HANG
from tests.letters import CASES, written
from tests.makers import NOW, config

ROOT = Path(__file__).parent.parent.parent
SENDER = Mailbox("Content review", "content-review@alliance.example")
OWNERS = ("alice@alliance.example", "bob@alliance.example")


def message(owner: str = OWNERS[0]) -> Message:
    """A digest, as far as the outbox minds."""
    payload = f"To: {owner}\r\nMessage-ID: <{owner}>\r\nContent-Type: text/html\r\n\r\n<h1>Pages</h1><p>Text</p>\r\n".encode()
    return Message(
        f"2026-11-23/{owner}", f"<id-of-{owner[0]}>", Mailbox("", owner), SENDER, "A subject", payload, "", "<h1>Pages</h1><p>Text</p>"
    )


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Notify]:
    """Notify, without whims."""
    with Notify(tmp_path).serving() as made:
        yield made


def way(service: Notify, slept: list[float] | None = None, **changes: Any) -> notify.Notify:
    """The way to it, on which nobody really waits."""
    return notify.Notify(replace(service.email(), **changes), sleep=([] if slept is None else slept).append, answer_seconds=0.5)


def batch(service: Notify, store: Store, names: str = "abcd", slept: list[float] | None = None) -> deliver.Sent:
    """Send a digest to each of these."""
    store.prepare([message(f"{name}@alliance.example") for name in names], {}, now=NOW)
    return deliver.send_batch(store.outbox, service.email(), NOW, open_way=lambda _: way(service, slept))


def test_a_digest_is_written_in_markdown(service: Notify) -> None:
    """Subject and body are personalisation, the reference is our Message-ID, and the step is on disk before it leaves."""
    digest = written("first-run")
    steps: list[int] = []
    with way(service, notify_reply_to="8e222534-7f05-4972-86e3-17c5d9f894e2") as line:
        line.send(digest, lambda: steps.append(len(service.kept)))
    ((reference, posted),) = service.kept
    assert steps == [0]
    assert f"<{reference}>" == digest.message_id
    assert (posted["email_address"], posted["template_id"]) == (digest.to.email, TEMPLATE)
    assert posted["email_reply_to_id"] == "8e222534-7f05-4972-86e3-17c5d9f894e2"
    assert posted["personalisation"]["subject"] == digest.subject
    assert posted["personalisation"]["body"].startswith("# Pages that you look after\n\nHello Alice Example,")


@pytest.mark.parametrize("step", ["kept", "send"])
@pytest.mark.parametrize("act", [DROP, HANG, (504, {}, None), (201, {}, None)])
def test_a_lost_answer_is_looked_up_and_not_sent_again(service: Notify, tmp_path: Path, step: str, act: Any) -> None:
    """The answer never came: the next try asks what became of it, and sends only what Notify does not have."""
    service.plan[step] = [act]
    with Store.open(tmp_path / "s.sqlite3") as store:
        store.prepare([message()], {}, now=NOW)
        for hour in range(3):
            deliver.send_batch(store.outbox, service.email(), NOW + dt.timedelta(hours=hour), open_way=lambda _: way(service))
        (letter,) = store.outbox.letters()
    assert letter.state is LetterState.SENT
    assert len(service.kept) == 1


@pytest.mark.parametrize(("status", "sent"), [("delivered", 1), ("sending", 1), ("technical-failure", 2), ("temporary-failure", 2)])
def test_what_notify_has_is_not_sent_again(service: Notify, status: str, sent: int) -> None:
    """But for what it gave up for now."""
    service.status = status
    with way(service) as line:
        for _ in range(2):
            line.send(message(), lambda: None)
    assert len(service.kept) == sent


def test_a_mailbox_that_is_not_there_is_the_recipients(service: Notify) -> None:
    """Notify has tried, and knows."""
    service.status = "permanent-failure"
    with way(service) as line:
        line.send(message(), lambda: None)
        with pytest.raises(NotDelivered, match="no mailbox") as caught:
            line.send(message(), lambda: None)
    assert (caught.value.permanent, caught.value.fault) == (True, Fault.RECIPIENT)


def test_a_minutes_limit_is_sat_out_once(service: Notify, tmp_path: Path) -> None:
    """3,000 requests in 60 seconds: the same message goes a minute later."""
    slept: list[float] = []
    service.plan["send"] = [error(429, ("RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"))]
    with Store.open(tmp_path / "s.sqlite3") as store:
        assert batch(service, store, slept=slept).complete
    assert slept == [notify.MINUTE]


def test_a_days_limit_is_for_the_next_runs(service: Notify, tmp_path: Path) -> None:
    """The limit of the day stops the batch at once, nobody is blamed, and all goes by itself."""
    slept: list[float] = []
    service.plan["send"] = error(429, ("TooManyRequestsError", "Exceeded send limits (email: 50) for today"))
    with Store.open(tmp_path / "s.sqlite3") as store:
        sent = batch(service, store, slept=slept)
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.PREPARED}
    assert service.steps.count("send") == 1
    assert slept == []
    assert "goes by itself with the next runs" in (sent.stopped or "")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (error(403, ("AuthError", "Invalid token: API key not found")), "check REVIEWER_NOTIFY_KEY"),
        (error(403, ("AuthError", "Error: Your system clock must be accurate to within 30 seconds")), "check this machine's clock"),
        (error(400, ("BadRequestError", "Can't send to this recipient using a team-only API key")), "not about one recipient"),
        (error(400, ("BadRequestError", "Can’t send to this recipient when service is in trial mode")), "not about one recipient"),
        (error(400, ("BadRequestError", "Template has been deleted")), "not about one recipient"),
        ((302, {"Location": "https://elsewhere.example/"}, None), "check [email] service"),
    ],
)
def test_what_the_admin_must_mend_stops_the_batch_and_keeps_all(service: Notify, tmp_path: Path, answer: Any, says: str) -> None:
    """Nothing is given up, no recipient is blamed, and it goes by itself after the mend."""
    service.plan["send"] = answer
    with Store.open(tmp_path / "s.sqlite3") as store:
        sent = batch(service, store)
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.PREPARED}
        service.plan.clear()
        assert batch(service, store).complete
    assert says in (sent.stopped or "")
    assert len(service.kept) == 4


def test_one_bad_address_costs_one_message(service: Notify, tmp_path: Path) -> None:
    """A ValidationError of the address is the recipient's; 500 is for a while."""
    service.plan["send"] = [error(400, ("ValidationError", "email_address Not a valid email address"))]
    with Store.open(tmp_path / "s.sqlite3") as store:
        sent = batch(service, store)
    assert (len(sent.sent), len(sent.refused)) == (3, 1)


@pytest.mark.parametrize(
    ("status", "permanent", "fault"),
    [(500, False, Fault.LIMIT), (503, False, Fault.LIMIT), (413, True, Fault.RECIPIENT), (400, True, Fault.UNKNOWN)],
)
def test_a_refusal_says_whose_it_is(service: Notify, status: int, permanent: bool, fault: Fault) -> None:
    """Too large is this message's, 5xx is trouble that passes, and of an unknown 400 the walk finds out."""
    service.plan["send"] = (status, {}, {"errors": "none"})
    with way(service) as line, pytest.raises(NotDelivered) as caught:
        line.send(message(), lambda: None)
    assert (caught.value.permanent, caught.value.fault) == (permanent, fault)


@pytest.mark.parametrize("act", [DROP, (200, {}, None), error(500, ("Exception", "Internal server error"))])
def test_what_could_not_be_looked_up_is_not_sent(service: Notify, act: Any) -> None:
    """Better late than twice."""
    service.plan["lookup"] = act
    with way(service) as line, pytest.raises(NotDelivered) as caught:
        line.send(message(), lambda: None)
    assert not isinstance(caught.value, AnswerLost)
    assert service.kept == []


@pytest.mark.parametrize(
    ("changes", "fields", "kind", "says"),
    [
        ({}, ["subject", "body", "name"], "email", "((body)), ((name)), ((subject))"),
        ({}, ["subject"], "email", "has the fields ((subject))"),
        ({}, ["body", "subject"], "sms", "is for sms, not for e-mail"),
        ({"via": "notify:00000000-2a88-4f6e-b855-c550268ce08a"}, ["body", "subject"], "email", "no template 00000000"),
        ({"notify_key": KEY[:-1] + "f"}, ["body", "subject"], "email", "check REVIEWER_NOTIFY_KEY"),
        ({"notify_key": "short"}, ["body", "subject"], "email", "is no API key"),
        ({"notify_key": None}, ["body", "subject"], "email", "is no API key"),
    ],
)
def test_a_template_that_does_not_fit_is_known_before_anything_is_sent(
    service: Notify, changes: dict[str, Any], fields: list[str], kind: str, says: str
) -> None:
    """Doctor says the same as a run, and neither says the key."""
    service.fields, service.kind = fields, kind
    with pytest.raises(NoConnection) as caught, way(service, **changes):
        pass
    assert caught.value.permanent
    assert says in caught.value.says
    assert KEY[-36:-1] not in caught.value.says
    lines = [*doctor.mail.mail(Config(email=replace(service.email(), **changes)), NOW, None)]
    assert says in lines[-1].says
    assert "send" not in service.steps


def test_doctor_looks_at_key_and_template_and_sends_nothing(service: Notify) -> None:
    """What was seen is said, and what cannot be seen without sending too."""
    says = "\n".join(line.says for line in doctor.mail.mail(Config(email=service.email()), NOW, None))
    assert "knows the API key and the template 'Digest' with ((subject)) and ((body))" in says
    assert "a test key sends nothing" in says
    assert service.steps == ["template"]


def test_a_test_message_goes_through(service: Notify) -> None:
    """``doctor --send-test`` sends one, which has no HTML."""
    lines = [*doctor.mail.mail(Config(email=service.email()), NOW, Mailbox("", OWNERS[0]))]
    assert lines[-1].what == "test message"
    assert service.kept[0][1]["personalisation"]["body"].startswith("This is a test from reviewer")


def test_the_extra_that_is_missing_is_named(service: Notify, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base install has no such client: a sentence with the command, not a traceback."""
    monkeypatch.setitem(sys.modules, "notifications_python_client.notifications", None)
    with pytest.raises(NoConnection, match=r"pip install 'content-reviewer\[notify\]'"), way(service):
        pass


def test_the_calendar_cannot_go_along(service: Notify) -> None:
    """And so no message says that it does, nor has it."""
    digest = CASES["only-upcoming"]()
    for email, there in ((service.email(), False), (replace(service.email(), via="folder:x"), True)):
        made = render.message(digest, config=replace(config(), email=email), installation="i", now=NOW)
        assert ("review-dates.ics" in made.text, b"text/calendar" in made.payload) == (there, there)


# --- killed


def state(folder: Path) -> Path:
    """A state with two digests to send."""
    path = folder / "state.sqlite3"
    with Store.open(path) as store:
        store.prepare([message(owner) for owner in OWNERS], {}, now=NOW)
    return path


def child(path: Path, service: Notify, what: str = "never", number: int = 0) -> subprocess.Popen[bytes]:
    """A process that sends."""
    command = [sys.executable, "-m", "tests.smtp_child", str(path), "0", what, str(number)]
    env = os.environ | {"CHILD_EMAIL": msgspec.json.encode(service.email()).decode()}
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=env)


def check_once(path: Path, service: Notify) -> None:
    """What runs of the following days do; then Notify has each once, whenever it was killed."""
    with Store.open(path) as store:
        for day in range(1, 5):
            deliver.send_batch(store.outbox, service.email(), NOW + dt.timedelta(days=day), open_way=lambda _: way(service))
        assert {letter.state for letter in store.outbox.letters()} == {LetterState.SENT}
    assert Counter(posted["email_address"] for _, posted in service.kept) == dict.fromkeys(OWNERS, 1)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("what", ["before", "after"])
def test_killed_at_a_step_of_the_outbox(service: Notify, tmp_path: Path, what: str, number: int) -> None:
    """Killed before or after sending, committing or sent is on disk: each digest comes once."""
    path = state(tmp_path)
    assert child(path, service, what, number).wait(60) == -signal.SIGKILL
    check_once(path, service)


@pytest.mark.slow
@pytest.mark.parametrize("step", ["template", "lookup", "arriving", "send", "kept", "answered"])
def test_killed_at_a_step_of_notify(service: Notify, tmp_path: Path, step: str) -> None:
    """Killed while Notify has not answered yet, before and after it kept the message: each digest comes once."""
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
    service.plan.update(acts)
    process = child(path, service)
    pids.append(process.pid)
    ready.set()
    assert process.wait(60) == -signal.SIGKILL
    assert came.wait(1), "the step was come to"
    service.plan.clear()
    check_once(path, service)
