"""One question to a web service: what left, what came back, and where it ends."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from reviewer.deliver import AnswerLost, NoConnection, calls
from reviewer.settings import Email
from tests.doubles.web import DROP, Act, Answer, Asked, Web


class Plain(Web):
    """Answers what the plan has for ``asked``, else 204."""

    def usual(self, asked: Asked) -> Answer:
        return self.step("asked") or (204, {}, None)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Plain]:
    """A service without whims."""
    with Plain(tmp_path).serving() as made:
        yield made


@contextmanager
def proxy() -> Iterator[tuple[str, list[str]]]:
    """An http proxy that knows CONNECT; gives its address, and what it was asked."""
    lines: list[str] = []

    def pump(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)

    def serve() -> None:
        with suppress(OSError):
            made, _ = listener.accept()
            with made:
                head = b""
                while b"\r\n\r\n" not in head:
                    head += made.recv(65536)
                lines.append(head.split(b"\r\n")[0].decode())
                host, _, port = head.split()[1].decode().rpartition(":")
                with socket.create_connection((host, int(port))) as onward:
                    made.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    back = threading.Thread(target=pump, args=(onward, made), daemon=True)
                    back.start()
                    pump(made, onward)
                    back.join(5)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", lines
        thread.join(5)


def test_through_a_proxy_a_message_leaves_when_it_really_leaves(service: Plain) -> None:
    """CONNECT is no message: the step is noted once, and only after the tunnel stands."""
    steps: list[int] = []
    with proxy() as (address, lines):
        email = Email(ca_file=service.ca_file, proxy=address)
        answer = calls.ask("POST", f"{service.origin}/x", email, content=b"y", leaving=lambda: steps.append(len(lines)))
    assert answer.status == 204
    assert lines == [f"CONNECT {service.origin.removeprefix('https://')} HTTP/1.1"]
    assert steps == [1]


def test_a_proxy_that_is_not_there_is_no_lost_answer(service: Plain) -> None:
    """Nothing left."""
    email = Email(ca_file=service.ca_file, proxy="http://127.0.0.1:1")
    with pytest.raises(NoConnection, match="cannot be reached"):
        calls.ask("POST", f"{service.origin}/x", email, content=b"y")
    assert service.steps == []


def test_a_redirect_is_an_answer(service: Plain) -> None:
    """Nothing of ours, tokens least of all, goes where an answer points."""
    service.plan["asked"] = (307, {"Location": f"{service.origin}/elsewhere"}, None)
    assert calls.ask("POST", f"{service.origin}/x", Email(ca_file=service.ca_file)).status == 307
    assert service.steps.count("asked") == 1


def test_an_answer_has_an_end(service: Plain, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is longer than any real answer is none."""
    monkeypatch.setattr(calls, "LONGEST", 1000)
    service.plan["asked"] = (200, {}, {"x": "y" * 2000})
    with pytest.raises(AnswerLost, match="without end"):
        calls.ask("GET", f"{service.origin}/x", Email(ca_file=service.ca_file))


def test_the_environment_names_no_proxy(service: Plain, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the config does: what stands in the environment is for other programs."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    assert calls.ask("GET", f"{service.origin}/x", Email(ca_file=service.ca_file)).status == 204


def test_an_answer_that_does_not_come_is_lost_only_when_something_left(service: Plain) -> None:
    """The connection closes after the whole request."""
    acts: Mapping[str, Act] = {"asked": DROP}
    service.plan.update(acts)
    steps: list[int] = []
    with pytest.raises(AnswerLost):
        calls.ask("POST", f"{service.origin}/x", Email(ca_file=service.ca_file), content=b"y", leaving=lambda: steps.append(1))
    assert steps == [1]


def test_authorities_that_cannot_be_read_are_said(service: Plain, tmp_path: Path) -> None:
    """A file that went away since the config was read: a sentence."""
    with pytest.raises(NoConnection, match="cannot be asked"):
        calls.ask("GET", f"{service.origin}/x", Email(ca_file=str(tmp_path / "gone.pem")))


@pytest.mark.parametrize(
    ("text", "seconds"), [("17", 17.0), ("0", 0.0), (" 5 ", 5.0), ("-1", None), ("soon", None), ("٣", None), ("", None), ("9" * 400, None)]
)
def test_how_long_to_wait(text: str, seconds: float | None) -> None:
    """Retry-After in whole seconds; what is no number of seconds is none."""
    assert calls.Answered(429, {"retry-after": text}, b"").wait == seconds


@pytest.mark.parametrize("body", [b"", b"[1]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_object_says_nothing(body: bytes) -> None:
    """An error page of something in between."""
    assert calls.Answered(500, {}, body).data == {}
