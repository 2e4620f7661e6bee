"""The templates and the way out: connect, TLS and log-in. Nothing is sent, unless somebody names who gets a test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from reviewer import deliver, model, render
from reviewer.doctor.line import Line, Mark, Part
from reviewer.settings import Config


def mail(config: Config, now: dt.datetime, send_test: model.Mailbox | None) -> Iterator[Line]:
    """Lines about templates and mail server. ``send_test``: who gets one test message."""
    yield _templates(config, now)
    email = config.email
    try:
        if not deliver.leaves(email):
            says = f"{'; '.join(deliver.probe(email))} and nobody is mailed"
            yield Line(Mark.NOTE, "mail", says, "When you are ready: [email] via.", Part.MAIL)
            if send_test:
                says = f"no test was sent to {send_test.email}: {email.via} mails nobody"
                yield Line(Mark.WRONG, "test message", says, 'Set [email] via = "smtp://host:587".', Part.MAIL)
            return
        for says in deliver.probe(email):
            yield Line(Mark.FINE, "mail server", says, part=Part.MAIL)
        if send_test:
            with deliver.connect(email) as way:
                way.send(_test(config, send_test, now), lambda: None)
            says = f"the mail server took it for {send_test.email}: see whether it arrives"
            yield Line(Mark.FINE, "test message", says, part=Part.MAIL)
    except deliver.NoConnection as error:
        todo = "Check [email] via, tls and user, and REVIEWER_SMTP_PASSWORD. Nothing was sent."
        if not email.via.startswith("smtp"):
            todo = "Mend that, then run `reviewer doctor` again. Nothing was sent."
        yield Line(Mark.WRONG, "mail server", error.says, todo, Part.MAIL)
    except deliver.NotDelivered as error:
        todo = f"Ask the mail server's admin whether {email.sender or 'this sender'} may send from here."
        yield Line(Mark.WRONG, "test message", error.says, todo, Part.MAIL)


def chats(config: Config, *, send: bool) -> Iterator[Line]:
    """A line about each channel of a chat. ``send``: say there that this is a test."""
    for channel in config.admin.chats:
        try:
            yield Line(Mark.FINE, "chat", deliver.look_at(channel), part=Part.MAIL)
            if send:
                text = "Somebody ran `reviewer doctor --send-test`. There is nothing to do."
                deliver.post(channel, "A test from reviewer", text, config.network)
                yield Line(Mark.FINE, "chat", f"{channel} took a test: see whether it is there", part=Part.MAIL)
        except deliver.NotTold as error:
            variable = f"REVIEWER_CHAT_{channel.name.upper()}"
            yield Line(Mark.WRONG, "chat", str(error), f"Look at {variable}, or take it out of [admin] tell.", Part.MAIL)


def _test(config: Config, to: model.Mailbox, now: dt.datetime) -> model.Message:
    """A message that says what it is."""
    sender = config.email.sender or to
    text = (
        f"This is a test from reviewer, the content review of {config.organisation.name}.\n\n"
        "Somebody ran `reviewer doctor --send-test` with your address. There is nothing to do.\n"
    )
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(sender.name, addr_spec=sender.email)
    message["To"] = Address(to.name, addr_spec=to.email)
    message["Subject"] = "Test message from reviewer"
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<doctor.{now:%Y%m%dT%H%M%S%f}@{sender.email.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    return model.Message(
        key=f"doctor/{to.email}",
        message_id=message["Message-ID"],
        to=to,
        sender=sender,
        subject=message["Subject"],
        payload=message.as_bytes(),
        text=text,
        html="",
    )


def _templates(config: Config, now: dt.datetime) -> Line:
    """Typeset a digest with one finding, as a run would."""
    where = config.email.templates or "those of the house"
    try:
        render.message(sample(config, now), config=config, installation="doctor", now=now)
    except render.TemplateFault as error:
        return Line(Mark.WRONG, "templates", str(error), f"Mend it in {Path(where).absolute()}; `reviewer digest --out DIR` previews.")
    return Line(Mark.FINE, "templates", f"{where}: a sample digest was typeset")


def sample(config: Config, now: dt.datetime) -> model.Digest:
    """A digest of an invented owner with one overdue page."""
    page = config.sites[0].start[0] if config.sites else "https://www.example.org/"
    due = now.date() - dt.timedelta(days=40)
    finding = model.Finding(
        check="sample",
        page=page,
        subject="due",
        severity=model.Severity.URGENT,
        says="This page was due for review.",
        fix="Check the page, then set a new review date or remove the page.",
        quote="Review date",
        place=model.Place("Contents", 3),
        reason="overdue",
        due=due,
    )
    issue = model.Issue(finding, model.IssueState.OPEN, first_seen=now, last_seen=now, changed=now)
    sample = model.DigestPage(page, "A page", (model.DigestItem(issue, model.Change.NEW),))
    owner = model.Owner("An owner", "owner@example.org")
    return model.Digest(now.date().isoformat(), owner, ("this is a sample",), (sample,), checked=now.date())
