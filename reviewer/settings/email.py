"""How mail leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Le

from reviewer.model import Mailbox
from reviewer.settings.kinds import Choice, Key, Text, TextKind, Web

TLS = Choice(("required", "none"), "kind of TLS")


@dataclass(frozen=True, slots=True)
class Email:
    """How digests leave. The password is never in this file: REVIEWER_SMTP_PASSWORD or REVIEWER_SMTP_PASSWORD_FILE."""

    sender: Annotated[Mailbox | None, Key("from"), "The From of every message. Default: the organisation's contact."] = None
    via: Annotated[
        str,
        TextKind.VIA,
        "`folder:PATH` writes files and mails nobody; `smtp://host:587` uses STARTTLS, `smtps://host:465` TLS from the start.",
    ] = "folder:outbox"
    user: Annotated[Text | None, "The name to log in with at the mail server, if it wants one."] = None
    password: str | None = field(default=None, repr=False)
    tls: Annotated[str, TLS, "`required`: no mail without checked encryption. `none`: only for a relay on a network that you trust."] = (
        "required"
    )
    admin: Annotated[Mailbox | None, "Who gets the weekly summary and alarms. Default: the organisation's contact."] = None
    surge: Annotated[
        float, Ge(1), Le(1000), "More than `surge` times the last period's messages, plus `surge_extra`, are held for a person."
    ] = 3.0
    surge_extra: Annotated[int, Ge(0), Le(100_000), "See `surge`."] = 20
    templates: Annotated[Text | None, "A folder with your own subject.txt, digest.txt or digest.html, beside this file."] = None
    list_id: Annotated[Text | None, "The List-Id header of every digest (RFC 2919), as in `content-review.example.org`."] = None
    report_url: Annotated[Web | None, "Where the report page can be read; digests with more pages than they show link to it."] = None
