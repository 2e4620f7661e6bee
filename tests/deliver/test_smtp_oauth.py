"""SMTP with a token in the place of a password (XOAUTH2), as Exchange Online asks for it."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewer.deliver import NoConnection
from reviewer.deliver.ways import smtp
from reviewer.model import Mailbox, Message
from tests.doubles.microsoft import MAILBOX, Microsoft, refused_token
from tests.doubles.web import AUTHORITY
from tests.smtp_origin import SmtpOrigin

pytest.importorskip("msal", reason="the extra is not installed: pip install 'content-reviewer[graph]'")

MESSAGE = Message(
    "2026-11-23/a", "<a@b>", Mailbox("", "alice@alliance.example"), Mailbox("", MAILBOX), "s", b"Subject: s\r\n\r\ntext\r\n", "", ""
)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Microsoft]:
    """Who gives tokens."""
    with Microsoft(tmp_path).serving() as made:
        yield made


def origin(plan: dict[str, Any] | None = None, offers: str = "AUTH LOGIN XOAUTH2") -> SmtpOrigin:
    """A mail server that takes tokens, over TLS."""
    made = SmtpOrigin(plan=plan or {}, extensions=(offers,))
    made.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("localhost").configure_cert(made.tls)
    return made


def way(service: Microsoft, server: SmtpOrigin, **changes: Any) -> smtp.Smtp:
    """The way to it, for the app."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    email = replace(service.email(), via=f"smtp://localhost:{server.port}", user=MAILBOX, service=None, **changes)
    return smtp.Smtp(email, seconds=5.0, final_seconds=5.0, context=context)


def test_an_app_logs_in_with_a_token(service: Microsoft) -> None:
    """Over TLS only, for Exchange Online's resource; the secret goes to Entra ID and not to the mail server."""
    with origin().serving() as server, way(service, server) as line:
        line.send(MESSAGE, lambda: None)
    assert server.secrets == [(f"user={MAILBOX}\x01auth=Bearer {service.given[0]}\x01\x01", True)]
    assert len(server.accepted) == 1
    assert f"{smtp.RESOURCE}/.default" in service.forms[0]["scope"].split()


def test_a_token_serves_for_the_next_connection(service: Microsoft) -> None:
    """Entered again, nothing is asked of Entra ID."""
    with origin().serving() as server:
        line = way(service, server)
        for _ in range(2):
            with line:
                line.send(MESSAGE, lambda: None)
    assert (len(service.given), len(server.accepted)) == (1, 2)


@pytest.mark.parametrize("first", ["535 5.7.3 Authentication unsuccessful", "334 eyJzdGF0dXMiOiI0MDEifQ=="])
def test_a_token_that_is_refused_is_renewed_once(service: Microsoft, first: str) -> None:
    """Revoked: a new one, on the same connection. A challenge with the reason is answered by an empty line."""
    answers = [first]
    with origin({"auth": lambda: answers.pop() if answers else None}).serving() as server, way(service, server) as line:
        line.send(MESSAGE, lambda: None)
    assert len(service.given) == 2
    assert len(server.accepted) == 1


def test_an_app_that_may_not_is_told_what_it_needs(service: Microsoft) -> None:
    """Three things in three places of Microsoft 365; neither token nor secret is in the sentence."""
    plan = {"auth": "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox."}
    with origin(plan).serving() as server, pytest.raises(NoConnection, match=r"SMTP\.SendAsApp") as caught, way(service, server):
        pass
    assert caught.value.permanent
    assert "is disabled for the Mailbox" in caught.value.says
    assert service.given[-1] not in caught.value.says


def test_no_token_no_log_in(service: Microsoft) -> None:
    """What Entra ID says is told, and the mail server is left."""
    service.plan["token"] = refused_token(401, 7000222, "invalid_client", "The secret keys are expired.")
    with origin().serving() as server, pytest.raises(NoConnection, match="has run out"), way(service, server):
        pass
    assert server.secrets == []


def test_a_server_that_takes_no_tokens_is_said(service: Microsoft) -> None:
    """An app is configured, and the server wants passwords."""
    with origin(offers="AUTH LOGIN").serving() as server, pytest.raises(NoConnection, match="XOAUTH2") as caught, way(service, server):
        pass
    assert caught.value.permanent
    assert service.given == []


def test_no_token_goes_in_clear_to_another_machine(service: Microsoft, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token is a password."""
    monkeypatch.setattr(smtp, "_is_here", lambda line: False)
    with (
        SmtpOrigin(extensions=("AUTH XOAUTH2",)).serving() as server,
        pytest.raises(NoConnection, match="no password is sent"),
        way(service, server, tls="none"),
    ):
        pass
    assert server.secrets == []
