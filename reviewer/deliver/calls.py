"""One question to a web service that carries mail, and its answer: TLS that is checked, no redirect, an end in time and length, a fresh
connection for each, and the proxy and authorities of ``[network]``. The door of ``fetch`` asks for pages and never posts; this posts."""

from __future__ import annotations

import contextlib
import json
import ssl
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from reviewer import neutral
from reviewer.deliver.failures import AnswerLost, NoConnection
from reviewer.settings import Email

SECONDS: Final = 20.0
"""For a connection, and for each of its steps."""

ANSWER_SECONDS: Final = 120.0
"""For an answer to begin, and for all of it: a service that was not waited for makes duplicates."""

LONGEST: Final = 1024 * 1024
"""Bytes of one answer."""


class Answered(NamedTuple):
    """What a service said: ``headers`` in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def data(self) -> dict[str, Any]:
        """The JSON object of the body; empty when it is none."""
        with contextlib.suppress(ValueError, RecursionError):
            found = json.loads(self.body)
            if isinstance(found, dict):
                return found
        return {}

    @property
    def wait(self) -> float | None:
        """Seconds that ``Retry-After`` asks for (RFC 9110, 10.2.3); None when it says none. A date is taken for none: no such service
        sends one."""
        text = self.headers.get("retry-after", "").strip()
        return float(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None


def ask(
    method: str,
    url: str,
    email: Email,
    *,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    leaving: Callable[[], None] = lambda: None,
    answer_seconds: float = ANSWER_SECONDS,
) -> Answered:
    """Ask once. ``leaving`` is called when the connection stands, just before the request leaves; when it raises, nothing leaves.

    Raises ``NoConnection`` when nothing left, ``AnswerLost`` when it may have and no whole answer came.
    """
    import httpx

    left = False
    where = httpx.URL(url).host

    def seen(event: str, info: Mapping[str, Any]) -> None:
        nonlocal left
        if event == "http11.send_request_headers.started" and info["request"].method != b"CONNECT":  # which a proxy is asked for first
            leaving()
            left = True

    try:
        with (
            httpx.Client(
                verify=_context(email),
                proxy=email.proxy,
                trust_env=False,
                follow_redirects=False,
                timeout=httpx.Timeout(SECONDS, read=answer_seconds),
            ) as client,
            client.stream(method, url, headers=dict(headers or {}), content=content, extensions={"trace": seen}) as answer,
        ):
            return Answered(
                answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, _body(answer, answer_seconds)
            )
    except httpx.HTTPError as error:
        if left:
            raise AnswerLost(f"{where} did not say whether it took the message: {_words(error)}") from error
        if refused := _certificate(error):
            raise NoConnection(
                f"{where} shows a certificate that cannot be trusted ({refused}). Nothing was sent. If it is your own authority, name its "
                "file in [network] ca_file.",
                permanent=True,
            ) from error
        raise NoConnection(f"{where} cannot be reached: {_words(error)}") from error
    except (ssl.SSLError, OSError, httpx.InvalidURL) as error:
        raise NoConnection(f"{where} cannot be asked: {_words(error)}") from error


def _body(answer: Any, seconds: float) -> bytes:
    """All of the answer, up to its bounds; what is longer or slower is no answer."""
    import httpx

    until, found = time.monotonic() + seconds, bytearray()
    for chunk in answer.iter_bytes():
        found += chunk
        if len(found) > LONGEST or time.monotonic() > until:
            raise httpx.ReadError("an answer without end")
    return bytes(found)


def _context(email: Email) -> ssl.SSLContext:
    """The system's authorities, and those that the config names."""
    made = ssl.create_default_context()
    if email.ca_file:
        made.load_verify_locations(email.ca_file)
    return made


def _certificate(error: BaseException | None) -> str:
    """What is wrong with a certificate, when that is the reason."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message
        error = error.__cause__ or error.__context__
    return ""


def _words(error: Exception) -> str:
    """An error of the network in words."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    return neutral.words(str(error)) or type(error).__name__
