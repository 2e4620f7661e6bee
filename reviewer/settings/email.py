"""How mail leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Le

from reviewer.model import Mailbox
from reviewer.settings.kinds import Choice, Key, Text, TextKind, Web

TLS = Choice(("required", "none"), "kind of TLS")


@dataclass(frozen=True, slots=True)
class OAuth:
    """The app registration that sends through Microsoft 365, by ``graph:`` or by ``smtp://``. Its secret is never in this file:
    REVIEWER_OAUTH_SECRET or REVIEWER_OAUTH_SECRET_FILE; or a certificate."""

    tenant: Annotated[Text, "Needed. The directory (tenant) ID, or a domain of it, as in `example.onmicrosoft.com`."] = ""
    client: Annotated[Text, "Needed. The application (client) ID."] = ""
    certificate: Annotated[
        Text | None, "Instead of a secret: a PEM file with the private key and the certificate of the app, beside this file."
    ] = None
    authority: Annotated[
        str, TextKind.ORIGIN, "Who logs the app in; national clouds have their own, as in `https://login.microsoftonline.us`."
    ] = "https://login.microsoftonline.com"
    secret: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Email:
    """How digests leave. Secrets are never in this file: REVIEWER_SMTP_PASSWORD, REVIEWER_OAUTH_SECRET, REVIEWER_NOTIFY_KEY, or the same
    with _FILE and a path. ``proxy`` and ``ca_file`` are those of ``[network]``, for ways that ask web services."""

    sender: Annotated[Mailbox | None, Key("from"), "The From of every message. Default: the organisation's contact."] = None
    via: Annotated[
        str,
        TextKind.VIA,
        "`folder:PATH` writes files and mails nobody; `smtp://host:587` uses STARTTLS, `smtps://host:465` TLS from the start; "
        "`graph:MAILBOX` is Microsoft Graph, `notify:TEMPLATE_ID` is GOV.UK Notify.",
    ] = "folder:outbox"
    user: Annotated[Text | None, "The name to log in with at the mail server, if it wants one."] = None
    password: str | None = field(default=None, repr=False)
    tls: Annotated[str, TLS, "`required`: no mail without checked encryption. `none`: only for a relay on a network that you trust."] = (
        "required"
    )
    oauth: Annotated[OAuth, "The app registration that sends through Microsoft 365: by `graph:`, or by `smtp://` without a password."] = (
        OAuth()
    )
    service: Annotated[
        str | None,
        TextKind.ORIGIN,
        "Where the web service of `graph:` or `notify:` is, when it is not the usual one, as in `https://graph.microsoft.us`; for "
        "`smtp://` with `oauth`, what the token is for.",
    ] = None
    notify_reply_to: Annotated[Text | None, "For `notify:`: the ID of a reply-to address of your service. Default: its own."] = None
    notify_key: str | None = field(default=None, repr=False)
    proxy: str | None = field(default=None, repr=False)
    ca_file: str | None = None
    admin: Annotated[Mailbox | None, "Who gets the weekly summary and alarms. Default: the organisation's contact."] = None
    surge: Annotated[
        float, Ge(1), Le(1000), "More than `surge` times the last period's messages, plus `surge_extra`, are held for a person."
    ] = 3.0
    surge_extra: Annotated[int, Ge(0), Le(100_000), "See `surge`."] = 20
    templates: Annotated[Text | None, "A folder with your own subject.txt, digest.txt or digest.html, beside this file."] = None
    list_id: Annotated[Text | None, "The List-Id header of every digest (RFC 2919), as in `content-review.example.org`."] = None
    report_url: Annotated[Web | None, "Where the report page can be read; digests with more pages than they show link to it."] = None

    @property
    def carries_files(self) -> bool:
        """Whether a message can have a file with it: GOV.UK Notify writes the message itself, and takes none."""
        return not self.via.startswith("notify:")
