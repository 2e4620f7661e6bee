"""One port for those who are on call: ``/metrics`` for Prometheus, ``/healthz`` for an orchestrator. GET and HEAD only; off by default."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from socketserver import TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from reviewer import logs
from reviewer.schedule import metrics
from reviewer.schedule.wellness import Health
from reviewer.store import StateFailed, StateRefused

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class PortRefused(Exception):
    """The port cannot be had; the text says which, why and what to do."""


class _Server(ThreadingMixIn, WSGIServer):
    """A thread for each request: a slow reader must not keep a health check waiting."""

    daemon_threads = True
    block_on_close = False

    def server_bind(self) -> None:
        """Bind without asking DNS for our own name, which may take seconds in a container."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()


class _Quiet(WSGIRequestHandler):
    """No line for each scrape; a client that says nothing for 10 s is left."""

    timeout = 10

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


def application(health: Callable[[], Health], figures: Callable[[], metrics.Gauges], version: str) -> WSGIApplication:
    """The two answers. A state that cannot be read is ill: 503, in a sentence."""
    from prometheus_client import generate_latest

    registry = metrics.registry(figures, version)

    def healthz() -> tuple[str, str, bytes]:
        found = health()
        return "200 OK" if found.well else "503 Service Unavailable", "text/plain; charset=utf-8", f"{found.says}\n".encode()

    def scraped() -> tuple[str, str, bytes]:
        return "200 OK", "text/plain; version=0.0.4; charset=utf-8", generate_latest(registry)

    answers = {"/healthz": healthz, "/metrics": scraped}

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        status, kind, body = "404 Not Found", "text/plain; charset=utf-8", b"Here are /metrics and /healthz.\n"
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            status, body = "405 Method Not Allowed", b"GET or HEAD.\n"
        elif found := answers.get(environ["PATH_INFO"]):
            try:
                status, kind, body = found()
            except (StateFailed, StateRefused) as error:
                status, body = "503 Service Unavailable", f"{error}\n".encode()
        headers = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
        start(status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    return answer


@contextlib.contextmanager
def watched(app: WSGIApplication, *, address: str, port: int) -> Iterator[int]:
    """Answer on a port while the block runs; gives the port (0 asks for a free one). Raises ``PortRefused`` when it is taken."""
    try:
        server = make_server(address, port, app, server_class=_Server, handler_class=_Quiet)
    except OSError as error:
        says = f"Port {port} at {address} cannot be opened: {error.strerror}. Set [health] port to another one."
        raise PortRefused(says) from error
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.2}, name="watching", daemon=True)
        thread.start()
        logs.log(__name__).info("watching", address=address, port=server.server_port)
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
