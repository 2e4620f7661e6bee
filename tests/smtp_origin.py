"""A real SMTP server on loopback that can do what mail servers do to their clients, at any step.

``SmtpOrigin(plan)`` takes a plan: a step's name to what happens there. Steps, in order: ``banner ehlo starttls auth mail rcpt data payload final
quit``; ``payload`` is when its first bytes are here, ``final`` the moment when it has arrived as a whole and was not answered.

What may happen: an answer ("451 later"), ``DROP`` (the connection closes), ``HANG`` (silence until the test ends), ``ENDLESS`` (lines without
end), or a function, which is called and may return one of these. ``after`` holds functions that are called when a step was answered.
"""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

DROP = "drop"
HANG = "hang"
ENDLESS = "endless"

Act = str | Callable[[], str | None]


class _Dropped(Exception):
    """The plan says that the connection ends here."""


@dataclass
class SmtpOrigin:
    """What happened is in ``arrived`` (whole messages, whatever was answered: (sender, recipient, payload)), ``accepted`` (those that were
    answered with 250), ``steps`` (the steps of each connection) and ``secrets`` (passwords, with whether they came over TLS)."""

    plan: Mapping[str, Act] = field(default_factory=dict)
    after: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    implicit: bool = False
    extensions: tuple[str, ...] = ("8BITMIME", "SIZE 1000000")
    recipients: Mapping[str, str] = field(default_factory=dict)
    arrived: list[tuple[str, str, bytes]] = field(default_factory=list)
    accepted: list[tuple[str, str, bytes]] = field(default_factory=list)
    steps: list[list[str]] = field(default_factory=list)
    secrets: list[tuple[str, bool]] = field(default_factory=list)
    port: int = 0

    @contextmanager
    def serving(self) -> Iterator[SmtpOrigin]:
        """Listen on a free port until the block is left."""
        self._ended = threading.Event()
        self._open: list[socket.socket] = []
        threads: list[threading.Thread] = []
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
            listener.settimeout(0.05)

            def listen() -> None:
                while not self._ended.is_set():
                    try:
                        made, _ = listener.accept()
                    except OSError:
                        continue
                    made.settimeout(20)
                    self._open.append(made)
                    each = threading.Thread(target=self._serve, args=(made,), daemon=True)
                    threads.append(each)
                    each.start()

            accepting = threading.Thread(target=listen, daemon=True)
            accepting.start()
            try:
                yield self
            finally:
                self._ended.set()
                for made in self._open:
                    with suppress(OSError):
                        made.shutdown(socket.SHUT_RDWR)
                for thread in [*threads, accepting]:
                    thread.join(10)
                for made in self._open:
                    made.close()

    def _serve(self, made: socket.socket) -> None:
        talk = _Talk(self, made)
        self.steps.append(talk.steps)
        try:
            talk.whole()
        except (_Dropped, OSError):
            pass
        finally:
            talk.close()


class _Talk:
    """One connection."""

    def __init__(self, origin: SmtpOrigin, sock: socket.socket) -> None:
        self.origin = origin
        self.sock = sock
        self.buffer = b""
        self.steps: list[str] = []
        self.secret = origin.implicit
        self.sender = self.recipient = ""

    def close(self) -> None:
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.sock.close()

    def say(self, text: str) -> None:
        self.sock.sendall(text.encode() + b"\r\n")

    def more(self) -> None:
        more = self.sock.recv(65536)
        if not more:
            raise _Dropped
        self.buffer += more

    def line(self) -> str:
        while b"\r\n" not in self.buffer:
            self.more()
        found, _, self.buffer = self.buffer.partition(b"\r\n")
        return found.decode("utf-8", "replace")

    def step(self, name: str, answer: str) -> str:
        """Come to a step: do what the plan says, else give the usual answer. Returns what was answered."""
        self.steps.append(name)
        act: str | None = None
        planned = self.origin.plan.get(name)
        if planned is not None:
            act = planned() if callable(planned) else planned
        if act == DROP:
            raise _Dropped
        if act == HANG:
            self.origin._ended.wait(20)
            raise _Dropped
        if act == ENDLESS:
            while not self.origin._ended.is_set():
                self.sock.sendall(b"250-and so on\r\n" * 100 if name != "banner" else b"220-and so on\r\n" * 100)
            raise _Dropped
        if name != "payload" and (act or answer):
            self.say(act or answer)
        if name in self.origin.after:
            self.origin.after[name]()
        return act or answer

    def whole(self) -> None:
        if self.origin.implicit:
            assert self.origin.tls is not None
            self.sock = self.origin.tls.wrap_socket(self.sock, server_side=True)
        if not self.step("banner", "220 origin.example ESMTP").startswith("220"):
            return
        while True:
            said = self.line()
            verb = said.partition(" ")[0].upper()
            if verb in {"EHLO", "HELO"}:
                offers = [*self.origin.extensions]
                if self.origin.tls is not None and not self.secret:
                    offers.append("STARTTLS")
                lines = ["origin.example", *offers]
                self.step("ehlo", "\r\n".join(f"250{'-' if n < len(lines) - 1 else ' '}{each}" for n, each in enumerate(lines)))
            elif verb == "STARTTLS":
                if self.step("starttls", "220 go ahead").startswith("220"):
                    assert self.origin.tls is not None
                    self.sock = self.origin.tls.wrap_socket(self.sock, server_side=True)
                    self.buffer, self.secret = b"", True
            elif verb == "AUTH":
                self.origin.secrets.append((base64.b64decode(said.split()[-1]).decode(), self.secret))
                if said.split()[1].upper() == "LOGIN":
                    self.say("334 UGFzc3dvcmQ6")
                    self.origin.secrets.append((base64.b64decode(self.line()).decode(), self.secret))
                self.step("auth", "235 welcome")
            elif verb == "MAIL":
                self.sender = said.partition("<")[2].partition(">")[0]
                self.step("mail", "250 ok")
            elif verb == "RCPT":
                self.recipient = said.partition("<")[2].partition(">")[0]
                self.step("rcpt", self.origin.recipients.get(self.recipient, "250 ok"))
            elif verb == "DATA":
                if self.step("data", "354 go on").startswith("354"):
                    self.message()
            elif verb == "QUIT":
                self.step("quit", "221 bye")
                return
            else:
                self.say("250 ok")

    def message(self) -> None:
        """Take the payload up to its lonely dot."""
        if not self.buffer:
            self.more()
        self.step("payload", "")
        while not self.buffer.startswith(b".\r\n") and b"\r\n.\r\n" not in self.buffer:
            self.more()
        body, _, self.buffer = self.buffer.partition(b"\r\n.\r\n")
        payload = b"\r\n".join(each[1:] if each.startswith(b".") else each for each in body.split(b"\r\n")) + b"\r\n"
        taken = (self.sender, self.recipient, payload)
        self.origin.arrived.append(taken)
        self.origin.accepted.append(taken)  # before the answer leaves: who has it may look at once
        queued = False
        try:
            queued = self.step("final", "250 queued").startswith("250")
        finally:
            if not queued:
                self.origin.accepted.remove(taken)
