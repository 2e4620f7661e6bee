"""The hosts: one asyncio server in a thread, listening on several loopback addresses, with certificates good and bad."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import socket
import ssl
import struct
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

from tests.links_origin.case import Headers, Reply

PLAIN = {
    "MAIN": "127.0.0.1",
    "OTHER": "127.0.0.2",
    "SOFT": "127.0.0.3",
    "SHELL": "127.0.0.4",
    "PARKED": "127.0.0.6",
    "HOMING": "127.0.0.7",
    "FRAIL": "127.0.0.8",
    "LATE": "127.0.0.9",
    "BUSY": "127.0.0.10",
    "ECHO": "127.0.0.16",
}
"""Hosts over http. SOFT says 200 to everything, SHELL is an application that draws itself, HOMING leads everything unknown to its front page,
ECHO does so too, or leads to one page of errors, with the asked address in the query."""
SECURE = {
    "TLS": "127.0.0.2",
    "EXPIRED": "127.0.0.11",
    "WRONGHOST": "127.0.0.12",
    "SELFSIGNED": "127.0.0.13",
    "NOCHAIN": "127.0.0.14",
    "NOCHAINOLD": "127.0.0.15",
}
CLOSED = "127.0.0.5"
LAVISH = 4 * 1024 * 1024
"""Bytes of a body without end that come as fast as they are read."""

WELCOME = b"<title>A trust</title><h1>A trust</h1><p>" + b"Welcome to the trust. We run four hospitals and are glad to hear from you. " * 5
LOST = b"<title>Information</title><h1>Information</h1><p>Sorry, we could not find that. It may have been moved or no longer exists."


def echo(path: str) -> Reply:
    """What the host says that carries the asked address along: its page of errors, its front page, or where those are."""
    if path.startswith(("/lost?", "/?")):
        return Reply(200, LOST if path.startswith("/lost") else WELCOME)
    return Reply(302, b"", (("Location", f"/?from={path.rpartition('/')[2]}" if path.startswith("/home/") else f"/lost?path={path}"),))


Answering = Callable[[str, str], Reply | None]


class Origin:
    """``with Origin(answers, folder) as origin``: ``origin.fill(text)`` puts real addresses for ``$HOST``, ``origin.ca`` is the CA's file.

    ``asked`` holds (host, method, path, headers) of every request; ``answers`` may be changed while it runs.
    """

    def __init__(self, answers: Mapping[tuple[str, str], Reply], folder: Path) -> None:
        self.answers = dict(answers)
        self.folder = folder
        self.places: dict[str, str] = {}
        self.asked: list[tuple[str, str, str, Headers]] = []
        self.sent: dict[str, int] = defaultdict(int)
        self._loop = asyncio.new_event_loop()
        self._servers: list[asyncio.Server] = []
        self._open_writers: set[asyncio.StreamWriter] = set()
        self.ca = folder / "ca.pem"

    def __enter__(self) -> Self:
        ready = threading.Event()

        def run() -> None:
            asyncio.set_event_loop(self._loop)
            self._loop.run_until_complete(self._open())
            ready.set()
            self._loop.run_forever()
            self._loop.run_until_complete(self._close())
            self._loop.close()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        ready.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def fill(self, text: str) -> str:
        """Text with the places put in, longest names first."""
        for name in sorted(self.places, key=len, reverse=True):
            text = text.replace(f"${name}", self.places[name])
        return text

    async def _open(self) -> None:
        for name, address in PLAIN.items():
            await self._listen(name, address, None)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.ca))
        for name, address in SECURE.items():
            await self._listen(name, address, self._context(name, address, authority))
        with socket.socket() as closed:
            closed.bind((CLOSED, 0))
            self.places["CLOSED"] = f"http://{CLOSED}:{closed.getsockname()[1]}"

    async def _listen(self, name: str, address: str, context: ssl.SSLContext | None) -> None:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._open_writers.add(writer)
            with contextlib.suppress(
                asyncio.CancelledError, ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError
            ):
                await self._serve(name, reader, writer)
            self._open_writers.discard(writer)
            writer.close()

        server = await asyncio.start_server(serve, address, 0, ssl=context)
        self._servers.append(server)
        scheme = "https" if context else "http"
        self.places[name] = f"{scheme}://{address}:{server.sockets[0].getsockname()[1]}"

    def _context(self, name: str, address: str, authority: trustme.CA) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if name == "EXPIRED":
            long_ago = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
            authority.issue_cert(address, not_before=long_ago, not_after=long_ago + dt.timedelta(days=30)).configure_cert(context)
        elif name == "WRONGHOST":
            authority.issue_cert("elsewhere.example").configure_cert(context)
        elif name == "SELFSIGNED":
            own = trustme.CA(organization_name="Nobody")
            pem = self.folder / "selfsigned.pem"
            pem.write_bytes(own.private_key_pem.bytes() + own.cert_pem.bytes())
            context.load_cert_chain(pem)
        elif name in {"NOCHAIN", "NOCHAINOLD"}:
            ends = dt.datetime(2001, 1, 31, tzinfo=dt.UTC) if name == "NOCHAINOLD" else None
            leaf = authority.create_child_ca().issue_cert(address, not_after=ends)
            pem = self.folder / f"{name}.pem"
            pem.write_bytes(leaf.private_key_pem.bytes() + leaf.cert_chain_pems[0].bytes())
            context.load_cert_chain(pem)
        else:
            authority.issue_cert(address).configure_cert(context)
        return context

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        tasks = [task for task in asyncio.all_tasks(self._loop) if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for writer in self._open_writers:
            writer.transport.abort()
        await asyncio.sleep(0.01)

    async def _serve(self, name: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer requests until the other side or a reply wants the connection closed."""
        while True:
            first = await reader.readexactly(1)
            if first == b"\x16":  # a TLS greeting on a plain port
                writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
                await writer.drain()
                return
            head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            line, *rest = head.split("\r\n")
            method, path, _ = line.split(" ", 2)
            headers = tuple((key.lower(), value.strip()) for key, _, value in (item.partition(":") for item in rest if item))
            self.asked.append((name, method, path, headers))
            reply = self.reply(name, path)
            if method == "HEAD" and reply.head is not None:
                reply = reply.head
            if reply.stranger is not None and f"{path[1:]}=" not in dict(headers).get("cookie", ""):
                reply = reply.stranger
            if not await self._answer(name, reply, method, writer):
                return

    def reply(self, name: str, path: str) -> Reply:
        """What a host says to a path: as the cases have it, else as the host is."""
        found = self.answers.get((name, path)) or self.answers.get((name, path.partition("?")[0] + "?*"))
        if found is not None:
            return found
        if path == "/robots.txt":
            return Reply(404, b"", kind="text/plain")
        if name == "SOFT":
            return Reply(
                200, b"<title>Our site</title><h1>Our site</h1><p>We could not find that. It may have been moved or no longer exists.</p>"
            )
        if name == "SHELL":
            return Reply(200, b"<!doctype html><title>App</title><div id=root></div><script src=/app.js></script>")
        if name == "PARKED":
            return Reply(200, b"<title>good-name.example</title><h1>This domain is for sale</h1><p>Make an offer on this domain.</p>")
        if name == "HOMING":
            return Reply(200) if path == "/" else Reply(302, b"", (("Location", "/"),))
        if name == "ECHO":
            return echo(path)
        return Reply(404, b"<title>404 Not Found</title><h1>Not Found</h1>")

    async def _answer(self, name: str, reply: Reply, method: str, writer: asyncio.StreamWriter) -> bool:
        """Send one reply; whether the connection lives on."""
        if reply.behave == "reset":
            sock = writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            return False
        if reply.behave == "close":
            return False
        if reply.behave == "hang":
            await asyncio.sleep(60)
            return False
        if reply.behave in {"garbage", "raw"}:
            writer.write(b"\x00\x01 this is no HTTP\r\n\r\n" if reply.behave == "garbage" else reply.body)
            await writer.drain()
            return False
        lines = [f"HTTP/1.1 {reply.status} Told"]
        names = {key.lower() for key, _ in reply.headers}
        if "content-type" not in names and reply.kind:
            lines.append(f"Content-Type: {reply.kind}")
        lines += [f"{key}: {self.fill(value)}" for key, value in reply.headers]
        body = self.fill(reply.body.decode("latin-1")).encode("latin-1") if b"$" in reply.body else reply.body
        if reply.status == 205:  # has no body (RFC 9110, 15.3.6): to Chromium one would be the next answer of the connection
            body = b""
        endless = reply.behave == "endless"
        if not endless and not {"content-length", "transfer-encoding"} & names and reply.status not in {204, 304}:
            lines.append(f"Content-Length: {len(body) + (100 if reply.behave == 'short' else 0)}")
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
        if method != "HEAD" and reply.status not in {204, 304}:
            begins = len(body) // 2 if reply.behave == "slow" else len(body)
            writer.write(body[:begins])
            if reply.behave == "slow":
                await writer.drain()
                await asyncio.sleep(0.2)
                writer.write(body[begins:])
            sent = 0
            while endless:
                writer.write(b"<p>more and more</p>" * 500)
                self.sent[name] += 10_000
                sent += 10_000
                await writer.drain()
                await asyncio.sleep(0 if sent < LAVISH else 0.1)  # a browser reads on as long as somebody writes
        await writer.drain()
        return not endless and reply.behave != "short"
