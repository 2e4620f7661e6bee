"""``[email]`` to the settings of the way out, with the secrets of the environment: each way has what it needs, before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from reviewer import settings
from reviewer.config.mistakes import Finds
from reviewer.model import Mailbox

_LATER = "or the same with _FILE and a path"


def email(
    written: settings.Email,
    given: Mapping[str, str],
    *,
    via: str,
    contact: Mailbox | None,
    certificate: str | None,
    templates: str | None,
    finds: Finds,
    outside: Finds,
) -> settings.Email:
    """How mail leaves by ``via``. ``given`` holds the environment's values; what is missing goes to ``finds``, or to ``outside`` when the
    environment says it."""
    scheme = via.partition(":")[0]
    made = replace(
        written,
        sender=written.sender or contact,
        admin=written.admin or contact,
        via=via,
        user=given.get("REVIEWER_SMTP_USER") or written.user,
        password=given.get("REVIEWER_SMTP_PASSWORD"),
        oauth=replace(written.oauth, certificate=certificate, secret=given.get("REVIEWER_OAUTH_SECRET")),
        notify_key=given.get("REVIEWER_NOTIFY_KEY"),
        templates=templates,
    )
    if written.tls == "none" and scheme == "smtps":
        finds.wrong(("email", "tls"), 'is "none", and smtps:// is TLS', '"required", or via = "smtp://..."')
    elif written.tls == "none" and scheme == "smtp" and not _here(urlsplit(via).hostname or ""):
        finds.warn(("email", "tls"), f'is "none": mail to {urlsplit(via).hostname} can be read and changed on its way')
    app = bool(written.oauth.tenant or written.oauth.client)
    if scheme == "graph" or (app and scheme in {"smtp", "smtps"}):
        _app(made, finds)
        if scheme != "graph":
            finds.needed(made.user, ("email", "user"), 'the mailbox that the app sends as, as in user = "content-review@example.org"')
    elif scheme == "notify":
        if not made.notify_key:
            finds.wrong(("email", "via"), "has no API key", f"it in the environment: REVIEWER_NOTIFY_KEY, {_LATER}")
    elif scheme != "folder":
        _password(made, finds, outside)
    return made


def _app(made: settings.Email, finds: Finds) -> None:
    """An app registration is whole: tenant, client, and either a secret or a certificate."""
    examples = {"tenant": '"example.onmicrosoft.com"', "client": '"11111111-2222-3333-4444-555555555555"'}
    for key, example in examples.items():
        finds.needed(getattr(made.oauth, key), ("email", "oauth", key), f"{key} = {example}")
    if not made.oauth.secret and not made.oauth.certificate:
        says = "it in the environment: REVIEWER_OAUTH_SECRET or REVIEWER_OAUTH_SECRET_FILE, or certificate = a PEM file"
        finds.wrong(("email", "oauth"), "has no secret", says)
    elif made.oauth.secret and made.oauth.certificate:
        finds.wrong(("email", "oauth", "certificate"), "is set, and REVIEWER_OAUTH_SECRET too", "one of the two")


def _password(made: settings.Email, finds: Finds, outside: Finds) -> None:
    """User and password stand together."""
    if made.user and not made.password:
        finds.wrong(("email", "user"), "has no password", "it in the environment: REVIEWER_SMTP_PASSWORD or REVIEWER_SMTP_PASSWORD_FILE")
    if made.password and not made.user:
        outside.wrong(("REVIEWER_SMTP_PASSWORD",), "is set, and no user name", "[email] user, or REVIEWER_SMTP_USER")


def _here(host: str) -> bool:
    """Whether a host is this machine."""
    return host in {"localhost", "::1"} or host.startswith("127.")
