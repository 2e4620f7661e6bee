"""A few lines into a channel of a chat, by apprise (the extra ``chat``). Who calls this says nothing there that is not for everybody.

apprise speaks by requests, which is told of the proxy and the authorities of ``[network]`` by the environment alone; and it says what went
wrong in its log only, now and then with a piece of the webhook's address in it: so its log is read here, and goes nowhere else.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import tempfile
import threading
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from reviewer.settings import Chat, Network

MISSING: Final = "needs a package that is not installed: pip install 'content-reviewer[chat]'"
SERVICES: Final = {
    "slack": ("slack", "an incoming webhook of Slack, as in https://hooks.slack.com/services/T000/B000/XXXX"),
    "teams": ("workflow", "the address of a Teams workflow, as in https://prod-00.westeurope.logic.azure.com/workflows/..."),
}
"""For each service how apprise calls it, and what its webhook's address looks like."""
CONNECT: Final = 8.0
ANSWER: Final = 12.0
WHOLE: Final = 30.0
"""Seconds to connect, between two bytes of the answer, and for all of it."""

_ERROR: Final = re.compile(r"error=(\d{3})")
_VARIABLES: Final = ("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


class NotTold(Exception):
    """A channel was not told; the message is a sentence for the admin, without the webhook's address."""


def look_at(chat: Chat) -> str:
    """Whether the webhook's address is one of that service: a line for ``reviewer doctor``; nothing is sent. Raises ``NotTold``."""
    with _overheard([]):
        _made(chat)
    return f"{chat}: a webhook at {urlsplit(chat.webhook).hostname}"


def post(chat: Chat, title: str, text: str, network: Network) -> None:
    """Say it in that channel, once. Raises ``NotTold`` when it was not taken, or nobody knows, at the latest after ``WHOLE`` seconds."""
    said: list[str] = []
    told: list[bool] = []

    def posting() -> None:
        with contextlib.suppress(Exception):  # whatever it is, it was not told
            told.append(bool(made.notify(body=text, title=title)))

    with _overheard(said), _surroundings(network):
        made = _made(chat)
        working = threading.Thread(target=posting, name="chat", daemon=True)
        working.start()
        working.join(WHOLE)
    if not told:
        raise NotTold(f"{chat} was not told: no answer in time" if working.is_alive() else f"{chat} was not told: it could not be asked")
    if not told[0]:
        raise NotTold(f"{chat} was not told: {_why(said)}")


def _why(said: list[str]) -> str:
    """What the service answered, or that it did not, out of apprise's log."""
    status = next((found[1] for line in said if (found := _ERROR.search(line))), None)
    if status is None:
        return "it cannot be reached, or gave no answer"
    hints = {"400": "is the webhook of that kind?", "403": "is the webhook still allowed?", "404": "was the webhook removed?"}
    return f"it answers {status}" + (f" ({hints[status]})" if status in hints else "")


def _made(chat: Chat) -> Any:
    """The object of apprise object for the channel. Raises ``NotTold``."""
    if find_spec("apprise") is None:
        raise NotTold(f"{chat} {MISSING}")
    kind, example = SERVICES[chat.service]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of what apprise itself imports
        import apprise

        made: Any = apprise.Apprise.instantiate(chat.webhook, asset=apprise.AppriseAsset(app_id="reviewer"), suppress_exceptions=True)
    known = getattr(made, "secure_protocol", None) or ()
    if made is None or kind not in ((known,) if isinstance(known, str) else known):
        raise NotTold(f"{chat} has another address than it should: expected {example}")
    made.socket_connect_timeout, made.socket_read_timeout = CONNECT, ANSWER
    made.request_rate_per_sec = 0
    made.redirects = made.include_image = False
    return made


@contextlib.contextmanager
def _overheard(said: list[str]) -> Iterator[None]:
    """What apprise logs, for us alone."""

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    log, ear = logging.getLogger("apprise"), Ear(logging.WARNING)
    before = log.propagate
    log.addHandler(ear)
    log.propagate = False
    try:
        yield
    finally:
        log.propagate = before
        log.removeHandler(ear)


@contextlib.contextmanager
def _surroundings(network: Network) -> Iterator[None]:
    """The environment as requests reads it: the proxy of the settings or none, the usual authorities and those of the settings."""
    before = {name: os.environ.pop(name, None) for name in _VARIABLES}
    with contextlib.ExitStack() as stack:
        if network.proxy:
            os.environ["HTTPS_PROXY"] = network.proxy
        else:
            os.environ["NO_PROXY"] = "*"
        if network.ca_file:
            os.environ["REQUESTS_CA_BUNDLE"] = stack.enter_context(_authorities(network.ca_file))
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


@contextlib.contextmanager
def _authorities(ca_file: str) -> Iterator[str]:
    """A file with the usual authorities and further ones: requests takes one file and no more."""
    import certifi

    with tempfile.NamedTemporaryFile(suffix=".pem") as both:
        both.write(Path(certifi.where()).read_bytes() + b"\n" + Path(ca_file).read_bytes())
        both.flush()
        yield both.name
