"""The mail server of another house, with STARTTLS and a password: what it keeps is what was written."""

from __future__ import annotations

import socket
import ssl
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from reviewer.deliver.ways.smtp import Smtp
from reviewer.settings import Email
from tests.letters import written
from tests.makers import CONTACT


class Kept:
    """A handler that keeps what arrives."""

    def __init__(self) -> None:
        self.envelopes: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - the name that aiosmtpd calls
        self.envelopes.append(envelope)
        return "250 OK"


def test_a_digest_arrives_to_the_byte() -> None:
    """Over STARTTLS, after a log-in, to one recipient."""
    authority = trustme.CA()
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(theirs)
    ours = ssl.create_default_context()
    authority.configure_trust(ours)
    kept, message = Kept(), written("first-run")

    def knows(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"me", b"secret"))

    options: dict[str, Any] = {"tls_context": theirs, "require_starttls": True, "authenticator": knows, "auth_required": True}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server: Any = Controller(kept, hostname="127.0.0.1", port=port, **options)
    server.start()
    try:
        email = Email(sender=CONTACT, via=f"smtp://localhost:{port}", user="me", password="secret")
        with Smtp(email, context=ours) as line:
            line.send(message, lambda: None)
    finally:
        server.stop()
    (envelope,) = kept.envelopes
    assert envelope.content == message.payload
    assert (envelope.mail_from, envelope.rcpt_tos) == (message.sender.email, ["alice@alliance.example"])
