"""By SMTP (RFC 5321) with STARTTLS or TLS: one message, one recipient, and a step on disk before the payload leaves.

Longer than 300 lines, as a plug-in is one file: the session, its bounds in time and length, and what its refusals mean.
"""

from __future__ import annotations

import base64
import contextlib
import io
import re
import smtplib
import socket
import ssl
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import urlsplit

from reviewer.deliver import blame
from reviewer.deliver.failures import AnswerLost, Fault, NoConnection, NotDelivered
from reviewer.deliver.tokens import Tokens
from reviewer.model import Message
from reviewer.settings import Email

SCHEMES: Final = ("smtp", "smtps")
LEAVES: Final = True

PORTS: Final = {"smtp": 587, "smtps": 465}

SECONDS: Final = 60.0
"""For connecting and for each reply as a whole, however slowly it drips."""

FINAL_SECONDS: Final = 600.0
"""For the reply to a whole message (RFC 5321, 4.5.3.2.6: 10 minutes, as a server that takes it too slowly makes duplicates). After one
that did not come, later ones have ``SECONDS``."""

RESOURCE: Final = "https://outlook.office365.com"
"""What a token is for that logs in at Exchange Online, unless ``email.service`` names another cloud's."""

LONGEST_REPLY: Final = 64 * 1024
"""Bytes of one reply; a banner without end is cut off here."""


def connect(email: Email) -> Smtp:
    """The mail server of ``smtp://host:port`` or ``smtps://host:port``, not yet connected."""
    return Smtp(email)


def probe(email: Email) -> tuple[str, ...]:
    """Connect and log in, and say what was seen to work. Sends nothing; raises ``NoConnection``."""
    with connect(email) as line:
        return (tried(email, encrypted=line.encrypted),)


def tried(email: Email, *, encrypted: bool) -> str:
    """What a connection that was made has shown."""
    secret = "encrypted, with a certificate that can be trusted" if encrypted else "without encryption, as [email] tls says"
    user = f"logged in as {email.user}" if email.user else "no log-in is configured"
    return f"{urlsplit(email.via).netloc.rpartition('@')[2]}: connected, {secret}, {user}; nothing was sent"


class Smtp:
    """One connection to a mail server. ``seconds`` and ``final_seconds`` bound each reply; ``encrypted`` says, once it is open, whether TLS
    protects it."""

    def __init__(
        self, email: Email, *, seconds: float = SECONDS, final_seconds: float = FINAL_SECONDS, context: ssl.SSLContext | None = None
    ) -> None:
        self._email = email
        self._seconds = seconds
        self._final_seconds = final_seconds
        self._context = context
        self._line: _Line | None = None
        self._tokens = Tokens(email, f"{email.service or RESOURCE}/.default") if email.oauth.client else None
        self.encrypted = False

    def __enter__(self) -> Self:
        """Connect, greet, make it secret, log in. Raises ``NoConnection`` with what to do; nothing is ever sent in clear unasked."""
        parts = urlsplit(self._email.via)
        try:
            host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        except ValueError as error:
            raise NoConnection(f"[email] via = {self._email.via!r} is no address of a mail server: {error}", permanent=True) from error
        where = f"the mail server {host}:{port}"
        line = _Line(self._seconds, implicit=self._tls() if parts.scheme == "smtps" else None, name=self._name())
        try:
            self.encrypted = self._greet(line, host, port, where, secret=parts.scheme == "smtps")
        except NoConnection:
            line.close()
            raise
        except ssl.SSLCertVerificationError as error:
            line.close()
            raise NoConnection(
                f"{where} shows a certificate that cannot be trusted ({error.verify_message}). Nothing was sent. If it is your own "
                "authority, name its file in SSL_CERT_FILE.",
                permanent=True,
            ) from error
        except UnicodeError as error:
            line.close()
            raise NoConnection(f"{where} cannot be asked: its name or [email] user is no text that mail knows.", permanent=True) from error
        except (OSError, smtplib.SMTPException) as error:
            line.close()
            raise NoConnection(f"{where} cannot be used: {_words(error)}") from error
        self._line = line
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Say goodbye; what the server answers to that, or whether, is of no interest."""
        line, self._line = self._line, None
        if line is None:
            return
        if kind is None and line.sock is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                line.putcmd("QUIT")
        line.close()

    def _tls(self) -> ssl.SSLContext:
        return self._context or ssl.create_default_context()

    def _name(self) -> str:
        """What we call ourselves: the sender's domain, or the address literal that is always allowed (RFC 5321, 4.1.3)."""
        domain = self._email.sender.email.rpartition("@")[2] if self._email.sender else ""
        return domain if re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", domain) else "[127.0.0.1]"

    def _greet(self, line: _Line, host: str, port: int, where: str, *, secret: bool) -> bool:
        """From the banner to the log-in; returns whether TLS protects the connection."""
        code, says = line.connect(host, port)
        if code != 220:
            raise NoConnection(f"{where} does not want us now: {code} {_text(says)}")
        line.ehlo_or_helo_if_needed()
        if not secret and self._email.tls != "none":
            if not line.has_extn("starttls"):
                raise NoConnection(
                    f"{where} does not offer STARTTLS, and mail is not sent in clear. Ask its admin, use smtps://, or, only for a trusted "
                    'relay on this machine, set [email] tls = "none".',
                    permanent=True,
                )
            line.starttls(context=self._tls())  # raises when it is refused
            line.ehlo()
            secret = True
        if self._email.user:
            if not secret and not _is_here(line):
                raise NoConnection(f'{where} is not on this machine: with [email] tls = "none" no password is sent to it.', permanent=True)
            self._log_in(line, where)
        return secret

    def _log_in(self, line: _Line, where: str) -> None:
        user, password = self._email.user or "", self._email.password or ""
        if self._tokens is not None:
            self._log_in_by_token(line, where, user, self._tokens)
            return
        try:
            if user.isascii() and password.isascii():
                line.login(user, password)
            else:
                line.log_in(user, password)
        except smtplib.SMTPAuthenticationError as error:
            says = f"{where} does not accept the user {self._email.user!r} and the password: {error.smtp_code} {_text(error.smtp_error)}"
            raise NoConnection(says, permanent=error.smtp_code >= 500) from error
        except smtplib.SMTPNotSupportedError as error:
            raise NoConnection(f"{where} offers no way to log in, but [email] user is set: {error}", permanent=True) from error

    def _log_in_by_token(self, line: _Line, where: str, user: str, tokens: Tokens) -> None:
        """Log in as an app that may send as ``user`` (XOAUTH2); a token that is refused is renewed once."""
        if "XOAUTH2" not in line.esmtp_features.get("auth", "").upper().split():
            raise NoConnection(f"{where} does not take tokens (XOAUTH2), but [email] oauth is set.", permanent=True)
        for renew in (False, True):
            told = f"user={user}\x01auth=Bearer {tokens.token(renew=renew)}\x01\x01"
            code, says = line.docmd("AUTH", f"XOAUTH2 {_base64(told)}")
            if code == 334:  # why, for programs; the refusal comes after an empty line
                code, says = line.docmd("")
            if code == 235:
                return
        raise NoConnection(
            f"{where} does not let the app {self._email.oauth.client} send as {user!r}: {code} {_text(says)}. It needs the application "
            "permission SMTP.SendAsApp with admin consent, its service principal in Exchange with FullAccess to the mailbox, and SMTP AUTH "
            "switched on for the mailbox.",
            permanent=code >= 500,
        )

    def send(self, message: Message, committing: Callable[[], None]) -> None:
        """One message to its one recipient; returns after the server's final 250. Raises ``NotDelivered`` and its kinds."""
        line = self._line
        if line is None:
            raise NoConnection("the connection to the mail server is not open")
        try:
            self._envelope(line, message)
        except NotDelivered as error:
            if not error.gone:
                self._reset(line, error)
            raise
        except (OSError, smtplib.SMTPException) as error:
            raise NoConnection(f"the mail server went away before the message was handed over: {_words(error)}") from error
        try:
            committing()
        except BaseException:
            line.close()  # after 354 only a broken connection keeps the message from being taken
            raise
        self._payload(line, message)

    def _envelope(self, line: _Line, message: Message) -> None:
        """MAIL, RCPT and DATA, up to the server's 354."""
        options = []
        if line.has_extn("size"):
            options.append(f"SIZE={len(message.payload)}")
        if not (message.to.email.isascii() and message.sender.email.isascii()):
            if not line.has_extn("smtputf8"):
                raise NotDelivered(
                    f"the mail server cannot write to {message.to.email}: it does not offer SMTPUTF8", permanent=True, fault=Fault.RECIPIENT
                )
            options.append("SMTPUTF8")
            line.command_encoding = "utf-8"
        code, says = line.mail(message.sender.email, options)
        if code == 552:
            raise _refusal(code, says)
        if code >= 500:
            raise NoConnection(f"the mail server does not take mail from {message.sender.email}: {code} {_text(says)}", permanent=True)
        _expect(250, code, says)
        code, says = line.rcpt(message.to.email)
        _expect(250, 250 if code == 251 else code, says)
        _expect(354, *line.docmd("DATA"))

    def _payload(self, line: _Line, message: Message) -> None:
        """The payload, its end, and what the server says to it. Without the end nothing is taken (RFC 5321, 4.1.1.4)."""
        body = re.sub(rb"(?m)^\.", b"..", message.payload)
        try:
            line.send(body if body.endswith(b"\r\n") else body + b"\r\n")
        except (OSError, smtplib.SMTPException) as error:
            raise NotDelivered(
                f"the mail server went away in the middle of the message: {_words(error)}", permanent=False, gone=True
            ) from error
        line.seconds = self._final_seconds
        try:
            line.send(b".\r\n")
            code, says = line.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._final_seconds = min(self._final_seconds, self._seconds)  # patience is for the first: hundreds wait behind it
            raise AnswerLost(f"the mail server did not say whether it took the message: {_words(error)}") from error
        finally:
            line.seconds = self._seconds
        _expect(250, code, says)

    def _reset(self, line: _Line, error: NotDelivered) -> None:
        """Forget the envelope, so that the next message starts anew; a server that cannot even do that is left."""
        try:
            code, _ = line.rset()
        except (OSError, smtplib.SMTPException):
            code = 421
        error.gone = code != 250


def _expect(wanted: int, code: int, says: bytes) -> None:
    """Raise ``NotDelivered`` for any other answer."""
    if code != wanted:
        raise _refusal(code, says)


def _refusal(code: int, says: bytes) -> NotDelivered:
    """5xx is for good; the rest is for now. 421 ends the connection (RFC 5321, 3.8), and so does an answer that refuses nothing and is not
    the one that belongs here: this server is out of step, as after two answers to one command."""
    text = _text(says)
    return NotDelivered(
        f"the mail server said: {code} {text}", permanent=code >= 500, gone=code == 421 or code < 400, fault=blame.fault(code, text)
    )


def _text(says: bytes | str) -> str:
    """What a server said, short and harmless: it may be anything."""
    from reviewer import neutral

    return neutral.words(says.decode("utf-8", "replace") if isinstance(says, bytes) else says)


def _words(error: Exception) -> str:
    """An error of the network in words."""
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return _text(str(error)) or type(error).__name__


def _is_here(line: _Line) -> bool:
    """Whether the other end is on this machine."""
    return line.sock is not None and str(line.sock.getpeername()[0]).startswith(("127.", "::1"))


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


class _Line(smtplib.SMTP):
    """A connection on which every reply has an end in time and in length."""

    def __init__(self, seconds: float, *, implicit: ssl.SSLContext | None, name: str) -> None:
        self.seconds = seconds
        self._implicit = implicit
        super().__init__(local_hostname=name, timeout=seconds)

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:
        made = socket.create_connection((host, port), timeout)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._implicit is None:
            return made
        try:
            return self._implicit.wrap_socket(made, server_hostname=host)
        except BaseException:
            made.close()
            raise

    def connect(self, host: str = "localhost", port: int = 0, source_address: Any = None) -> tuple[int, bytes]:
        self._host = host  # what STARTTLS checks the certificate against
        return super().connect(host, port, source_address)

    def log_in(self, user: str, password: str) -> None:
        """Log in as RFC 4616 (PLAIN) says, or by LOGIN, in UTF-8: ``smtplib`` knows ASCII only. Raises as its ``login`` does."""
        known = self.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in known:
            code, says = self.docmd("AUTH", f"PLAIN {_base64(f'{chr(0)}{user}{chr(0)}{password}')}")
        elif "LOGIN" in known:
            code, says = self.docmd("AUTH", f"LOGIN {_base64(user)}")
            if code == 334:
                code, says = self.docmd(_base64(password))
        else:
            raise smtplib.SMTPNotSupportedError("a name or password beyond ASCII needs AUTH PLAIN or LOGIN")
        if code not in {235, 503}:
            raise smtplib.SMTPAuthenticationError(code, says)

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:
            self.file = io.BufferedReader(_Bounded(self.sock))
        if self.file is not None and isinstance(self.file.raw, _Bounded):
            self.file.raw.begin(self.seconds)
        return super().getreply()


class _Bounded(io.RawIOBase):
    """Reads a socket until a deadline and up to a length; then it raises ``TimeoutError``."""

    def __init__(self, sock: socket.socket) -> None:
        super().__init__()
        self._sock = sock
        self._until = 0.0
        self._left = 0

    def begin(self, seconds: float) -> None:
        """A new reply begins."""
        self._until = time.monotonic() + seconds
        self._left = LONGEST_REPLY

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        seconds = self._until - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("no answer in time")
        if self._left <= 0:
            raise OSError(f"an answer of more than {LONGEST_REPLY} bytes")
        self._sock.settimeout(seconds)
        count = self._sock.recv_into(buffer, min(len(buffer), self._left))
        self._left -= count
        return count
