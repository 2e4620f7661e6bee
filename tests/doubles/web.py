"""A web service on loopback, over TLS on a real socket, that can do at any step what services do to their clients.

``plan`` maps a step to what happens there: ``DROP`` (the connection closes), ``HANG`` (silence until the test ends), an answer as
``(status, headers, object)``, or a function, which is called and may return one of these; a list gives one for each time, then the usual
again. ``steps`` says which were come to. A subclass answers in ``usual``.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit

import trustme

DROP = "drop"
HANG = "hang"

AUTHORITY = trustme.CA()

Answer = tuple[int, Mapping[str, str], object]
Act = str | Answer | Callable[[], Any] | None


class Asked(NamedTuple):
    """What was asked: ``query`` and ``form`` are the first value of each name."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        """The body, read as a form."""
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


class _Dropped(Exception):
    """The plan says that the connection ends here."""


class Web:
    """A service at ``https://localhost:port``; ``ca_file`` is the authority that its clients may trust."""

    def __init__(self, folder: Path, plan: Mapping[str, Act | list[Act]] | None = None) -> None:
        self.plan: dict[str, Act | list[Act]] = dict(plan or {})
        self.steps: list[str] = []
        self.ca_file = str(folder / "authority.pem")
        AUTHORITY.cert_pem.write_to_path(self.ca_file)
        self.origin = ""
        self._ended = threading.Event()

    @contextmanager
    def serving(self) -> Iterator[Self]:
        """Listen on a free port until the block is left."""
        service = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 20

            def do_GET(self) -> None:
                service._serve(self)

            def do_POST(self) -> None:
                service._serve(self)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def get_request(self) -> Any:
                made, address = super().get_request()
                return tls.wrap_socket(made, server_side=True, do_handshake_on_connect=False), address

            def handle_error(self, request: Any, client_address: Any) -> None:
                """A client that went away is what these tests are about."""

        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        AUTHORITY.issue_cert("localhost").configure_cert(tls)
        server = Server(("127.0.0.1", 0), Handler)
        self.origin = f"https://localhost:{server.server_address[1]}"
        thread = threading.Thread(target=lambda: server.serve_forever(0.02), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._ended.set()
            server.shutdown()
            server.server_close()
            thread.join(10)

    def usual(self, asked: Asked) -> Answer:
        """What the service answers when the plan says nothing."""
        raise NotImplementedError

    def step(self, name: str) -> Answer | None:
        """Come to a step; returns the answer that the plan has for it."""
        self.steps.append(name)
        planned = self.plan.get(name)
        if isinstance(planned, list):
            planned = planned.pop(0) if planned else None
        act: Any = planned() if callable(planned) else planned
        if act == HANG:
            self._ended.wait(20)
        if act in (DROP, HANG):
            raise _Dropped
        found: Answer | None = act
        return found

    def _serve(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        try:
            if handler.command == "POST":
                self.step("arriving")
            body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            named = {name.lower(): value for name, value in handler.headers.items()}
            status, headers, said = self.usual(Asked(handler.command, parts.path, query, named, body))
        except _Dropped:
            handler.close_connection = True
            return
        sent = said if isinstance(said, bytes) else b"" if said is None else json.dumps(said).encode()
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers, "Content-Length": str(len(sent))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(sent)
